//! How a client authenticates at the token endpoint.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A name outside a closed set. The message does not repeat it: it may be a secret in the wrong field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Use one of {allowed}.")]
pub struct UnknownName {
    /// The name that was given.
    pub given: String,
    /// The names that exist, comma-separated.
    pub allowed: &'static str,
}

/// `token_endpoint_auth_method`
/// ([OpenID Connect Core 1.0 §9](https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthMethod {
    /// Id and secret, form-encoded, in the `Authorization: Basic` header
    /// ([RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)).
    #[default]
    ClientSecretBasic,
    /// Id and secret as form fields
    /// ([RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)).
    ClientSecretPost,
    /// A JWT authenticated with an HMAC whose key is the client secret
    /// ([RFC 7523 §2.2](https://www.rfc-editor.org/rfc/rfc7523#section-2.2)).
    ClientSecretJwt,
    /// A JWT signed with the client's private key
    /// ([RFC 7523 §2.2](https://www.rfc-editor.org/rfc/rfc7523#section-2.2)).
    PrivateKeyJwt,
}

impl AuthMethod {
    /// All methods, weakest habit first.
    pub const ALL: [Self; 4] =
        [Self::ClientSecretBasic, Self::ClientSecretPost, Self::ClientSecretJwt, Self::PrivateKeyJwt];

    /// The wire name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClientSecretBasic => "client_secret_basic",
            Self::ClientSecretPost => "client_secret_post",
            Self::ClientSecretJwt => "client_secret_jwt",
            Self::PrivateKeyJwt => "private_key_jwt",
        }
    }

    /// Whether the method is proven with a client secret (as opposed to a private key).
    pub const fn uses_secret(self) -> bool {
        !matches!(self, Self::PrivateKeyJwt)
    }

    /// Whether the method sends a signed assertion instead of the credential itself.
    pub const fn uses_assertion(self) -> bool {
        matches!(self, Self::ClientSecretJwt | Self::PrivateKeyJwt)
    }
}

impl fmt::Display for AuthMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for AuthMethod {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|method| method.as_str() == name).ok_or_else(|| UnknownName {
            given: name.to_owned(),
            allowed: "client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt",
        })
    }
}
