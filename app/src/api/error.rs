//! How a call to the backend fails.

use serde::{Deserialize, Serialize};

use super::FieldFault;

/// A problem document of ours ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A reference that identifies the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do.
    pub detail: String,
    /// Stable, kebab-case; pages decide by this and nothing else.
    pub code: String,
    /// Every field at fault.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldFault>,
    /// The call that was made, where one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange_id: Option<String>,
}

/// Why a page did not get what it asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ApiError {
    /// Our server refused or failed, and says why.
    #[error("{}", .0.detail)]
    Problem(Box<Problem>),
    /// This request carries no session yet; a call from the browser makes one.
    #[error("This page has no session yet.")]
    NoSession,
    /// Our server did not answer.
    #[error("The server does not answer. Check that it is still running, then try again.")]
    Unreachable,
    /// Our server answered something else than this API.
    #[error("The server gave an answer that this page does not understand. Reload the page.")]
    Unreadable,
    /// There is no backend here.
    #[error("This page is not connected to a server.")]
    Unavailable,
}

impl ApiError {
    /// The problem's code, where there is one.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Problem(problem) => Some(&problem.code),
            _ => None,
        }
    }
}
