//! The exact HTTP message that follows from an intent.
//!
//! [`token::prepare`] is the only builder of token requests; [`metadata`] builds the two kinds of
//! fetches that go with it. Whatever is sent, previewed, exported or logged is the
//! [`PreparedRequest`] that came out of here.

pub mod metadata;
mod part;
mod prepared;
mod render;
pub mod token;

pub use part::{Part, Reveal, SecretNotHere, Text};
pub use prepared::{Body, Method, PreparedRequest};
pub use render::{Line, Span, SpanKind};
