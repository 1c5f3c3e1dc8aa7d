//! Calls to authorization servers on behalf of a session: cleared, counted, sent, redacted, logged.

use std::net::SocketAddr;

use oauth::{
    assertion::Assertion,
    exchange::{Category, Exchange, Failure, Outcome},
    redact::Redactor,
    request::PreparedRequest,
};
use uuid::Uuid;

use crate::{
    AppState, Outside, OwnOrigin, Reached,
    clock::Clock,
    discovery::ProviderCache,
    guard::{Clearance, Guard},
    keys::FixtureKeys,
    problem::Problem,
    session::Session,
    transport::{Budget, Fault, Limits, Received, Transport},
};

/// How much of an answer's body is kept in the log, in bytes.
const LOGGED_BODY: usize = 16 * 1024;

/// What all calls to the outside share.
pub struct Outbound {
    /// Which servers may be called.
    pub guard: Guard,
    /// What is known of them.
    pub(crate) providers: ProviderCache,
    /// Parsed keys of the sandbox's clients.
    pub(crate) fixture_keys: FixtureKeys,
    transport: Transport,
    limits: Limits,
}

impl Outbound {
    /// For a server that listens on `bound` and is known as `origin`.
    ///
    /// # Errors
    ///
    /// When the TLS library cannot be set up.
    pub fn new(
        bound: SocketAddr,
        origin: OwnOrigin,
        outside: &Outside,
        limits: Limits,
    ) -> Result<Self, reqwest::Error> {
        Ok(Self {
            guard: Guard::new(bound, origin, vec![]),
            providers: ProviderCache::default(),
            fixture_keys: FixtureKeys::default(),
            transport: Transport::new(outside, limits)?,
            limits,
        })
    }
}

/// One operation of one session that may call the outside.
#[derive(Clone, Copy)]
pub(crate) struct Errand<'a> {
    pub(crate) state: &'a AppState,
    pub(crate) session: &'a Session,
    pub(crate) reached: &'a Reached,
}

/// A request, its permission, and what goes into the log with it.
pub(crate) struct Call<'a, T> {
    pub(crate) id: String,
    pub(crate) category: Category,
    pub(crate) request: &'a PreparedRequest,
    pub(crate) clearance: &'a Clearance,
    pub(crate) assertion: Option<Assertion>,
    /// Reads the answer, so that one nobody can use is a failure in the log, too.
    pub(crate) read: fn(&Received, &Redactor) -> Result<T, Fault>,
}

/// What came of a call. It is in the log already.
pub(crate) struct Ended<T> {
    pub(crate) id: String,
    pub(crate) result: Result<(Received, T), Fault>,
    /// Knows the secrets of the request, to take them out of what is passed on.
    pub(crate) redactor: Redactor,
}

/// An id for a call or a token.
pub(crate) fn new_id() -> String {
    Uuid::new_v4().to_string()
}

impl Errand<'_> {
    /// Sends once and logs it.
    ///
    /// # Errors
    ///
    /// 503 `busy` when too many calls are under way; then nothing was sent and nothing is logged.
    pub(crate) async fn call<T>(&self, call: Call<'_, T>) -> Result<Ended<T>, Problem> {
        let outbound = self.outbound();
        let _of_session = self.session.calls.reserve(outbound.limits.in_flight_per_session)?;
        let _of_server = outbound.transport.reserve()?;
        let budget = match call.category {
            Category::Oauth => Budget::Token,
            Category::Metadata => Budget::Metadata,
        };
        let sent = outbound.transport.send(call.request, call.clearance, budget).await;
        let redactor = Redactor::of(call.request);
        let result = sent.result.and_then(|received| match (call.read)(&received, &redactor) {
            Ok(read) => Ok((received, read)),
            Err(fault) => Err(fault.after(received)),
        });
        self.session.calls.append(Exchange {
            id: call.id.clone(),
            category: call.category,
            started_at_ms: sent.started_at_ms,
            duration_us: u64::try_from(sent.duration.as_micros()).unwrap_or(u64::MAX),
            request: call.request.without_values(),
            assertion: call.assertion,
            outcome: outcome(&redactor, &result),
        });
        self.reached.note(&call.id);
        Ok(Ended { id: call.id, result, redactor })
    }

    /// What all calls share.
    pub(crate) fn outbound(&self) -> &Outbound {
        &self.state.outbound
    }

    /// The clock.
    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.state.clock
    }
}

fn outcome<T>(redactor: &Redactor, result: &Result<(Received, T), Fault>) -> Outcome {
    let answer = |received: &Received| {
        redactor.answer(received.head.status, &received.head.headers, &received.body, LOGGED_BODY)
    };
    match result {
        Ok((received, _)) => Outcome::Answered(answer(received)),
        Err(fault) => Outcome::Failed(Failure {
            code: fault.code.as_str().to_owned(),
            detail: fault.detail.clone(),
            answer: fault.received.as_ref().map(answer),
        }),
    }
}

impl Fault {
    /// The problem this becomes, with the call that shows more.
    pub(crate) fn into_problem(self, exchange_id: &str) -> Problem {
        Problem::new(self.code, self.detail).of_exchange(exchange_id)
    }
}
