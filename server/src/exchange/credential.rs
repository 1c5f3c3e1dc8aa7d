//! The credential of a token exchange: entered with it, or held by an environment of the sandbox.

use std::sync::Arc;

use app::api::{Entered, FieldFault, TokenExchange, TokenIntent};
use oauth::{
    client::{ClientId, ClientSecret},
    wire::SigningAlg,
};
use sandbox::FixtureClient;
use uuid::Uuid;

use super::credential_field;
use crate::{keys::PrivateKey, outbound::Errand, problem::Problem};

/// A credential, and what is known of how it is meant to be used.
pub(super) struct Credential {
    pub(super) secret: Secret,
    /// The algorithm where none was chosen.
    pub(super) alg: Option<SigningAlg>,
    /// The name of the key where none was given.
    pub(super) kid: Option<String>,
}

/// What proves a client.
pub(super) enum Secret {
    Shared(ClientSecret),
    Key(Arc<PrivateKey>),
}

/// Takes the credential out of the body, or gets the one the environment holds for the client.
///
/// # Errors
///
/// 422 that names the field, and says why what was entered cannot be used.
pub(super) async fn find(
    errand: &Errand<'_>,
    body: &mut TokenExchange,
    intent: &TokenIntent,
    environment: Option<Uuid>,
) -> Result<Credential, Problem> {
    let field = credential_field(intent.method);
    let entered =
        if intent.method.uses_secret() { body.client_secret.take() } else { body.private_key.take() };
    let invalid = |detail: String| Problem::invalid_input(vec![FieldFault::invalid(field, detail)]);
    match (entered.filter(|entered| !entered.is_empty()), environment) {
        (Some(entered), _) if intent.method.uses_secret() => secret(entered).map_err(invalid),
        (Some(entered), _) => key(entered).map_err(invalid),
        (None, Some(environment)) if body.sandbox => held(errand, environment, intent).await,
        (None, _) => Err(missing(field)),
    }
}

fn secret(entered: Entered) -> Result<Credential, String> {
    let secret = ClientSecret::new(entered.into_secret()).map_err(|fault| fault.to_string())?;
    Ok(Credential { secret: Secret::Shared(secret), alg: None, kid: None })
}

fn key(entered: Entered) -> Result<Credential, String> {
    let key = PrivateKey::read(&entered.into_secret()).map_err(|fault| fault.to_string())?;
    Ok(Credential {
        alg: Some(key.default_alg()),
        kid: key.kid().map(str::to_owned),
        secret: Secret::Key(Arc::new(key)),
    })
}

fn missing(field: &'static str) -> Problem {
    let detail = match field {
        "client_secret" => "Enter the client secret.",
        _ => "Paste the private key, as PEM or as a JWK.",
    };
    Problem::invalid_input(vec![FieldFault::required(field, detail)])
}

/// The client an environment of the sandbox holds, where its id is one of those.
pub(super) async fn fixture(
    errand: &Errand<'_>,
    environment: Uuid,
    client: &ClientId,
) -> Option<FixtureClient> {
    let client = Uuid::parse_str(client.as_str()).ok()?;
    errand.state.sandbox.client(environment, client).await.ok()
}

async fn held(errand: &Errand<'_>, environment: Uuid, intent: &TokenIntent) -> Result<Credential, Problem> {
    let field = credential_field(intent.method);
    let required = |detail: &str| Problem::invalid_input(vec![FieldFault::required(field, detail)]);
    let Some(client) = fixture(errand, environment, &intent.client_id).await else {
        return Err(required("The sandbox holds no client with this ID here. Enter its credential."));
    };
    let other = "The sandbox holds no such credential for this client: it is registered for another method. Enter one.";
    let secret = if intent.method.uses_secret() {
        let secret = client.secret.as_ref().ok_or_else(|| required(other))?;
        let secret = ClientSecret::new(secret.as_str().to_owned().into());
        Secret::Shared(secret.map_err(|fault| required(&fault.to_string()))?)
    } else {
        let pem = client.private_key.as_ref().ok_or_else(|| required(other))?;
        let key = errand.outbound().fixture_keys.get(pem);
        Secret::Key(key.map_err(|fault| required(&fault.to_string()))?)
    };
    Ok(Credential { secret, alg: client.alg, kid: client.kid })
}
