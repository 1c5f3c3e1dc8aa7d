//! The backend in the browser: the only file that knows `fetch`.

use async_trait::async_trait;
use gloo_net::http::{Method, RequestBuilder, Response};
use oauth::exchange::Exchange;
use send_wrapper::SendWrapper;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    AnswerBody, ApiError, Backend, CallSummary, DraftDocument, Flow, Problem, ProviderAnswer, RevealedTokens,
    SandboxEnvironment, TokenExchange, TokenView, Verification, VerifyRequest,
};

/// A thin client of `/api` on the page's own origin.
#[derive(Debug, Clone, Copy, Default)]
pub struct HttpBackend;

/// No body.
const NONE: Option<&()> = None;

#[async_trait]
impl Backend for HttpBackend {
    async fn exchange_token(&self, request: TokenExchange) -> Result<ProviderAnswer, ApiError> {
        let body = written(Some(&request))?;
        SendWrapper::new(async move { answer(call(Method::POST, "/api/token-exchange", body).await?).await })
            .await
    }

    async fn tokens(&self) -> Result<Vec<TokenView>, ApiError> {
        json(Method::GET, "/api/tokens".into(), NONE).await
    }

    async fn token(&self, id: &str) -> Result<TokenView, ApiError> {
        json(Method::GET, format!("/api/tokens/{id}"), NONE).await
    }

    async fn reveal_token(&self, id: &str) -> Result<RevealedTokens, ApiError> {
        json(Method::POST, format!("/api/tokens/{id}/reveal"), NONE).await
    }

    async fn verify_token(&self, request: VerifyRequest) -> Result<Verification, ApiError> {
        json(Method::POST, "/api/tokens/verify".into(), Some(&request)).await
    }

    async fn calls(&self) -> Result<Vec<CallSummary>, ApiError> {
        json(Method::GET, "/api/calls".into(), NONE).await
    }

    async fn call(&self, id: &str) -> Result<Exchange, ApiError> {
        json(Method::GET, format!("/api/calls/{id}"), NONE).await
    }

    async fn draft(&self, flow: Flow) -> Result<DraftDocument, ApiError> {
        json(Method::GET, format!("/api/draft/{}", flow.as_str()), NONE).await
    }

    async fn save_draft(&self, flow: Flow, draft: DraftDocument) -> Result<(), ApiError> {
        nothing(Method::PUT, format!("/api/draft/{}", flow.as_str()), Some(&draft)).await
    }

    async fn sandbox_environment(&self) -> Result<SandboxEnvironment, ApiError> {
        json(Method::GET, "/api/sandbox/environment".into(), NONE).await
    }
}

/// Calls and reads a JSON answer.
async fn json<B: Serialize + Sync, T: DeserializeOwned>(
    method: Method,
    path: String,
    body: Option<&B>,
) -> Result<T, ApiError> {
    let answer = text(method, path, written(body)?).await?;
    serde_json::from_str(&answer).map_err(|_| ApiError::Unreadable)
}

/// Calls and expects no content.
async fn nothing<B: Serialize + Sync>(
    method: Method,
    path: String,
    body: Option<&B>,
) -> Result<(), ApiError> {
    text(method, path, written(body)?).await.map(drop)
}

fn written<B: Serialize>(body: Option<&B>) -> Result<Option<String>, ApiError> {
    body.map(serde_json::to_string).transpose().map_err(|_| ApiError::Unreadable)
}

/// Everything between the two texts, compiled once and not once for each pair of types. `fetch` stays on the
/// page's one thread, which the port's `Send` bound cannot know.
async fn text(method: Method, path: String, body: Option<String>) -> Result<String, ApiError> {
    SendWrapper::new(async move {
        let response = accepted(call(method, &path, body).await?).await?;
        response.text().await.map_err(|_| ApiError::Unreadable)
    })
    .await
}

/// Sends with the header that no form on another site can add.
async fn call(method: Method, path: &str, body: Option<String>) -> Result<Response, ApiError> {
    let request = RequestBuilder::new(path).method(method).header("X-Requested-With", "authz-flows");
    let request = match body {
        Some(body) => request.header("Content-Type", "application/json").body(body),
        None => request.build(),
    };
    request.map_err(|_| ApiError::Unreadable)?.send().await.map_err(|_| ApiError::Unreachable)
}

/// A success, or the problem our server states.
async fn accepted(response: Response) -> Result<Response, ApiError> {
    if response.ok() { Ok(response) } else { Err(problem(&response).await) }
}

async fn problem(response: &Response) -> ApiError {
    match response.json::<Problem>().await {
        Ok(problem) => ApiError::Problem(Box::new(problem)),
        Err(_) => ApiError::Unreadable,
    }
}

/// A refusal of the provider is an answer too; only our own problems are errors.
async fn answer(response: Response) -> Result<ProviderAnswer, ApiError> {
    let headers = response.headers();
    if headers.get("X-Error-Source").as_deref() == Some("server") {
        return Err(problem(&response).await);
    }
    Ok(ProviderAnswer {
        status: response.status(),
        exchange_id: headers.get("X-Exchange-Id").ok_or(ApiError::Unreadable)?,
        token_id: headers.get("X-Token-Id"),
        body: AnswerBody(response.binary().await.map_err(|_| ApiError::Unreachable)?),
    })
}
