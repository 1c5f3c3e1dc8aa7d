//! `GET /{envID}/as/.well-known/openid-configuration` and the two JWKS documents.

use std::sync::Arc;

use axum::{
    Extension, Json,
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use oauth::wire::{AuthMethod, ProviderMetadata, SigningAlg};
use serde_json::{Map, Value, json};

use crate::{
    Sandbox,
    correlation::CorrelationId,
    gateway, management,
    world::{Client, ClientKeys, Endpoints, Environment, KeySetup},
};

/// The discovery document.
pub(crate) async fn discovery(
    State(sandbox): State<Sandbox>,
    Extension(environment): Extension<Arc<Environment>>,
) -> Json<ProviderMetadata> {
    let es_assertions = environment.state().profile.es_assertions;
    Json(document(sandbox.endpoints(environment.id), es_assertions))
}

/// The keys of the environment's tokens.
pub(crate) async fn jwks(
    State(sandbox): State<Sandbox>,
    Extension(environment): Extension<Arc<Environment>>,
    Extension(correlation): Extension<CorrelationId>,
) -> Response {
    match environment.jwks(sandbox.pool()).await {
        Ok(keys) => Json(keys).into_response(),
        Err(_) => management::unexpected(correlation),
    }
}

/// A client's own key set, for applications that are configured with its URL. PingOne has no such route:
/// there it is the client's host that answers.
pub(crate) async fn client_jwks(
    State(sandbox): State<Sandbox>,
    Extension(environment): Extension<Arc<Environment>>,
    Extension(correlation): Extension<CorrelationId>,
    Path((_, client)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let published = |client: &&Client| client.key_setup() == Some(KeySetup::JwksUrl);
    let Some(client) = environment.client(&client).filter(published) else {
        return gateway::no_such_route(headers).await;
    };
    match client.keys(sandbox.pool()).await {
        Ok(keys) => Json(keys.map(ClientKeys::document)).into_response(),
        Err(_) => management::unexpected(correlation),
    }
}

fn document(endpoints: Endpoints<'_>, es_assertions: bool) -> ProviderMetadata {
    ProviderMetadata {
        issuer: endpoints.issuer(),
        token_endpoint: Some(endpoints.at("token")),
        jwks_uri: Some(endpoints.at("jwks")),
        introspection_endpoint: Some(endpoints.at("introspect")),
        revocation_endpoint: Some(endpoints.at("revoke")),
        scopes_supported: Some(owned(&["openid", "profile", "email", "address", "phone"])),
        grant_types_supported: Some(owned(&[
            "authorization_code",
            "implicit",
            "client_credentials",
            "refresh_token",
            "urn:ietf:params:oauth:grant-type:device_code",
        ])),
        token_endpoint_auth_methods_supported: Some(owned(&AuthMethod::ALL.map(AuthMethod::as_str))),
        token_endpoint_auth_signing_alg_values_supported: Some(assertion_algs(es_assertions)),
        other: for_users(endpoints),
    }
}

fn assertion_algs(es_assertions: bool) -> Vec<String> {
    let rsa = [SigningAlg::RS256, SigningAlg::RS384, SigningAlg::RS512];
    let ec: &[SigningAlg] = if es_assertions { &[SigningAlg::ES256, SigningAlg::ES384] } else { &[] };
    SigningAlg::HMAC.iter().chain(&rsa).chain(ec).map(ToString::to_string).collect()
}

/// What the document says about flows with a user, which the sandbox does not play.
fn for_users(endpoints: Endpoints<'_>) -> Map<String, Value> {
    let members = json!({
        "authorization_endpoint": endpoints.at("authorize"),
        "pushed_authorization_request_endpoint": endpoints.at("par"),
        "userinfo_endpoint": endpoints.at("userinfo"),
        "end_session_endpoint": endpoints.at("signoff"),
        "device_authorization_endpoint": endpoints.at("device_authorization"),
        "claims_parameter_supported": false,
        "request_parameter_supported": true,
        "request_uri_parameter_supported": false,
        "require_pushed_authorization_requests": false,
        "response_types_supported":
            ["code", "id_token", "token id_token", "code id_token", "code token", "code token id_token"],
        "response_modes_supported": ["pi.flow", "query", "fragment", "form_post"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "userinfo_signing_alg_values_supported": ["none"],
        "request_object_signing_alg_values_supported":
            ["none", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512"],
        "claim_types_supported": ["normal"],
        "claims_supported": [
            "sub", "iss", "auth_time", "acr", "name", "given_name", "family_name", "middle_name",
            "preferred_username", "profile", "picture", "zoneinfo", "phone_number", "updated_at", "address",
            "email", "locale"
        ],
        "code_challenge_methods_supported": ["plain", "S256"],
    });
    match members {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}
