//! Addresses outside this server that pages lead to.

/// The grant this flow walks through: RFC 6749 §4.4.
pub const CLIENT_CREDENTIALS_GRANT: &str = "https://www.rfc-editor.org/rfc/rfc6749#section-4.4";
