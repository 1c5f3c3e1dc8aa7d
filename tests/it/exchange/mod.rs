//! Token exchanges against the sandbox and against servers that only listen: credentials, assertions,
//! input, sessions.

mod assertions;
mod credentials;
mod hostile_fields;
mod preview;
mod sandbox;
mod sessions;
mod verify;

use serde_json::Value;

use crate::harness::Script;

/// The caller's own environment.
async fn environment(script: &Script<'_>) -> Value {
    script.get("/api/sandbox/environment").await.assert_status(200).json()
}

/// A client of the environment by its easy name.
fn client<'a>(environment: &'a Value, name: &str) -> &'a Value {
    let clients = environment["clients"].as_array().unwrap();
    clients.iter().find(|client| client["name"] == name).unwrap()
}
