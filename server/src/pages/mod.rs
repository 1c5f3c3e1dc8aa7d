//! The pages, rendered on this server as the browser will hydrate them.

mod without_session;

use std::sync::Arc;

use app::{Assets, NotFoundSignal, api::Backend};
use axum::{
    extract::{Request, State},
    response::Response,
};
use http::{HeaderValue, StatusCode, header};
use leptos::{
    nonce::use_nonce,
    prelude::{provide_context, use_context},
};
use leptos_axum::{ResponseOptions, render_app_async_with_context};

use self::without_session::WithoutSession;
use crate::{
    AppState,
    backend::SessionBackend,
    middleware::{Reached, headers::page_policy, session::CurrentSession},
};

/// Any page; the app decides by the path which one, and whether there is one.
pub(crate) async fn page(State(state): State<AppState>, request: Request) -> Response {
    let backend = backend(&state, request.extensions().get());
    let assets = state.site.hash().map(|hash| Assets { hash: hash.to_owned() });
    let contexts = move || {
        provide_context(Arc::clone(&backend));
        if let Some(assets) = assets.clone() {
            provide_context(assets);
        }
        if let Some(response) = use_context::<ResponseOptions>() {
            allow_own_scripts(&response);
            provide_context(NotFoundSignal::new(move || response.set_status(StatusCode::NOT_FOUND)));
        }
    };
    render_app_async_with_context(contexts, app::shell)(request).await
}

/// What the page may ask for while it is rendered. One that a link on another site leads to comes without
/// its session, and fetches what belongs there once it runs.
fn backend(state: &AppState, session: Option<&CurrentSession>) -> Arc<dyn Backend> {
    match session {
        Some(CurrentSession(session)) => {
            Arc::new(SessionBackend::new(state.clone(), Arc::clone(session), Reached::default()))
        }
        None => Arc::new(WithoutSession),
    }
}

/// The policy names the nonce that the renderer has put into the scripts of this one response.
fn allow_own_scripts(response: &ResponseOptions) {
    let policy = use_nonce().and_then(|nonce| HeaderValue::try_from(page_policy(&nonce)).ok());
    if let Some(policy) = policy {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}
