//! The stages of a token exchange in the log; nothing secret is among their fields.

use app::api::TokenIntent;
use oauth::{request::PreparedRequest, response::GrantedToken};

use crate::telemetry::client_credentials as stage;

pub(super) fn built(intent: &TokenIntent, request: &PreparedRequest) {
    stage::request_built(intent.method, &request.url.authority());
}

pub(super) fn sent(exchange_id: &str) {
    stage::request_sent(exchange_id);
}

/// A response without `scope` grants what was asked.
pub(super) fn acquired(exchange_id: &str, intent: &TokenIntent, granted: &GrantedToken) {
    let asked = intent.scope.to_string();
    stage::token_acquired(exchange_id, granted.expires_in, granted.scope.as_deref().unwrap_or(&asked));
}

pub(super) fn failed(exchange_id: &str, code: &str, status: Option<u16>) {
    stage::failure(exchange_id, code, status);
}
