//! A provider's answer on its way to the caller.

use app::api::ProviderAnswer;
use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, StatusCode, header};

use crate::problem::ERROR_SOURCE;

/// The status and body of the provider, and none of its headers: a cookie or a policy of another server
/// must not become one of ours.
pub(crate) struct Answer(pub(crate) ProviderAnswer);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let Self(answer) = self;
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::BAD_GATEWAY);
        let mut response = (status, Body::from(answer.body.0)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if !status.is_success() {
            headers.insert(ERROR_SOURCE, HeaderValue::from_static("provider"));
        }
        let ids = [("x-exchange-id", Some(answer.exchange_id)), ("x-token-id", answer.token_id)];
        for (name, id) in ids {
            if let Some(id) = id.and_then(|id| HeaderValue::try_from(id).ok()) {
                headers.insert(HeaderName::from_static(name), id);
            }
        }
        response
    }
}
