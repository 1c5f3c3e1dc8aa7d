//! The claims of a client assertion
//! ([RFC 7523 §3](https://www.rfc-editor.org/rfc/rfc7523#section-3)), with PingOne's rules for time.

use serde::Deserialize;

use super::AssertionFault;

/// Furthest an assertion may reach into the future, in seconds.
const MAX_AHEAD: f64 = 3600.0;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Claims {
    iss: Option<String>,
    pub(super) sub: Option<String>,
    aud: Option<Audience>,
    exp: Option<f64>,
    nbf: Option<f64>,
    pub(super) jti: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

impl Claims {
    /// Whether the claims speak for `client_id` to one of `audiences` at the time `now`.
    pub(super) fn check(
        &self,
        client_id: &str,
        audiences: &[String],
        now: i64,
    ) -> Result<(), AssertionFault> {
        if self.iss.as_deref() != Some(client_id) {
            return Err(AssertionFault::Issuer);
        }
        if self.sub.as_deref() != Some(client_id) {
            return Err(AssertionFault::Subject);
        }
        if !self.aud.as_ref().is_some_and(|aud| aud.names_one_of(audiences)) {
            return Err(AssertionFault::Audience);
        }
        self.check_time(now)
    }

    /// No leeway: the environment's clock is exact, and an expired assertion must be seen to be one.
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 are far below 2^52")]
    fn check_time(&self, now: i64) -> Result<(), AssertionFault> {
        let now = now as f64;
        match self.exp {
            None => Err(AssertionFault::NoExpiry),
            Some(exp) if exp <= now => Err(AssertionFault::Expired),
            Some(exp) if exp > now + MAX_AHEAD => Err(AssertionFault::TooFarAhead),
            Some(_) if self.nbf.is_some_and(|nbf| nbf > now) => Err(AssertionFault::NotYetValid),
            Some(_) => Ok(()),
        }
    }
}

impl Audience {
    fn names_one_of(&self, audiences: &[String]) -> bool {
        match self {
            Self::One(aud) => audiences.contains(aud),
            Self::Many(auds) => auds.iter().any(|aud| audiences.contains(aud)),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed assumption fails the test")]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const NOW: i64 = 1_768_382_813;

    fn check(change: &Value) -> Result<(), AssertionFault> {
        let mut claims = json!({"iss": "app", "sub": "app", "aud": "https://as", "exp": NOW + 60});
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let claims: Claims = serde_json::from_value(claims).map_err(|_| AssertionFault::Claims)?;
        claims.check("app", &["https://as".to_owned(), "https://as/token".to_owned()], NOW)
    }

    #[test]
    fn the_audience_may_be_either_name_alone_or_in_a_list() {
        for aud in [json!("https://as"), json!("https://as/token"), json!(["https://other", "https://as"])] {
            assert_eq!(check(&json!({ "aud": aud })), Ok(()), "{aud}");
        }
        for aud in [json!("https://as/"), json!([]), json!("https://as/token?x"), json!(null)] {
            assert_eq!(check(&json!({ "aud": aud })), Err(AssertionFault::Audience), "{aud}");
        }
    }

    #[test]
    fn an_assertion_lives_up_to_one_hour_and_ends_on_the_second() {
        let with_exp = |exp: Value| check(&json!({ "exp": exp }));
        assert_eq!(with_exp(json!(NOW + 3600)), Ok(()));
        assert_eq!(with_exp(json!(NOW + 3601)), Err(AssertionFault::TooFarAhead));
        assert_eq!(with_exp(json!(1e300)), Err(AssertionFault::TooFarAhead));
        assert_eq!(with_exp(json!(NOW)), Err(AssertionFault::Expired));
        assert_eq!(with_exp(json!(-1)), Err(AssertionFault::Expired));
        assert_eq!(with_exp(json!(null)), Err(AssertionFault::NoExpiry));
        assert_eq!(with_exp(json!("soon")), Err(AssertionFault::Claims));
    }

    #[test]
    fn a_fraction_of_a_second_is_a_valid_date() {
        #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 are far below 2^52")]
        let soon = NOW as f64 + 0.5;
        assert_eq!(check(&json!({ "exp": soon })), Ok(()));
        assert_eq!(check(&json!({ "nbf": soon })), Err(AssertionFault::NotYetValid));
    }
}
