//! Which credentials a request carries.

use axum::http::{HeaderMap, header};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use oauth::wire::{CLIENT_ASSERTION_TYPE, param};

use crate::token::{Refusal, TokenForm};

/// The credentials of one request: exactly one kind
/// ([RFC 6749 §2.3](https://www.rfc-editor.org/rfc/rfc6749#section-2.3)).
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Presented<'a> {
    /// An id at most, as a public client would.
    Nothing { client_id: String },
    /// `Authorization: Basic`.
    Basic { id: String, secret: String },
    /// `client_id` and `client_secret`.
    Post { id: String, secret: String },
    /// `client_assertion`; the id may be left to the assertion.
    Assertion { client_id: Option<&'a str>, jwt: &'a str },
}

impl<'a> Presented<'a> {
    pub(super) fn read(headers: &HeaderMap, form: &'a TokenForm) -> Result<Self, Refusal> {
        let client_id = form.get(param::CLIENT_ID);
        let secret = form.get(param::CLIENT_SECRET);
        let assertion = form.get(param::CLIENT_ASSERTION);
        let authorization = headers.get(header::AUTHORIZATION);
        match (authorization, secret, assertion) {
            (None, None, None) if form.get(param::CLIENT_ASSERTION_TYPE).is_some() => {
                Err(Refusal::Missing(param::CLIENT_ASSERTION))
            }
            (None, None, None) => Ok(Self::Nothing { client_id: client_id.unwrap_or_default().to_owned() }),
            (Some(value), None, None) => basic(value.as_bytes(), client_id),
            (None, Some(secret), None) => {
                let id = client_id.ok_or(Refusal::Missing(param::CLIENT_ID))?;
                Ok(Self::Post { id: id.to_owned(), secret: secret.to_owned() })
            }
            (None, None, Some(jwt)) => {
                match form.get(param::CLIENT_ASSERTION_TYPE) {
                    None => return Err(Refusal::Missing(param::CLIENT_ASSERTION_TYPE)),
                    Some(CLIENT_ASSERTION_TYPE) => {}
                    Some(_) => return Err(Refusal::AssertionType),
                }
                Ok(Self::Assertion { client_id, jwt })
            }
            _ => Err(Refusal::SeveralMethods),
        }
    }
}

/// Id and secret are form-encoded before they are joined
/// ([RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)), so the first colon separates.
fn basic<'a>(value: &[u8], client_id: Option<&str>) -> Result<Presented<'a>, Refusal> {
    let text = std::str::from_utf8(value).map_err(|_| Refusal::InvalidCredentials)?;
    let (scheme, encoded) = text.split_once(' ').ok_or(Refusal::UnsupportedMethod)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(Refusal::UnsupportedMethod);
    }
    let decoded = BASE64.decode(encoded.trim()).map_err(|_| Refusal::InvalidCredentials)?;
    let decoded = String::from_utf8(decoded).map_err(|_| Refusal::InvalidCredentials)?;
    let (id, secret) = decoded.split_once(':').ok_or(Refusal::InvalidCredentials)?;
    let id = form_decoded(id);
    if client_id.is_some_and(|other| other != id) {
        return Err(Refusal::OtherClientId);
    }
    Ok(Presented::Basic { id, secret: form_decoded(secret) })
}

/// One value of `application/x-www-form-urlencoded`. Characters that would end a value there are taken
/// literally, for clients that do not encode.
fn form_decoded(text: &str) -> String {
    let one_value = text.replace('&', "%26").replace('=', "%3D");
    url::form_urlencoded::parse(one_value.as_bytes()).map(|(name, _)| name.into_owned()).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed assumption fails the test")]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn presented(authorization: Option<&str>, body: &str) -> Result<String, Refusal> {
        let form = TokenForm::parse(body.as_bytes()).unwrap();
        let headers =
            authorization.map(|value| (header::AUTHORIZATION, HeaderValue::from_str(value).unwrap()));
        Presented::read(&headers.into_iter().collect(), &form).map(|presented| format!("{presented:?}"))
    }

    fn basic_header(pair: &str) -> String {
        format!("Basic {}", BASE64.encode(pair))
    }

    #[test]
    fn basic_credentials_are_form_decoded() {
        let seen = presented(Some(&basic_header("my+app%3A1:s%2Bcr%25t+x")), "");
        assert_eq!(seen, Ok(r#"Basic { id: "my app:1", secret: "s+cr%t x" }"#.to_owned()));
    }

    #[test]
    fn a_secret_may_hold_colons_ampersands_and_equals_signs_as_they_are() {
        let seen = presented(Some(&basic_header("app:a:b&c=d")), "");
        assert_eq!(seen, Ok(r#"Basic { id: "app", secret: "a:b&c=d" }"#.to_owned()));
    }

    #[test]
    fn the_scheme_has_no_case_and_other_schemes_are_no_method_of_ours() {
        let header = basic_header("app:secret").replace("Basic", "bAsIc");
        assert!(presented(Some(&header), "").is_ok());
        assert_eq!(presented(Some("Bearer abc"), ""), Err(Refusal::UnsupportedMethod));
        assert_eq!(presented(Some("Basic"), ""), Err(Refusal::UnsupportedMethod));
    }

    #[test]
    fn broken_basic_credentials_are_wrong_credentials() {
        for value in ["Basic ***", "Basic YWJj", "Basic /w=="] {
            assert_eq!(presented(Some(value), ""), Err(Refusal::InvalidCredentials), "{value}");
        }
    }

    #[test]
    fn two_methods_at_once_are_refused() {
        let header = basic_header("app:secret");
        assert_eq!(presented(Some(&header), "client_secret=x"), Err(Refusal::SeveralMethods));
        assert_eq!(presented(Some(&header), "client_assertion=x"), Err(Refusal::SeveralMethods));
        assert_eq!(presented(None, "client_secret=x&client_assertion=x"), Err(Refusal::SeveralMethods));
    }

    #[test]
    fn a_client_id_beside_basic_must_be_the_same() {
        let header = basic_header("app:secret");
        assert!(presented(Some(&header), "client_id=app").is_ok());
        assert_eq!(presented(Some(&header), "client_id=other"), Err(Refusal::OtherClientId));
    }

    #[test]
    fn an_assertion_needs_its_type() {
        assert_eq!(presented(None, "client_assertion=x"), Err(Refusal::Missing("client_assertion_type")));
        let saml = "client_assertion=x&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:saml2-bearer";
        assert_eq!(presented(None, saml), Err(Refusal::AssertionType));
        let alone = format!("client_assertion_type={CLIENT_ASSERTION_TYPE}");
        assert_eq!(presented(None, &alone), Err(Refusal::Missing("client_assertion")));
    }

    #[test]
    fn a_secret_needs_its_id() {
        assert_eq!(presented(None, "client_secret=x"), Err(Refusal::Missing("client_id")));
    }
}
