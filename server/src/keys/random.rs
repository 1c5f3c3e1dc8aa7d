//! Ids nobody can guess.

use aws_lc_rs::{error::Unspecified, rand};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

/// 128 random bits as 22 characters of base64url: the `jti` of an assertion.
///
/// # Errors
///
/// When the operating system gives no random bytes.
pub(crate) fn random_id() -> Result<String, Unspecified> {
    let mut bytes = [0; 16];
    rand::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}
