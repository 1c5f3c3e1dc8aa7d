//! What is inside a JWT, which keys may verify it, and whether they do.
//!
//! Decoding says nothing about truth, so its result is called [`UnverifiedJwt`]. [`verify()`] is the
//! policy: which algorithm fits which key ([RFC 8725](https://www.rfc-editor.org/rfc/rfc8725)), which
//! keys of a set are used at all, which claims have to be there. The mathematics is behind
//! [`SignatureVerifier`], implemented where the cryptographic library is.

mod check;
mod claims;
mod decoded;
mod jwk;
mod key_choice;
mod key_set;
mod meaning;
mod numeric_date;
mod public_key;
mod rsa_modulus;
mod unverified;
mod verify;

pub use check::{Check, CheckCode, CheckStatus, Verification};
pub use decoded::{Decoded, MaskedSegment, Member};
pub use jwk::{KeyFault, VerificationKey};
pub use key_choice::NoKey;
pub use key_set::{DroppedKey, KeySet, KeySetFault};
pub use meaning::{Meaning, Part, meaning};
pub use numeric_date::NumericDate;
pub use public_key::{PublicKey, SignatureVerifier};
pub use unverified::{NotDecodable, Segment, UnverifiedJwt};
pub use verify::{Expected, LEEWAY, verify};

/// Longest accepted `kid` in bytes.
const MAX_KID: usize = 256;

#[cfg(test)]
#[path = "tests.rs"]
mod tests;

#[cfg(test)]
mod key_tests;
