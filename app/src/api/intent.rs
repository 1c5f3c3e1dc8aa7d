//! A token exchange that has been looked at: parsed once, then trusted.

use oauth::{
    assertion::{
        Assertion, AssertionAudience, AssertionHeader, AssertionType, DEFAULT_LIFETIME, MAX_LIFETIME,
        MIN_LIFETIME,
    },
    client::{Authentication, ClientId},
    provider::Endpoint,
    request::token::TokenRequest,
    resource::Resource,
    scope::Scope,
    wire::{AuthMethod, GrantType, SigningAlg, param},
};

use super::{
    FieldFault, Target, TokenExchange,
    target::{TargetFields, parse_optional},
};

/// What a valid [`TokenExchange`] asks for, without its credential.
#[derive(Debug, Clone)]
pub struct TokenIntent {
    /// Which server.
    pub target: Target,
    /// What a person confirmed, as given.
    pub confirm_target: Option<String>,
    /// Who asks.
    pub client_id: ClientId,
    /// How the client proves itself.
    pub method: AuthMethod,
    /// How the assertion of a JWT method is made.
    pub assertion: AssertionSettings,
    /// What is asked for.
    pub scope: Scope,
    /// `audience` values.
    pub audience: Vec<String>,
    /// `resource` values.
    pub resource: Vec<Resource>,
    /// Further form fields.
    pub parameters: Vec<(String, String)>,
}

/// Choices that shape a client assertion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssertionSettings {
    /// The algorithm, where it was chosen.
    pub alg: Option<SigningAlg>,
    /// The `kid` header.
    pub key_id: Option<String>,
    /// The `aud` claim.
    pub audience: AssertionAudience,
    /// The `typ` header.
    pub typ: AssertionType,
    /// Seconds.
    pub lifetime: u32,
}

impl TokenExchange {
    /// Parses everything but the credential.
    ///
    /// # Errors
    ///
    /// All faults at once, each named by its field.
    pub fn parse(&self) -> Result<TokenIntent, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let target = TargetFields::from(self).parse(&mut faults);
        if self.grant_type.as_deref().is_some_and(|grant| grant != GrantType::ClientCredentials.as_str()) {
            faults.push(FieldFault::invalid("grant_type", "Use client_credentials, or leave it out."));
        }
        let method = parse_optional("client_auth_method", self.client_auth_method.as_deref(), &mut faults)
            .unwrap_or_default();
        let client_id =
            parse_optional("client_id", Some(self.client_id.as_deref().unwrap_or_default()), &mut faults);
        let scope = parse_optional("scope", self.scope.as_deref(), &mut faults).unwrap_or_default();
        let audience = self.parse_audience(&mut faults);
        let resource = self.parse_resource(&mut faults);
        let parameters = self.parse_parameters(&mut faults);
        let assertion = self.parse_assertion(method, target.as_ref(), &mut faults);
        match (target, client_id, faults.is_empty()) {
            (Some(target), Some(client_id), true) => Ok(TokenIntent {
                target,
                confirm_target: self.confirm_target.clone(),
                client_id,
                method,
                assertion,
                scope,
                audience,
                resource,
                parameters,
            }),
            _ => Err(faults),
        }
    }

    fn parse_audience(&self, faults: &mut Vec<FieldFault>) -> Vec<String> {
        let values = self.audience.values();
        if values
            .iter()
            .any(|value| value.is_empty() || value.len() > 2048 || value.chars().any(char::is_control))
        {
            faults.push(FieldFault::invalid("audience", "Use 1 to 2048 characters, no control characters."));
        }
        values.to_vec()
    }

    fn parse_resource(&self, faults: &mut Vec<FieldFault>) -> Vec<Resource> {
        let mut resources = Vec::new();
        for (index, value) in self.resource.values().iter().enumerate() {
            match value.parse() {
                Ok(resource) => resources.push(resource),
                Err(error) => faults.push(FieldFault::invalid(&format!("resource/{index}"), error)),
            }
        }
        resources
    }

    fn parse_parameters(&self, faults: &mut Vec<FieldFault>) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        for (name, values) in &self.parameters {
            let pointer = format!("parameters/{}", name.replace('~', "~0").replace('/', "~1"));
            if param::OWNED.contains(&name.as_str()) {
                faults.push(FieldFault::new(
                    &pointer,
                    "reserved",
                    "This parameter has a field of its own; use that.",
                ));
            } else if name.is_empty() || name.len() > 128 || name.chars().any(char::is_control) {
                faults.push(FieldFault::invalid(
                    &pointer,
                    "Use a name of 1 to 128 characters, no control characters.",
                ));
            }
            if values.values().iter().any(|value| value.len() > 4096 || value.chars().any(char::is_control)) {
                faults.push(FieldFault::invalid(
                    &pointer,
                    "Use at most 4096 characters, no control characters.",
                ));
            }
            fields.extend(values.values().iter().map(|value| (name.clone(), value.clone())));
        }
        fields
    }

    fn parse_assertion(
        &self,
        method: AuthMethod,
        target: Option<&Target>,
        faults: &mut Vec<FieldFault>,
    ) -> AssertionSettings {
        let lifetime = self.assertion_lifetime.unwrap_or(DEFAULT_LIFETIME);
        if !(MIN_LIFETIME..=MAX_LIFETIME).contains(&lifetime) {
            faults.push(FieldFault::invalid("assertion_lifetime", "Use 1 to 300 seconds."));
        }
        let typ = parse_optional("assertion_typ", self.assertion_typ.as_deref(), faults);
        let key_id = self.key_id.clone().filter(|key_id| !key_id.is_empty());
        if key_id.as_ref().is_some_and(|id| id.len() > 256 || id.chars().any(char::is_control)) {
            faults.push(FieldFault::invalid("key_id", "Use at most 256 characters, no control characters."));
        }
        AssertionSettings {
            alg: self.parse_alg(method, faults),
            key_id,
            audience: parse_optional("assertion_audience", self.assertion_audience.as_deref(), faults)
                .unwrap_or_default(),
            typ: typ.unwrap_or_else(|| default_type(target)),
            lifetime,
        }
    }

    fn parse_alg(&self, method: AuthMethod, faults: &mut Vec<FieldFault>) -> Option<SigningAlg> {
        let alg = parse_optional("signing_alg", self.signing_alg.as_deref(), faults)?;
        let fitting: &[SigningAlg] =
            if method == AuthMethod::PrivateKeyJwt { &SigningAlg::PRIVATE_KEY } else { &SigningAlg::HMAC };
        if !fitting.contains(&alg) {
            let names: Vec<&str> = fitting.iter().map(|alg| alg.as_str()).collect();
            faults
                .push(FieldFault::invalid("signing_alg", format!("Use {} with {method}.", names.join(", "))));
        }
        Some(alg)
    }
}

