//! What may be said about a token without saying the token.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Stands for what was left out.
const GAP: char = '…';

/// Shortest token of which the last four characters are shown. Of a shorter one they would give too
/// much away.
const MIN_SHOWN: usize = 12;

/// Masks a token: `first 6…last 4` of a JWT, `…last 4` of an opaque token, `…` of a short one.
///
/// Masking twice changes nothing.
pub fn mask_token(token: &str) -> String {
    let length = token.chars().count();
    if token.contains(GAP) && length <= 11 {
        return token.to_owned();
    }
    if length < MIN_SHOWN {
        return GAP.to_string();
    }
    let tail: String = token.chars().skip(length - 4).collect();
    let is_jwt = token.matches('.').count() >= 2 && length >= 2 * MIN_SHOWN;
    let head: String = if is_jwt { token.chars().take(6).collect() } else { String::new() };
    format!("{head}{GAP}{tail}")
}

/// The first eight hex digits of a secret's SHA-256: enough to see whether two are the same, not
/// enough to find out what they are.
pub fn fingerprint(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes())[..4])
}

/// Bytes as lower-case hex digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
