//! What is kept of a call: the request that was sent, what came back, how long it took.
//!
//! An exchange never holds a secret: the request has lost its values and the answer has been
//! through [`crate::redact`] before it gets here. It is appended to a log and never edited.

use serde::{Deserialize, Serialize};

use crate::request::PreparedRequest;

/// What a call was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Discovery documents and key sets.
    Metadata,
    /// Token requests.
    Oauth,
}

impl Category {
    /// The name people see.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Metadata => "Metadata",
            Self::Oauth => "OAuth",
        }
    }
}

/// One call to the outside, complete, without secrets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exchange {
    /// Identifies the call; also in the `X-Exchange-Id` header of our answer.
    pub id: String,
    /// What it was for.
    pub category: Category,
    /// When it was sent, milliseconds since 1970.
    pub started_at_ms: i64,
    /// From the first byte sent to the last byte received, in microseconds.
    pub duration_us: u64,
    /// The request, without the values of its secrets.
    pub request: PreparedRequest,
    /// The claims of the client assertion that went with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assertion: Option<crate::assertion::Assertion>,
    /// What happened.
    pub outcome: Outcome,
}

/// How a call ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The server answered.
    Answered(Answer),
    /// It did not, or not in a way that could be used.
    Failed(Failure),
}

/// A server's answer, redacted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// All headers in order; credentials among them are masked.
    pub headers: Vec<(String, String)>,
    /// The body as text, tokens masked, cut at the log's limit.
    pub body: String,
    /// Whether the body was longer than what is kept.
    pub truncated: bool,
}

/// Why there is no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The code of the problem document this becomes, such as `provider-timeout`.
    pub code: String,
    /// One sentence for a person.
    pub detail: String,
    /// What was received before it failed, where something was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

impl Exchange {
    /// The HTTP status, where there is one.
    pub const fn status(&self) -> Option<u16> {
        match &self.outcome {
            Outcome::Answered(answer) | Outcome::Failed(Failure { answer: Some(answer), .. }) => {
                Some(answer.status)
            }
            Outcome::Failed(_) => None,
        }
    }

    /// Whether the server answered with a 2xx status.
    pub fn succeeded(&self) -> bool {
        matches!(&self.outcome, Outcome::Answered(answer) if (200..300).contains(&answer.status))
    }
}
