//! How a caller says that a server outside the list is meant.

use oauth::provider::Endpoint;
use url::Url;

use super::Clearance;

/// What a caller has said about a target.
#[derive(Debug, Clone, Copy)]
pub enum Consent<'a> {
    /// A script named it, which is enough.
    Named,
    /// A browser sent the origin that a person confirmed.
    Confirmed(&'a str),
    /// A browser, and nobody confirmed anything.
    Missing,
    /// It stands in the verified metadata of a server that was cleared.
    Published(&'a Clearance),
}

/// Whether `given` is `scheme://host[:port]` of the endpoint; the port a scheme implies may be written.
pub(super) fn names_origin(given: &str, endpoint: &Endpoint) -> bool {
    let Ok(url) = Url::parse(given) else { return false };
    let bare =
        url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    bare && !given.ends_with('/') && url.origin() == endpoint.url().origin()
}

/// Whether two endpoints are the same scheme, host and port.
pub(super) fn same_origin(one: &Endpoint, other: &Endpoint) -> bool {
    one.url().origin() == other.url().origin()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    #[test]
    fn the_implied_port_may_be_written_and_nothing_else_may_follow() {
        let endpoint: Endpoint = "https://as.example/token".parse().unwrap();
        for given in ["https://as.example", "https://as.example:443", "https://AS.example"] {
            assert!(names_origin(given, &endpoint), "{given}");
        }
        for given in [
            "",
            "as.example",
            "http://as.example",
            "https://as.example/",
            "https://as.example/token",
            "https://as.example:8443",
            "https://as.example?x",
            "https://u@as.example",
            "https://as.example.evil",
        ] {
            assert!(!names_origin(given, &endpoint), "{given}");
        }
    }
}
