//! The one way in: a redactor that knows places, and optionally values.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD},
};
use serde::de::IgnoredAny;
use zeroize::Zeroizing;

use super::{form, headers, json, runs, token::hex, truncate};
use crate::{
    client::form_encode,
    exchange::Answer,
    request::{Body, Part, PreparedRequest, Reveal},
    wire::FORM_MEDIA_TYPE,
};

/// Shortest value that is searched for. A shorter one would be found in innocent text.
const MIN_SEARCHED: usize = 6;

/// Takes credentials out of answers before they are kept or shown.
#[derive(Default)]
pub struct Redactor {
    /// What to look for, longest first, and the label that takes its place.
    known: Vec<(Zeroizing<String>, String)>,
}

impl Redactor {
    /// A redactor that knows no values.
    pub fn new() -> Self {
        Self::default()
    }

    /// A redactor that also knows every secret of a request, so that a server that echoes one does
    /// not bring it into the log or the browser.
    pub fn of(request: &PreparedRequest) -> Self {
        let headers = request.headers.iter().flat_map(|(_, text)| &text.0);
        let body: Box<dyn Iterator<Item = &Part>> = match &request.body {
            Body::Empty => Box::new(std::iter::empty()),
            Body::Raw(text) => Box::new(text.0.iter()),
            Body::Form(fields) => Box::new(fields.iter().map(|(_, part)| part)),
        };
        headers.chain(body).filter(|part| part.is_secret()).fold(Self::new(), |redactor, part| {
            let label = part.show(Reveal::Label);
            match part.wire() {
                Ok(value) => redactor.knowing_pair(value, &label).knowing(value, &label),
                Err(_) => redactor,
            }
        })
    }

    /// Also replaces `secret`, raw and in the usual encodings, by `label`.
    #[must_use]
    pub fn knowing(mut self, secret: &str, label: &str) -> Self {
        if secret.len() < MIN_SEARCHED {
            return self;
        }
        let json = serde_json::to_string(secret).unwrap_or_default();
        let encodings = [
            secret.to_owned(),
            form_encode(secret),
            form_encode(secret).replace('+', "%20"),
            json.trim_matches('"').to_owned(),
            STANDARD_NO_PAD.encode(secret),
            URL_SAFE_NO_PAD.encode(secret),
            hex(secret.as_bytes()),
        ];
        for encoding in encodings {
            if !self.known.iter().any(|(known, _)| **known == encoding) {
                self.known.push((Zeroizing::new(encoding), label.to_owned()));
            }
        }
        self.known.sort_by_key(|(value, _)| std::cmp::Reverse(value.len()));
        self
    }

    /// Looks into a Basic credential: the secret is the second half of what is encoded.
    fn knowing_pair(self, value: &str, label: &str) -> Self {
        let pair =
            STANDARD.decode(value).ok().and_then(|pair| String::from_utf8(pair).ok()).map(Zeroizing::new);
        let Some((_, secret)) = pair.as_deref().and_then(|pair| pair.split_once(':')) else {
            return self;
        };
        let decoded = url::form_urlencoded::parse(format!("s={secret}").as_bytes())
            .next()
            .map(|(_, value)| Zeroizing::new(value.into_owned()));
        self.knowing(decoded.as_deref().map_or(secret, String::as_str), label)
    }

    /// A body: by members where it is JSON, by fields where it is a form, by form elsewhere.
    pub fn body(&self, media_type: Option<&str>, body: &str) -> String {
        let masked = if body.trim_start().starts_with(['{', '[', '"']) {
            let masked = json::mask(body, &|text| self.text(text));
            let valid = serde_json::from_str::<IgnoredAny>(body).is_ok();
            if valid { masked } else { runs::mask_tokens(&masked) }
        } else if media_type.is_some_and(|media_type| media_type.starts_with(FORM_MEDIA_TYPE)) {
            form::mask(body)
        } else {
            runs::mask_tokens(body)
        };
        self.replace_known(masked)
    }

    /// A sentence, such as an error description.
    pub fn text(&self, text: &str) -> String {
        self.replace_known(runs::mask_jwts(text))
    }

    /// All headers, in order.
    pub fn headers(&self, headers: &[(String, String)]) -> Vec<(String, String)> {
        let masked =
            |(name, value): &(String, String)| (name.clone(), self.replace_known(headers::mask(name, value)));
        headers.iter().map(masked).collect()
    }

    /// A whole answer, its body cut at `limit` bytes after it has been masked.
    pub fn answer(&self, status: u16, headers: &[(String, String)], body: &[u8], limit: usize) -> Answer {
        let media_type = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let text = String::from_utf8_lossy(body);
        let masked = self.body(media_type.map(|(_, value)| value.as_str()), &text);
        let kept = truncate(&masked, limit);
        Answer {
            status,
            headers: self.headers(headers),
            truncated: kept.len() < masked.len(),
            body: kept.to_owned(),
        }
    }

    fn replace_known(&self, text: String) -> String {
        self.known.iter().fold(text, |text, (value, label)| {
            if text.contains(value.as_str()) { text.replace(value.as_str(), label) } else { text }
        })
    }
}
