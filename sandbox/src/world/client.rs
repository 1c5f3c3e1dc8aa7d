//! A client of one environment: a named client with its own id and credentials.

use std::sync::Arc;

use oauth::wire::{KeyKind, SigningAlg};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{
    SandboxError,
    named_clients::{KeySetup, NamedClient},
    seed::Seed,
};
use crate::keys::{ClientKey, JwkSet, KeyPool, PublicKey};

pub(crate) struct Client {
    pub(crate) spec: &'static NamedClient,
    pub(crate) id: Uuid,
    pub(crate) secret: String,
    pub(crate) previous_secret: Option<String>,
    kid: String,
    successor_kid: String,
    keys: OnceCell<ClientKeys>,
}

/// The private key a person holds, and the public keys the application is configured with. They belong
/// together, except for a client whose key was retired.
pub(crate) struct ClientKeys {
    pub(crate) held: ClientKey,
    successor: Option<ClientKey>,
}

impl Client {
    pub(crate) fn new(spec: &'static NamedClient, seed: &Seed) -> Self {
        let name = spec.name;
        Self {
            spec,
            id: seed.uuid(&format!("client/{name}")),
            secret: seed.secret(&format!("secret/{name}")),
            previous_secret: spec.rotating.then(|| seed.secret(&format!("previous-secret/{name}"))),
            kid: seed.kid(name, "held"),
            successor_kid: seed.kid(name, "successor"),
            keys: OnceCell::new(),
        }
    }

    /// Whether assertions of this client are verified with a public key.
    pub(crate) const fn key_setup(&self) -> Option<KeySetup> {
        self.spec.keys
    }

    /// `kid` of the key a person holds, which is known before the key is made.
    pub(crate) fn held_kid(&self) -> Option<&str> {
        self.spec.keys.map(|_| self.kid.as_str())
    }

    /// The client's keys, made on first use; `None` for a client without.
    pub(crate) async fn keys(&self, pool: &Arc<KeyPool>) -> Result<Option<&ClientKeys>, SandboxError> {
        let Some(setup) = self.spec.keys else { return Ok(None) };
        self.keys.get_or_try_init(|| self.make_keys(setup, pool)).await.map(Some)
    }

    async fn make_keys(&self, setup: KeySetup, pool: &Arc<KeyPool>) -> Result<ClientKeys, SandboxError> {
        let held = self.make_key(self.kid.clone(), pool).await?;
        let successor = match setup {
            KeySetup::Retired => Some(self.make_key(self.successor_kid.clone(), pool).await?),
            KeySetup::Jwks | KeySetup::JwksUrl => None,
        };
        Ok(ClientKeys { held, successor })
    }

    async fn make_key(&self, kid: String, pool: &Arc<KeyPool>) -> Result<ClientKey, SandboxError> {
        match self.spec.alg.map(SigningAlg::key_kind) {
            Some(KeyKind::P256) => ClientKey::p256(kid),
            _ => ClientKey::rsa(kid, &pool.take().await?),
        }
    }
}

impl ClientKeys {
    /// The keys in the application's configuration.
    pub(crate) fn configured(&self) -> &[PublicKey] {
        std::slice::from_ref(&self.successor.as_ref().unwrap_or(&self.held).public)
    }

    /// The same as a document.
    pub(crate) fn document(&self) -> JwkSet {
        JwkSet { keys: self.configured().iter().map(|key| key.jwk.clone()).collect() }
    }
}
