//! `X-Exchange-Id` on every answer to a request that reached out.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{extract::Request, middleware::Next, response::Response};
use http::HeaderValue;

/// Which call to the outside a request made; the last one where it made several. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Reached(Arc<Mutex<Option<String>>>);

impl Reached {
    /// Notes the id of a call.
    pub fn note(&self, exchange_id: &str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(exchange_id.to_owned());
    }

    fn header(&self) -> Option<HeaderValue> {
        let noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.as_deref().and_then(|id| HeaderValue::from_str(id).ok())
    }
}

/// Middleware: hands a [`Reached`] to the handler and shows what was noted.
pub(crate) async fn show(mut request: Request, next: Next) -> Response {
    let reached = Reached::default();
    request.extensions_mut().insert(reached.clone());
    let mut response = next.run(request).await;
    if let Some(id) = reached.header() {
        response.headers_mut().insert("x-exchange-id", id);
    }
    response
}
