//! A server: bound first, so that its address is known, then serving.

use std::{future::Future, io, net::SocketAddr, sync::Arc};

use any_spawner::Executor;
use sandbox::{PublicUrl, Sandbox, SandboxError, SandboxOptions};
use tokio::net::TcpListener;

use crate::{
    AppState, Outbound, Outside, OwnOrigin, Settings, clock::Clock, listener, router, session::MemoryStore,
    site::Site,
};

/// A server that listens and does not answer yet.
pub struct Server {
    listener: TcpListener,
    state: AppState,
    address: SocketAddr,
}

/// Why a server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is taken, or not one of this machine.
    #[error("cannot listen on {addr}: {source}. Choose another AUTHZ_FLOWS_ADDR, or stop who listens there")]
    Listen {
        /// The address that was asked for.
        addr: SocketAddr,
        /// What the operating system says.
        source: io::Error,
    },
    /// The sandbox got no random bytes.
    #[error("the sandbox cannot start: {0}")]
    Sandbox(#[from] SandboxError),
    /// The client for authorization servers cannot be set up.
    #[error("calls to authorization servers cannot be set up: {0}")]
    Transport(#[from] reqwest::Error),
}

impl Server {
    /// Takes the address and sets up everything that is shared. It opens no other connection.
    ///
    /// # Errors
    ///
    /// [`StartError`].
    pub async fn bind(settings: Settings, outside: Outside) -> Result<Self, StartError> {
        let listener = listener::bind(settings.addr)
            .await
            .map_err(|source| StartError::Listen { addr: settings.addr, source })?;
        let address =
            listener.local_addr().map_err(|source| StartError::Listen { addr: settings.addr, source })?;
        let origin = OwnOrigin::new(address, settings.public_url.as_ref());
        // Says the second time that it is set, which is what is wanted.
        let _ = Executor::init_tokio();
        let sandbox = open_sandbox(&origin, Arc::clone(&outside.clock))?;
        let outbound = Outbound::new(address, origin.clone(), &outside, settings.upstream)?;
        let state = AppState {
            outbound: Arc::new(outbound),
            sessions: Arc::new(MemoryStore::new(&settings.limits)),
            site: Arc::new(load_site(&settings)),
            settings: Arc::new(settings),
            origin,
            clock: outside.clock,
            sandbox,
        };
        Ok(Self { listener, state, address })
    }

    /// Where it listens; the port is the one that was found where 0 was asked for.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where people find it.
    pub fn url(&self) -> &str {
        self.state.origin.as_str()
    }

    /// Answers until `shutdown`, then ends what is under way within the drain limit.
    pub async fn serve(self, shutdown: impl Future<Output = ()> + Send) {
        self.state.sandbox.warm_up();
        let limits = self.state.settings.limits;
        listener::serve(self.listener, router::router(self.state), limits, shutdown).await;
    }
}

/// The sandbox under this server's own address, on this server's clock.
fn open_sandbox(origin: &OwnOrigin, clock: Arc<dyn Clock>) -> Result<Sandbox, SandboxError> {
    let wall = move || {
        let milliseconds = u64::try_from(clock.now_ms()).unwrap_or(0);
        std::time::UNIX_EPOCH + std::time::Duration::from_millis(milliseconds)
    };
    Sandbox::new(SandboxOptions {
        public_url: PublicUrl::new(&format!("{}/sandbox", origin.as_str())),
        clock: Arc::new(wall),
        ..SandboxOptions::default()
    })
}

/// The built pages. Without them the API works all the same, and `/readyz` says what is missing.
fn load_site(settings: &Settings) -> Site {
    Site::load(&settings.site).unwrap_or_else(|error| {
        let folder = settings.site.display().to_string();
        tracing::warn!(%error, folder, "the pages were not built: run `cargo xtask run`");
        Site::default()
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "tests state their expectations, and one panics")]
mod tests {
    use axum::{Router, body::Body, extract::Request, routing::get};
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn the_answer_to_a_panic_carries_the_security_headers_too() {
        let settings = Settings::at("127.0.0.1:0".parse().unwrap());
        let server = Server::bind(settings, Outside::default()).await.unwrap();
        let panicking = Router::new().route("/panic", get(async || -> () { panic!("canary") }));
        let request = Request::get("/panic").header("host", server.address().to_string());
        let protected = router::protect(panicking, &server.state);
        let response = protected.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), 500);
        for (name, value) in [
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("content-type", "application/problem+json"),
        ] {
            assert_eq!(response.headers()[name], value);
        }
    }
}
