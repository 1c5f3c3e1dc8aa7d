//! The port of the pages and of `/api`, for one session.

use std::sync::Arc;

use app::api::{
    ApiError, Backend, CallSummary, Discovery, DraftDocument, Flow, Preview, ProviderAnswer, RevealedTokens,
    SandboxEnvironment, SandboxReset, TargetQuery, TokenExchange, TokenView, Verification, VerifyRequest,
};
use async_trait::async_trait;
use oauth::exchange::Exchange;

use crate::{AppState, Reached, session::Session};

/// What a caller may do, with what is in its session and nothing else.
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
    pub async fn preview(&self, _request: TokenExchange) -> Result<Preview, ApiError> {
        Err(ApiError::Unavailable)
    }

    /// `DELETE /api/calls`
    pub fn clear_calls(&self) {}
}

#[async_trait]
impl Backend for SessionBackend {
    async fn exchange_token(&self, _request: TokenExchange) -> Result<ProviderAnswer, ApiError> {
        self.reached.note("");
        Err(ApiError::Unavailable)
    }

    async fn discover(&self, _target: TargetQuery) -> Result<Discovery, ApiError> {
        Err(ApiError::Unavailable)
    }

    async fn tokens(&self) -> Result<Vec<TokenView>, ApiError> {
        Ok(vec![])
    }

    async fn token(&self, _id: &str) -> Result<TokenView, ApiError> {
        Err(ApiError::Unavailable)
    }

    async fn forget_token(&self, _id: &str) -> Result<(), ApiError> {
        Err(ApiError::Unavailable)
    }

    async fn reveal_token(&self, _id: &str) -> Result<RevealedTokens, ApiError> {
        Err(ApiError::Unavailable)
    }

    async fn verify_token(&self, _request: VerifyRequest) -> Result<Verification, ApiError> {
        Err(ApiError::Unavailable)
    }

    async fn calls(&self) -> Result<Vec<CallSummary>, ApiError> {
        Ok(vec![])
    }

    async fn call(&self, _id: &str) -> Result<Exchange, ApiError> {
        Err(ApiError::Unavailable)
    }

    async fn draft(&self, flow: Flow) -> Result<DraftDocument, ApiError> {
        Ok(self.session.draft(flow))
    }

    async fn save_draft(&self, flow: Flow, draft: DraftDocument) -> Result<(), ApiError> {
        self.session.save_draft(flow, draft);
        Ok(())
    }

    async fn sandbox_environment(&self) -> Result<SandboxEnvironment, ApiError> {
        Err(ApiError::Unavailable)
    }

    async fn reset_sandbox(&self) -> Result<SandboxReset, ApiError> {
        Err(ApiError::Unavailable)
    }

    async fn end_session(&self) -> Result<(), ApiError> {
        self.state.sessions.remove(&self.session).await;
        Ok(())
    }
}
