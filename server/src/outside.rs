//! The outside world, as arguments of the server.

use std::{collections::HashMap, io, net::SocketAddr, sync::Arc};

use async_trait::async_trait;

use crate::clock::{Clock, SystemClock};

/// Turns host names into addresses. The guard looks at every one of them before anything is dialled.
#[async_trait]
pub trait Resolve: Send + Sync + 'static {
    /// All addresses of `host`; port 0 stands for the port of the URL.
    async fn resolve(&self, host: &str) -> io::Result<Vec<SocketAddr>>;
}

/// The resolver of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemResolver;

#[async_trait]
impl Resolve for SystemResolver {
    async fn resolve(&self, host: &str) -> io::Result<Vec<SocketAddr>> {
        Ok(tokio::net::lookup_host((host, 0)).await?.collect())
    }
}

/// What a server takes from the world around it. None of it is a setting: a test starts the server
/// with a clock it owns and sends the hosts of `PingOne` to a port where nobody listens.
#[derive(Clone)]
pub struct Outside {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Names to addresses.
    pub resolver: Arc<dyn Resolve>,
    /// Hosts that are dialled at a given address instead of being resolved. Whoever starts the server
    /// vouches for them, so the guard does not look at the address.
    pub dial: HashMap<String, SocketAddr>,
    /// Certificates (DER) of authorities that are trusted beside those of the machine.
    pub roots: Vec<Vec<u8>>,
}

impl Default for Outside {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock::default()),
            resolver: Arc::new(SystemResolver),
            dial: HashMap::new(),
            roots: vec![],
        }
    }
}
