//! The token request of the client-credentials grant
//! ([RFC 6749 §4.4.2](https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2)).

use std::borrow::Cow;

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{Body, Method, Part, PreparedRequest, Text};
use crate::{
    client::{Authentication, ClientId, ClientSecret, basic_pair},
    provider::Endpoint,
    resource::Resource,
    scope::Scope,
    wire::{CLIENT_ASSERTION_TYPE, FORM_MEDIA_TYPE, GrantType, JSON_MEDIA_TYPE, param},
};

/// Everything that decides a token request.
#[derive(Debug, Clone)]
pub struct TokenRequest {
    /// Where it goes.
    pub endpoint: Endpoint,
    /// The grant.
    pub grant_type: GrantType,
    /// Who asks.
    pub client_id: ClientId,
    /// How the client proves itself.
    pub authentication: Authentication,
    /// What is asked for; empty means the parameter is left out.
    pub scope: Scope,
    /// `audience`, once per value.
    pub audience: Vec<String>,
    /// `resource`, once per value.
    pub resource: Vec<Resource>,
    /// Further form fields, in order.
    pub parameters: Vec<(String, String)>,
}

/// Builds the request. The order of headers and fields is fixed, so that a preview made without the
/// secret and the message that is sent differ in nothing but the secret.
pub fn prepare(request: &TokenRequest) -> PreparedRequest {
    let mut fields = vec![field(param::GRANT_TYPE, request.grant_type.as_str())];
    fields.extend(credential_fields(request));
    if !request.scope.is_empty() {
        fields.push(field(param::SCOPE, request.scope.to_string()));
    }
    fields.extend(request.audience.iter().map(|audience| field(param::AUDIENCE, audience.clone())));
    fields.extend(request.resource.iter().map(|resource| field(param::RESOURCE, resource.to_string())));
    fields.extend(request.parameters.iter().cloned().map(|(name, value)| (name.into(), Part::plain(value))));

    let mut prepared = PreparedRequest::new(Method::Post, request.endpoint.clone());
    if let Authentication::SecretBasic(secret) = &request.authentication {
        prepared = prepared.header("Authorization", basic(&request.client_id, secret.as_ref()));
    }
    prepared.header("Accept", Text::plain(JSON_MEDIA_TYPE)).with_body(FORM_MEDIA_TYPE, Body::Form(fields))
}

/// The fields that carry the proof; Basic has none, its proof is a header.
fn credential_fields(request: &TokenRequest) -> Vec<(Cow<'static, str>, Part)> {
    match &request.authentication {
        Authentication::SecretBasic(_) => vec![],
        Authentication::SecretPost(secret) => {
            let value = secret.as_ref().map(|secret| secret.expose().to_owned().into());
            vec![
                field(param::CLIENT_ID, request.client_id.to_string()),
                (param::CLIENT_SECRET.into(), Part::secret(param::CLIENT_SECRET, value)),
            ]
        }
        Authentication::Assertion(assertion) => {
            let value = assertion.as_ref().map(|assertion| assertion.expose().to_owned().into());
            vec![
                field(param::CLIENT_ASSERTION_TYPE, CLIENT_ASSERTION_TYPE),
                (param::CLIENT_ASSERTION.into(), Part::secret(param::CLIENT_ASSERTION, value)),
            ]
        }
    }
}

fn basic(id: &ClientId, secret: Option<&ClientSecret>) -> Text {
    let value = secret.map(|secret| STANDARD.encode(basic_pair(id, secret.expose())).into());
    Text::plain("Basic ").then(Part::secret("base64(client_id:client_secret)", value))
}

fn field(name: &'static str, value: impl Into<Cow<'static, str>>) -> (Cow<'static, str>, Part) {
    (name.into(), Part::plain(value))
}

#[cfg(test)]
#[path = "token_tests.rs"]
mod tests;
