//! Which authorization server a request is for.

use oauth::provider::{Endpoint, EnvironmentId, Issuer, PingOneEnvironment};

use super::{FieldFault, TokenExchange};

/// Exactly one authorization server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The simulated provider: the caller's own environment, or one it names.
    Sandbox(Option<EnvironmentId>),
    /// An environment of `PingOne`.
    PingOne(PingOneEnvironment),
    /// Any server that publishes metadata.
    Issuer(Issuer),
    /// Any server, by its token endpoint alone.
    TokenEndpoint(Endpoint),
}

/// The fields that can name a target, as given.
#[derive(Debug, Clone, Copy)]
pub(super) struct TargetFields<'a> {
    pub(super) sandbox: bool,
    pub(super) environment_id: Option<&'a str>,
    pub(super) region: Option<&'a str>,
    pub(super) issuer: Option<&'a str>,
    pub(super) token_endpoint: Option<&'a str>,
}

impl<'a> From<&'a TokenExchange> for TargetFields<'a> {
    fn from(request: &'a TokenExchange) -> Self {
        Self {
            sandbox: request.sandbox,
            environment_id: request.environment_id.as_deref(),
            region: request.region.as_deref(),
            issuer: request.issuer.as_deref(),
            token_endpoint: request.token_endpoint.as_deref(),
        }
    }
}

impl TargetFields<'_> {
    /// The one target that is named; every fault goes into `faults`.
    pub(super) fn parse(self, faults: &mut Vec<FieldFault>) -> Option<Target> {
        let named = [
            self.sandbox,
            self.environment_id.is_some() && !self.sandbox,
            self.issuer.is_some(),
            self.token_endpoint.is_some(),
        ];
        if named.into_iter().filter(|named| *named).count() != 1 {
            let detail =
                "Name exactly one target: sandbox, environment_id with region, issuer or token_endpoint.";
            faults.push(FieldFault {
                pointer: String::new(),
                code: "one-target".into(),
                detail: detail.into(),
            });
            return None;
        }
        if self.region.is_some() && (self.sandbox || self.environment_id.is_none()) {
            faults.push(FieldFault::invalid("region", "A region goes with environment_id only."));
        }
        if self.sandbox {
            let id = parse_optional("environment_id", self.environment_id, faults);
            return Some(Target::Sandbox(id));
        }
        self.pingone(faults)
            .or_else(|| parse_optional("issuer", self.issuer, faults).map(Target::Issuer))
            .or_else(|| {
                parse_optional("token_endpoint", self.token_endpoint, faults).map(Target::TokenEndpoint)
            })
    }

    fn pingone(self, faults: &mut Vec<FieldFault>) -> Option<Target> {
        let id = parse_optional("environment_id", self.environment_id, faults);
        let region = parse_optional("region", self.region, faults).unwrap_or_default();
        Some(Target::PingOne(PingOneEnvironment { id: id?, region }))
    }
}

/// Parses a field that may be absent; an unusable value is a fault.
pub(super) fn parse_optional<T>(field: &str, given: Option<&str>, faults: &mut Vec<FieldFault>) -> Option<T>
where
    T: std::str::FromStr,
    T::Err: ToString,
{
    match given?.parse() {
        Ok(value) => Some(value),
        Err(error) => {
            faults.push(FieldFault::invalid(field, error));
            None
        }
    }
}
