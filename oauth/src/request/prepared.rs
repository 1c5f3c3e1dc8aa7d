//! The one request value.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Part, Reveal, SecretNotHere, Text};
use crate::{client::form_encode, provider::Endpoint};

/// The HTTP methods that are used here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Metadata and key sets.
    Get,
    /// Token requests.
    Post,
}

impl Method {
    /// The name on the request line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// What follows the headers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Nothing.
    Empty,
    /// `application/x-www-form-urlencoded`; names and values are kept unencoded and encoded when rendered.
    Form(Vec<(Cow<'static, str>, Part)>),
    /// Anything else, already in its final form.
    Raw(Text),
}

/// An HTTP/1.1 request, complete: method, URL, every header in order, body.
///
/// The sender adds nothing to it. It is serialisable without its secrets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreparedRequest {
    /// The method.
    pub method: Method,
    /// The target.
    pub url: Endpoint,
    /// All headers in the order they are sent, `Host` first.
    pub headers: Vec<(Cow<'static, str>, Text)>,
    /// What follows the headers.
    pub body: Body,
}

impl PreparedRequest {
    /// Starts a request with its `Host` header.
    pub fn new(method: Method, url: Endpoint) -> Self {
        let host = (Cow::Borrowed("Host"), Text::plain(url.authority()));
        Self { method, url, headers: vec![host], body: Body::Empty }
    }

    /// Adds a header after those already there.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: Text) -> Self {
        self.headers.push((Cow::Borrowed(name), value));
        self
    }

    /// Sets the body and adds its `Content-Type` and `Content-Length`.
    ///
    /// Where a secret is not known its length is not known either; the length then is a label too.
    #[must_use]
    pub fn with_body(mut self, media_type: &'static str, body: Body) -> Self {
        let length = match body.wire() {
            Ok(bytes) => Part::plain(bytes.len().to_string()),
            Err(_) => Part::secret("body length", None),
        };
        self.body = body;
        self.header("Content-Type", Text::plain(media_type)).header("Content-Length", Text(vec![length]))
    }

    /// The value of a header as it may be shown.
    pub fn header_text(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.show(Reveal::Label))
    }

    /// The same request with the values of all secrets gone: what may be kept.
    #[must_use]
    pub fn without_values(&self) -> Self {
        Self {
            method: self.method,
            url: self.url.clone(),
            headers: self
                .headers
                .iter()
                .map(|(name, value)| (name.clone(), value.without_values()))
                .collect(),
            body: self.body.without_values(),
        }
    }
}

impl Body {
    /// The exact bytes that are sent, wiped when dropped.
    pub fn wire(&self) -> Result<Zeroizing<String>, SecretNotHere> {
        match self {
            Self::Empty => Ok(Zeroizing::new(String::new())),
            Self::Raw(text) => text.wire(),
            Self::Form(fields) => {
                let mut bytes = Zeroizing::new(String::new());
                for (index, (name, value)) in fields.iter().enumerate() {
                    if index > 0 {
                        bytes.push('&');
                    }
                    bytes.push_str(&form_encode(name));
                    bytes.push('=');
                    bytes.push_str(&Zeroizing::new(form_encode(value.wire()?)));
                }
                Ok(bytes)
            }
        }
    }

    /// The fields of a form by name; a raw body is one part after the other, without names.
    pub fn parts(&self) -> Vec<(&str, &Part)> {
        match self {
            Self::Empty => vec![],
            Self::Form(fields) => fields.iter().map(|(name, value)| (&**name, value)).collect(),
            Self::Raw(text) => text.0.iter().map(|part| ("", part)).collect(),
        }
    }

    fn without_values(&self) -> Self {
        match self {
            Self::Empty => Self::Empty,
            Self::Raw(text) => Self::Raw(text.without_values()),
            Self::Form(fields) => {
                Self::Form(fields.iter().map(|(name, value)| (name.clone(), value.without_value())).collect())
            }
        }
    }
}
