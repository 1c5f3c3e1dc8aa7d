//! Who asks: the client's id, its credentials and how it proves possession of them.

mod authentication;
mod id;
mod secret;

pub use authentication::{Authentication, basic_pair, form_encode};
pub use id::{ClientId, InvalidClientId};
pub use secret::{ClientSecret, InvalidSecret, SecretFacts, SignedAssertion};
