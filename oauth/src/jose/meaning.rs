//! What header members and claims mean, in a sentence each.

/// Which part of a token a member stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The JOSE header.
    Header,
    /// The claims.
    Payload,
}

/// What a member says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// The meaning in a sentence.
    pub text: &'static str,
    /// Where it is defined.
    pub spec: &'static str,
}

/// The meaning of a member, where it is known.
pub fn meaning(part: Part, name: &str) -> Option<Meaning> {
    let table = match part {
        Part::Header => HEADER,
        Part::Payload => PAYLOAD,
    };
    let row = table.iter().find(|(known, ..)| *known == name);
    row.map(|(_, text, spec)| Meaning { text, spec })
}

type Row = (&'static str, &'static str, &'static str);

const ACCESS_TOKEN: &str = "https://www.rfc-editor.org/rfc/rfc9068#section-2.2";
const PINGONE: &str =
    "https://developer.pingidentity.com/pingone-api/foundations/authentication-concepts/token-claims.html";

const HEADER: &[Row] = &[
    ("alg", "The signature algorithm.", "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.1"),
    ("kid", "Which key of the key set signed it.", "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4"),
    ("typ", "What kind of JWT this is.", "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9"),
    (
        "cty",
        "What the payload is, where it is not plain claims.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.10",
    ),
    (
        "crit",
        "Extensions the reader must understand. None is supported here, so the token does not verify.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11",
    ),
    (
        "jku",
        "A URL of a key set. Ignored for trust: a token cannot say where its own keys are.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.2",
    ),
    (
        "jwk",
        "A public key. Ignored for trust: a token cannot vouch for its own key.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.3",
    ),
    (
        "x5u",
        "A URL of a certificate. Ignored for trust: a token cannot say where its own keys are.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.5",
    ),
    (
        "x5c",
        "A certificate chain. Ignored for trust: a token cannot vouch for its own key.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.6",
    ),
    ("x5t", "The SHA-1 of the signer's certificate.", "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.7"),
    (
        "x5t#S256",
        "The SHA-256 of the signer's certificate.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.8",
    ),
    (
        "zip",
        "Compression, which a signed token does not have.",
        "https://www.rfc-editor.org/rfc/rfc7516#section-4.1.3",
    ),
    (
        "b64",
        "Whether the payload is base64url-encoded; anything but true does not verify here.",
        "https://www.rfc-editor.org/rfc/rfc7797#section-3",
    ),
];

const PAYLOAD: &[Row] = &[
    ("iss", "Who issued the token.", "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.1"),
    (
        "sub",
        "Whom the token is about. Without a user that is the client itself.",
        "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.2",
    ),
    ("aud", "The APIs that may accept it.", "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3"),
    ("exp", "Not valid from this moment on.", "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4"),
    ("nbf", "Not valid before this moment.", "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5"),
    ("iat", "When it was issued.", "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6"),
    ("jti", "The token's own ID, useful in logs.", "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7"),
    ("client_id", "The client that asked for it.", "https://www.rfc-editor.org/rfc/rfc8693#section-4.3"),
    ("scope", "What it allows.", "https://www.rfc-editor.org/rfc/rfc8693#section-4.2"),
    ("scp", "What it allows, in the spelling of some servers.", ACCESS_TOKEN),
    ("roles", "What it allows, as roles.", "https://www.rfc-editor.org/rfc/rfc9068#section-2.2.3.1"),
    (
        "groups",
        "Groups of whom the token is about.",
        "https://www.rfc-editor.org/rfc/rfc9068#section-2.2.3.1",
    ),
    (
        "entitlements",
        "What it allows, as entitlements.",
        "https://www.rfc-editor.org/rfc/rfc9068#section-2.2.3.1",
    ),
    ("auth_time", "When a user signed in.", "https://www.rfc-editor.org/rfc/rfc9068#section-2.2.1"),
    ("acr", "How strongly a user was authenticated.", "https://www.rfc-editor.org/rfc/rfc9068#section-2.2.1"),
    (
        "amr",
        "By which means a user was authenticated.",
        "https://www.rfc-editor.org/rfc/rfc9068#section-2.2.1",
    ),
    ("sid", "The session of a user.", "https://openid.net/specs/openid-connect-frontchannel-1_0.html"),
    (
        "azp",
        "The client a token was issued to, as ID tokens say it.",
        "https://openid.net/specs/openid-connect-core-1_0.html#IDToken",
    ),
    (
        "nonce",
        "Ties an ID token to its request.",
        "https://openid.net/specs/openid-connect-core-1_0.html#IDToken",
    ),
    (
        "cnf",
        "The key or certificate whose holder alone may use the token.",
        "https://www.rfc-editor.org/rfc/rfc7800#section-3.1",
    ),
    ("act", "Who acts on behalf of the subject.", "https://www.rfc-editor.org/rfc/rfc8693#section-4.1"),
    (
        "authorization_details",
        "What it allows, in detail.",
        "https://www.rfc-editor.org/rfc/rfc9396#section-9.1",
    ),
    ("env", "The PingOne environment it was issued in.", PINGONE),
    ("org", "The PingOne organisation the environment belongs to.", PINGONE),
    ("p1.rid", "PingOne's ID of the token request.", PINGONE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_is_a_sentence_with_a_link() {
        for (name, text, spec) in HEADER.iter().chain(PAYLOAD) {
            assert!(text.ends_with('.') && text.len() > 10, "{name}");
            assert!(spec.starts_with("https://"), "{name}");
        }
    }

    #[test]
    fn the_claims_of_a_pingone_token_are_all_known() {
        for name in ["client_id", "iss", "jti", "iat", "exp", "aud", "scope", "env", "org", "p1.rid"] {
            assert!(meaning(Part::Payload, name).is_some(), "{name}");
        }
        assert_eq!(meaning(Part::Header, "iss"), None);
    }

    #[test]
    fn keys_inside_a_token_are_said_to_be_ignored() {
        for name in ["jku", "jwk", "x5u", "x5c"] {
            assert!(
                meaning(Part::Header, name).is_some_and(|known| known.text.contains("Ignored for trust"))
            );
        }
    }
}
