//! Resource indicators.

use std::{fmt, str::FromStr};

/// A `resource` parameter: an absolute URI without a fragment
/// ([RFC 8707 §2](https://www.rfc-editor.org/rfc/rfc8707#section-2)), kept exactly as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource(String);

/// Why a string is not a resource indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidResource {
    /// No scheme, or not a URI at all.
    #[error("Use an absolute URI without a fragment, such as https://api.example.com/reports.")]
    NotAbsolute,
    /// A `#` part.
    #[error("Remove the fragment: a resource must not have one (RFC 8707 §2).")]
    Fragment,
    /// Longer than [`Resource::MAX_BYTES`].
    #[error("Use at most 2048 bytes for a resource.")]
    TooLong,
}

impl Resource {
    /// Longest accepted indicator, in bytes.
    pub const MAX_BYTES: usize = 2048;

    /// The indicator as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Resource {
    type Err = InvalidResource;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() > Self::MAX_BYTES {
            return Err(InvalidResource::TooLong);
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(InvalidResource::NotAbsolute);
        }
        let uri = url::Url::parse(text).map_err(|_| InvalidResource::NotAbsolute)?;
        if uri.fragment().is_some() {
            return Err(InvalidResource::Fragment);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absolute_uri_is_kept_as_given() {
        let resource: Result<Resource, _> = "https://api.example.com".parse();
        assert_eq!(resource.map(|r| r.to_string()), Ok("https://api.example.com".into()));
        assert!("urn:example:reports".parse::<Resource>().is_ok());
    }

    #[test]
    fn a_fragment_or_a_missing_scheme_is_refused() {
        assert_eq!("https://api.example.com/#daily".parse::<Resource>(), Err(InvalidResource::Fragment));
        assert_eq!("api.example.com/reports".parse::<Resource>(), Err(InvalidResource::NotAbsolute));
        assert_eq!("https://a b".parse::<Resource>(), Err(InvalidResource::NotAbsolute));
    }
}
