//! The call log.

use oauth::{
    exchange::{Category, Exchange, Outcome},
    request::Method,
};
use serde::{Deserialize, Serialize};

/// A call in one line; the whole of it is an [`Exchange`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallSummary {
    /// Identifies the call.
    pub id: String,
    /// What it was for.
    pub category: Category,
    /// The HTTP method.
    pub method: Method,
    /// The URL.
    pub url: String,
    /// The status, where the server answered.
    pub status: Option<u16>,
    /// Our code for a call that failed.
    pub failure: Option<String>,
    /// When it was sent, milliseconds since 1970.
    pub started_at_ms: i64,
    /// How long it took, microseconds.
    pub duration_us: u64,
}

impl From<&Exchange> for CallSummary {
    fn from(exchange: &Exchange) -> Self {
        let failure = match &exchange.outcome {
            Outcome::Failed(failure) => Some(failure.code.clone()),
            Outcome::Answered(_) => None,
        };
        Self {
            id: exchange.id.clone(),
            category: exchange.category,
            method: exchange.request.method,
            url: exchange.request.url.to_string(),
            status: exchange.status(),
            failure,
            started_at_ms: exchange.started_at_ms,
            duration_us: exchange.duration_us,
        }
    }
}
