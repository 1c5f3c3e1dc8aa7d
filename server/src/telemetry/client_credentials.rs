//! The stages of a client-credentials request in the log.

use oauth::wire::AuthMethod;

/// The request was built; `target` is the authority it will go to.
pub fn request_built(auth_method: AuthMethod, target: &str) {
    tracing::info!(%auth_method, target, "[🏗️ CC] request built");
}

/// The request is on its way.
pub fn request_sent(exchange_id: &str) {
    tracing::info!(exchange_id, "[📤 CC] POST /token");
}

/// A token came back; `expires_in` in seconds, where the server told.
pub fn token_acquired(exchange_id: &str, expires_in: Option<u32>, scopes: &str) {
    tracing::info!(exchange_id, exp = expires_in, scopes, "[✅ CC] token acquired");
}

/// It was refused by the server (its error code and status), or failed on the way (ours).
pub fn failure(exchange_id: &str, code: &str, status: Option<u16>) {
    tracing::warn!(exchange_id, code, status, "[⛔ CC] failure");
}
