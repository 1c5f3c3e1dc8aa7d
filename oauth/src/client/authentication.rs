//! The four ways a client authenticates, as values.

use super::{ClientId, ClientSecret, SignedAssertion};
use crate::wire::AuthMethod;

/// A client's proof, ready to be put into a request.
///
/// Each variant holds exactly what travels. The proof is `None` where it is not known, which is
/// always so in the browser: the same request is then built with a label in its place.
#[derive(Debug, Clone)]
pub enum Authentication {
    /// [`AuthMethod::ClientSecretBasic`].
    SecretBasic(Option<ClientSecret>),
    /// [`AuthMethod::ClientSecretPost`].
    SecretPost(Option<ClientSecret>),
    /// [`AuthMethod::ClientSecretJwt`] and [`AuthMethod::PrivateKeyJwt`] look alike on the wire.
    Assertion(Option<SignedAssertion>),
}

impl Authentication {
    /// The shape a method takes when its proof is not known.
    pub const fn without_proof(method: AuthMethod) -> Self {
        match method {
            AuthMethod::ClientSecretBasic => Self::SecretBasic(None),
            AuthMethod::ClientSecretPost => Self::SecretPost(None),
            AuthMethod::ClientSecretJwt | AuthMethod::PrivateKeyJwt => Self::Assertion(None),
        }
    }
}

/// Encodes one name or value as `application/x-www-form-urlencoded`
/// ([RFC 6749 App. B](https://www.rfc-editor.org/rfc/rfc6749#appendix-B)).
pub fn form_encode(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The pair that Basic authentication encodes: id and secret, each form-encoded *before* they are
/// joined with a colon ([RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)).
/// Neither `curl -u` nor most HTTP libraries do that.
pub fn basic_pair(id: &ClientId, secret: &str) -> String {
    format!("{}:{}", form_encode(id.as_str()), form_encode(secret))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    #[test]
    fn basic_encodes_both_halves_before_joining_them() {
        let id = "oa4mp:/client/1".parse().unwrap();
        assert_eq!(basic_pair(&id, "a b:c%é+"), "oa4mp%3A%2Fclient%2F1:a+b%3Ac%25%C3%A9%2B");
    }

    #[test]
    fn a_pingone_secret_is_not_changed_by_encoding_except_for_the_tilde() {
        assert_eq!(form_encode("aZ09-._"), "aZ09-._");
        assert_eq!(form_encode("~"), "%7E");
    }
}
