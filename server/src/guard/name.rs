//! Host names that are refused before anybody is asked for their address.

/// Domains that mean "this machine" or "this network" everywhere
/// ([RFC 6761](https://www.rfc-editor.org/rfc/rfc6761), [RFC 6762](https://www.rfc-editor.org/rfc/rfc6762),
/// [RFC 8375](https://www.rfc-editor.org/rfc/rfc8375)), and those that clouds use for their own.
const PRIVATE_DOMAINS: &[&str] =
    &["localhost", "local", "localdomain", "internal", "intranet", "lan", "home.arpa", "corp", "home"];

/// The name by which a person may confirm this machine.
pub(super) fn is_localhost(name: &str) -> bool {
    name.eq_ignore_ascii_case("localhost")
}

/// Whether a name may be looked up at all: it has a dot, lies in no private domain and does not name
/// a metadata service.
pub(super) fn is_public(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    let private =
        |domain: &str| name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    name.contains('.')
        && !PRIVATE_DOMAINS.iter().any(|domain| private(domain))
        && !name.split('.').any(|label| label.starts_with("metadata"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine_and_this_network_are_not_public() {
        for name in [
            "localhost",
            "LOCALHOST",
            "localhost.",
            "a.localhost",
            "printer.local",
            "db.internal",
            "x.y.internal.",
            "metadata",
            "metadata.google.internal",
            "metadata.azure.com",
            "metadata-server.example",
            "router.lan",
            "intranet",
            "host",
            "box.home.arpa",
            "x.localdomain",
        ] {
            assert!(!is_public(name), "{name}");
        }
    }

    #[test]
    fn names_that_only_look_similar_are_public() {
        for name in [
            "auth.pingone.eu",
            "internal.example.com",
            "local.example",
            "notlocal.example",
            "mylocalhost.com",
        ] {
            assert!(is_public(name), "{name}");
        }
    }
}
