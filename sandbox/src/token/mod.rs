//! `POST /{envID}/as/token`.

mod access;
mod form;
mod issue;
mod refusal;

use std::sync::Arc;

use axum::{
    Extension, Json,
    extract::{Request, State},
    http::header,
    response::{IntoResponse, Response},
};
use oauth::wire::{GrantType, TokenResponse, param};

pub(crate) use form::TokenForm;
pub(crate) use refusal::Refusal;

use crate::{
    Sandbox,
    auth::{Attempt, authenticate},
    correlation::CorrelationId,
    world::Environment,
};

/// Grant types PingOne has, besides client credentials; no client of an environment has one of them.
const OTHER_GRANT_TYPES: [&str; 6] = [
    "authorization_code",
    "implicit",
    "refresh_token",
    "urn:ietf:params:oauth:grant-type:device_code",
    "urn:ietf:params:oauth:grant-type:token-exchange",
    "urn:openid:params:grant-type:ciba",
];

/// Issues a token, or says why not. Either way nobody may keep the answer.
pub(crate) async fn token(
    State(sandbox): State<Sandbox>,
    Extension(environment): Extension<Arc<Environment>>,
    Extension(correlation): Extension<CorrelationId>,
    request: Request,
) -> Response {
    let answer = match grant(&sandbox, &environment, request).await {
        Ok(token) => Json(token).into_response(),
        Err(refusal) => refusal.answer(correlation),
    };
    ([(header::CACHE_CONTROL, "no-store")], answer).into_response()
}

async fn grant(
    sandbox: &Sandbox,
    environment: &Environment,
    request: Request,
) -> Result<TokenResponse, Refusal> {
    let (parts, body) = request.into_parts();
    let form = TokenForm::read(&parts.headers, body, sandbox.limits().body_bytes).await?;
    let grant_type = form.get(param::GRANT_TYPE).ok_or(Refusal::Missing(param::GRANT_TYPE))?;
    let is_client_credentials = grant_type == GrantType::ClientCredentials.as_str();
    if !is_client_credentials && !OTHER_GRANT_TYPES.contains(&grant_type) {
        return Err(Refusal::UnknownGrantType);
    }
    let now = sandbox.time_of(environment);
    let attempt = Attempt { sandbox, environment, headers: &parts.headers, form: &form, now };
    let client = authenticate(attempt).await?;
    if !(is_client_credentials && client.spec.client_credentials) {
        return Err(Refusal::GrantTypeOff);
    }
    let granted =
        access::decide(&client.spec.access, form.get(param::SCOPE), &resources(environment, &form))?;
    issue::issue(sandbox, environment, client, granted, now).await
}

/// The values of `resource`, where the environment honours them.
fn resources<'a>(environment: &Environment, form: &'a TokenForm) -> Vec<&'a str> {
    let honoured = environment.state().profile.resource_honoured;
    form.all(param::RESOURCE).filter(|_| honoured).collect()
}
