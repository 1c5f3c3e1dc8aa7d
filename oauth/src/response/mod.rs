//! What an authorization server said, read with room for surprises.
//!
//! [`read`] turns status and body into one of three answers. It never fails and never guesses: what
//! it does not understand is told. It reads a masked body as well as the real one, so the browser
//! explains the same answer that the server received.

mod explain;
mod granted;
mod lifetime;
mod refusal;
mod secret;
mod surprise;

pub use explain::{Explanation, explain};
pub use granted::GrantedToken;
pub use refusal::{Detail, Refusal, RefusalCode};
pub use secret::BearerSecret;
pub use surprise::Surprise;

use crate::{
    json::{Object, problem},
    redact::said,
};

/// Longest accepted lifetime in seconds: 30 days, the most `PingOne` can be set to.
pub const MAX_EXPIRES_IN: u32 = 86_400 * 30;

/// What a token endpoint answered.
#[derive(Debug, Clone)]
pub enum TokenAnswer {
    /// A token ([RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749#section-5.1)).
    Granted(GrantedToken),
    /// A refusal ([RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)), in whatever form.
    Refused(Refusal),
    /// Neither.
    Unusable(UnusableAnswer),
}

/// An answer that is neither a token nor a refusal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{problem}")]
pub struct UnusableAnswer {
    /// What is wrong with it, in a sentence.
    pub problem: String,
}

/// Reads the answer of a token endpoint.
pub fn read(status: u16, body: &[u8]) -> TokenAnswer {
    match Object::parse(body) {
        Ok(object) => read_object(status, &object),
        Err(error) => match refusal::from_text(status, body) {
            Some(refusal) => TokenAnswer::Refused(refusal),
            None => unusable(format!("The answer is not a JSON object: {}.", problem(&error))),
        },
    }
}

fn read_object(status: u16, object: &Object) -> TokenAnswer {
    if let Some(name) = object.duplicate() {
        return unusable(format!(
            "The answer has two members named {}; which one counts is anybody's guess.",
            said(name)
        ));
    }
    let succeeded = (200..300).contains(&status);
    if !succeeded || object.get("error").is_some_and(|error| error != "null") {
        return TokenAnswer::Refused(refusal::from_object(status, object));
    }
    match granted::from_object(object) {
        Ok(token) => TokenAnswer::Granted(token),
        Err(problem) => unusable(problem),
    }
}

fn unusable(problem: String) -> TokenAnswer {
    TokenAnswer::Unusable(UnusableAnswer { problem })
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
