//! The id under which a call could be found in PingOne's logs.

use std::fmt;

use axum::http::{HeaderName, HeaderValue};
use uuid::Uuid;

/// Header every answer carries.
pub(crate) const CORRELATION_ID: HeaderName = HeaderName::from_static("correlation-id");

/// One call's id: in the header, in `id` of management errors and in the words of OAuth errors.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CorrelationId(pub(crate) Uuid);

impl fmt::Display for CorrelationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl CorrelationId {
    /// `None` cannot happen for a UUID; the type of the header wants it said.
    pub(crate) fn header(self) -> Option<HeaderValue> {
        HeaderValue::try_from(self.to_string()).ok()
    }
}
