//! Names that lead to private addresses, always or only the second time (DNS rebinding).

use std::{
    io,
    net::{IpAddr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use server::Resolve;

use super::{Step, Upstream, request_to};
use crate::harness::{Reply, TestServer};

/// Global unicast, but given to nobody: a connection to it leads nowhere.
const NOWHERE: &str = "2d00::1";

/// Gives the answers in turn.
struct Turning {
    answers: Vec<Vec<IpAddr>>,
    asked: AtomicUsize,
}

#[async_trait]
impl Resolve for Turning {
    async fn resolve(&self, _host: &str) -> io::Result<Vec<SocketAddr>> {
        let turn = self.asked.fetch_add(1, Ordering::Relaxed) % self.answers.len();
        Ok(self.answers[turn].iter().map(|address| SocketAddr::new(*address, 0)).collect())
    }
}

fn turning(answers: &[&str]) -> Arc<Turning> {
    let addresses = |answer: &&str| answer.split(' ').map(|address| address.parse().unwrap()).collect();
    Arc::new(Turning { answers: answers.iter().map(addresses).collect(), asked: AtomicUsize::new(0) })
}

async fn ask(server: &TestServer, port: u16) -> Reply {
    let endpoint = format!("https://as.example.com:{port}/token");
    server.script().post("/api/token-exchange", request_to(&endpoint)).await
}

#[tokio::test]
async fn a_name_with_any_private_address_is_refused_without_a_connection() {
    let upstream = Upstream::doing(vec![Step::Hang]).await;
    for answer in [
        "127.0.0.1",
        "::1",
        "8.8.8.8 127.0.0.1",
        "127.0.0.1 8.8.8.8",
        "::ffff:127.0.0.1",
        "10.0.0.5",
        "0.0.0.0",
    ] {
        let resolver = turning(&[answer]);
        let server = TestServer::start_with(|_, outside| outside.resolver = resolver).await;
        let reply = ask(&server, upstream.address.port()).await;
        reply.assert_problem(422, "target-not-allowed");
        assert!(reply.json()["detail"].as_str().unwrap().contains("private address"));
    }
    assert_eq!(upstream.connections(), 0);
}

#[tokio::test]
async fn a_name_that_turns_private_the_second_time_never_connects() {
    let upstream = Upstream::doing(vec![Step::Hang]).await;
    let resolver = turning(&[NOWHERE, "127.0.0.1"]);
    let asked = Arc::clone(&resolver);
    let server = TestServer::start_with(|settings, outside| {
        outside.resolver = resolver;
        settings.upstream.connect = Duration::from_millis(20);
    })
    .await;
    for turn in 0..20 {
        let reply = ask(&server, upstream.address.port()).await;
        let codes: &[&str] = match turn % 2 {
            0 => &["provider-unreachable", "provider-timeout"],
            _ => &["target-not-allowed"],
        };
        let code = reply.json()["code"].as_str().unwrap().to_owned();
        assert!(codes.contains(&code.as_str()), "turn {turn}: {code}");
    }
    assert_eq!((asked.asked.load(Ordering::Relaxed), upstream.connections()), (20, 0));
}

#[tokio::test]
async fn a_name_without_an_address_is_told() {
    let resolver = Arc::new(Turning { answers: vec![vec![]], asked: AtomicUsize::new(0) });
    let server = TestServer::start_with(|_, outside| outside.resolver = resolver).await;
    let reply = ask(&server, 443).await;
    reply.assert_problem(502, "provider-unreachable");
    assert!(reply.json()["detail"].as_str().unwrap().starts_with("as.example.com cannot be found."));
}

#[tokio::test]
async fn localhost_means_loopback_whatever_the_resolver_says() {
    let token = r#"{"access_token":"opaque-token-of-the-upstream","token_type":"Bearer"}"#;
    let upstream = Upstream::answering(super::response("200 OK", "", token)).await;
    let resolver = turning(&[NOWHERE]);
    let server = TestServer::start_with(|_, outside| outside.resolver = resolver).await;
    let endpoint = format!("http://localhost:{}/token", upstream.address.port());
    let reply = server.script().post("/api/token-exchange", request_to(&endpoint)).await;
    reply.assert_status(200);
}
