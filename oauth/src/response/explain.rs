//! What a refusal means and what to do about it: one table, used wherever a refusal is shown.

use super::{Refusal, RefusalCode};
use crate::wire::ErrorCode;

/// A refusal in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// What happened, in a sentence.
    pub cause: &'static str,
    /// What to look at first.
    pub way_out: &'static str,
    /// Where the code is defined.
    pub spec: &'static str,
}

/// Explains a refusal by its code and, where the code says nothing, by its status.
pub fn explain(refusal: &Refusal) -> Explanation {
    match &refusal.code {
        RefusalCode::OAuth(ErrorCode::Unknown(code)) => {
            other(code).unwrap_or_else(|| by_status(refusal.status))
        }
        RefusalCode::OAuth(code) => standard(code),
        RefusalCode::Management(code) => management(code).unwrap_or_else(|| by_status(refusal.status)),
        RefusalCode::Gateway => GATEWAY,
        RefusalCode::None => by_status(refusal.status),
    }
}

const fn row(cause: &'static str, way_out: &'static str, spec: &'static str) -> Explanation {
    Explanation { cause, way_out, spec }
}

/// The codes of RFC 6749 §5.2 and the two that are met beside them.
const fn standard(code: &ErrorCode) -> Explanation {
    let (cause, way_out) = match code {
        ErrorCode::InvalidRequest => (
            "The server could not make sense of the request: a parameter is missing, repeated or malformed, or the client authenticated in two ways at once.",
            "Compare the message in the wire panel with the server's documentation: each parameter once, one authentication method.",
        ),
        ErrorCode::InvalidClient => (
            "The server could not authenticate this client: it does not know the client ID, the secret or signature is wrong, or the client is registered for another authentication method.",
            "Check the client ID and the environment, choose the method the client is registered for, then enter the secret or key again.",
        ),
        ErrorCode::InvalidGrant => (
            "The grant itself was refused: an assertion, a code or a refresh token is invalid, expired or meant for another client.",
            "This flow has no grant but the client's own credentials, so check that grant_type is client_credentials and that the clock is right.",
        ),
        ErrorCode::UnauthorizedClient => (
            "The server knows the client but does not let it use this grant.",
            "Enable the client-credentials grant for this client at the server.",
        ),
        ErrorCode::UnsupportedGrantType => (
            "The server does not support this grant type at all.",
            "Check that the token endpoint belongs to the server you mean, and that its metadata names client_credentials.",
        ),
        ErrorCode::InvalidScope => (
            "A scope is unknown, malformed or not granted to this client, or the scopes belong to more than one resource.",
            "Ask only for scopes that are granted to the client, all of one resource, or leave the scope out.",
        ),
        ErrorCode::InvalidTarget => (
            "The server does not know the resource, or does not issue tokens for it.",
            "Use a resource identifier exactly as it is registered at the server, or leave it out.",
        ),
        ErrorCode::AccessDenied => (
            "The server authenticated the client and refused all the same: the client has no right it could put into a token.",
            "Give the client what it lacks: a role for a PingOne worker, a grant on the API elsewhere.",
        ),
        ErrorCode::Unknown(_) => {
            ("The server used a code of its own.", "Read the server's description and its documentation.")
        }
    };
    row(cause, way_out, code.spec())
}

/// Codes outside the list of RFC 6749 §5.2 that servers use at the token endpoint.
fn other(code: &str) -> Option<Explanation> {
    const AUTHORIZATION: &str = "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1";
    Some(match code {
        "server_error" => row(
            "The server ran into a fault of its own.",
            "Try again later; quote the time and the correlation ID to the server's support.",
            AUTHORIZATION,
        ),
        "temporarily_unavailable" => row(
            "The server is overloaded or under maintenance.",
            "Wait a little, then request again.",
            AUTHORIZATION,
        ),
        "request_not_supported" => row(
            "The server does not offer this flow to the client, which is how OA4MP says that it is no service client.",
            "Have the client registered as a service client.",
            "https://www.rfc-editor.org/rfc/rfc6749#section-5.2",
        ),
        "use_dpop_nonce" => row(
            "The server wants a DPoP proof with every token request.",
            "Turn off the DPoP requirement of this client: the flow here issues bearer tokens.",
            "https://www.rfc-editor.org/rfc/rfc9449#section-8",
        ),
        _ => return None,
    })
}

const GATEWAY: Explanation = row(
    "The gateway in front of PingOne knows no such route.",
    "Check the path of the token endpoint: /{environment ID}/as/token.",
    "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4",
);

const NOT_FOUND: Explanation = row(
    "Nothing is there: the server knows no such environment or endpoint.",
    "Check the environment ID and the region; an environment answers in its own region only.",
    "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
);

const TOO_MANY: Explanation = row(
    "Too many requests in a short time.",
    "Wait as long as Retry-After says, then request again; keep a token until it expires instead of asking for a new one.",
    "https://www.rfc-editor.org/rfc/rfc6585#section-4",
);

const NOT_ALLOWED: Explanation = row(
    "The server understood who is asking and does not allow it.",
    "Check the client's roles, grants and network rules at the server.",
    "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4",
);

const SERVER_FAULT: Explanation = row(
    "The server, or something in front of it, failed.",
    "Try again later; quote the time and the correlation ID to the server's support.",
    "https://www.rfc-editor.org/rfc/rfc9110#section-15.6",
);

const MALFORMED: Explanation = row(
    "The server rejected the request without a code of the standard.",
    "Read the server's words, and check that the URL is its token endpoint.",
    "https://www.rfc-editor.org/rfc/rfc9110#section-15.5",
);

/// Codes of the `PingOne` platform API.
fn management(code: &str) -> Option<Explanation> {
    Some(match code {
        "NOT_FOUND" => NOT_FOUND,
        "REQUEST_LIMITED" => TOO_MANY,
        "ACCESS_FAILED" => NOT_ALLOWED,
        "INVALID_DATA" | "INVALID_REQUEST" | "REQUEST_FAILED" => MALFORMED,
        "UNEXPECTED_ERROR" => SERVER_FAULT,
        _ => return None,
    })
}

const fn by_status(status: u16) -> Explanation {
    match status {
        401 => standard(&ErrorCode::InvalidClient),
        403 => NOT_ALLOWED,
        404 => NOT_FOUND,
        429 => TOO_MANY,
        500.. => SERVER_FAULT,
        _ => MALFORMED,
    }
}
