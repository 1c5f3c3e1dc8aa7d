//! Names, codes and documents as they appear on the wire.
//!
//! This is vocabulary only: enums with their wire names and serialisable documents, no behaviour
//! that could be wrong in two places at once. The simulated provider uses this module and nothing
//! else of the crate.

mod auth_method;
mod error_code;
mod grant_type;
mod metadata;
pub mod param;
mod signing_alg;
mod token_response;

pub use auth_method::{AuthMethod, UnknownName};
pub use error_code::ErrorCode;
pub use grant_type::GrantType;
pub use metadata::ProviderMetadata;
pub use signing_alg::{KeyKind, SigningAlg};
pub use token_response::{ErrorResponse, TokenResponse};

/// Value of `client_assertion_type` for JWT client authentication
/// ([RFC 7523 §2.2](https://www.rfc-editor.org/rfc/rfc7523#section-2.2)).
pub const CLIENT_ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// Media type of every token request
/// ([RFC 6749 §4.4.2](https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2)).
pub const FORM_MEDIA_TYPE: &str = "application/x-www-form-urlencoded";

/// Media type of token responses and metadata.
pub const JSON_MEDIA_TYPE: &str = "application/json";

/// Path appended to an issuer to find its metadata
/// ([OpenID Connect Discovery 1.0 §4](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig)).
pub const OPENID_WELL_KNOWN: &str = "/.well-known/openid-configuration";

/// Path inserted between host and path of an issuer
/// ([RFC 8414 §3](https://www.rfc-editor.org/rfc/rfc8414#section-3)).
pub const OAUTH_WELL_KNOWN: &str = "/.well-known/oauth-authorization-server";
