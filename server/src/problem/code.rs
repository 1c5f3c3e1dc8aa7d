//! The kinds of failure.

use http::StatusCode;

/// What went wrong, by its stable name. Pages and scripts decide by this and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// The body is not JSON.
    MalformedJson,
    /// `X-Requested-With: authz-flows` is not there.
    MissingHeader,
    /// A browser sent this from another site.
    CrossSite,
    /// Nothing is there.
    NotFound,
    /// Something is there, for another method.
    MethodNotAllowed,
    /// The request did not arrive in time.
    RequestTimeout,
    /// The body is over the limit.
    TooLarge,
    /// The request line is over the limit.
    UriTooLong,
    /// The body is said to be something else than JSON.
    UnsupportedMediaType,
    /// The `Host` header names another server.
    UnknownHost,
    /// Fields cannot be used.
    InvalidInput,
    /// The target is not one this server may call.
    TargetNotAllowed,
    /// Too many requests.
    RateLimited,
    /// The headers are over the limit.
    HeadersTooLarge,
    /// A fault of this server.
    Internal,
    /// No connection to the provider.
    ProviderUnreachable,
    /// No trusted TLS connection to the provider.
    ProviderTls,
    /// The provider answered with a redirect, which is never followed.
    ProviderRedirect,
    /// The provider publishes no metadata that can be used.
    ProviderMetadata,
    /// The provider's answer is not JSON.
    ProviderNonJson,
    /// The provider's answer is over the limit.
    ProviderTooLarge,
    /// The provider's answer is compressed, which was not asked for.
    ProviderEncoding,
    /// Too much is going on at once.
    Busy,
    /// The provider did not answer in time.
    ProviderTimeout,
}

impl Code {
    /// Every code.
    pub const ALL: [Self; 24] = [
        Self::MalformedJson,
        Self::MissingHeader,
        Self::CrossSite,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::RequestTimeout,
        Self::TooLarge,
        Self::UriTooLong,
        Self::UnsupportedMediaType,
        Self::UnknownHost,
        Self::InvalidInput,
        Self::TargetNotAllowed,
        Self::RateLimited,
        Self::HeadersTooLarge,
        Self::Internal,
        Self::ProviderUnreachable,
        Self::ProviderTls,
        Self::ProviderRedirect,
        Self::ProviderMetadata,
        Self::ProviderNonJson,
        Self::ProviderTooLarge,
        Self::ProviderEncoding,
        Self::Busy,
        Self::ProviderTimeout,
    ];

    /// The name in `code`, the status and the title.
    const fn facts(self) -> (&'static str, StatusCode, &'static str) {
        use StatusCode as S;
        match self {
            Self::MalformedJson => ("malformed-json", S::BAD_REQUEST, "Malformed JSON"),
            Self::MissingHeader => ("missing-header", S::FORBIDDEN, "Header missing"),
            Self::CrossSite => ("cross-site", S::FORBIDDEN, "Request from another site"),
            Self::NotFound => ("not-found", S::NOT_FOUND, "Not found"),
            Self::MethodNotAllowed => ("method-not-allowed", S::METHOD_NOT_ALLOWED, "Method not allowed"),
            Self::RequestTimeout => ("request-timeout", S::REQUEST_TIMEOUT, "Request took too long"),
            Self::TooLarge => ("too-large", S::PAYLOAD_TOO_LARGE, "Body too large"),
            Self::UriTooLong => ("uri-too-long", S::URI_TOO_LONG, "URL too long"),
            Self::UnsupportedMediaType => {
                ("unsupported-media-type", S::UNSUPPORTED_MEDIA_TYPE, "Unsupported media type")
            }
            Self::UnknownHost => ("unknown-host", S::MISDIRECTED_REQUEST, "Unknown host"),
            Self::InvalidInput => ("invalid-input", S::UNPROCESSABLE_ENTITY, "Invalid input"),
            Self::TargetNotAllowed => ("target-not-allowed", S::UNPROCESSABLE_ENTITY, "Target not allowed"),
            Self::RateLimited => ("rate-limited", S::TOO_MANY_REQUESTS, "Too many requests"),
            Self::HeadersTooLarge => {
                ("headers-too-large", S::REQUEST_HEADER_FIELDS_TOO_LARGE, "Headers too large")
            }
            Self::Internal => ("internal", S::INTERNAL_SERVER_ERROR, "Server failure"),
            Self::ProviderUnreachable => ("provider-unreachable", S::BAD_GATEWAY, "Provider unreachable"),
            Self::ProviderTls => ("provider-tls", S::BAD_GATEWAY, "No trusted connection to the provider"),
            Self::ProviderRedirect => ("provider-redirect", S::BAD_GATEWAY, "Provider redirects"),
            Self::ProviderMetadata => ("provider-metadata", S::BAD_GATEWAY, "No usable metadata"),
            Self::ProviderNonJson => ("provider-non-json", S::BAD_GATEWAY, "Provider's answer is not JSON"),
            Self::ProviderTooLarge => {
                ("provider-too-large", S::BAD_GATEWAY, "Provider's answer is too large")
            }
            Self::ProviderEncoding => {
                ("provider-encoding", S::BAD_GATEWAY, "Provider's answer is compressed")
            }
            Self::Busy => ("busy", S::SERVICE_UNAVAILABLE, "Busy"),
            Self::ProviderTimeout => ("provider-timeout", S::GATEWAY_TIMEOUT, "Provider took too long"),
        }
    }

    /// The stable, kebab-case name.
    pub const fn as_str(self) -> &'static str {
        self.facts().0
    }

    /// The HTTP status that goes with it.
    pub const fn status(self) -> StatusCode {
        self.facts().1
    }

    /// The kind in a few words.
    pub const fn title(self) -> &'static str {
        self.facts().2
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Code;

    #[test]
    fn every_code_has_a_name_of_its_own() {
        let names: HashSet<&str> = Code::ALL.into_iter().map(Code::as_str).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(names.iter().all(|name| name.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase())));
    }

    #[test]
    fn every_code_is_a_failure() {
        assert!(Code::ALL.into_iter().map(Code::status).all(|s| s.is_client_error() || s.is_server_error()));
    }
}
