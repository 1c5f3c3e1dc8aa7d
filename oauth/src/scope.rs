//! What is asked for, in the grammar of the standard.

use std::{fmt, str::FromStr};

/// One scope token: `1*( %x21 / %x23-5B / %x5D-7E )`
/// ([RFC 6749 §3.3](https://www.rfc-editor.org/rfc/rfc6749#section-3.3)).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeToken(String);

/// Why a string is not a scope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidScope {
    /// A character outside the grammar.
    #[error(
        "{token:?} contains {character:?}. A scope has visible ASCII characters without quotes and backslashes (RFC 6749 §3.3)."
    )]
    Character {
        /// The scope token at fault.
        token: String,
        /// The first character that does not belong.
        character: char,
    },
    /// Blanks at the ends, or more than one between two tokens.
    #[error("Separate scopes with exactly one blank (RFC 6749 §3.3).")]
    Blanks,
    /// Longer than [`Scope::MAX_BYTES`].
    #[error("Use at most 4096 bytes of scopes.")]
    TooLong,
}

impl ScopeToken {
    /// The token as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ScopeToken {
    type Err = InvalidScope;

    fn from_str(token: &str) -> Result<Self, Self::Err> {
        if token.is_empty() {
            return Err(InvalidScope::Blanks);
        }
        match token.chars().find(|c| !matches!(c, '\x21' | '\x23'..='\x5b' | '\x5d'..='\x7e')) {
            Some(character) => Err(InvalidScope::Character { token: token.to_owned(), character }),
            None => Ok(Self(token.to_owned())),
        }
    }
}

/// A set of scope tokens in the order they were given; possibly empty, which means "absent".
///
/// The order has no meaning to a server but is kept, so that what is typed is what is sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope(Vec<ScopeToken>);

impl Scope {
    /// Longest accepted scope parameter, in bytes.
    pub const MAX_BYTES: usize = 4096;

    /// Whether the parameter is left out of the request
    /// ([RFC 6749 §3.2](https://www.rfc-editor.org/rfc/rfc6749#section-3.2): empty means omitted).
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The tokens in order.
    pub fn tokens(&self) -> &[ScopeToken] {
        &self.0
    }
}

impl FromStr for Scope {
    type Err = InvalidScope;

    fn from_str(scope: &str) -> Result<Self, Self::Err> {
        if scope.is_empty() {
            return Ok(Self::default());
        }
        if scope.len() > Self::MAX_BYTES {
            return Err(InvalidScope::TooLong);
        }
        let mut tokens: Vec<ScopeToken> = Vec::new();
        for token in scope.split(' ') {
            let token = token.parse()?;
            if !tokens.contains(&token) {
                tokens.push(token);
            }
        }
        Ok(Self(tokens))
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, token) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(token.as_str())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_keeps_its_order_and_drops_repetitions() {
        let scope: Result<Scope, _> = "orders:write orders:read orders:write".parse();
        assert_eq!(scope.map(|scope| scope.to_string()), Ok("orders:write orders:read".into()));
    }

    #[test]
    fn an_empty_scope_is_absent() {
        assert_eq!("".parse::<Scope>().map(|scope| scope.is_empty()), Ok(true));
    }

    #[test]
    fn quotes_and_backslashes_are_named() {
        for (scope, bad) in [("a\"b", '"'), ("a\\b", '\\'), ("é", 'é'), ("a\tb", '\t')] {
            let refused = InvalidScope::Character { token: scope.into(), character: bad };
            assert_eq!(scope.parse::<Scope>(), Err(refused));
        }
    }

    #[test]
    fn two_blanks_are_one_too_many() {
        assert_eq!("a  b".parse::<Scope>(), Err(InvalidScope::Blanks));
        assert_eq!(" a".parse::<Scope>(), Err(InvalidScope::Blanks));
    }
}
