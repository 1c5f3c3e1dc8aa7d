//! The caller's own environment of the simulated provider.

use oauth::wire::{AuthMethod, SigningAlg};
use serde::{Deserialize, Serialize};

/// The answer of `GET /api/sandbox/environment`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SandboxEnvironment {
    /// The environment's UUID.
    pub id: String,
    /// A name for people.
    pub name: String,
    /// The issuer identifier.
    pub issuer: String,
    /// Where tokens are requested.
    pub token_endpoint: String,
    /// Where the keys are.
    pub jwks_uri: String,
    /// The clients, the usual ones first.
    pub clients: Vec<SandboxClient>,
}

/// A client of the sandbox. Its credentials are fixtures and open no real door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SandboxClient {
    /// An easy name, such as `basic`.
    pub name: String,
    /// The client id.
    pub id: String,
    /// The one method it is registered for.
    pub method: AuthMethod,
    /// The algorithm of its key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing_alg: Option<SigningAlg>,
    /// Its secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    /// Its private key, PEM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private_key: Option<String>,
    /// The `kid` of that key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    /// Scopes granted to it.
    pub scopes: Vec<String>,
    /// How a token request of this client is meant to end, in one sentence.
    pub expectation: String,
}

impl SandboxEnvironment {
    /// The same environment without credentials: what a page needs.
    #[must_use]
    pub fn without_credentials(mut self) -> Self {
        for client in &mut self.clients {
            client.secret = None;
            client.private_key = None;
        }
        self
    }

    /// The client with this id.
    pub fn client(&self, id: &str) -> Option<&SandboxClient> {
        self.clients.iter().find(|client| client.id == id)
    }
}

/// The answer of `POST /api/sandbox/environment/reset`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SandboxReset {
    /// What was put back, each in a few words.
    pub reset: Vec<String>,
    /// The environment as it is now.
    pub environment: SandboxEnvironment,
}
