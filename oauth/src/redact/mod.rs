//! What must not be kept or shown of a message, and how it is taken out.
//!
//! Two nets lie one behind the other. The first knows places: members, fields and headers that carry
//! credentials, and text that has the form of a JWT wherever it stands. The second knows values: the
//! secrets of the request that was sent, should a server echo one of them. Neither fails open: a body
//! that cannot be parsed loses everything that could be a token.

mod form;
mod headers;
mod json;
mod redactor;
mod runs;
mod token;

pub use redactor::Redactor;
pub use token::{fingerprint, mask_token};

/// Names of members, fields and parameters whose value is a credential, without `_` and `-`.
const SENSITIVE: &[&str] = &[
    "accesstoken",
    "actortoken",
    "apikey",
    "assertion",
    "authorization",
    "clientassertion",
    "clientsecret",
    "devicecode",
    "idtoken",
    "password",
    "privatekey",
    "refreshtoken",
    "registrationaccesstoken",
    "secret",
    "softwarestatement",
    "subjecttoken",
    "token",
];

/// Members of a JWK that only a private or symmetric key has
/// ([RFC 7518 §6](https://www.rfc-editor.org/rfc/rfc7518#section-6)). The names are short and common,
/// so the value has to look like key material too.
const KEY_MATERIAL: &[&str] = &["d", "dp", "dq", "k", "p", "q", "qi"];

/// Shortest value that is taken for key material, in bytes.
const MIN_KEY_MATERIAL: usize = 16;

/// Whether the value under `name` is a credential.
fn is_sensitive(name: &str, value: &str) -> bool {
    let plain = || name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).map(|c| c.to_ascii_lowercase());
    SENSITIVE.iter().any(|known| plain().eq(known.chars()))
        || (KEY_MATERIAL.contains(&name) && value.len() >= MIN_KEY_MATERIAL)
}

/// The longest start of `text` that has at most `limit` bytes and ends between two characters.
pub fn truncate(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}

/// Repeats what somebody else wrote: quoted, control characters escaped, and with an end.
pub(crate) fn said(text: &str) -> String {
    let start = truncate(text, 200);
    if start.len() < text.len() { format!("{start:?}…") } else { format!("{start:?}") }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
