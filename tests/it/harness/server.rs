//! The server under test.

use std::{
    net::{SocketAddr, TcpListener},
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use reqwest::{Client, Method, RequestBuilder, redirect::Policy};
use server::{Outside, Server, Settings};
use tokio::{sync::oneshot, task::JoinHandle};

use super::{Browser, Reply, Script, TestClock, log, site};

/// A server on a port of its own, stopped when dropped.
pub(crate) struct TestServer {
    /// `http://127.0.0.1:<port>`
    pub(crate) base: String,
    pub(crate) address: SocketAddr,
    pub(crate) clock: Arc<TestClock>,
    http: Client,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
}

/// Hosts of `PingOne`: no test reaches them.
const PINGONE: [&str; 7] = [
    "auth.pingone.com",
    "auth.pingone.ca",
    "auth.pingone.eu",
    "auth.pingone.asia",
    "auth.pingone.com.au",
    "auth.pingone.sg",
    "api.pingone.com",
];

/// A port of this machine where nobody listens.
pub(crate) fn closed_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// The one site all tests share, written once.
fn site_folder() -> PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| site::write(&format!("site-{}", std::process::id()))).clone()
}

impl TestServer {
    /// As a person starts it, with the pages built and the hosts of `PingOne` out of reach.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_, _| {}).await
    }

    /// The same, after `change` has seen the settings and the outside world.
    pub(crate) async fn start_with(change: impl FnOnce(&mut Settings, &mut Outside)) -> Self {
        log::keep();
        let clock = Arc::new(TestClock::default());
        let mut settings = Settings::at("127.0.0.1:0".parse().unwrap());
        settings.site = site_folder();
        let mut outside = Outside { clock: Arc::clone(&clock) as _, ..Outside::default() };
        let nobody = closed_port();
        outside.dial.extend(PINGONE.map(|host| (host.to_owned(), nobody)));
        change(&mut settings, &mut outside);
        let server = Server::bind(settings, outside).await.unwrap();
        let (address, (stop, stopped)) = (server.address(), oneshot::channel::<()>());
        let serving = tokio::spawn(server.serve(async move {
            // An error means that the test is over, which ends the server just as well.
            let _ = stopped.await;
        }));
        let base = format!("http://127.0.0.1:{}", address.port());
        let http = Client::builder().no_proxy().redirect(Policy::none()).build().unwrap();
        Self { base, address, clock, http, stop: Some(stop), serving }
    }

    /// A caller with the headers of a browser.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// A caller without.
    pub(crate) fn script(&self) -> Script<'_> {
        Script::new(self)
    }

    /// A bare request, for tests that care about every header.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base))
    }

    /// A bare `GET`.
    pub(crate) async fn get(&self, path: &str) -> Reply {
        Reply::to(self.request(Method::GET, path)).await
    }

    /// Asks the server to stop, as a signal would.
    pub(crate) fn begin_stop(&mut self) {
        self.stop.take();
    }

    /// Waits until the server has ended.
    pub(crate) async fn ended(mut self) {
        self.begin_stop();
        (&mut self.serving).await.unwrap();
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
