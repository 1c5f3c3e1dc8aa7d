//! Finds or makes the caller's session before the handler runs.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, HeaderValue, header, request::Parts};

use super::caller_rules::cross_site;
use crate::{
    AppState,
    problem::Problem,
    session::{Caller, Provenance, SESSION_ID, Session, SessionId, SessionKey, cookie},
};

/// The session of a request, as an extractor. A browser on another site's behalf has none.
#[derive(Clone)]
pub(crate) struct CurrentSession(pub(crate) Arc<Session>);

/// Set on a response whose handler has ended the session.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SessionEnded;

/// Middleware: puts the session into the request, and hands a new id to the caller.
pub(crate) async fn attach(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let found = Arrival::new(&state, request.headers()).await;
    if let Some(session) = &found.session {
        request.extensions_mut().insert(CurrentSession(Arc::clone(session)));
    }
    let mut response = next.run(request).await;
    let ended = response.extensions().get::<SessionEnded>().is_some();
    if let Some((name, value)) = found.header(&state, ended) {
        response.headers_mut().append(name, value);
    }
    response
}

/// Middleware for pages: the same for browsers. A script that fetches a page needs no session for it.
pub(crate) async fn attach_to_page(state: State<AppState>, request: Request, next: Next) -> Response {
    match Provenance::new(request.headers(), &state.origin).caller {
        Caller::Browser => attach(state, request, next).await,
        Caller::Script => next.run(request).await,
    }
}

/// A session as it is when the request arrives.
struct Arrival {
    caller: Caller,
    session: Option<Arc<Session>>,
    /// The id to tell the caller: a new one, or the one a script goes on with.
    told: Option<SessionId>,
}

impl Arrival {
    async fn new(state: &AppState, headers: &HeaderMap) -> Self {
        let provenance = Provenance::new(headers, &state.origin);
        let caller = provenance.caller;
        for id in claimed(state, caller, headers) {
            if let Some(session) = find(state, caller, &id.key()).await {
                let told = (caller == Caller::Script).then_some(id);
                return Self { caller, session: Some(session), told };
            }
        }
        let begun = if provenance.may_begin() { begin(state, caller).await } else { None };
        let (session, told) = begun.unzip();
        Self { caller, session, told }
    }

    fn header(&self, state: &AppState, ended: bool) -> Option<(header::HeaderName, HeaderValue)> {
        match self.caller {
            Caller::Browser if ended => Some((header::SET_COOKIE, cookie::take_back(&state.origin)?)),
            Caller::Script if ended => None,
            Caller::Browser => {
                Some((header::SET_COOKIE, cookie::hand_out(self.told.as_ref()?, &state.origin)?))
            }
            Caller::Script => Some((SESSION_ID, HeaderValue::from_str(self.told.as_ref()?.expose()).ok()?)),
        }
    }
}

/// The ids a caller shows. None of them is taken over: an id that is not known here stays unknown.
fn claimed(state: &AppState, caller: Caller, headers: &HeaderMap) -> Vec<SessionId> {
    match caller {
        Caller::Browser => cookie::ids(headers, &state.origin),
        Caller::Script => {
            let id = headers.get(SESSION_ID).and_then(|id| id.to_str().ok()).and_then(SessionId::parse);
            id.into_iter().collect()
        }
    }
}

async fn find(state: &AppState, caller: Caller, key: &SessionKey) -> Option<Arc<Session>> {
    state.sessions.find(caller, key, state.clock.now_ms()).await
}

/// A new session under a new id; none when the operating system gives no random bytes, and then the
/// caller is told that there is no session.
async fn begin(state: &AppState, caller: Caller) -> Option<(Arc<Session>, SessionId)> {
    let id = SessionId::random().inspect_err(|error| tracing::error!(%error, "no new session")).ok()?;
    let session = Session::new(id.key(), caller, &state.settings.limits, &state.clock);
    Some((state.sessions.insert(session).await, id))
}

impl<S: Sync> FromRequestParts<S> for CurrentSession {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(cross_site)
    }
}
