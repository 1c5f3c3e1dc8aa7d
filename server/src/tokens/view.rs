//! A token for the eye.

use std::time::Duration;

use app::api::{RevealedTokens, TokenState, TokenView};
use oauth::{
    jose::NumericDate,
    lifetime::{self, freshness, slack},
    response::BearerSecret,
    scope::Scope,
};

use super::{IssuedToken, decoded::Shown};

impl IssuedToken {
    /// The token masked and decoded, its state judged at `now_ms` of the clock that counts.
    pub fn view(&self, now_ms: i64) -> TokenView {
        let granted = &self.granted;
        let token = granted.access_token.expose();
        let shown = Shown::of(token);
        TokenView {
            id: self.id.clone(),
            exchange_id: self.exchange_id.clone(),
            fingerprint: granted.access_token.fingerprint(),
            state: self.state(&shown, now_ms),
            masked: shown.masked,
            header: shown.header,
            payload: shown.payload,
            token_type: granted.token_type.clone(),
            client_id: self.client_id.clone(),
            issuer: self.issuer.clone(),
            requested_scope: words(&self.requested.to_string()),
            granted_scope: self.granted_scope(),
            received_at_ms: self.received_at_ms,
            expires_in: granted.expires_in.map(u64::from),
            now_ms,
            beyond_spec: self.beyond_spec(),
        }
    }

    /// The whole tokens.
    pub fn reveal(&self) -> RevealedTokens {
        let text = |token: &BearerSecret| token.expose().to_owned();
        RevealedTokens {
            access_token: text(&self.granted.access_token),
            id_token: self.granted.id_token.as_ref().map(text),
            refresh_token: self.granted.refresh_token.as_ref().map(text),
        }
    }

    /// A response without `scope` grants what was asked
    /// ([RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749#section-5.1)).
    fn granted_scope(&self) -> Vec<String> {
        words(&self.granted.scope.clone().unwrap_or_else(|| Scope::to_string(&self.requested)))
    }

    fn beyond_spec(&self) -> Vec<String> {
        let came = [("refresh_token", &self.granted.refresh_token), ("id_token", &self.granted.id_token)];
        came.into_iter().filter(|(_, token)| token.is_some()).map(|(name, _)| name.to_owned()).collect()
    }

    /// By `expires_in`, else by `exp`. A token that says neither stays active: only its server knows.
    fn state(&self, shown: &Shown, now_ms: i64) -> TokenState {
        let exp = || shown.payload.iter().find(|claim| claim.name == "exp");
        let until_exp = || Some(NumericDate::read(&exp()?.value)?.seconds() - self.received_at_ms / 1000);
        let Some(life) = self.granted.expires_in.map(i64::from).or_else(until_exp) else {
            return TokenState::Active;
        };
        let life = Duration::from_secs(u64::try_from(life).unwrap_or(0));
        let age = Duration::from_millis(u64::try_from(now_ms - self.received_at_ms).unwrap_or(0));
        match lifetime::TokenState::from(freshness(age, life, slack(life))) {
            lifetime::TokenState::Active => TokenState::Active,
            lifetime::TokenState::Expiring => TokenState::Expiring,
            lifetime::TokenState::Expired => TokenState::Expired,
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "tests state their expectations")]
mod tests {
    use oauth::response::{TokenAnswer, read};

    use super::*;

    fn token(response: &str) -> IssuedToken {
        let TokenAnswer::Granted(granted) = read(200, response.as_bytes()) else { panic!("not granted") };
        IssuedToken {
            id: "t".into(),
            exchange_id: "e".into(),
            granted,
            client_id: "c".into(),
            issuer: None,
            confirmed: None,
            environment: None,
            requested: "a b".parse().unwrap(),
            received_at_ms: 1_000_000_000,
        }
    }

    #[test]
    fn the_state_follows_the_clock() {
        let token =
            token(r#"{"access_token":"opaque-opaque-opaque","token_type":"Bearer","expires_in":100}"#);
        let state = |seconds: i64| token.view(1_000_000_000 + seconds * 1000).state;
        assert_eq!([state(0), state(79)], [TokenState::Active; 2]);
        assert_eq!([state(80), state(99)], [TokenState::Expiring; 2]);
        assert_eq!([state(100), state(100_000)], [TokenState::Expired; 2]);
        assert_eq!(state(-5), TokenState::Active, "a clock that went back");
    }

    #[test]
    fn without_expires_in_the_exp_claim_counts() {
        // {"alg":"none"}.{"exp":1000100}.x
        let token =
            token(r#"{"access_token":"eyJhbGciOiJub25lIn0.eyJleHAiOjEwMDAxMDB9.eA","token_type":"Bearer"}"#);
        assert_eq!(token.view(1_000_000_000).state, TokenState::Active);
        assert_eq!(token.view(1_000_100_000).state, TokenState::Expired);
        assert_eq!(token.view(1_000_000_000).expires_in, None);
    }

    #[test]
    fn a_response_without_scope_grants_what_was_asked() {
        let silent = token(r#"{"access_token":"opaque-opaque-opaque","token_type":"Bearer"}"#).view(0);
        assert_eq!((silent.granted_scope, silent.requested_scope), (words("a b"), words("a b")));
        let less =
            token(r#"{"access_token":"opaque-opaque-opaque","token_type":"Bearer","scope":"a"}"#).view(0);
        assert_eq!(less.granted_scope, ["a"]);
    }

    #[test]
    fn what_this_grant_does_not_provide_for_is_named_and_revealed() {
        let token =
            token(r#"{"access_token":"opaque-opaque-opaque","token_type":"Bearer","refresh_token":"r"}"#);
        assert_eq!(token.view(0).beyond_spec, ["refresh_token"]);
        assert_eq!(token.reveal().refresh_token.as_deref(), Some("r"));
        assert!(!serde_json::to_string(&token.view(0)).unwrap().contains("opaque-opaque"));
    }
}
