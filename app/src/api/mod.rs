//! What the user interface needs from a server: one port, two sides.
//!
//! On the server [`Backend`] is implemented per session; in the browser [`HttpBackend`] implements
//! it as a thin client of `/api`. The types of this module are the JSON of that API, so the pages,
//! test suites and `curl` use the same one.

mod calls;
mod discovery;
mod draft;
mod entered;
mod error;
mod exchange;
mod fault;
mod http;
mod intent;
mod preview;
mod sandbox;
mod target;
mod tokens;
mod verify;

use std::sync::Arc;

use async_trait::async_trait;
use leptos::prelude::use_context;
use oauth::exchange::Exchange;

pub use self::{
    calls::CallSummary,
    discovery::{Discovery, TargetQuery},
    draft::{DraftDocument, Flow},
    entered::Entered,
    error::{ApiError, Problem},
    exchange::{AnswerBody, OneOrMany, ProviderAnswer, TokenExchange},
    fault::FieldFault,
    http::HttpBackend,
    intent::{AssertionSettings, TokenIntent},
    preview::{Hop, Preview},
    sandbox::{SandboxClient, SandboxEnvironment, SandboxReset},
    target::Target,
    tokens::{Claim, MaskedPart, RevealedTokens, TokenState, TokenView},
    verify::{Verification, VerifyRequest},
};

/// Everything a page asks for. Each method is one endpoint of `/api`; what only scripts need is not here.
#[async_trait]
pub trait Backend: Send + Sync {
    /// `POST /api/token-exchange`
    async fn exchange_token(&self, request: TokenExchange) -> Result<ProviderAnswer, ApiError>;
    /// `GET /api/tokens`, newest first
    async fn tokens(&self) -> Result<Vec<TokenView>, ApiError>;
    /// `GET /api/tokens/{id}`
    async fn token(&self, id: &str) -> Result<TokenView, ApiError>;
    /// `POST /api/tokens/{id}/reveal`
    async fn reveal_token(&self, id: &str) -> Result<RevealedTokens, ApiError>;
    /// `POST /api/tokens/verify`
    async fn verify_token(&self, request: VerifyRequest) -> Result<Verification, ApiError>;
    /// `GET /api/calls`, newest first
    async fn calls(&self) -> Result<Vec<CallSummary>, ApiError>;
    /// `GET /api/calls/{id}`
    async fn call(&self, id: &str) -> Result<Exchange, ApiError>;
    /// `GET /api/draft/{flow}`
    async fn draft(&self, flow: Flow) -> Result<DraftDocument, ApiError>;
    /// `PUT /api/draft/{flow}`
    async fn save_draft(&self, flow: Flow, draft: DraftDocument) -> Result<(), ApiError>;
    /// `GET /api/sandbox/environment`; the pages take no credential from it
    async fn sandbox_environment(&self) -> Result<SandboxEnvironment, ApiError>;
}

/// The backend of the current request (on the server) or of this page (in the browser).
///
/// # Errors
///
/// [`ApiError::Unavailable`] where none was provided, as when the routes are listed at start.
pub fn backend() -> Result<Arc<dyn Backend>, ApiError> {
    use_context().ok_or(ApiError::Unavailable)
}
