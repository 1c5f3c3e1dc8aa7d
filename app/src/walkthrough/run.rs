//! What has happened so far. A run only grows.

use oauth::{
    exchange::{Category, Exchange, Failure, Outcome},
    response::{Refusal, TokenAnswer, read},
};

use crate::api::{ApiError, CallSummary, TokenView, Verification};

/// One press of "Request token" and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// Counted from 1.
    pub number: usize,
    /// The call in one line; `None` when nothing was sent, or nobody waited for it.
    pub call: Option<CallSummary>,
    /// The whole call, where it is known here.
    pub exchange: Option<Exchange>,
    /// The token, where one was issued.
    pub token: Option<TokenView>,
    /// What kept this page from an answer of the authorization server.
    pub trouble: Option<Trouble>,
}

/// What kept this page from an answer of the authorization server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Our server refused or failed, or could not be reached.
    Api(ApiError),
    /// The person stopped waiting.
    Cancelled,
}

/// How an attempt ended, as a page tells it.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// A token was issued.
    Issued,
    /// The authorization server refused.
    Refused(Refusal),
    /// It answered with something that is no token response; says what is wrong with it.
    Unusable(String),
    /// There was no answer to judge.
    Trouble(Trouble),
    /// The call failed, as the log tells it.
    Failed(Failure),
    /// Only the call's line in the log is known.
    Remembered,
}

impl Attempt {
    /// Whether a token was issued.
    pub const fn succeeded(&self) -> bool {
        self.token.is_some()
    }

    /// How it ended.
    pub fn verdict(&self) -> Verdict {
        if let Some(trouble) = &self.trouble {
            return Verdict::Trouble(trouble.clone());
        }
        match (self.succeeded(), self.exchange.as_ref().map(|exchange| &exchange.outcome)) {
            (true, _) => Verdict::Issued,
            (false, None) => Verdict::Remembered,
            (false, Some(Outcome::Failed(failure))) => Verdict::Failed(failure.clone()),
            (false, Some(Outcome::Answered(answer))) => match read(answer.status, answer.body.as_bytes()) {
                TokenAnswer::Granted(_) => Verdict::Issued,
                TokenAnswer::Refused(refusal) => Verdict::Refused(refusal),
                TokenAnswer::Unusable(unusable) => Verdict::Unusable(unusable.problem),
            },
        }
    }
}

/// The attempts of a session in one flow, oldest first, and what was found out about the tokens.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    attempts: Vec<Attempt>,
    verified: Vec<(String, Verification)>,
}

impl Run {
    /// A run as the server remembers it: `calls` and `tokens` newest first, as the API lists them. Only those
    /// `exchanges` are known in full.
    pub fn restore(calls: &[CallSummary], exchanges: &[Exchange], tokens: &[TokenView]) -> Self {
        let mut run = Self::default();
        for call in calls.iter().rev().filter(|call| call.category == Category::Oauth) {
            let exchange = exchanges.iter().find(|exchange| exchange.id == call.id).cloned();
            let token = tokens.iter().find(|token| token.exchange_id == call.id).cloned();
            run.append(Some(call.clone()), exchange, token, None);
        }
        run
    }

    /// Appends an attempt.
    pub fn push(&mut self, exchange: Option<Exchange>, token: Option<TokenView>, trouble: Option<Trouble>) {
        self.append(exchange.as_ref().map(CallSummary::from), exchange, token, trouble);
    }

    fn append(
        &mut self,
        call: Option<CallSummary>,
        exchange: Option<Exchange>,
        token: Option<TokenView>,
        trouble: Option<Trouble>,
    ) {
        let number = self.attempts.len() + 1;
        self.attempts.push(Attempt { number, call, exchange, token, trouble });
    }

    /// Appends what the verification of a token found.
    pub fn push_verification(&mut self, token_id: String, verification: Verification) {
        self.verified.push((token_id, verification));
    }

    /// All attempts, oldest first.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// The latest attempt.
    pub fn latest(&self) -> Option<&Attempt> {
        self.attempts.last()
    }

    /// The attempt that brought the latest token.
    pub fn issuing(&self) -> Option<&Attempt> {
        self.attempts.iter().rev().find(|attempt| attempt.succeeded())
    }

    /// The latest token, also when a later attempt failed: a refusal does not take a token away.
    pub fn token(&self) -> Option<&TokenView> {
        self.issuing()?.token.as_ref()
    }

    /// What the latest verification of the latest token found.
    pub fn verification(&self) -> Option<&Verification> {
        let token = self.token()?;
        self.verified.iter().rev().find(|(id, _)| *id == token.id).map(|(_, verification)| verification)
    }

    /// How often a token was verified.
    pub fn verifications(&self) -> usize {
        self.verified.len()
    }

    /// How many attempts have failed since the last success; one that nobody waited for has not.
    pub fn failures(&self) -> usize {
        let since = self.attempts.iter().rev().take_while(|attempt| !attempt.succeeded());
        since.filter(|attempt| attempt.trouble != Some(Trouble::Cancelled)).count()
    }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
