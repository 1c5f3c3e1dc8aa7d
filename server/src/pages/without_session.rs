//! The backend of a page that has no session.

use app::api::{
    ApiError, Backend, CallSummary, DraftDocument, Flow, ProviderAnswer, RevealedTokens, SandboxEnvironment,
    TokenExchange, TokenView, Verification, VerifyRequest,
};
use async_trait::async_trait;
use oauth::exchange::Exchange;

/// Answers every question with [`ApiError::NoSession`]: the page then asks again from the browser.
#[derive(Debug, Clone, Copy)]
pub(super) struct WithoutSession;

#[async_trait]
impl Backend for WithoutSession {
    async fn exchange_token(&self, _request: TokenExchange) -> Result<ProviderAnswer, ApiError> {
        Err(ApiError::NoSession)
    }

    async fn tokens(&self) -> Result<Vec<TokenView>, ApiError> {
        Err(ApiError::NoSession)
    }

    async fn token(&self, _id: &str) -> Result<TokenView, ApiError> {
        Err(ApiError::NoSession)
    }

    async fn reveal_token(&self, _id: &str) -> Result<RevealedTokens, ApiError> {
        Err(ApiError::NoSession)
    }

    async fn verify_token(&self, _request: VerifyRequest) -> Result<Verification, ApiError> {
        Err(ApiError::NoSession)
    }

    async fn calls(&self) -> Result<Vec<CallSummary>, ApiError> {
        Err(ApiError::NoSession)
    }

    async fn call(&self, _id: &str) -> Result<Exchange, ApiError> {
        Err(ApiError::NoSession)
    }

    async fn draft(&self, _flow: Flow) -> Result<DraftDocument, ApiError> {
        Err(ApiError::NoSession)
    }

    async fn save_draft(&self, _flow: Flow, _draft: DraftDocument) -> Result<(), ApiError> {
        Err(ApiError::NoSession)
    }

    async fn sandbox_environment(&self) -> Result<SandboxEnvironment, ApiError> {
        Err(ApiError::NoSession)
    }
}
