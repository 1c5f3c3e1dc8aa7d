//! What an environment shows of itself: ids, endpoints and the credentials of its clients.
//!
//! These credentials are fixtures: they open nothing but the simulated environment they belong to, and
//! people must be able to read and copy them. That is why, other than anywhere else in the product, they
//! may be serialised.

use std::fmt;

use oauth::wire::{AuthMethod, SigningAlg};
use serde::Serialize;
use uuid::Uuid;

use super::{ClockView, Profile};

/// A fixture client's secret or private key. It may be serialised, but never prints itself in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct FixtureSecret(String);

impl FixtureSecret {
    /// Wraps a fixture's secret.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The secret itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for FixtureSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FixtureSecret(…)")
    }
}

/// An environment as its owner sees it.
#[derive(Debug, Clone, Serialize)]
pub struct EnvironmentView {
    /// The environment id, first segment of its paths.
    pub id: Uuid,
    /// A name for people.
    pub name: String,
    /// The seed it was made from, if somebody chose one.
    pub seed: Option<u64>,
    /// The organisation id, claim `org` of its tokens.
    pub organization_id: Uuid,
    /// Region code as in PingOne's environment object, for example `NA`.
    pub region: &'static str,
    /// Issuer identifier, `{base}/{id}/as`.
    pub issuer: String,
    /// Where its metadata is.
    pub discovery_uri: String,
    /// Where tokens are requested.
    pub token_endpoint: String,
    /// Where the keys of its tokens are.
    pub jwks_uri: String,
    /// Its switches.
    pub profile: Profile,
    /// Its clock.
    pub clock: ClockView,
    /// Its clients, in the order in which a person would try them.
    pub clients: Vec<FixtureClient>,
}

/// A named client with all it needs to authenticate, and what will come of it.
#[derive(Debug, Clone, Serialize)]
pub struct FixtureClient {
    /// Easy name, for example `basic`.
    pub name: &'static str,
    /// Client id (the application's UUID).
    pub id: Uuid,
    /// The one authentication method the application accepts.
    pub method: AuthMethod,
    /// Algorithm to sign assertions with; absent for methods without an assertion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alg: Option<SigningAlg>,
    /// The client secret, for the methods that use one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<FixtureSecret>,
    /// The secret before the rotation, accepted until [`Self::previous_secret_expires_at`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_secret: Option<FixtureSecret>,
    /// End of the overlap, seconds since 1970 on the environment's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_secret_expires_at: Option<i64>,
    /// The private key as PKCS#8 PEM, for `private_key_jwt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private_key: Option<FixtureSecret>,
    /// `kid` of that key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
    /// Where the client publishes its public keys, if it does not hand them in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jwks_url: Option<String>,
    /// Scopes granted to the application, of all resources; empty for workers.
    pub scopes: Vec<&'static str>,
    /// Roles of a worker application.
    pub roles: Vec<&'static str>,
    /// Lifetime of its access tokens in seconds.
    pub token_lifetime: u32,
    /// Whether a plain request without scope gets a token while the environment is as seeded.
    pub succeeds: bool,
    /// What to expect, in one sentence.
    pub expect: &'static str,
}
