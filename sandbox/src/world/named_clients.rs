//! The clients every environment is seeded with, as data.

use oauth::wire::{AuthMethod, SigningAlg};

use super::resource::{Access, BILLING, Grant, ORDERS};

/// Where a `private_key_jwt` client's public keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeySetup {
    /// In the application's `jwks`.
    Jwks,
    /// At the application's `jwksUrl`.
    JwksUrl,
    /// In the application's `jwks`, but the key the client still holds has been replaced there.
    Retired,
}

/// A fixture client before it has an id and credentials.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent properties of an application")]
pub(crate) struct NamedClient {
    pub(crate) name: &'static str,
    pub(crate) method: AuthMethod,
    pub(crate) alg: Option<SigningAlg>,
    pub(crate) keys: Option<KeySetup>,
    pub(crate) access: Access,
    pub(crate) enabled: bool,
    /// Whether the application's `grantTypes` hold `CLIENT_CREDENTIALS`.
    pub(crate) client_credentials: bool,
    /// Seconds.
    pub(crate) token_lifetime: u32,
    /// Whether its secret was rotated with an overlap.
    pub(crate) rotating: bool,
    pub(crate) succeeds: bool,
    pub(crate) expect: &'static str,
}

const ORDERS_GRANT: Grant = Grant { resource: &ORDERS, scopes: &["orders:read", "orders:write"] };
const BILLING_GRANT: Grant = Grant { resource: &BILLING, scopes: &["billing:read"] };

/// An application with Basic and both scopes of the Orders API: what the others differ from.
const PLAIN: NamedClient = NamedClient {
    name: "basic",
    method: AuthMethod::ClientSecretBasic,
    alg: None,
    keys: None,
    access: Access::Application { grants: &[ORDERS_GRANT] },
    enabled: true,
    client_credentials: true,
    token_lifetime: 3600,
    rotating: false,
    succeeds: true,
    expect: "A token for the Orders API with both scopes.",
};

const KEY: NamedClient = NamedClient {
    method: AuthMethod::PrivateKeyJwt,
    alg: Some(SigningAlg::RS256),
    keys: Some(KeySetup::Jwks),
    ..PLAIN
};

const WORKER: NamedClient = NamedClient { name: "worker", ..PLAIN };

/// In the order in which a person would try them.
pub(crate) const NAMED_CLIENTS: &[NamedClient] = &[
    PLAIN,
    NamedClient {
        name: "post",
        method: AuthMethod::ClientSecretPost,
        expect: "A token; the secret travels in the body.",
        ..PLAIN
    },
    NamedClient {
        name: "secret-jwt",
        method: AuthMethod::ClientSecretJwt,
        alg: Some(SigningAlg::HS256),
        expect: "A token for an HS256, HS384 or HS512 assertion keyed with the secret.",
        ..PLAIN
    },
    NamedClient {
        name: "private-key-jwt",
        expect: "A token for an RS256, RS384 or RS512 assertion; the public key is in the application's jwks.",
        ..KEY
    },
    NamedClient {
        name: "private-key-jwt-url",
        keys: Some(KeySetup::JwksUrl),
        expect: "A token; the public key is read from the application's jwksUrl.",
        ..KEY
    },
    NamedClient {
        name: "es256-key",
        alg: Some(SigningAlg::ES256),
        expect: "A token for an ES256 assertion, until the switch es_assertions is off.",
        ..KEY
    },
    NamedClient {
        name: "short-lived",
        token_lifetime: 75,
        expect: "A token that expires after 75 seconds.",
        ..PLAIN
    },
    NamedClient {
        name: "rotating-secret",
        rotating: true,
        expect: "A token with the current secret, and with the previous one until its time is over.",
        ..PLAIN
    },
    NamedClient {
        name: "two-resources",
        access: Access::Application { grants: &[ORDERS_GRANT, BILLING_GRANT] },
        succeeds: false,
        expect: "Refused with invalid_scope unless the request names scopes of one resource only.",
        ..PLAIN
    },
    NamedClient {
        name: "retired-key",
        keys: Some(KeySetup::Retired),
        succeeds: false,
        expect: "Refused with invalid_client: the kid of its key is gone from the application's jwks.",
        ..KEY
    },
    NamedClient {
        name: "disabled",
        enabled: false,
        succeeds: false,
        expect: "Refused with invalid_client: the application is disabled.",
        ..PLAIN
    },
    NamedClient {
        name: "grant-type-off",
        client_credentials: false,
        succeeds: false,
        expect: "Refused with unauthorized_client: the application lacks the client credentials grant.",
        ..PLAIN
    },
    NamedClient {
        access: Access::Worker { roles: &["Environment Admin"] },
        expect: "A token for the PingOne API, without scope.",
        ..WORKER
    },
    NamedClient {
        name: "worker-read-only",
        access: Access::Worker { roles: &["Identity Data Read Only"] },
        expect: "A token for the PingOne API that may only read identities.",
        ..WORKER
    },
    NamedClient {
        name: "worker-no-role",
        access: Access::Worker { roles: &[] },
        succeeds: false,
        expect: "Refused with access_denied: a worker needs at least one role.",
        ..WORKER
    },
];
