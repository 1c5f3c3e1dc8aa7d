//! What the README says runs as it stands.

use std::{fs, process::Command};

use serde_json::Value;

use crate::harness::TestServer;

const ADDRESS: &str = "http://127.0.0.1:3000";

/// The example in shell that begins with the server's address.
fn example() -> String {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```sh\nbase=").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    assert!(example.starts_with(ADDRESS));
    format!("set -eu\nbase={example}")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_for_curl_gets_a_token_from_the_sandbox() {
    let server = TestServer::start().await;
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    fs::create_dir_all(&folder).unwrap();
    let script = example().replace(ADDRESS, &server.base);
    let run = move || {
        Command::new("sh").args(["-c", &script]).current_dir(folder).env("NO_PROXY", "127.0.0.1").output()
    };
    let output = tokio::task::spawn_blocking(run).await.unwrap().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["token_type"], "Bearer");
    assert_eq!(answer["scope"], "orders:read");
    assert_eq!(answer["access_token"].as_str().unwrap().split('.').count(), 3);
}
