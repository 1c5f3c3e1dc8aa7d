//! What a token response has that the standard does not expect, or the other way round.

/// One deviation. None of them makes the token unusable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Surprise {
    /// `expires_in` is missing, so nobody knows how long the token is good for.
    NoLifetime,
    /// `expires_in` is not a number; carries its JSON text.
    LifetimeUnreadable(String),
    /// `expires_in` is a number in quotes.
    LifetimeAsText,
    /// `expires_in` was out of bounds and has been clamped; carries its JSON text.
    LifetimeClamped(String),
    /// `token_type` is missing although it is required.
    NoTokenType,
    /// `token_type` is not Bearer, so the token may need a proof to go with it.
    OtherTokenType(String),
    /// `scope` is not a string.
    ScopeNotText,
    /// A refresh token came along.
    RefreshToken,
    /// An ID token came along.
    IdToken,
}

impl Surprise {
    /// The deviation in a sentence.
    pub fn text(&self) -> String {
        match self {
            Self::NoLifetime => "The server did not say how long the token is valid (expires_in).".into(),
            Self::LifetimeUnreadable(value) => format!("expires_in is {value}, which is not a number of seconds."),
            Self::LifetimeAsText => "expires_in is a string; the standard wants a number.".into(),
            Self::LifetimeClamped(value) => {
                format!("expires_in is {value}; it is treated as if it were within one second and 30 days.")
            }
            Self::NoTokenType => "token_type is missing although it is required.".into(),
            Self::OtherTokenType(kind) => {
                format!("token_type is {kind:?}, not Bearer: an API may want more than the token.")
            }
            Self::ScopeNotText => "scope is not a string, so the granted scope is unknown.".into(),
            Self::RefreshToken => {
                "A refresh token came along. The standard advises against one for this grant: the client can always ask again.".into()
            }
            Self::IdToken => "An ID token came along, although there is no user it could be about.".into(),
        }
    }

    /// Where the rule is written.
    pub const fn spec(&self) -> &'static str {
        match self {
            Self::RefreshToken => "https://www.rfc-editor.org/rfc/rfc6749#section-4.4.3",
            Self::IdToken => "https://openid.net/specs/openid-connect-core-1_0.html#IDToken",
            Self::ScopeNotText => "https://www.rfc-editor.org/rfc/rfc6749#section-3.3",
            Self::OtherTokenType(_) => "https://www.rfc-editor.org/rfc/rfc6749#section-7.1",
            _ => "https://www.rfc-editor.org/rfc/rfc6749#section-5.1",
        }
    }
}
