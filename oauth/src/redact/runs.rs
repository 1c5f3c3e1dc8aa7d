//! Tokens in running text, found by their form.

use super::mask_token;
use crate::provider::is_uuid;

/// How the base64url form of a JSON object starts: `{"`, `{ `, `{\n`, `{\r`, `{\t`.
const JWT_STARTS: [&str; 5] = ["eyJ", "eyA", "ewo", "ew0", "ewk"];

/// Shortest run that is taken for a JWT, or for the piece that is left of one.
const MIN_JWT: usize = 20;

/// Shortest run that is taken for an opaque token, where nothing else tells what is one.
const MIN_OPAQUE: usize = 20;

/// Masks everything that looks like a JWT.
pub(super) fn mask_jwts(text: &str) -> String {
    mask_runs(text, |run| {
        let start = jwt_start(run)?;
        (run.len() - start >= MIN_JWT).then(|| format!("{}{}", &run[..start], mask_token(&run[start..])))
    })
}

/// Masks everything that could be a token: JWTs and long runs without a blank. UUIDs stay, because
/// correlation ids are UUIDs.
pub(super) fn mask_tokens(text: &str) -> String {
    mask_runs(&mask_jwts(text), |run| {
        let letters_and_digits = run.bytes().filter(u8::is_ascii_alphanumeric).count();
        let digits = run.bytes().any(|byte| byte.is_ascii_digit());
        (letters_and_digits >= MIN_OPAQUE && digits && !is_uuid(run)).then(|| mask_token(run))
    })
}

/// Where in a run a JWT starts: at its beginning or after a separator.
fn jwt_start(run: &str) -> Option<usize> {
    let at_start = |index: usize| index == 0 || !run.as_bytes()[index - 1].is_ascii_alphanumeric();
    (0..run.len())
        .find(|&index| at_start(index) && JWT_STARTS.iter().any(|start| run[index..].starts_with(start)))
}

/// Hands every run of token characters to `mask`, which returns its replacement or `None`.
fn mask_runs(text: &str, mask: impl Fn(&str) -> Option<String>) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_token_character) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_token_character(c)).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        masked.push_str(before);
        masked.push_str(mask(run).as_deref().unwrap_or(run));
        rest = after;
    }
    masked.push_str(rest);
    masked
}

/// Characters of base64url, its dots and padding, and `+`, `~` of other alphabets. No `/`, which
/// would take whole URLs for tokens.
const fn is_token_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '=' | '+' | '~')
}
