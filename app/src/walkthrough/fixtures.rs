//! Values that tests of the walkthrough and its pages start from.

use oauth::{
    exchange::{Answer, Category, Exchange, Outcome},
    request::{Method, PreparedRequest},
    wire::AuthMethod,
};

use super::{Draft, Edit, Loaded};
use crate::api::{CallSummary, Claim, MaskedPart, SandboxClient, SandboxEnvironment, TokenState, TokenView};

const ENVIRONMENT: &str = "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63";

/// When everything happens here: 2026-03-12T14:08:20Z.
const NOW_MS: i64 = 1_773_324_500_000;

/// A client as the sandbox lists it, without its credential.
pub(crate) fn client(name: &str, method: AuthMethod) -> SandboxClient {
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
pub(crate) fn sandbox() -> SandboxEnvironment {
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

/// A token request with an answer.
pub(crate) fn exchange(id: &str, status: u16, body: &str) -> Exchange {
    let Ok(endpoint) = "https://auth.pingone.eu/as/token".parse() else { unreachable!("a constant URL") };
    Exchange {
        id: id.into(),
        category: Category::Oauth,
        started_at_ms: NOW_MS,
        duration_us: 96_000,
        request: PreparedRequest::new(Method::Post, endpoint),
        assertion: None,
        outcome: Outcome::Answered(Answer { status, headers: vec![], body: body.into(), truncated: false }),
    }
}

/// A token that a request brought, good for an hour.
pub(crate) fn token(exchange_id: &str) -> TokenView {
    let part = |head: &str| MaskedPart { head: head.into(), hidden: 20, tail: "tail".into() };
    let claim = |name: &str, value: &str| Claim { name: name.into(), value: value.into() };
    TokenView {
        id: ["token of ", exchange_id].concat(),
        exchange_id: exchange_id.into(),
        masked: vec![part("eyJhbG"), part("eyJpc3"), part("BRq92x")],
        fingerprint: "0011aabb".into(),
        header: vec![claim("alg", "\"RS256\"")],
        payload: vec![claim("exp", "1773328100")],
        token_type: "Bearer".into(),
        client_id: "basic-id".into(),
        issuer: None,
        requested_scope: vec!["orders:read".into()],
        granted_scope: vec!["orders:read".into()],
        received_at_ms: NOW_MS,
        expires_in: Some(3600),
        state: TokenState::Active,
        now_ms: NOW_MS,
        beyond_spec: vec![],
    }
}

/// What the server remembers: the sandbox's first client, and these calls and tokens, newest first.
pub(crate) fn loaded(exchanges: Vec<Exchange>, tokens: Vec<TokenView>) -> Loaded {
    let mut draft = Draft::default();
    draft.apply(Edit::SandboxClient(Box::new(client("basic", AuthMethod::ClientSecretBasic))));
    let calls = exchanges.iter().map(CallSummary::from).collect();
    Loaded { draft, sandbox: sandbox(), calls, exchanges, tokens }
}
