//! Who asks: client authentication, written for this crate alone, so that the product's own signer is
//! judged by something that does not share its mistakes.

mod assertion;
mod claims;
mod fault;
mod key;
mod presented;
mod replay;
mod secret;

use axum::http::HeaderMap;
use oauth::wire::AuthMethod;

pub(crate) use fault::AssertionFault;
pub(crate) use replay::ReplayMemory;

use crate::{
    Sandbox,
    token::{Refusal, TokenForm},
    world::{Client, Environment, State},
};
use assertion::Assertion;
use presented::Presented;

/// What authentication looks at.
#[derive(Clone, Copy)]
pub(crate) struct Attempt<'a> {
    pub(crate) sandbox: &'a Sandbox,
    pub(crate) environment: &'a Environment,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) form: &'a TokenForm,
    /// The environment's time, seconds since 1970.
    pub(crate) now: i64,
}

/// The client that proved who it is, by the one method its application accepts.
pub(crate) async fn authenticate(attempt: Attempt<'_>) -> Result<&Client, Refusal> {
    match Presented::read(attempt.headers, attempt.form)? {
        Presented::Nothing { client_id } => Err(match attempt.find(&client_id) {
            Ok(_) => Refusal::UnsupportedMethod,
            Err(refusal) => refusal,
        }),
        Presented::Basic { id, secret } => attempt.by_secret(AuthMethod::ClientSecretBasic, &id, &secret),
        Presented::Post { id, secret } => attempt.by_secret(AuthMethod::ClientSecretPost, &id, &secret),
        Presented::Assertion { client_id, jwt } => attempt.by_assertion(client_id, jwt).await,
    }
}

impl<'a> Attempt<'a> {
    /// The enabled client of this id.
    fn find(&self, id: &str) -> Result<&'a Client, Refusal> {
        let client = self.environment.client(id).filter(|client| client.spec.enabled);
        client.ok_or(Refusal::InvalidCredentials)
    }

    fn by_secret(&self, method: AuthMethod, id: &str, given: &str) -> Result<&'a Client, Refusal> {
        let client = self.find(id)?;
        if client.spec.method != method {
            return Err(Refusal::UnsupportedMethod);
        }
        let accepted = self.secrets(client);
        if secret::matches_any(given, &accepted) { Ok(client) } else { Err(Refusal::InvalidCredentials) }
    }

    async fn by_assertion(&self, client_id: Option<&str>, jwt: &str) -> Result<&'a Client, Refusal> {
        let assertion = Assertion::parse(jwt)?;
        let claimed = client_id.or(assertion.claims.sub.as_deref());
        let client = self.find(claimed.ok_or(AssertionFault::Subject)?)?;
        if client.spec.method != assertion.method() {
            return Err(Refusal::UnsupportedMethod);
        }
        self.verify_signature(&assertion, client).await?;
        let endpoints = self.sandbox.endpoints(self.environment.id);
        let audiences = [endpoints.issuer(), endpoints.at("token")];
        assertion.claims.check(&client.id.to_string(), &audiences, self.now)?;
        self.check_replay(&assertion, client)?;
        Ok(client)
    }

    async fn verify_signature(&self, assertion: &Assertion<'_>, client: &'a Client) -> Result<(), Refusal> {
        if assertion.method() == AuthMethod::ClientSecretJwt {
            return Ok(key::verify_hmac(assertion, &self.secrets(client))?);
        }
        let keys = client.keys(self.sandbox.pool()).await?.ok_or(AssertionFault::NoKey)?;
        let es_assertions = self.state().profile.es_assertions;
        Ok(key::verify_signature(assertion, keys.configured(), es_assertions)?)
    }

    fn check_replay(&self, assertion: &Assertion<'_>, client: &Client) -> Result<(), AssertionFault> {
        if !self.state().profile.strict_jti {
            return Ok(());
        }
        let jti = assertion.claims.jti.as_deref().ok_or(AssertionFault::NoJti)?;
        let mut memory = self.environment.replay.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let limit = self.sandbox.limits().remembered_jtis;
        if memory.is_first(client.id, jti, limit) { Ok(()) } else { Err(AssertionFault::Replayed) }
    }

    /// The secrets that work now: the current one, and the previous one while a rotation overlaps.
    fn secrets(&self, client: &'a Client) -> Vec<&'a str> {
        let overlaps = self.now < self.state().rotation_ends;
        let previous = client.previous_secret.as_deref().filter(|_| overlaps);
        std::iter::once(client.secret.as_str()).chain(previous).collect()
    }

    fn state(&self) -> State {
        self.environment.state()
    }
}
