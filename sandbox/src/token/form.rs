//! The body of a token request.

use axum::{
    body::Body,
    http::{HeaderMap, header},
};
use oauth::wire::{FORM_MEDIA_TYPE, param};

use super::Refusal;

/// Parameters that may come more than once
/// ([RFC 8707 §2](https://www.rfc-editor.org/rfc/rfc8707#section-2),
/// [RFC 8693 §2.1](https://www.rfc-editor.org/rfc/rfc8693#section-2.1)).
const REPEATABLE: [&str; 2] = [param::RESOURCE, param::AUDIENCE];

/// The parameters of a token request, each at most once. One without a value counts as omitted
/// ([RFC 6749 §3.2](https://www.rfc-editor.org/rfc/rfc6749#section-3.2)).
pub(crate) struct TokenForm(Vec<(String, String)>);

impl TokenForm {
    /// Reads at most `limit` bytes.
    pub(crate) async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<Self, Refusal> {
        if !is_form(headers) {
            return Err(Refusal::NotAForm);
        }
        let bytes = axum::body::to_bytes(body, limit).await.map_err(|_| Refusal::UnreadableBody)?;
        Self::parse(&bytes)
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut fields: Vec<(String, String)> =
            url::form_urlencoded::parse(bytes).into_owned().filter(|(_, value)| !value.is_empty()).collect();
        fields.sort_by(|(one, _), (other, _)| one.cmp(other));
        let repeated = fields.windows(2).find_map(|pair| match pair {
            [(one, _), (other, _)] if one == other && !REPEATABLE.contains(&one.as_str()) => Some(one),
            _ => None,
        });
        match repeated {
            Some(name) => Err(Refusal::Repeated(param::OWNED.iter().find(|owned| *owned == name).copied())),
            None => Ok(Self(fields)),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next());
    media_type.is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case(FORM_MEDIA_TYPE))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed assumption fails the test")]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_repeated_parameter_is_refused_and_named_if_it_is_known() {
        let refusal = |body: &str| TokenForm::parse(body.as_bytes()).err();
        assert_eq!(refusal("scope=a&x=1&scope=b"), Some(Refusal::Repeated(Some("scope"))));
        assert_eq!(refusal("x=1&x=1"), Some(Refusal::Repeated(None)));
    }

    #[test]
    fn resource_may_come_more_than_once() {
        let form = TokenForm::parse(b"resource=https%3A%2F%2Fa&resource=https%3A%2F%2Fb").unwrap();
        assert_eq!(form.all("resource").collect::<Vec<_>>(), ["https://a", "https://b"]);
    }

    #[test]
    fn a_parameter_without_a_value_counts_as_omitted() {
        let form = TokenForm::parse(b"scope=&scope=a").unwrap();
        assert_eq!(form.get("scope"), Some("a"));
    }

    #[test]
    fn a_form_is_known_by_its_media_type_whatever_its_parameters() {
        let of = |value: &'static str| {
            is_form(&HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(value))]))
        };
        assert!(of("application/x-www-form-urlencoded"));
        assert!(of("Application/X-WWW-Form-Urlencoded; charset=UTF-8"));
        assert!(!of("application/json"));
        assert!(!is_form(&HeaderMap::new()));
    }
}