/// `PingOne` and its simulation predate explicit typing; everybody else gets it.
fn default_type(target: Option<&Target>) -> AssertionType {
    match target {
        Some(Target::Issuer(_) | Target::TokenEndpoint(_)) => AssertionType::ClientAuthentication,
        _ => AssertionType::Jwt,
    }
}

impl TokenIntent {
    /// The token request for an endpoint, with the proof that is known where it is made.
    pub fn token_request(&self, endpoint: Endpoint, authentication: Authentication) -> TokenRequest {
        TokenRequest {
            endpoint,
            grant_type: GrantType::ClientCredentials,
            client_id: self.client_id.clone(),
            authentication,
            scope: self.scope.clone(),
            audience: self.audience.clone(),
            resource: self.resource.clone(),
            parameters: self.parameters.clone(),
        }
    }

    /// The assertion this intent leads to, unsigned; `None` for methods without one.
    ///
    /// `alg` is what fits the key; `issuer` and `endpoint` are those of the target; `now` is in
    /// seconds since 1970. Without an issuer the audience can only be the endpoint.
    pub fn assertion(
        &self,
        alg: SigningAlg,
        issuer: Option<&str>,
        endpoint: &Endpoint,
        now: i64,
        jti: String,
    ) -> Option<Assertion> {
        if !self.method.uses_assertion() {
            return None;
        }
        let settings = &self.assertion;
        let audience = match (settings.audience, issuer) {
            (AssertionAudience::Issuer, Some(issuer)) => issuer.to_owned(),
            _ => endpoint.to_string(),
        };
        let header = AssertionHeader {
            alg: settings.alg.unwrap_or(alg),
            kid: settings.key_id.clone(),
            typ: settings.typ,
        };
        Some(Assertion::new(header, &self.client_id, audience, now, settings.lifetime, jti))
    }
}

#[cfg(test)]
#[path = "intent_tests.rs"]
mod tests;
