//! Header fields.

use super::{form, mask_token, runs};

/// A header's value as it may be kept. `WWW-Authenticate` and the like stay: they carry a challenge,
/// not a credential.
pub(super) fn mask(name: &str, value: &str) -> String {
    match name.to_ascii_lowercase().as_str() {
        "authorization" | "proxy-authorization" => credentials(value),
        "cookie" => value.split(';').map(cookie).collect::<Vec<_>>().join(";"),
        "set-cookie" => match value.split_once(';') {
            Some((pair, attributes)) => format!("{};{attributes}", cookie(pair)),
            None => cookie(value),
        },
        "dpop" | "x-api-key" => mask_token(value),
        "location" | "content-location" | "link" => url(value),
        _ => runs::mask_jwts(value),
    }
}

/// Keeps the scheme, masks what follows.
fn credentials(value: &str) -> String {
    match value.split_once(' ') {
        Some((scheme, secret)) => format!("{scheme} {}", mask_token(secret.trim())),
        None => mask_token(value),
    }
}

/// Keeps the name of a cookie, drops its value.
fn cookie(pair: &str) -> String {
    match pair.split_once('=') {
        Some((name, _)) => format!("{name}=…"),
        None => "…".to_owned(),
    }
}

/// Masks query and fragment as forms.
fn url(value: &str) -> String {
    let pieces: Vec<String> = value.split_inclusive(['?', '#']).map(form::mask).collect();
    pieces.concat()
}
