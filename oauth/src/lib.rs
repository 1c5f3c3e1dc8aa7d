//! The protocol core of Authz Flows: OAuth 2.0 for machines, without any I/O.
//!
//! Every function here answers a question about values it is given: what would this request look
//! like, what does this answer mean, is this token still fresh. The clock, randomness and keys are
//! arguments, so the same code runs on the server, in the browser (`wasm32`) and in tests.
//!
//! Where to look:
//!
//! | Module | Question it answers |
//! |---|---|
//! | [`wire`] | What are the standard's names, codes and documents called on the wire? |
//! | [`client`] | Who asks, and how does it prove that? |
//! | [`provider`] | Which server is asked, and may its metadata be trusted? |
//! | [`scope`], [`resource`] | What is asked for? |
//! | [`assertion`] | Which claims does a client assertion make? |
//! | [`request`] | Which exact HTTP message follows from all that? |
//! | [`response`] | What did the server say? |
//! | [`jose`] | What is inside a JWT, and which key may verify it? |
//! | [`lifetime`] | How long is a token good for? |
//! | [`exchange`], [`redact`] | What is kept of a call, and what must not be? |
//! | [`export`] | How does a request look as a shell command? |
//!
//! The one value to know is [`request::PreparedRequest`]: it is built once and then sent,
//! previewed, exported and logged.
//!
//! ```
//! use oauth::{client::Authentication, request::{Reveal, token}, scope::Scope, wire::GrantType};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let request = token::prepare(&token::TokenRequest {
//!     endpoint: "https://as.example/token".parse()?,
//!     grant_type: GrantType::ClientCredentials,
//!     client_id: "orders-batch".parse()?,
//!     authentication: Authentication::SecretPost(None),
//!     scope: "orders:read".parse::<Scope>()?,
//!     audience: vec![],
//!     resource: vec![],
//!     parameters: vec![],
//! });
//! // The secret is not known here, so the request can be shown and cannot be sent.
//! assert!(request.text(Reveal::Label).ends_with("client_secret=‹client_secret›&scope=orders%3Aread"));
//! assert!(request.body.wire().is_err());
//! # Ok(())
//! # }
//! ```

pub mod assertion;
pub mod client;
pub mod exchange;
pub mod export;
pub mod jose;
mod json;
pub mod lifetime;
pub mod provider;
pub mod redact;
pub mod request;
pub mod resource;
pub mod response;
pub mod scope;
pub mod wire;
