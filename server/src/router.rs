//! Every operation of this server, grouped by who calls, and what happens to each of them on the way.

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    routing::{any, delete, get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    AppState,
    middleware::{body, body::BodyLimit, caller_rules, headers, host, panic, reached, session, size},
    pages,
    routes::{
        calls, discovery, draft, exchange, health, missing, sandbox, session as own_session, site, tokens,
    },
};

/// The whole server.
pub(crate) fn router(state: AppState) -> Router {
    let app = Router::new()
        .merge(watchers())
        .nest("/api", api(&state))
        .route("/api/", any(missing::operation))
        .nest("/sandbox", provider(&state))
        .merge(people(&state))
        .with_state(state.clone());
    protect(app, &state)
}

/// Pages, scripts and `curl`.
fn api(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/token-exchange", post(exchange::exchange))
        .route("/token-exchange/preview", post(exchange::preview))
        .route("/discovery", get(discovery::discover))
        .route("/tokens", get(tokens::list))
        .route("/tokens/{id}", get(tokens::show).delete(tokens::forget))
        .route("/tokens/{id}/reveal", post(tokens::reveal))
        .route("/tokens/verify", post(tokens::verify))
        .route("/calls", get(calls::list).delete(calls::clear))
        .route("/calls/{id}", get(calls::show))
        .route("/draft/{flow}", get(draft::show).put(draft::save))
        .route("/sandbox/environment", get(sandbox::environment))
        .route("/sandbox/environment/reset", post(sandbox::reset))
        .route("/session", delete(own_session::end))
        .route_layer(from_fn(reached::show))
        .route_layer(from_fn_with_state(state.clone(), session::attach))
        .fallback(missing::operation)
        .method_not_allowed_fallback(missing::method)
        .layer(from_fn_with_state(BodyLimit::new(64, state), body::read))
        .layer(from_fn_with_state(state.clone(), caller_rules::check))
}

/// Any OAuth client; whoever prepares environments for tests.
fn provider(state: &AppState) -> Router<AppState> {
    let provider = state.sandbox.router();
    let control = state.settings.is_loopback().then(|| {
        let control = Router::new().nest("/_control", state.sandbox.control_router());
        control.layer(from_fn_with_state(state.clone(), caller_rules::check))
    });
    let provider = provider.merge(control.unwrap_or_default());
    // The sandbox refuses what is over 64 KiB in its own words.
    provider.layer(from_fn_with_state(BodyLimit::new(128, state), body::read)).with_state(())
}

/// Whoever keeps the server running.
fn watchers() -> Router<AppState> {
    Router::new()
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .method_not_allowed_fallback(missing::method)
}

/// Browsers.
fn people(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/pkg/{*file}", get(site::immutable))
        .method_not_allowed_fallback(missing::method)
        .fallback_service(
            get(pages::page)
                .route_layer(CompressionLayer::new())
                .route_layer(from_fn_with_state(state.clone(), session::attach_to_page))
                .route_layer(from_fn_with_state(state.clone(), site::root_files))
                .fallback(missing::method)
                .with_state(state.clone()),
        )
}

/// What happens to every request, from the inside out.
pub(crate) fn protect(router: Router, state: &AppState) -> Router {
    router
        .layer(from_fn_with_state(state.clone(), host::check))
        .layer(from_fn(size::limit))
        .layer(CatchPanicLayer::custom(panic::answer))
        .layer(from_fn_with_state(state.clone(), headers::dress))
}
