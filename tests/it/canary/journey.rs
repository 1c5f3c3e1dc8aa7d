//! Everything a caller can do, with secrets in it.

use reqwest::Method;
use serde_json::{Value, json};

use super::{
    plants::{JWK, PASTED, PEM, SECRET, line_of},
    providers,
    sinks::{Search, text},
};
use crate::harness::{Browser, Reply, Script, TestServer};

/// A caller of either kind.
pub(super) enum Caller<'a> {
    Script(Script<'a>),
    Browser(Browser<'a>),
}

impl Caller<'_> {
    async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        match self {
            Self::Script(script) => script.call(method, path, body).await,
            Self::Browser(browser) => browser.call(method, path, body).await,
        }
    }

    /// A page as the caller gets it.
    async fn page(&self, path: &str) -> Reply {
        match self {
            Self::Script(script) => script.get(path).await,
            Self::Browser(browser) => browser.visit(path).await,
        }
    }
}

/// A caller on its way, and what it comes by.
pub(super) struct Journey<'a> {
    pub(super) caller: Caller<'a>,
    pub(super) server: &'a TestServer,
    pub(super) search: &'a mut Search,
}

/// A name that may be seen everywhere.
pub(super) const CLIENT: &str = "client-that-anybody-may-see";

/// The fields that carry each kind of secret.
fn proofs() -> [Value; 5] {
    [
        json!({"client_auth_method": "client_secret_basic", "client_secret": SECRET}),
        json!({"client_auth_method": "client_secret_post", "client_secret": SECRET}),
        json!({"client_auth_method": "client_secret_jwt", "client_secret": SECRET}),
        json!({"client_auth_method": "private_key_jwt", "private_key": PEM, "key_id": "k"}),
        json!({"client_auth_method": "private_key_jwt", "private_key": JWK, "key_id": "k"}),
    ]
}

fn merged(mut one: Value, other: &Value) -> Value {
    one.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    one
}

