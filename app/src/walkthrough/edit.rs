//! Changes to a draft, as data.

use oauth::{
    assertion::AssertionAudience,
    provider::Region,
    wire::{AuthMethod, SigningAlg},
};

use super::{Draft, TargetKind};
use crate::api::SandboxClient;

/// One change to a [`Draft`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Another kind of server. What belongs to the other kind stays as typed.
    Target(TargetKind),
    /// A client of the sandbox: its id, method, algorithm, key and scopes in one go.
    SandboxClient(Box<SandboxClient>),
    /// The environment id as typed.
    EnvironmentId(String),
    /// The region.
    Region(Region),
    /// The client id as typed.
    ClientId(String),
    /// The authentication method; an algorithm that does not fit it is dropped.
    AuthMethod(AuthMethod),
    /// The algorithm of the assertion.
    SigningAlg(Option<SigningAlg>),
    /// The `kid` as typed.
    KeyId(String),
    /// The `aud` of the assertion.
    AssertionAudience(AssertionAudience),
    /// The lifetime of the assertion in seconds.
    AssertionLifetime(u32),
    /// Adds scope tokens, one or several separated by blanks; those already there are skipped.
    AddScopes(String),
    /// Removes a scope token.
    RemoveScope(String),
    /// The audience as typed.
    Audience(String),
    /// One more, empty, resource.
    AddResource,
    /// The resource at this position as typed.
    Resource(usize, String),
    /// Removes the resource at this position.
    RemoveResource(usize),
}

impl Edit {
    pub(super) fn apply_to(self, draft: &mut Draft) {
        match self {
            Self::Target(target) => draft.target = target,
            Self::SandboxClient(client) => choose_client(draft, *client),
            Self::EnvironmentId(id) => id.trim().clone_into(&mut draft.environment_id),
            Self::Region(region) => draft.region = region,
            Self::ClientId(id) => draft.client_id = id,
            Self::AuthMethod(method) => choose_method(draft, method),
            Self::SigningAlg(alg) => draft.signing_alg = alg,
            Self::KeyId(id) => draft.key_id = id,
            Self::AssertionAudience(audience) => draft.assertion_audience = audience,
            Self::AssertionLifetime(seconds) => draft.assertion_lifetime = seconds,
            Self::AddScopes(scopes) => add_scopes(draft, &scopes),
            Self::RemoveScope(scope) => draft.scopes.retain(|known| *known != scope),
            Self::Audience(audience) => draft.audience = audience,
            Self::AddResource => draft.resources.push(String::new()),
            Self::Resource(index, resource) => {
                if let Some(slot) = draft.resources.get_mut(index) {
                    *slot = resource;
                }
            }
            Self::RemoveResource(index) => {
                if index < draft.resources.len() {
                    draft.resources.remove(index);
                }
            }
        }
    }
}

fn choose_client(draft: &mut Draft, client: SandboxClient) {
    draft.client_id = client.id;
    draft.auth_method = client.method;
    draft.signing_alg = client.signing_alg;
    draft.key_id = client.key_id.unwrap_or_default();
    draft.scopes = client.scopes;
}

fn choose_method(draft: &mut Draft, method: AuthMethod) {
    draft.auth_method = method;
    let fitting: &[SigningAlg] = match method {
        AuthMethod::ClientSecretJwt => &SigningAlg::HMAC,
        AuthMethod::PrivateKeyJwt => &SigningAlg::PRIVATE_KEY,
        AuthMethod::ClientSecretBasic | AuthMethod::ClientSecretPost => &[],
    };
    draft.signing_alg = draft.signing_alg.filter(|alg| fitting.contains(alg));
}

fn add_scopes(draft: &mut Draft, scopes: &str) {
    for scope in scopes.split_whitespace() {
        if !draft.scopes.iter().any(|known| known == scope) {
            draft.scopes.push(scope.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_scopes_are_split_and_repetitions_skipped() {
        let mut draft = Draft::default();
        draft.apply(Edit::AddScopes("a b".into()));
        draft.apply(Edit::AddScopes(" b  c ".into()));
        assert_eq!(draft.scopes, ["a", "b", "c"]);
        draft.apply(Edit::RemoveScope("b".into()));
        assert_eq!(draft.scopes, ["a", "c"]);
    }

    #[test]
    fn another_method_drops_an_algorithm_that_does_not_fit() {
        let mut draft = Draft { signing_alg: Some(SigningAlg::HS512), ..Draft::default() };
        draft.apply(Edit::AuthMethod(AuthMethod::ClientSecretJwt));
        assert_eq!(draft.signing_alg, Some(SigningAlg::HS512));
        draft.apply(Edit::AuthMethod(AuthMethod::PrivateKeyJwt));
        assert_eq!(draft.signing_alg, None);
    }

    #[test]
    fn a_resource_that_is_gone_is_not_edited() {
        let mut draft = Draft::default();
        draft.apply(Edit::AddResource);
        draft.apply(Edit::Resource(0, "https://a.example".into()));
        draft.apply(Edit::Resource(7, "x".into()));
        draft.apply(Edit::RemoveResource(7));
        assert_eq!(draft.resources, ["https://a.example"]);
    }

    #[test]
    fn changing_the_target_loses_nothing() {
        let mut draft = Draft { environment_id: "typed".into(), ..Draft::default() };
        draft.apply(Edit::Target(TargetKind::PingOne));
        draft.apply(Edit::Target(TargetKind::Sandbox));
        assert_eq!(draft.environment_id, "typed");
    }
}
