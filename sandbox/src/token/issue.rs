//! The access token: an RS256 JWT with PingOne's claims.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use oauth::wire::TokenResponse;
use serde::Serialize;
use uuid::Uuid;

use super::{Refusal, access::Granted};
use crate::{
    Sandbox, SandboxError,
    world::{Client, Environment},
};

#[derive(Serialize)]
struct Header<'a> {
    alg: &'static str,
    kid: &'a str,
    /// Absent today, mandatory from March 2027.
    #[serde(skip_serializing_if = "Option::is_none")]
    typ: Option<&'static str>,
}

/// Claims of a client credentials token. There is no `sub`.
#[derive(Serialize)]
struct Claims<'a> {
    client_id: Uuid,
    iss: &'a str,
    jti: Uuid,
    iat: i64,
    exp: i64,
    aud: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    env: Uuid,
    org: Uuid,
    /// Equals `jti`.
    #[serde(rename = "p1.rid")]
    request: Uuid,
}

/// Signs a token for what was granted, valid from the environment's time `now`.
pub(crate) async fn issue(
    sandbox: &Sandbox,
    environment: &Environment,
    client: &Client,
    granted: Granted,
    now: i64,
) -> Result<TokenResponse, Refusal> {
    let lifetime = client.spec.token_lifetime;
    let jti = environment.next_jti();
    let claims = Claims {
        client_id: client.id,
        iss: &sandbox.endpoints(environment.id).issuer(),
        jti,
        iat: now,
        exp: now + i64::from(lifetime),
        aud: [granted.audience],
        scope: granted.scope.as_deref(),
        env: environment.id,
        org: environment.organization_id,
        request: jti,
    };
    Ok(TokenResponse {
        access_token: sign(sandbox, environment, &claims).await?,
        token_type: "Bearer",
        expires_in: lifetime.into(),
        scope: granted.scope,
    })
}

/// JWS compact serialisation ([RFC 7515 §3.1](https://www.rfc-editor.org/rfc/rfc7515#section-3.1)).
async fn sign(
    sandbox: &Sandbox,
    environment: &Environment,
    claims: &Claims<'_>,
) -> Result<String, SandboxError> {
    let key = environment.signing_key(sandbox.pool()).await?;
    let typ = environment.state().profile.at_jwt_typ.then_some("at+jwt");
    let header = Header { alg: "RS256", kid: &environment.signing_kid(), typ };
    let mut token = encode(&header)?;
    token.push('.');
    token.push_str(&encode(claims)?);
    let signature = key.sign(token.as_bytes())?;
    token.push('.');
    BASE64URL.encode_string(signature, &mut token);
    Ok(token)
}

fn encode(part: &impl Serialize) -> Result<String, SandboxError> {
    let json = serde_json::to_vec(part).map_err(|_| SandboxError::KeyMaterial)?;
    Ok(BASE64URL.encode(json))
}
