//! Parameter names of token requests.

/// `grant_type` ([RFC 6749 §4.4.2](https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2)).
pub const GRANT_TYPE: &str = "grant_type";
/// `scope` ([RFC 6749 §3.3](https://www.rfc-editor.org/rfc/rfc6749#section-3.3)).
pub const SCOPE: &str = "scope";
/// `client_id` ([RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)).
pub const CLIENT_ID: &str = "client_id";
/// `client_secret` ([RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)).
pub const CLIENT_SECRET: &str = "client_secret";
/// `client_assertion` ([RFC 7521 §4.2](https://www.rfc-editor.org/rfc/rfc7521#section-4.2)).
pub const CLIENT_ASSERTION: &str = "client_assertion";
/// `client_assertion_type` ([RFC 7521 §4.2](https://www.rfc-editor.org/rfc/rfc7521#section-4.2)).
pub const CLIENT_ASSERTION_TYPE: &str = "client_assertion_type";
/// `audience`: not standardised for this grant, understood by OA4MP and Auth0 among others.
pub const AUDIENCE: &str = "audience";
/// `resource` ([RFC 8707 §2](https://www.rfc-editor.org/rfc/rfc8707#section-2)).
pub const RESOURCE: &str = "resource";

/// Names a caller may not add as extra parameters, because the request builder owns them.
pub const OWNED: &[&str] = &[
    GRANT_TYPE,
    SCOPE,
    CLIENT_ID,
    CLIENT_SECRET,
    CLIENT_ASSERTION,
    CLIENT_ASSERTION_TYPE,
    AUDIENCE,
    RESOURCE,
];
