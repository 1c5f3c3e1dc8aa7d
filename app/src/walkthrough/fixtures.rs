//! Values that several tests of this folder start from.

use oauth::wire::AuthMethod;

use crate::api::{SandboxClient, SandboxEnvironment};

const ENVIRONMENT: &str = "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63";

/// A client as the sandbox lists it, without its credential.
pub(super) fn client(name: &str, method: AuthMethod) -> SandboxClient {
    SandboxClient {
        name: name.into(),
        id: [name, "-id"].concat(),
        method,
        signing_alg: None,
        secret: None,
        private_key: None,
        key_id: None,
        scopes: vec!["orders:read".into()],
        expectation: "Gets a token.".into(),
    }
}

/// An environment with one client per kind of credential.
pub(super) fn sandbox() -> SandboxEnvironment {
    let issuer = ["http://127.0.0.1:3000/sandbox/", ENVIRONMENT, "/as"].concat();
    SandboxEnvironment {
        id: ENVIRONMENT.into(),
        name: "acme".into(),
        token_endpoint: [&issuer, "/token"].concat(),
        jwks_uri: [&issuer, "/jwks"].concat(),
        issuer,
        clients: vec![
            client("basic", AuthMethod::ClientSecretBasic),
            client("private-key-jwt", AuthMethod::PrivateKeyJwt),
        ],
    }
}
