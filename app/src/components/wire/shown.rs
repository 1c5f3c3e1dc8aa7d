//! Which message the wire panel shows: the next one until it is sent, then the one that was sent.

use oauth::{
    assertion::Assertion,
    exchange::{Answer, Exchange, Failure, Outcome},
    request::PreparedRequest,
};

use crate::{
    api::FieldFault,
    components::hop_diagram::{HopState, HopStep},
    components::moment,
    walkthrough::{NextMessage, Run, Step},
};

/// What the panel shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shown {
    /// There is no message yet: these faults keep it from being built.
    Missing(Vec<FieldFault>),
    /// A message.
    Message(Box<Message>),
}

/// A message from this server to the authorization server, and what came back.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Message {
    pub(super) request: PreparedRequest,
    /// How the browser asked for it, where that is still known.
    pub(super) from_browser: Option<PreparedRequest>,
    pub(super) assertion: Option<Assertion>,
    /// Who asks; hidden in a Basic header.
    pub(super) client_id: String,
    pub(super) phase: Phase,
}

/// Where the message is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Phase {
    /// Not sent yet.
    Next,
    /// Sent, and waited for.
    Pending,
    /// Sent and over.
    Over(Box<Exchange>),
}

impl Shown {
    /// A sent message is shown until the next one would be another, and with the token it brought.
    pub(super) fn of(
        step: Step,
        pending: bool,
        run: &Run,
        next: &Result<NextMessage, Vec<FieldFault>>,
    ) -> Self {
        let attempt = match step {
            _ if pending => None,
            Step::Configure => None,
            Step::Request => run.latest(),
            Step::Token => run.issuing(),
        };
        let next = next.as_ref();
        let sent = attempt
            .and_then(|attempt| attempt.exchange.as_ref())
            .filter(|exchange| step == Step::Token || next.is_ok_and(|next| next.is_like(&exchange.request)));
        match (sent, next) {
            (Some(exchange), _) => {
                let client_id =
                    attempt.and_then(|attempt| attempt.token.as_ref()).map(|token| token.client_id.clone());
                Message::sent(exchange.clone(), next.ok(), client_id).into()
            }
            (None, Ok(next)) => {
                Message::next(next, if pending { Phase::Pending } else { Phase::Next }).into()
            }
            (None, Err(faults)) => Self::Missing(faults.clone()),
        }
    }

    /// The message, where there is one.
    pub(super) fn message(&self) -> Option<&Message> {
        match self {
            Self::Message(message) => Some(message),
            Self::Missing(_) => None,
        }
    }

    /// Where the message is.
    pub(super) fn phase(&self) -> Option<&Phase> {
        self.message().map(|message| &message.phase)
    }

    /// What keeps the message from being built.
    pub(super) fn faults(&self) -> &[FieldFault] {
        match self {
            Self::Missing(faults) => faults,
            Self::Message(_) => &[],
        }
    }
}

impl From<Message> for Shown {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl Message {
    fn next(next: &NextMessage, phase: Phase) -> Self {
        Self {
            request: next.to_provider.request.clone(),
            from_browser: Some(next.to_server.request.clone()),
            assertion: next.assertion.clone(),
            client_id: next.client_id.clone(),
            phase,
        }
    }

    fn sent(exchange: Exchange, next: Option<&NextMessage>, client_id: Option<String>) -> Self {
        let like = next.filter(|next| next.is_like(&exchange.request));
        Self {
            request: exchange.request.clone(),
            from_browser: like.map(|next| next.to_server.request.clone()),
            assertion: exchange.assertion.clone(),
            client_id: client_id.or_else(|| like.map(|next| next.client_id.clone())).unwrap_or_default(),
            phase: Phase::Over(Box::new(exchange)),
        }
    }

    /// The answer, where there was one.
    pub(super) fn answer(&self) -> Option<&Answer> {
        match &self.phase {
            Phase::Over(exchange) => match &exchange.outcome {
                Outcome::Answered(answer) => Some(answer),
                Outcome::Failed(failure) => failure.answer.as_ref(),
            },
            Phase::Next | Phase::Pending => None,
        }
    }

    /// Why there was no usable answer.
    pub(super) fn failure(&self) -> Option<&Failure> {
        match &self.phase {
            Phase::Over(exchange) => match &exchange.outcome {
                Outcome::Failed(failure) => Some(failure),
                Outcome::Answered(_) => None,
            },
            Phase::Next | Phase::Pending => None,
        }
    }
}

/// Its way: browser, this server, authorization server, API.
pub(super) fn route(phase: Option<&Phase>) -> [HopStep; 4] {
    let step = |state| HopStep { state, time: None };
    let (start, end) = match phase {
        None | Some(Phase::Next) => (HopState::NotYet, HopState::Active),
        Some(Phase::Pending) => (HopState::Past, HopState::Active),
        Some(Phase::Over(exchange)) if exchange.succeeded() => (HopState::Past, HopState::Active),
        Some(Phase::Over(_)) => (HopState::Past, HopState::Failed),
    };
    let time = match phase {
        Some(Phase::Over(exchange)) => Some(moment::duration(exchange.duration_us)),
        _ => None,
    };
    [step(start), step(start), HopStep { state: end, time }, step(HopState::NotYet)]
}
