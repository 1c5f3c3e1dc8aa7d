//! A sandbox on a port of its own, and an HTTP client to ask it.
#![expect(clippy::disallowed_methods, reason = "here the test is the HTTP client")]

use std::{
    sync::{
        Arc, LazyLock,
        atomic::{AtomicI64, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, UNIX_EPOCH},
};

use axum::{Router, middleware::from_fn};
use reqwest::{Client, Method, RequestBuilder, header::HeaderMap};
use sandbox::{
    EnvironmentView, FixtureClient, FixtureSecret, Limits, NewEnvironment, PublicUrl, Sandbox,
    SandboxOptions, require_requested_with,
};
use serde_json::Value;
use tokio::net::TcpListener;
use uuid::Uuid;

/// What the wall clock shows until a test moves it.
pub(super) const NOW: i64 = 1_768_382_813;

/// A running sandbox, mounted as the main server mounts it.
pub(super) struct Provider {
    pub(super) base: String,
    pub(super) sandbox: Sandbox,
    http: Client,
    wall: Arc<AtomicI64>,
}

/// One answer, read to the end.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Value,
}

/// Address and handle of a sandbox for all tests that change nothing: keys are dear.
static SHARED: LazyLock<(String, Sandbox)> = LazyLock::new(|| {
    let (tell, told) = mpsc::channel();
    let serve = async move {
        let provider = Provider::start().await;
        tell.send((provider.base.clone(), provider.sandbox.clone())).unwrap();
        std::future::pending::<()>().await;
    };
    thread::spawn(|| tokio::runtime::Runtime::new().unwrap().block_on(serve));
    told.recv().unwrap()
});

impl Provider {
    /// A sandbox that other tests use, too. Change nothing in it.
    pub(super) fn shared() -> Self {
        let (base, sandbox) = SHARED.clone();
        Self { base, sandbox, http: client_of_its_own(), wall: Arc::default() }
    }

    /// A sandbox for one test alone.
    pub(super) async fn start() -> Self {
        Self::start_with(Limits::default()).await
    }

    pub(super) async fn start_with(limits: Limits) -> Self {
        let wall = Arc::new(AtomicI64::new(NOW));
        let (public_url, shown) = (PublicUrl::default(), Arc::clone(&wall));
        let clock =
            Arc::new(move || UNIX_EPOCH + Duration::from_secs(shown.load(Ordering::Relaxed).unsigned_abs()));
        let options = SandboxOptions { public_url: public_url.clone(), clock, limits };
        let sandbox = Sandbox::new(options).unwrap();
        let control = sandbox.control_router().layer(from_fn(require_requested_with));
        let routes = Router::new().nest("/sandbox", sandbox.router()).nest("/sandbox/_control", control);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}/sandbox", listener.local_addr().unwrap());
        public_url.set(&base);
        tokio::spawn(async { axum::serve(listener, routes).await });
        Self { base, sandbox, http: client_of_its_own(), wall }
    }

    pub(super) async fn environment(&self, seed: u64) -> EnvironmentView {
        self.sandbox.create_environment(NewEnvironment { seed: Some(seed), name: None }).await.unwrap()
    }

    /// The environment of this seed, by id only: its keys are not made.
    pub(super) fn open(&self, seed: u64) -> Uuid {
        self.sandbox.open(NewEnvironment { seed: Some(seed), name: None })
    }

    pub(super) fn pass(&self, seconds: i64) {
        self.wall.fetch_add(seconds, Ordering::Relaxed);
    }

    pub(super) fn request(&self, method: Method, url: &str) -> RequestBuilder {
        self.http.request(method, url)
    }

    pub(super) async fn get(&self, url: &str) -> Answer {
        Answer::to(self.request(Method::GET, url)).await
    }

    /// A token request whose body holds `fields` after the grant type.
    pub(super) fn token_request(
        &self,
        environment: &EnvironmentView,
        fields: &[(&str, &str)],
    ) -> RequestBuilder {
        let grant = ("grant_type", "client_credentials");
        let body = form(&[&[grant], fields].concat());
        self.request(Method::POST, &environment.token_endpoint)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body)
    }

    /// A token request of a client with Basic.
    pub(super) async fn basic(
        &self,
        environment: &EnvironmentView,
        name: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let client = client(environment, name);
        let request = self.token_request(environment, fields);
        Answer::to(request.basic_auth(client.id, Some(secret(client)))).await
    }

    /// A token request with a client assertion.
    pub(super) async fn assert(&self, environment: &EnvironmentView, jwt: &str) -> Answer {
        let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        let fields = [("client_assertion_type", kind), ("client_assertion", jwt)];
        Answer::to(self.token_request(environment, &fields)).await
    }

    /// A call of the control API.
    pub(super) async fn control(&self, method: Method, path: &str, body: Value) -> Answer {
        let request = self.request(method, &format!("{}/_control{path}", self.base));
        let request = request.header("x-requested-with", "authz-flows");
        Answer::to(request.header("content-type", "application/json").body(body.to_string())).await
    }
}

impl Answer {
    pub(super) async fn to(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.bytes().await.unwrap();
        Self { status, headers, body: serde_json::from_slice(&body).unwrap_or_default() }
    }

    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// Status, error code, and the description without the correlation id, which must be the header's.
    pub(super) fn refusal(&self) -> (u16, &str, &str) {
        let description = self.body["error_description"].as_str().unwrap();
        let suffix = format!(" (Correlation ID: {})", self.header("correlation-id"));
        let words = description.strip_suffix(&suffix);
        assert!(words.is_some(), "{description} does not end in{suffix}");
        (self.status, self.body["error"].as_str().unwrap(), words.unwrap())
    }
}

/// Connections belong to the runtime of one test.
fn client_of_its_own() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

pub(super) fn client<'a>(environment: &'a EnvironmentView, name: &str) -> &'a FixtureClient {
    environment.clients.iter().find(|client| client.name == name).unwrap()
}

pub(super) fn secret(client: &FixtureClient) -> &str {
    client.secret.as_ref().map(FixtureSecret::as_str).unwrap()
}

pub(super) fn form(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}