impl Journey<'_> {
    /// Success, refusal, failure, bad input, and then everything that can be read.
    pub(super) async fn walk(&mut self) {
        self.use_the_sandbox().await;
        self.meet_providers().await;
        self.enter_nonsense().await;
        self.look_around().await;
    }

    /// The sandbox's clients with their own credentials, then with others.
    async fn use_the_sandbox(&mut self) {
        let first = self.caller.call(Method::GET, "/api/sandbox/environment", None).await;
        self.search.plant_session(&first);
        let environment = first.json();
        for client in environment["clients"].as_array().unwrap() {
            let mut body =
                json!({"sandbox": true, "client_id": client["id"], "client_auth_method": client["method"]});
            for (member, field) in
                [("secret", "client_secret"), ("private_key", "private_key"), ("key_id", "key_id")]
            {
                if let Some(value) = client[member].as_str() {
                    body[field] = value.into();
                }
            }
            if client["secret"].is_string() {
                self.search.plant("a secret of the sandbox", text(client, "secret"));
            }
            if client["private_key"].is_string() {
                self.search.plant("a key of the sandbox", line_of(&text(client, "private_key")));
            }
            self.exchange(body).await;
        }
        for proof in proofs() {
            let other = json!({"sandbox": true, "client_id": environment["clients"][0]["id"]});
            self.exchange(merged(other, &proof)).await;
        }
    }

    async fn meet_providers(&mut self) {
        for (_, provider) in providers::all().await {
            let target = json!({"token_endpoint": provider.at("/token"), "confirm_target": provider.base, "client_id": CLIENT});
            for proof in proofs() {
                self.exchange(merged(target.clone(), &proof)).await;
            }
        }
    }

    /// Asks for a token. A script gets the provider's own answer, which is its to have.
    async fn exchange(&mut self, body: Value) {
        let reply = self.caller.call(Method::POST, "/api/token-exchange", Some(body)).await;
        self.search.note_call(&reply);
        let untouched =
            matches!(self.caller, Caller::Script(_)) && reply.header("x-error-source") != "server";
        if untouched {
            self.search.leave_untouched(&reply);
        } else {
            self.search.collect_reply(format!("POST /api/token-exchange {}", reply.status), &reply);
        }
        let id = reply.header("x-token-id").to_owned();
        if !id.is_empty() {
            self.reveal(&id).await;
            self.send(Method::POST, "/api/tokens/verify", json!({"token_id": id})).await;
        }
    }

    /// The one answer that holds a token, which becomes a canary; of a JWT the signature alone must not be seen either.
    async fn reveal(&mut self, id: &str) {
        let reply = self.caller.call(Method::POST, &format!("/api/tokens/{id}/reveal"), None).await;
        if reply.status == 429 {
            return self.search.collect_reply("reveal 429", &reply);
        }
        let token = text(&reply.json(), "access_token");
        if let Some((_, signature)) = token.rsplit_once('.') {
            self.search.plant("a token's signature", signature);
        }
        self.search.plant("an issued token", token);
    }

    async fn enter_nonsense(&mut self) {
        let sandbox = json!({"sandbox": true, "client_id": CLIENT});
        let nonsense = [
            json!({"client_secret": SECRET, "no_such_field": SECRET}),
            json!({"client_secret": [SECRET]}),
            json!({"client_secret": {"value": SECRET}}),
            json!({"client_secret": SECRET.repeat(2_000)}),
            json!({"client_secret": format!("{SECRET}\n")}),
            json!({"client_auth_method": "private_key_jwt", "private_key": format!("-----BEGIN PRIVATE KEY-----\n{SECRET}")}),
            json!({"client_auth_method": "private_key_jwt", "private_key": JWK.replace("\"RSA\"", "\"EC\"")}),
            json!({"client_auth_method": "private_key_jwt", "private_key": PEM, "signing_alg": "ES256"}),
            json!({"client_secret": SECRET, "parameters": {"client_secret": SECRET}}),
        ];
        for body in nonsense {
            let body = merged(sandbox.clone(), &body);
            self.send(Method::POST, "/api/token-exchange", body.clone()).await;
            self.send(Method::POST, "/api/token-exchange/preview", body).await;
        }
        for proof in proofs() {
            self.send(Method::POST, "/api/token-exchange/preview", merged(sandbox.clone(), &proof)).await;
        }
        self.send(
            Method::PUT,
            "/api/draft/client-credentials",
            json!({"client_id": CLIENT, "client_secret": SECRET}),
        )
        .await;
        self.send(Method::POST, "/api/tokens/verify", json!({"token": PASTED})).await;
        self.send(Method::POST, "/api/tokens/verify", json!({"token_id": PASTED})).await;
        self.send(Method::POST, "/api/tokens/verify", json!({"token": PASTED, "issuer": PASTED})).await;
        self.send_broken_json().await;
    }

    async fn send_broken_json(&mut self) {
        let request = self.server.request(Method::POST, "/api/token-exchange");
        let request =
            request.header("x-requested-with", "authz-flows").header("content-type", "application/json");
        let reply = Reply::to(request.body(format!(
            r#"{{"client_secret": "{SECRET_JSON}", }}"#,
            SECRET_JSON = SECRET.escape_default()
        )))
        .await;
        self.search.collect_reply("broken JSON", &reply);
    }

    async fn send(&mut self, method: Method, path: &str, body: Value) {
        let reply = self.caller.call(method.clone(), path, Some(body)).await;
        self.search.collect_reply(format!("{method} {path} {}", reply.status), &reply);
    }

    /// Everything that can be read afterwards.
    async fn look_around(&mut self) {
        self.send(Method::PUT, "/api/draft/client-credentials", json!({"client_id": CLIENT})).await;
        for method in ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt"] {
            let body = json!({"sandbox": true, "client_id": CLIENT, "client_auth_method": method});
            self.send(Method::POST, "/api/token-exchange/preview", body).await;
        }
        for (list, what) in [("/api/calls", "call"), ("/api/tokens", "token")] {
            let found = self.read(list).await.json();
            for entry in found.as_array().unwrap() {
                let reply = self.caller.page(&format!("{list}/{}", text(entry, "id"))).await;
                self.search.collect_reply(what, &reply);
            }
        }
        for path in [
            "/api/draft/client-credentials",
            "/",
            "/flows/client-credentials",
            "/nowhere",
            "/healthz",
            "/readyz",
        ] {
            self.read(path).await;
        }
        for step in ["configure", "request", "token"] {
            self.read(&format!("/flows/client-credentials?step={step}")).await;
        }
    }

    async fn read(&mut self, path: &str) -> Reply {
        let reply = self.caller.page(path).await;
        self.search.collect_reply(format!("GET {path}"), &reply);
        reply
    }
}
