//! Drafts as they are stored.

use std::str::FromStr;

use oauth::wire::UnknownName;

pub use crate::walkthrough::Draft as DraftDocument;

/// A flow that has a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flow {
    /// `/flows/client-credentials`
    ClientCredentials,
}

impl Flow {
    /// The name in URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClientCredentials => "client-credentials",
        }
    }
}

impl FromStr for Flow {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "client-credentials" => Ok(Self::ClientCredentials),
            _ => Err(UnknownName { given: name.to_owned(), allowed: "client-credentials" }),
        }
    }
}
