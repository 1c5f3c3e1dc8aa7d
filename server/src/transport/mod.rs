//! The one place that sends.
//!
//! A [`PreparedRequest`] is put on the wire byte for byte: HTTP/1.1, exactly its headers in their
//! order, nothing added. What comes back is read within limits of time and size. No redirect is
//! followed, no proxy asked, no cookie kept, nothing unpacked, nothing tried twice. Sending needs a
//! [`Clearance`], so nothing leaves that the guard has not seen.

mod client;
mod encode;
mod fault;
mod limits;
mod tls;

use std::{sync::Arc, time::Duration};

use oauth::request::PreparedRequest;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout},
};

pub use fault::{Fault, Head};
pub use limits::{Budget, Limits};

use crate::{Outside, clock::Clock, guard::Clearance, problem::Code};

/// Sends requests to authorization servers. Clones share connections and limits.
#[derive(Clone)]
pub struct Transport {
    client: reqwest::Client,
    clock: Arc<dyn Clock>,
    limits: Limits,
    in_flight: Arc<Semaphore>,
}

/// A request that was sent, or that failed on its way.
#[derive(Debug)]
pub struct Sent {
    /// When, milliseconds since 1970.
    pub started_at_ms: i64,
    /// How long it took.
    pub duration: Duration,
    /// The answer, or why there is none.
    pub result: Result<Received, Fault>,
}

/// A complete answer. Its body may hold a token, so it is never printed.
#[derive(Clone)]
pub struct Received {
    /// Status and headers.
    pub head: Head,
    /// The body, complete.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Received {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Received({}, {} bytes)", self.head.status, self.body.len())
    }
}

/// As many requests are under way as this server allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Too many requests to authorization servers are under way. Try again in a moment.")]
pub struct Busy;

impl Transport {
    /// A sender into this outside world.
    ///
    /// # Errors
    ///
    /// When the TLS library cannot be set up, which is a fault of this build or machine.
    pub fn new(outside: &Outside, limits: Limits) -> Result<Self, reqwest::Error> {
        Ok(Self {
            client: client::build(outside, &limits)?,
            clock: Arc::clone(&outside.clock),
            limits,
            in_flight: Arc::new(Semaphore::new(limits.in_flight)),
        })
    }

    /// Reserves room for one request.
    ///
    /// # Errors
    ///
    /// [`Busy`]; there is no queue.
    pub fn reserve(&self) -> Result<OwnedSemaphorePermit, Busy> {
        Arc::clone(&self.in_flight).try_acquire_owned().map_err(|_| Busy)
    }

    /// Sends once.
    pub async fn send(&self, request: &PreparedRequest, clearance: &Clearance, budget: Budget) -> Sent {
        let started_at_ms = self.clock.now_ms();
        let started = self.clock.monotonic();
        let result = self.attempt(request, clearance, budget).await;
        Sent { started_at_ms, duration: self.clock.monotonic().saturating_sub(started), result }
    }

    async fn attempt(
        &self,
        request: &PreparedRequest,
        clearance: &Clearance,
        budget: Budget,
    ) -> Result<Received, Fault> {
        let host = request.url.authority();
        let deadline = Instant::now() + self.limits.total(budget);
        let encoded = encode::request(request, clearance).map_err(|_| Fault::not_sendable(&host))?;
        let mut response = timeout(self.limits.first_byte, self.execute(encoded))
            .await
            .map_err(|_| Fault::no_first_byte(&host, self.limits.first_byte))?
            .map_err(|error| fault::classify(&host, &error, &self.limits))?;
        let head = Head::of(&response);
        let head = fault::refuse_redirect(&host, head, request)?;
        let head = fault::refuse_encoding(&host, head)?;
        let mut body = Vec::new();
        let read = read(&mut response, &mut body, self.limits.bytes(budget));
        let problem = match tokio::time::timeout_at(deadline, read).await {
            Ok(Ok(())) => return Ok(Received { head, body }),
            Ok(Err(Stopped::TooLarge)) => Fault::too_large(&host, self.limits.bytes(budget)),
            Ok(Err(Stopped::Broken)) => Fault::broken_off(&host),
            Err(_) => Fault::took_too_long(&host, self.limits.total(budget)),
        };
        Err(problem.after(Received { head, body }))
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one sender")]
    async fn execute(&self, request: reqwest::Request) -> Result<reqwest::Response, reqwest::Error> {
        self.client.execute(request).await
    }
}

/// Why a body was not read to its end.
enum Stopped {
    TooLarge,
    Broken,
}

/// Reads a body, and not one byte more than allowed.
async fn read(response: &mut reqwest::Response, body: &mut Vec<u8>, limit: usize) -> Result<(), Stopped> {
    if response.content_length().is_some_and(|length| usize::try_from(length).map_or(true, |l| l > limit)) {
        return Err(Stopped::TooLarge);
    }
    while let Some(chunk) = response.chunk().await.map_err(|_| Stopped::Broken)? {
        let room = limit - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() > room {
            return Err(Stopped::TooLarge);
        }
    }
    Ok(())
}

impl From<Busy> for crate::problem::Problem {
    fn from(busy: Busy) -> Self {
        Self::new(Code::Busy, busy.to_string())
    }
}
