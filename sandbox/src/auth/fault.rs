//! What is wrong with a client assertion.

/// Why an assertion was refused. PingOne documents the refusals but not their words; these are ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum AssertionFault {
    #[error("Client assertion is not a signed JWT in compact form")]
    NotCompact,
    #[error("Client assertion is not valid base64url")]
    Base64,
    #[error("Client assertion header is malformed")]
    Header,
    #[error("Client assertion claims are malformed")]
    Claims,
    #[error("Client assertion must be signed")]
    Unsigned,
    #[error("Client assertion algorithm is not supported")]
    Algorithm,
    #[error("Client assertion header has critical parameters that are not understood")]
    Critical,
    #[error("Client assertion typ is not that of a client assertion")]
    Typ,
    #[error("Client assertion key is not known")]
    NoKey,
    #[error("Client assertion names no key and the client has several")]
    AmbiguousKey,
    #[error("Client secret is too short for the client assertion algorithm")]
    ShortSecret,
    #[error("Client assertion signature is invalid")]
    Signature,
    #[error("Client assertion iss must be the client id")]
    Issuer,
    #[error("Client assertion sub must be the client id")]
    Subject,
    #[error("Client assertion aud must be the issuer or the token endpoint")]
    Audience,
    #[error("Client assertion has no exp")]
    NoExpiry,
    #[error("Client assertion has expired")]
    Expired,
    #[error("Client assertion expires more than one hour ahead")]
    TooFarAhead,
    #[error("Client assertion is not valid yet")]
    NotYetValid,
    #[error("Client assertion has no jti")]
    NoJti,
    #[error("Client assertion was used before")]
    Replayed,
}
