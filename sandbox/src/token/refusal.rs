//! Why no token was issued, in the words of PingOne where they are known.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use oauth::wire::{ErrorCode, ErrorResponse};

use crate::{SandboxError, auth::AssertionFault, correlation::CorrelationId};

/// A refusal of the token endpoint
/// ([RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)). Displayed, it is the description
/// without the correlation id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("Request denied: Content-Type must be application/x-www-form-urlencoded")]
    NotAForm,
    /// Larger than the limit, or cut off.
    #[error("Request denied: Request body is too large")]
    UnreadableBody,
    /// Named if it is one of the grant's own; other names are not echoed.
    #[error("Request denied: Parameter {} is repeated", .0.unwrap_or("outside the specification"))]
    Repeated(Option<&'static str>),
    #[error("Request denied: Missing parameter {0}")]
    Missing(&'static str),
    #[error("Request denied: More than one client authentication method was used")]
    SeveralMethods,
    #[error("Request denied: Unsupported client_assertion_type")]
    AssertionType,
    #[error("Request denied: client_id does not match the client credentials")]
    OtherClientId,
    #[error("Request denied: Unsupported grant type")]
    UnknownGrantType,
    #[error("Request denied: The application does not have this grant type")]
    GrantTypeOff,
    /// Unknown or disabled client, or a wrong secret: deliberately indistinguishable.
    #[error("Request denied: Invalid client credentials")]
    InvalidCredentials,
    /// Authenticated in a way that is not the application's own.
    #[error("Request denied: Unsupported authentication method")]
    UnsupportedMethod,
    #[error("Request denied: {0}")]
    Assertion(AssertionFault),
    #[error("Request denied: Application does not have any role assignments")]
    NoRole,
    #[error("May not request scopes for multiple resources")]
    SeveralResources,
    #[error("At least one scope must be granted")]
    NothingGranted,
    /// `resource` is none the application has a grant for.
    #[error("Request denied: Unknown or ungranted resource")]
    UnknownResource,
    #[error("The sandbox could not make a key")]
    Internal,
}

impl From<AssertionFault> for Refusal {
    fn from(fault: AssertionFault) -> Self {
        Self::Assertion(fault)
    }
}

impl From<SandboxError> for Refusal {
    fn from(_: SandboxError) -> Self {
        Self::Internal
    }
}

impl Refusal {
    fn code(self) -> (StatusCode, ErrorCode) {
        match self {
            Self::NotAForm
            | Self::Repeated(_)
            | Self::Missing(_)
            | Self::SeveralMethods
            | Self::AssertionType
            | Self::OtherClientId => (StatusCode::BAD_REQUEST, ErrorCode::InvalidRequest),
            Self::UnreadableBody => (StatusCode::PAYLOAD_TOO_LARGE, ErrorCode::InvalidRequest),
            Self::UnknownGrantType => (StatusCode::BAD_REQUEST, ErrorCode::UnsupportedGrantType),
            Self::GrantTypeOff => (StatusCode::BAD_REQUEST, ErrorCode::UnauthorizedClient),
            Self::InvalidCredentials | Self::UnsupportedMethod | Self::Assertion(_) => {
                (StatusCode::UNAUTHORIZED, ErrorCode::InvalidClient)
            }
            Self::NoRole => (StatusCode::FORBIDDEN, ErrorCode::AccessDenied),
            Self::SeveralResources | Self::NothingGranted => {
                (StatusCode::BAD_REQUEST, ErrorCode::InvalidScope)
            }
            Self::UnknownResource => (StatusCode::BAD_REQUEST, ErrorCode::InvalidTarget),
            Self::Internal => {
                (StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Unknown("server_error".to_owned()))
            }
        }
    }

    /// The answer: PingOne puts the correlation id into the description.
    pub(crate) fn answer(self, correlation: CorrelationId) -> Response {
        let (status, error) = self.code();
        let error_description = Some(format!("{self} (Correlation ID: {correlation})"));
        (status, Json(ErrorResponse { error, error_description })).into_response()
    }
}
