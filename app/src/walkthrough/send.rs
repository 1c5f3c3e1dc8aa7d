//! One token request from the page's side, and what it brings back.

use futures::join;
use oauth::exchange::Exchange;

use super::Trouble;
use crate::api::{ApiError, Backend, ProviderAnswer, TokenExchange, TokenView};

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// The call, where one was made.
    pub exchange: Option<Exchange>,
    /// The token, where one was issued.
    pub token: Option<TokenView>,
    /// What kept this page from an answer of the authorization server.
    pub trouble: Option<Trouble>,
}

impl Outcome {
    /// Sends a request and fetches what is to be shown of it: the call as it was logged, the token as it may be seen.
    pub async fn of(backend: &dyn Backend, request: TokenExchange) -> Self {
        match backend.exchange_token(request).await {
            Ok(answer) => Self::answered(backend, answer).await,
            Err(error) => Self::failed(backend, error).await,
        }
    }

    async fn answered(backend: &dyn Backend, answer: ProviderAnswer) -> Self {
        let token = async {
            match &answer.token_id {
                Some(id) => backend.token(id).await.map(Some),
                None => Ok(None),
            }
        };
        match join!(backend.call(&answer.exchange_id), token) {
            (Ok(exchange), Ok(token)) => Self { exchange: Some(exchange), token, trouble: None },
            (exchange, Err(error)) => Self { exchange: exchange.ok(), ..Self::trouble(error) },
            (Err(error), Ok(token)) => Self { token, ..Self::trouble(error) },
        }
    }

    /// A failed call is in the log too, and shows how far it came.
    async fn failed(backend: &dyn Backend, error: ApiError) -> Self {
        let call = match &error {
            ApiError::Problem(problem) => problem.exchange_id.clone(),
            _ => None,
        };
        let exchange = match call {
            Some(id) => backend.call(&id).await.ok(),
            None => None,
        };
        Self { exchange, ..Self::trouble(error) }
    }

    fn trouble(error: ApiError) -> Self {
        Self { trouble: Some(Trouble::Api(error)), ..Self::default() }
    }
}
