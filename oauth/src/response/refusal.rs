//! Refusals: the standard's form and the others that are met.

use serde::{Deserialize, Serialize};

use crate::{
    json::{Object, string},
    provider::is_uuid,
    wire::ErrorCode,
};

/// A refusal, in whatever form it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The code, by family.
    pub code: RefusalCode,
    /// The server's words, unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `error_uri`: a page of the server about the error. It is the server's text, not a safe link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_uri: Option<String>,
    /// The id to quote to the server's support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<String>,
    /// Single faults that a `PingOne` API lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail>,
}

/// The code of a refusal and the family it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "family", content = "code", rename_all = "kebab-case")]
pub enum RefusalCode {
    /// `error` ([RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)).
    OAuth(ErrorCode),
    /// `code` of the `PingOne` platform API, which also answers for unknown environments and rate limits.
    Management(String),
    /// A 403 with only a `message`: the gateway in front of `PingOne` knows no such route.
    Gateway,
    /// The body has no code.
    None,
}

impl RefusalCode {
    /// The code as the server wrote it, empty where there is none.
    pub fn as_str(&self) -> &str {
        match self {
            Self::OAuth(code) => code.as_str(),
            Self::Management(code) => code,
            Self::Gateway | Self::None => "",
        }
    }
}

/// One fault of a management-style refusal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// Its code, such as `INVALID_VALUE`.
    pub code: String,
    /// What it is about.
    pub target: String,
    /// The server's words.
    pub message: String,
}

impl Refusal {
    fn new(status: u16, code: RefusalCode) -> Self {
        Self { status, code, description: None, error_uri: None, correlation_id: None, details: vec![] }
    }
}

/// Reads a JSON refusal. Members of an unexpected type count as absent; the body is shown anyway.
pub(super) fn from_object(status: u16, object: &Object) -> Refusal {
    let details = object.get("details").map(details).unwrap_or_default();
    if let Some(code) = object.text("error") {
        let Ok(code) = code.parse();
        let description = object.text("error_description");
        return Refusal {
            correlation_id: description.as_deref().and_then(correlation_id),
            description,
            error_uri: object.text("error_uri"),
            details,
            ..Refusal::new(status, RefusalCode::OAuth(code))
        };
    }
    let code = match (object.text("code"), object.text("message")) {
        (Some(code), _) => RefusalCode::Management(code),
        (None, Some(_)) if status == 403 && object.members().count() == 1 => RefusalCode::Gateway,
        (None, _) => RefusalCode::None,
    };
    Refusal {
        description: object.text("message"),
        correlation_id: object.text("id"),
        details,
        ..Refusal::new(status, code)
    }
}

fn details(list: &str) -> Vec<Detail> {
    let list: Vec<Object> = serde_json::from_str(list).unwrap_or_default();
    let text = |object: &Object, name: &str| object.get(name).and_then(string).unwrap_or_default();
    list.iter()
        .map(|object| Detail {
            code: text(object, "code"),
            target: text(object, "target"),
            message: text(object, "message"),
        })
        .collect()
}

/// Reads the text form of OA4MP: lines `error="code"` and `error_description="form-encoded words"`.
pub(super) fn from_text(status: u16, body: &[u8]) -> Option<Refusal> {
    let text = std::str::from_utf8(body).ok()?;
    let value = |name: &str| {
        let lines = text.lines().filter_map(|line| line.trim().strip_prefix(name)?.strip_prefix('='));
        lines.map(|value| value.trim().trim_matches('"').to_owned()).next()
    };
    let Ok(code) = value("error")?.parse();
    let description = value("error_description").map(|words| form_decode(&words));
    Some(Refusal {
        correlation_id: description.as_deref().and_then(correlation_id),
        description,
        error_uri: value("error_uri"),
        ..Refusal::new(status, RefusalCode::OAuth(code))
    })
}

fn form_decode(words: &str) -> String {
    let pair = format!("={}", words.replace('&', "%26"));
    url::form_urlencoded::parse(pair.as_bytes())
        .next()
        .map_or_else(|| words.to_owned(), |(_, value)| value.into_owned())
}

/// The UUID that `PingOne` writes at the end of its descriptions.
fn correlation_id(description: &str) -> Option<String> {
    let (_, after) = description.rsplit_once("Correlation ID: ")?;
    after.get(..36).filter(|id| is_uuid(id)).map(str::to_owned)
}
