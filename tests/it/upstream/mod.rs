//! Authorization servers that misbehave, one connection at a time: what reaches them, and what becomes
//! of what they say.

mod answers;
mod broken_off;
mod busy;
mod bytes;
mod discovery;
mod names;
mod raw;
mod redirects;
mod size;
mod stalls;
mod targets;
mod tls;

use serde_json::{Value, json};

use crate::harness::{Reply, Script};

pub(crate) use raw::{Step, Upstream, response};

/// A secret that must not turn up anywhere.
pub(crate) const SECRET: &str = "canary-secret-of-the-client-0123456789";

/// A token request with Basic to this endpoint.
pub(crate) fn request_to(endpoint: &str) -> Value {
    json!({"token_endpoint": endpoint, "client_id": "client", "client_secret": SECRET})
}

/// The call a failed answer names: it is in the log, complete, and ends in the same code.
async fn failed_call(script: &Script<'_>, problem: &Reply) -> Value {
    let id = problem.header("x-exchange-id").to_owned();
    assert_eq!(problem.json()["exchange_id"], id.as_str());
    let call = script.get(&format!("/api/calls/{id}")).await.assert_status(200).json();
    assert_eq!(call["outcome"]["failed"]["code"], problem.json()["code"], "{call}");
    assert_eq!(call["outcome"]["failed"]["detail"], problem.json()["detail"]);
    assert!(!call.to_string().contains(SECRET), "{call}");
    call
}

/// Posts and expects one failed call.
async fn fails(script: &Script<'_>, endpoint: &str, status: u16, code: &str) -> (Reply, Value) {
    let reply = script.post("/api/token-exchange", request_to(endpoint)).await;
    reply.assert_problem(status, code);
    assert!(!reply.text().contains(SECRET));
    let call = failed_call(script, &reply).await;
    (reply, call)
}
