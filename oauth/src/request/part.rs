//! Pieces of a message: said aloud, or held back behind a label.

use std::{borrow::Cow, fmt};

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// How much of a secret a rendering may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// Secrets appear as `‹label›`.
    Label,
    /// Secrets appear as themselves. Only the sender asks for this.
    Value,
}

/// A secret was to become bytes where only its label is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the value of {0} is not known here")]
pub struct SecretNotHere(pub String);

/// A piece of a message.
///
/// Serialising a part writes the label of a secret, never its value; so a request that has been
/// through JSON can be shown but not sent.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "Shown", from = "Shown")]
pub enum Part {
    /// Text that anybody may read.
    Plain(Cow<'static, str>),
    /// Text that is a credential. `value` is `None` in the browser and in the call log, which know
    /// it only by its label.
    Secret {
        /// The secret, where it is known.
        value: Option<SecretString>,
        /// What is shown instead, without brackets.
        label: Cow<'static, str>,
    },
}

/// The serialised form of a part: everything but the value.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shown {
    Plain(Cow<'static, str>),
    Secret(Cow<'static, str>),
}

impl Part {
    /// Text that anybody may read.
    pub fn plain(text: impl Into<Cow<'static, str>>) -> Self {
        Self::Plain(text.into())
    }

    /// A secret behind a label.
    pub fn secret(label: impl Into<Cow<'static, str>>, value: Option<SecretString>) -> Self {
        Self::Secret { value, label: label.into() }
    }

    /// The part as it may be shown: the label, unless the value is here and asked for.
    pub fn show(&self, reveal: Reveal) -> Cow<'_, str> {
        match self {
            Self::Plain(text) => Cow::Borrowed(text),
            Self::Secret { value: Some(value), .. } if reveal == Reveal::Value => {
                Cow::Borrowed(value.expose_secret())
            }
            Self::Secret { label, .. } => Cow::Owned(format!("‹{label}›")),
        }
    }

    /// The part as it is sent; a held secret refuses to become bytes.
    pub fn wire(&self) -> Result<&str, SecretNotHere> {
        match self {
            Self::Plain(text) => Ok(text),
            Self::Secret { value: Some(value), .. } => Ok(value.expose_secret()),
            Self::Secret { value: None, label } => Err(SecretNotHere(label.to_string())),
        }
    }

    /// Whether this part is a credential.
    pub const fn is_secret(&self) -> bool {
        matches!(self, Self::Secret { .. })
    }

    /// The same part with the value gone.
    #[must_use]
    pub fn without_value(&self) -> Self {
        match self {
            Self::Plain(text) => Self::Plain(text.clone()),
            Self::Secret { label, .. } => Self::Secret { value: None, label: label.clone() },
        }
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.show(Reveal::Label), f)
    }
}

impl PartialEq for Part {
    /// Two parts are equal when they show the same: values of secrets are not compared.
    fn eq(&self, other: &Self) -> bool {
        self.is_secret() == other.is_secret() && self.show(Reveal::Label) == other.show(Reveal::Label)
    }
}

impl From<Part> for Shown {
    fn from(part: Part) -> Self {
        match part {
            Part::Plain(text) => Self::Plain(text),
            Part::Secret { label, .. } => Self::Secret(label),
        }
    }
}

impl From<Shown> for Part {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Plain(text) => Self::Plain(text),
            Shown::Secret(label) => Self::Secret { value: None, label },
        }
    }
}

/// A run of parts that belong together, such as `Basic ‹client_id:client_secret›`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Part>);

impl Text {
    /// Text that anybody may read.
    pub fn plain(text: impl Into<Cow<'static, str>>) -> Self {
        Self(vec![Part::plain(text)])
    }

    /// The same text followed by one more part.
    #[must_use]
    pub fn then(mut self, part: Part) -> Self {
        self.0.push(part);
        self
    }

    /// The text as it may be shown.
    pub fn show(&self, reveal: Reveal) -> String {
        self.0.iter().map(|part| part.show(reveal)).collect()
    }

    /// The text as it is sent, wiped when dropped.
    pub fn wire(&self) -> Result<Zeroizing<String>, SecretNotHere> {
        let mut text = Zeroizing::new(String::new());
        for part in &self.0 {
            text.push_str(part.wire()?);
        }
        Ok(text)
    }

    /// The same text with all values gone.
    #[must_use]
    pub fn without_values(&self) -> Self {
        Self(self.0.iter().map(Part::without_value).collect())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    fn secret() -> Part {
        Part::secret("client_secret", Some("canary".to_owned().into()))
    }

    #[test]
    fn a_secret_shows_its_label_unless_its_value_is_asked_for() {
        assert_eq!(secret().show(Reveal::Label), "‹client_secret›");
        assert_eq!(secret().show(Reveal::Value), "canary");
        assert_eq!(secret().without_value().show(Reveal::Value), "‹client_secret›");
    }

    #[test]
    fn a_held_secret_refuses_to_become_bytes() {
        let text = Text::plain("Basic ").then(secret().without_value());
        assert_eq!(text.wire().unwrap_err(), SecretNotHere("client_secret".into()));
    }

    #[test]
    fn neither_json_nor_debug_output_carries_the_value() {
        let json = serde_json::to_string(&secret()).unwrap();
        assert_eq!(json, r#"{"secret":"client_secret"}"#);
        assert_eq!(serde_json::from_str::<Part>(&json).unwrap(), secret());
        assert_eq!(format!("{:?}", secret()), "\"‹client_secret›\"");
    }
}
