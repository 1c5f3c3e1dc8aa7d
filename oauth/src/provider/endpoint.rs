//! URLs of endpoints, kept exactly as they were given.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use url::Url;

/// An `http` or `https` URL with a host and without credentials or fragment.
///
/// Whether a server may be *reached* is not decided here; that is the business of whoever sends.
/// The exact string is kept beside the parsed form because endpoints and issuers are compared byte
/// for byte ([RFC 8414 §3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Endpoint {
    exact: String,
    parsed: Url,
}

/// Why a string is not an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidEndpoint {
    /// Not a URL.
    #[error("Use an absolute URL, such as https://auth.example.com/token.")]
    NotAUrl,
    /// Another scheme than `http` and `https`.
    #[error("Use https (http only for this machine).")]
    Scheme,
    /// `user:password@` in the URL.
    #[error("Remove the user name and password from the URL.")]
    Credentials,
    /// A `#` part.
    #[error("Remove the fragment from the URL.")]
    Fragment,
    /// Longer than [`Endpoint::MAX_BYTES`].
    #[error("Use at most 2048 bytes for a URL.")]
    TooLong,
}

impl Endpoint {
    /// Longest accepted URL, in bytes.
    pub const MAX_BYTES: usize = 2048;

    /// The URL exactly as it was given.
    pub fn as_str(&self) -> &str {
        &self.exact
    }

    /// The parsed URL.
    pub const fn url(&self) -> &Url {
        &self.parsed
    }

    /// `host` or `host:port`, as the `Host` header carries it.
    pub fn authority(&self) -> String {
        let host = self.parsed.host_str().unwrap_or_default();
        match self.parsed.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }

    /// `scheme://host[:port]`, which is what a person confirms before a new server is called.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.parsed.scheme(), self.authority())
    }

    /// Path and query, as the request line carries them.
    pub fn path_and_query(&self) -> String {
        match self.parsed.query() {
            Some(query) => format!("{}?{query}", self.parsed.path()),
            None => self.parsed.path().to_owned(),
        }
    }
}

impl FromStr for Endpoint {
    type Err = InvalidEndpoint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() > Self::MAX_BYTES {
            return Err(InvalidEndpoint::TooLong);
        }
        // The URL parser drops tabs and line breaks silently and trims; what it would change is refused.
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) || text.contains('\\') {
            return Err(InvalidEndpoint::NotAUrl);
        }
        let parsed = Url::parse(text).map_err(|_| InvalidEndpoint::NotAUrl)?;
        if !matches!(parsed.scheme(), "http" | "https") {
            return Err(InvalidEndpoint::Scheme);
        }
        if !parsed.username().is_empty() || parsed.password().is_some() {
            return Err(InvalidEndpoint::Credentials);
        }
        if parsed.fragment().is_some() {
            return Err(InvalidEndpoint::Fragment);
        }
        Ok(Self { exact: text.to_owned(), parsed })
    }
}

impl TryFrom<String> for Endpoint {
    type Error = InvalidEndpoint;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Endpoint> for String {
    fn from(endpoint: Endpoint) -> Self {
        endpoint.exact
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.exact)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    #[test]
    fn the_exact_string_is_kept() {
        let endpoint: Endpoint = "https://Auth.Example.com:443/token?x=1".parse().unwrap();
        assert_eq!(endpoint.as_str(), "https://Auth.Example.com:443/token?x=1");
        assert_eq!(endpoint.authority(), "auth.example.com");
        assert_eq!(endpoint.path_and_query(), "/token?x=1");
        assert_eq!(endpoint.origin(), "https://auth.example.com");
    }

    #[test]
    fn other_schemes_credentials_and_fragments_are_refused() {
        let refused = |text: &str| text.parse::<Endpoint>().unwrap_err();
        assert_eq!(refused("ftp://example.com/"), InvalidEndpoint::Scheme);
        assert_eq!(refused("https://user:pass@example.com/"), InvalidEndpoint::Credentials);
        assert_eq!(refused("https://example.com/#a"), InvalidEndpoint::Fragment);
        assert_eq!(refused("example.com/token"), InvalidEndpoint::NotAUrl);
        assert_eq!(refused("https://exam\nple.com/"), InvalidEndpoint::NotAUrl);
        assert_eq!(refused("https:\\\\example.com"), InvalidEndpoint::NotAUrl);
    }
}
