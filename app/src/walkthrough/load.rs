//! What a page asks for when it opens.

use futures::join;
use oauth::exchange::{Category, Exchange};
use serde::{Deserialize, Serialize};

use super::{Draft, Edit, Run};
use crate::api::{ApiError, Backend, CallSummary, Flow, SandboxEnvironment, TokenView};

/// Everything the server remembers of a walkthrough. It travels with the page, so it holds no credential, not even the
/// sandbox's fixtures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Loaded {
    pub(super) draft: Draft,
    pub(super) sandbox: SandboxEnvironment,
    pub(super) calls: Vec<CallSummary>,
    pub(super) exchanges: Vec<Exchange>,
    pub(super) tokens: Vec<TokenView>,
}

impl Loaded {
    /// A draft nobody has touched begins with the first client of the sandbox: nothing has to be typed for a first
    /// token.
    fn with_a_beginning(mut self) -> Self {
        let first = self.sandbox.clients.first().cloned();
        if let Some(client) = first.filter(|_| self.draft == Draft::default()) {
            self.draft.apply(Edit::SandboxClient(Box::new(client)));
        }
        self
    }

    /// The server's time when this was loaded, milliseconds since 1970, where it was told.
    pub fn now_ms(&self) -> Option<i64> {
        self.tokens.iter().map(|token| token.now_ms).max()
    }

    /// The draft, the environment and what has happened so far.
    pub fn into_parts(self) -> (Draft, SandboxEnvironment, Run) {
        let run = Run::restore(&self.calls, &self.exchanges, &self.tokens);
        (self.draft, self.sandbox, run)
    }
}

/// Asks for one thing first: a page without a session gets one with that call, and the calls after it bring the cookie
/// along. Then for the rest at once.
///
/// # Errors
///
/// [`ApiError::NoSession`] on the server for a page that has none yet; otherwise what the first failing call says.
pub async fn load(backend: &dyn Backend) -> Result<Loaded, ApiError> {
    let draft = backend.draft(Flow::ClientCredentials).await?;
    let (sandbox, calls, tokens) = join!(backend.sandbox_environment(), backend.calls(), backend.tokens());
    let (calls, tokens) = (calls?, tokens?);
    let exchanges = exchanges(backend, &calls, &tokens).await?;
    let sandbox = sandbox?.without_credentials();
    Ok(Loaded { draft, sandbox, calls, exchanges, tokens }.with_a_beginning())
}

/// The two calls a page shows whole: the latest request, and the one that brought the latest token.
async fn exchanges(
    backend: &dyn Backend,
    calls: &[CallSummary],
    tokens: &[TokenView],
) -> Result<Vec<Exchange>, ApiError> {
    let latest = calls.iter().find(|call| call.category == Category::Oauth).map(|call| call.id.as_str());
    let issuing = tokens.first().map(|token| token.exchange_id.as_str()).filter(|id| Some(*id) != latest);
    let (latest, issuing) = join!(exchange(backend, latest), exchange(backend, issuing));
    Ok([latest?, issuing?].into_iter().flatten().collect())
}

/// A call that has left the bounded log is not known any more; that is no failure.
async fn exchange(backend: &dyn Backend, id: Option<&str>) -> Result<Option<Exchange>, ApiError> {
    let Some(id) = id else { return Ok(None) };
    match backend.call(id).await {
        Ok(exchange) => Ok(Some(exchange)),
        Err(ApiError::Problem(problem)) if problem.status == 404 => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::sandbox;
    use super::*;

    fn loaded(draft: Draft) -> Loaded {
        Loaded { draft, sandbox: sandbox(), calls: vec![], exchanges: vec![], tokens: vec![] }
            .with_a_beginning()
    }

    #[test]
    fn an_untouched_draft_can_be_sent_without_typing() {
        let draft = loaded(Draft::default()).draft;
        assert_eq!(draft.client_id, "basic-id");
        assert_eq!(draft.faults(true), []);
    }

    #[test]
    fn a_draft_somebody_touched_stays_as_it_is() {
        let draft = Draft { client_id: "mine".into(), ..Draft::default() };
        assert_eq!(loaded(draft.clone()).draft, draft);
    }
}
