//! Exported scripts, run by a real shell with the real `curl`.

use std::process::Command;

use axum::{Router, body::Bytes, http::HeaderMap};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use oauth::{
    client::{Authentication, ClientSecret, basic_pair},
    export::curl,
    request::token::{TokenRequest, prepare},
    wire::GrantType,
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::mpsc};

use crate::harness::TestServer;

/// Runs a script with nothing but its variables set.
async fn run(script: String, variables: Vec<(&'static str, String)>) -> String {
    let work = move || {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(script).envs(variables).env("NO_PROXY", "127.0.0.1");
        let output = shell.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    tokio::task::spawn_blocking(work).await.unwrap()
}

/// The client of this name in the caller's own environment.
fn client<'a>(environment: &'a Value, name: &str) -> &'a Value {
    let clients = environment["clients"].as_array().unwrap();
    clients.iter().find(|client| client["name"] == name).unwrap()
}

/// A file that is gone when the test is over.
struct KeyFile(std::path::PathBuf);

impl KeyFile {
    fn new(name: &str, pem: &str) -> Self {
        let path = std::env::temp_dir().join(format!("authz-flows-{}-{name}.pem", std::process::id()));
        std::fs::write(&path, pem).unwrap();
        Self(path)
    }
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        // Whether the file can be removed says nothing about the script.
        let _ = std::fs::remove_file(&self.0);
    }
}

#[tokio::test]
async fn a_previewed_script_gets_a_token_with_every_method() {
    let server = TestServer::start().await;
    let caller = server.script();
    let environment = caller.get("/api/sandbox/environment").await.assert_status(200).json();
    for name in ["basic", "post", "secret-jwt", "private-key-jwt", "es256-key"] {
        let client = client(&environment, name);
        let body = json!({
            "sandbox": true,
            "client_id": client["id"],
            "client_auth_method": client["method"],
            "scope": "orders:read",
        });
        let preview = caller.post("/api/token-exchange/preview", body).await.assert_status(200).json();
        let key = client["private_key"].as_str().map(|pem| KeyFile::new(name, pem));
        let mut variables = vec![];
        variables.extend(client["secret"].as_str().map(|secret| ("CLIENT_SECRET", secret.to_owned())));
        variables.extend(key.as_ref().map(|key| ("PRIVATE_KEY_FILE", key.0.display().to_string())));
        let answer = run(preview["curl"].as_str().unwrap().to_owned(), variables).await;
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer["scope"], "orders:read", "{name}: {answer}");
        assert!(answer["access_token"].as_str().unwrap().starts_with("eyJ"), "{name}: {answer}");
    }
}

/// What a token endpoint was sent.
struct Received {
    headers: HeaderMap,
    form: Vec<(String, String)>,
}

/// A token endpoint that keeps what it gets.
async fn token_endpoint() -> (String, mpsc::UnboundedReceiver<Received>) {
    let (keep, kept) = mpsc::unbounded_channel();
    let receive = move |headers: HeaderMap, body: Bytes| async move {
        let form = url::form_urlencoded::parse(&body).into_owned().collect();
        keep.send(Received { headers, form }).unwrap();
        "{}"
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}/token", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, Router::new().fallback(receive)).await });
    (endpoint, kept)
}

fn request(endpoint: &str, authentication: Authentication, parameters: &[&str]) -> TokenRequest {
    TokenRequest {
        endpoint: endpoint.parse().unwrap(),
        grant_type: GrantType::ClientCredentials,
        client_id: "an id: 100% 'sure'".parse().unwrap(),
        authentication,
        scope: "a b".parse().unwrap(),
        audience: vec![],
        resource: vec!["https://api.example/?x=1&y=2".parse().unwrap()],
        parameters: parameters.iter().map(|text| ((*text).to_owned(), (*text).to_owned())).collect(),
    }
}

const AWKWARD: [&str; 6] =
    ["@/etc/passwd", "a=b&c", "100% 'sure' \"yes\"", "$(id) `id` \\n", "é日本🔑", "  - "];

#[tokio::test]
async fn curl_sends_what_the_server_would_send() {
    let (endpoint, mut received) = token_endpoint().await;
    for secret in AWKWARD {
        let secret_of = |text: &str| Some(ClientSecret::new(text.to_owned().into()).unwrap());
        let methods: [fn(Option<ClientSecret>) -> Authentication; 2] =
            [Authentication::SecretBasic, Authentication::SecretPost];
        for method in methods {
            let sent = request(&endpoint, method(secret_of(secret)), &AWKWARD);
            let prepared = prepare(&sent);
            let script = curl::script(&prepared, Some(&sent.client_id), None).to_string();
            run(script, vec![("CLIENT_SECRET", secret.to_owned())]).await;
            let call = received.recv().await.unwrap();
            let body = prepared.body.wire().unwrap();
            let expected: Vec<_> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
            assert_eq!(call.form, expected);
            assert_eq!(call.headers["accept"], "application/json");
            assert_eq!(call.headers["content-type"], "application/x-www-form-urlencoded");
            let basic = format!("Basic {}", STANDARD.encode(basic_pair(&sent.client_id, secret)));
            let expected = matches!(sent.authentication, Authentication::SecretBasic(_)).then_some(basic);
            assert_eq!(
                call.headers.get("authorization").map(|value| value.to_str().unwrap().to_owned()),
                expected
            );
        }
    }
}
