//! The port of the pages and of `/api`, for one session.

use std::sync::Arc;

use app::api::{
    ApiError, Backend, CallSummary, Discovery, DraftDocument, Flow, Preview, ProviderAnswer, RevealedTokens,
    SandboxEnvironment, SandboxReset, TargetQuery, TokenExchange, TokenView, Verification, VerifyRequest,
};
use async_trait::async_trait;
use oauth::exchange::Exchange;

use crate::{
    AppState, Reached, discovery, environment, exchange, finish::Finish, outbound::Errand, problem::Problem,
    session::Session, tokens, tokens::IssuedToken, verification,
};

/// What a caller may do, with what is in its session and nothing else.
#[derive(Clone)]
pub struct SessionBackend {
    state: AppState,
    session: Arc<Session>,
    reached: Reached,
}

impl SessionBackend {
    /// The backend of a request. Calls to the outside are noted in `reached`.
    pub const fn new(state: AppState, session: Arc<Session>, reached: Reached) -> Self {
        Self { state, session, reached }
    }

    /// `POST /api/token-exchange/preview`
    pub async fn preview(&self, request: TokenExchange) -> Result<Preview, ApiError> {
        Ok(exchange::preview(&self.errand(), request).await?)
    }

    /// `GET /api/discovery`
    pub async fn discover(&self, target: TargetQuery) -> Result<Discovery, ApiError> {
        self.finish(|backend| async move { discovery::discover(&backend.errand(), target).await }).await
    }

    /// `DELETE /api/tokens/{id}`
    pub fn forget_token(&self, id: &str) -> Result<(), Problem> {
        if self.session.tokens.forget(id) { Ok(()) } else { Err(Problem::not_found("token")) }
    }

    /// `GET /api/sandbox/environment`
    pub async fn sandbox_credentials(&self) -> Result<SandboxEnvironment, ApiError> {
        Ok(environment::of_session(&self.state.sandbox, &self.session).await?)
    }

    /// `POST /api/sandbox/environment/reset`
    pub async fn reset_sandbox(&self) -> Result<SandboxReset, ApiError> {
        Ok(environment::reset(&self.state.sandbox, &self.session).await?)
    }

    /// `DELETE /api/session`
    pub async fn end_session(&self) -> Result<(), ApiError> {
        self.state.sessions.remove(&self.session).await;
        Ok(())
    }

    /// `DELETE /api/calls`
    pub fn clear_calls(&self) {
        self.session.calls.clear();
    }

    /// Does something that calls the outside to its end, even if the caller goes away meanwhile: what
    /// was sent must be in the log, and a token that was issued must not be lost.
    async fn finish<T, F>(&self, operation: impl FnOnce(Self) -> F) -> Result<T, ApiError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Problem>> + Send + 'static,
    {
        Ok(Finish::new(operation(self.clone())).await?)
    }

    fn errand(&self) -> Errand<'_> {
        Errand { state: &self.state, session: &self.session, reached: &self.reached }
    }

    fn issued(&self, id: &str) -> Result<Arc<IssuedToken>, Problem> {
        self.session.tokens.find(id).ok_or_else(|| Problem::not_found("token"))
    }

    fn view(&self, token: &IssuedToken) -> TokenView {
        token.view(tokens::time_at(token.environment, &self.state.sandbox, &*self.state.clock))
    }
}

#[async_trait]
impl Backend for SessionBackend {
    async fn exchange_token(&self, request: TokenExchange) -> Result<ProviderAnswer, ApiError> {
        self.finish(|backend| async move { exchange::run(&backend.errand(), request).await }).await
    }

    async fn tokens(&self) -> Result<Vec<TokenView>, ApiError> {
        Ok(self.session.tokens.list().iter().map(|token| self.view(token)).collect())
    }

    async fn token(&self, id: &str) -> Result<TokenView, ApiError> {
        Ok(self.view(&*self.issued(id)?))
    }

    async fn reveal_token(&self, id: &str) -> Result<RevealedTokens, ApiError> {
        let token = self.issued(id)?;
        let (session, fingerprint) = (self.session.key, token.granted.access_token.fingerprint());
        tracing::info!(?session, fingerprint, "[🔓 TOKEN] revealed");
        Ok(token.reveal())
    }

    async fn verify_token(&self, request: VerifyRequest) -> Result<Verification, ApiError> {
        self.finish(|backend| async move { verification::verify(&backend.errand(), request).await }).await
    }

    async fn calls(&self) -> Result<Vec<CallSummary>, ApiError> {
        Ok(self.session.calls.list().iter().map(|call| CallSummary::from(&**call)).collect())
    }

    async fn call(&self, id: &str) -> Result<Exchange, ApiError> {
        let call = self.session.calls.find(id).ok_or_else(|| Problem::not_found("call"))?;
        Ok((*call).clone())
    }

    async fn draft(&self, flow: Flow) -> Result<DraftDocument, ApiError> {
        Ok(self.session.draft(flow))
    }

    async fn save_draft(&self, flow: Flow, draft: DraftDocument) -> Result<(), ApiError> {
        self.session.save_draft(flow, draft);
        Ok(())
    }

    async fn sandbox_environment(&self) -> Result<SandboxEnvironment, ApiError> {
        Ok(environment::outline_of_session(&self.state.sandbox, &self.session)?)
    }
}
