//! A successful token response
//! ([RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749#section-5.1)).

use super::{BearerSecret, Surprise, lifetime};
use crate::json::{Object, string};

/// What was granted.
#[derive(Debug, Clone)]
pub struct GrantedToken {
    /// The access token.
    pub access_token: BearerSecret,
    /// How it is to be used, as the server wrote it; compare it with [`GrantedToken::is_bearer`].
    pub token_type: String,
    /// Lifetime in seconds, 1 to [`super::MAX_EXPIRES_IN`]; `None` when the server did not say.
    pub expires_in: Option<u32>,
    /// The granted scope; absent means "as requested".
    pub scope: Option<String>,
    /// A refresh token, which this grant should not bring
    /// ([RFC 6749 §4.4.3](https://www.rfc-editor.org/rfc/rfc6749#section-4.4.3)).
    pub refresh_token: Option<BearerSecret>,
    /// An ID token, which needs a user.
    pub id_token: Option<BearerSecret>,
    /// Names of all other members, in order.
    pub other_members: Vec<String>,
    /// Everything that is not as the standard has it.
    pub surprises: Vec<Surprise>,
}

/// The members with a field of their own.
const KNOWN: [&str; 6] = ["access_token", "token_type", "expires_in", "scope", "refresh_token", "id_token"];

impl GrantedToken {
    /// Whether the token is sent as `Authorization: Bearer`. Case does not matter
    /// ([RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749#section-5.1)).
    pub fn is_bearer(&self) -> bool {
        self.token_type.eq_ignore_ascii_case("bearer")
    }
}

/// Reads a token; the error is a sentence.
pub(super) fn from_object(object: &Object) -> Result<GrantedToken, String> {
    let access_token = match object.get("access_token").map(string) {
        None => return Err("The answer has no access_token.".to_owned()),
        Some(Some(token)) if !token.is_empty() => BearerSecret::new(token),
        Some(_) => return Err("access_token is not a string with characters in it.".to_owned()),
    };
    let (expires_in, lifetime_surprise) = lifetime::read(object.get("expires_in"));
    let token_type = object.text("token_type").unwrap_or_default();
    let secret = |name| object.text(name).map(BearerSecret::new);
    let others = object.members().map(|(name, _)| name).filter(|name| !KNOWN.contains(name));
    let mut granted = GrantedToken {
        access_token,
        token_type,
        expires_in,
        scope: object.text("scope"),
        refresh_token: secret("refresh_token"),
        id_token: secret("id_token"),
        other_members: others.map(str::to_owned).collect(),
        surprises: lifetime_surprise.into_iter().collect(),
    };
    notice(&mut granted, object);
    Ok(granted)
}

fn notice(granted: &mut GrantedToken, object: &Object) {
    let mut notice = |surprise| granted.surprises.push(surprise);
    match object.get("token_type") {
        None => notice(Surprise::NoTokenType),
        Some(_) if !granted.token_type.eq_ignore_ascii_case("bearer") => {
            notice(Surprise::OtherTokenType(granted.token_type.clone()));
        }
        Some(_) => {}
    }
    if object.get("scope").is_some() && granted.scope.is_none() {
        notice(Surprise::ScopeNotText);
    }
    if object.get("refresh_token").is_some_and(|value| value != "null") {
        notice(Surprise::RefreshToken);
    }
    if object.get("id_token").is_some_and(|value| value != "null") {
        notice(Surprise::IdToken);
    }
}
