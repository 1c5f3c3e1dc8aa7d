//! The one type in which a secret crosses from the browser to the server.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A secret a person entered: a client secret, a private key (PEM or JWK), a pasted token.
///
/// This is the only secret type that can be serialised, and only for this one crossing. It prints
/// as `Entered(…)` and is wiped from memory when dropped.
#[derive(Clone)]
pub struct Entered(SecretString);

impl Entered {
    /// Takes over what was typed or pasted.
    pub fn new(text: String) -> Self {
        Self(text.into())
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().is_empty()
    }

    /// Gives the secret to the types that keep it.
    pub fn into_secret(self) -> SecretString {
        self.0
    }
}

impl fmt::Debug for Entered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entered(…)")
    }
}

impl PartialEq for Entered {
    /// Whether both are the same text; used to notice changes, never to authenticate.
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

impl Serialize for Entered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.expose_secret())
    }
}

/// A JWK may be given as an object too, since that is how people have it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    Text(String),
    Object(serde_json::Map<String, serde_json::Value>),
}

impl<'de> Deserialize<'de> for Entered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The error of an untagged enum would quote nothing of the input; keep it that way.
        let given = Given::deserialize(deserializer)
            .map_err(|_| serde::de::Error::custom("expected a string, or a JWK as an object"))?;
        Ok(Self::new(match given {
            Given::Text(text) => text,
            Given::Object(jwk) => serde_json::Value::Object(jwk).to_string(),
        }))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    #[test]
    fn debug_output_does_not_contain_what_was_entered() {
        assert_eq!(format!("{:?}", Entered::new("canary".into())), "Entered(…)");
    }

    #[test]
    fn a_jwk_may_be_given_as_an_object() {
        let entered: Entered = serde_json::from_str(r#"{"kty":"EC"}"#).unwrap();
        assert_eq!(entered.into_secret().expose_secret(), r#"{"kty":"EC"}"#);
    }

    #[test]
    fn a_refused_value_is_not_quoted_in_the_error() {
        let error = serde_json::from_str::<Entered>("[\"canary\"]").unwrap_err();
        assert!(!error.to_string().contains("canary"));
    }
}
