//! Keys at work: signing client assertions, checking the signatures of tokens.
//!
//! All cryptography is aws-lc. Key material has types that print nothing and is parsed once, not with
//! every signature.

mod fault;
mod fixture;
mod hmac;
mod jwk;
mod kind;
mod pem;
mod private;
mod random;
mod verifier;

pub use fault::KeyFault;
pub(crate) use fixture::FixtureKeys;
pub use hmac::{HmacSigner, SecretTooShort};
pub use private::PrivateKey;
pub(crate) use random::random_id;
pub use verifier::AwsLcVerifier;

#[cfg(test)]
mod tests;
