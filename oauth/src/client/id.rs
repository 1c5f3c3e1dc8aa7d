//! The client identifier.

use std::{fmt, str::FromStr};

/// A client identifier: one to 512 visible ASCII characters or blanks
/// ([RFC 6749 App. A.1](https://www.rfc-editor.org/rfc/rfc6749#appendix-A.1)).
///
/// `PingOne` uses UUIDs, OA4MP uses URIs, others anything; the grammar of the standard is all that
/// is enforced.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClientId(String);

/// Why a string is not a client identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidClientId {
    /// Nothing was given.
    #[error("Enter the client ID that the authorization server assigned.")]
    Empty,
    /// Longer than any server's identifiers.
    #[error("Use at most 512 characters.")]
    TooLong,
    /// A character outside `%x20-7E`.
    #[error("Use visible ASCII characters only (RFC 6749 App. A.1).")]
    Character,
}

impl ClientId {
    /// Longest accepted identifier, in bytes.
    pub const MAX_BYTES: usize = 512;

    /// The identifier as registered.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ClientId {
    type Err = InvalidClientId;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        if id.is_empty() {
            Err(InvalidClientId::Empty)
        } else if id.len() > Self::MAX_BYTES {
            Err(InvalidClientId::TooLong)
        } else if !id.bytes().all(|byte| (0x20..=0x7e).contains(&byte)) {
            Err(InvalidClientId::Character)
        } else {
            Ok(Self(id.to_owned()))
        }
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_oa4mp_uri_is_a_client_id() {
        assert_eq!(
            "oa4mp:/client_id/3da9".parse::<ClientId>().map(|id| id.to_string()),
            Ok("oa4mp:/client_id/3da9".into())
        );
    }

    #[test]
    fn a_line_break_is_refused() {
        assert_eq!("a\r\nb".parse::<ClientId>(), Err(InvalidClientId::Character));
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        assert_eq!("".parse::<ClientId>(), Err(InvalidClientId::Empty));
        assert_eq!("x".repeat(513).parse::<ClientId>(), Err(InvalidClientId::TooLong));
    }
}
