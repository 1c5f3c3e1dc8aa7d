//! Files of the built pages.

use reqwest::Method;

use crate::harness::{BUILD, Reply, SITE_FILES, TestServer};

/// Compressed forms have no address of their own.
const TWINS: [&str; 2] = [".br", ".gz"];

async fn fetch(server: &TestServer, path: &str, encodings: &str) -> Reply {
    Reply::to(server.request(Method::GET, path).header("accept-encoding", encodings))
        .await
        .assert_status(200);
    Reply::to(server.request(Method::GET, path).header("accept-encoding", encodings)).await
}

#[tokio::test]
async fn every_file_is_there_with_its_type() {
    let server = TestServer::start().await;
    let types = [
        (".js", "text/javascript; charset=utf-8"),
        (".wasm", "application/wasm"),
        (".css", "text/css; charset=utf-8"),
        (".woff2", "font/woff2"),
        (".ico", "image/x-icon"),
        (".svg", "image/svg+xml"),
        (".txt", "text/plain; charset=utf-8"),
    ];
    for (path, content) in
        SITE_FILES.iter().filter(|(path, _)| !TWINS.iter().any(|suffix| path.ends_with(suffix)))
    {
        let file = server.get(path).await;
        assert_eq!(file.assert_status(200).body, content.as_bytes(), "{path}");
        let (_, expected) = types.iter().find(|(suffix, _)| path.ends_with(suffix)).unwrap();
        assert_eq!(file.header("content-type"), *expected, "{path}");
    }
}

#[tokio::test]
async fn a_file_of_the_build_never_changes_and_an_icon_may() {
    let server = TestServer::start().await;
    let script = server.get(&format!("/pkg/{BUILD}/app.js")).await;
    assert_eq!(script.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(server.get("/favicon.ico").await.header("cache-control"), "public, max-age=3600");
}

#[tokio::test]
async fn a_client_gets_the_smallest_form_it_takes() {
    let server = TestServer::start().await;
    let path = format!("/pkg/{BUILD}/app.js");
    for (encodings, encoding, content) in [
        ("gzip, deflate, br", "br", "the same in brotli"),
        ("gzip", "gzip", "the same in gzip"),
        ("br;q=0, gzip", "gzip", "the same in gzip"),
        ("zstd", "", "export const hydrate = () => {};"),
    ] {
        let file = fetch(&server, &path, encodings).await;
        assert_eq!((file.header("content-encoding"), file.text()), (encoding, content), "{encodings}");
        assert_eq!(file.header("vary"), "accept-encoding");
    }
}

#[tokio::test]
async fn nothing_but_the_files_of_this_build_is_there() {
    let server = TestServer::start().await;
    for path in [
        "/pkg/other/app.js".to_owned(),
        format!("/pkg/{BUILD}/none.js"),
        format!("/pkg/{BUILD}/app.js.br"),
        format!("/pkg/{BUILD}/../../manifest.json"),
        format!("/pkg/{BUILD}/%2e%2e/%2e%2e/manifest.json"),
        "/pkg/".to_owned(),
    ] {
        let reply = server.get(&path).await;
        assert_eq!(reply.status, 404, "{path}");
    }
}
