//! Showing an environment with all its credentials.

use std::sync::Arc;

use futures::future::try_join_all;

use super::{
    EnvironmentView, FixtureClient, FixtureSecret, SandboxError,
    client::Client,
    endpoints::Endpoints,
    environment::{Environment, State},
    named_clients::KeySetup,
};
use crate::keys::KeyPool;

/// The environment as its owner sees it at wall clock time `wall`. Missing keys are made side by side.
pub(crate) async fn environment(
    environment: &Environment,
    endpoints: Endpoints<'_>,
    pool: &Arc<KeyPool>,
    wall: i64,
) -> Result<EnvironmentView, SandboxError> {
    let state = environment.state();
    let clients = environment.clients.iter().map(|one| client(one, &state, endpoints, pool));
    let clients = try_join_all(clients).await?;
    Ok(EnvironmentView { clients, ..outline(environment, endpoints, wall) })
}

/// The same without private keys, so that none has to be made.
pub(crate) fn outline(environment: &Environment, endpoints: Endpoints<'_>, wall: i64) -> EnvironmentView {
    let state = environment.state();
    EnvironmentView {
        id: environment.id,
        name: environment.name(),
        seed: environment.chosen_seed,
        organization_id: environment.organization_id,
        region: "NA",
        issuer: endpoints.issuer(),
        discovery_uri: endpoints.at(".well-known/openid-configuration"),
        token_endpoint: endpoints.at("token"),
        jwks_uri: endpoints.at("jwks"),
        profile: state.profile,
        clock: state.clock.view(wall),
        clients: environment.clients.iter().map(|client| without_key(client, &state, endpoints)).collect(),
    }
}

/// One client with its credentials.
pub(crate) async fn client(
    client: &Client,
    state: &State,
    endpoints: Endpoints<'_>,
    pool: &Arc<KeyPool>,
) -> Result<FixtureClient, SandboxError> {
    let held = client.keys(pool).await?.map(|keys| &keys.held);
    let private_key = held.map(|key| key.private.clone());
    Ok(FixtureClient { private_key, ..without_key(client, state, endpoints) })
}

fn without_key(client: &Client, state: &State, endpoints: Endpoints<'_>) -> FixtureClient {
    let spec = client.spec;
    let secret = |value: &String| FixtureSecret::new(value);
    let previous = client.previous_secret.as_ref();
    FixtureClient {
        name: spec.name,
        id: client.id,
        method: spec.method,
        alg: spec.alg,
        secret: spec.method.uses_secret().then(|| secret(&client.secret)),
        previous_secret: previous.map(secret),
        previous_secret_expires_at: previous.map(|_| state.rotation_ends),
        private_key: None,
        kid: client.held_kid().map(str::to_owned),
        jwks_url: (client.key_setup() == Some(KeySetup::JwksUrl)).then(|| endpoints.client_jwks(client.id)),
        scopes: spec.access.scopes(),
        roles: spec.access.roles(),
        token_lifetime: spec.token_lifetime,
        succeeds: spec.succeeds,
        expect: spec.expect,
    }
}
