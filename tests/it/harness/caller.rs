//! Callers of `/api`, each with a session of its own.

use std::sync::Mutex;

use reqwest::{Method, RequestBuilder};
use serde_json::Value;

use super::{Reply, TestServer};

/// The header that every changing call carries.
const MARKER: (&str, &str) = ("x-requested-with", "authz-flows");

/// A browser on a page of this server: it keeps the cookie and says where its requests come from.
pub(crate) struct Browser<'a> {
    server: &'a TestServer,
    cookie: Mutex<Option<String>>,
}

/// A script: it goes on with the session it was given.
pub(crate) struct Script<'a> {
    server: &'a TestServer,
    session: Mutex<Option<String>>,
}

/// A request with a body, or without.
fn with_body(request: RequestBuilder, body: Option<Value>) -> RequestBuilder {
    match body {
        Some(body) => request.header("content-type", "application/json").body(body.to_string()),
        None => request,
    }
}

impl<'a> Browser<'a> {
    pub(super) fn new(server: &'a TestServer) -> Self {
        Self { server, cookie: Mutex::default() }
    }

    /// The session cookie as the browser sends it.
    pub(crate) fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    /// Opens a page by typing its address.
    pub(crate) async fn visit(&self, path: &str) -> Reply {
        let request = self.server.request(Method::GET, path).header("sec-fetch-site", "none");
        self.send(request.header("sec-fetch-mode", "navigate").header("sec-fetch-dest", "document")).await
    }

    /// Follows a link on a page of another site: the `Strict` cookie stays behind.
    pub(crate) async fn follow_link_from_elsewhere(&self, path: &str) -> Reply {
        let request = self.server.request(Method::GET, path).header("sec-fetch-site", "cross-site");
        let reply = Reply::to(request.header("sec-fetch-mode", "navigate")).await;
        self.keep_cookie(&reply);
        reply
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.call(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Reply {
        self.call(Method::POST, path, Some(body)).await
    }

    /// `fetch` from a page of this server.
    pub(crate) async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let request = self.server.request(method, path).header("sec-fetch-site", "same-origin");
        let request = request.header("origin", &self.server.base).header(MARKER.0, MARKER.1);
        self.send(with_body(request, body)).await
    }

    async fn send(&self, request: RequestBuilder) -> Reply {
        let request = match self.cookie() {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        };
        let reply = Reply::to(request).await;
        self.keep_cookie(&reply);
        reply
    }

    fn keep_cookie(&self, reply: &Reply) {
        if let Some(pair) = reply.header("set-cookie").split(';').next().filter(|pair| !pair.is_empty()) {
            let forgotten = pair.ends_with('=');
            *self.cookie.lock().unwrap() = (!forgotten).then(|| pair.to_owned());
        }
    }
}

impl<'a> Script<'a> {
    pub(super) fn new(server: &'a TestServer) -> Self {
        Self { server, session: Mutex::default() }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.call(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Reply {
        self.call(Method::POST, path, Some(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Reply {
        self.call(Method::DELETE, path, None).await
    }

    pub(crate) async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let request = self.server.request(method, path).header(MARKER.0, MARKER.1);
        let known = self.session.lock().unwrap().clone();
        let request = match known {
            Some(id) => request.header("x-session-id", id),
            None => request,
        };
        let reply = Reply::to(with_body(request, body)).await;
        if !reply.header("x-session-id").is_empty() {
            *self.session.lock().unwrap() = Some(reply.header("x-session-id").to_owned());
        }
        reply
    }
}
