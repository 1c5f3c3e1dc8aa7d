//! This server as a target: its sandbox, and nothing else of it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use oauth::provider::{Endpoint, is_uuid};
use url::Host;

use super::{address, name};
use crate::OwnOrigin;

/// Knows the addresses of this server and the paths of its sandbox.
#[derive(Debug, Clone)]
pub struct OwnSandbox {
    bound: SocketAddr,
    origin: OwnOrigin,
}

impl OwnSandbox {
    /// The sandbox of a server that listens on `bound` and is known as `origin`.
    pub const fn new(bound: SocketAddr, origin: OwnOrigin) -> Self {
        Self { bound, origin }
    }

    /// Whether a URL leads to this server, by whichever of its names.
    pub fn is_origin(&self, endpoint: &Endpoint) -> bool {
        let url = endpoint.url();
        let here = match url.host() {
            Some(Host::Domain(host)) => name::is_localhost(host),
            Some(Host::Ipv4(v4)) => self.is_local(v4.into()),
            Some(Host::Ipv6(v6)) => self.is_local(v6.into()),
            None => false,
        };
        let port = url.port_or_known_default();
        (here && port == Some(self.bound.port())) || self.origin.accepts(&endpoint.authority())
    }

    /// Loopback, "any address", or the address this server listens on.
    fn is_local(&self, address: IpAddr) -> bool {
        address::is_loopback(address) || address.is_unspecified() || address == self.bound.ip()
    }

    /// Whether a path is `/sandbox/{environment}/as` or below, as this server writes it.
    pub fn is_sandbox(&self, endpoint: &Endpoint) -> bool {
        let url = endpoint.url();
        let mut segments = url.path().trim_start_matches('/').split('/');
        let matches = segments.next() == Some("sandbox")
            && segments.next().is_some_and(is_uuid)
            && segments.next() == Some("as")
            && segments.all(|segment| !segment.is_empty() && !segment.contains('%'));
        let scheme = if self.origin.is_secure() { ["http", "https"] } else { ["http", "http"] };
        matches && !url.path().starts_with("//") && scheme.contains(&url.scheme())
    }

    /// Where the listener is, seen from this machine.
    pub const fn dial(&self) -> SocketAddr {
        match self.bound {
            SocketAddr::V4(bound) if bound.ip().is_unspecified() => {
                SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), bound.port())
            }
            SocketAddr::V6(bound) if bound.ip().is_unspecified() => {
                SocketAddr::new(IpAddr::V6(std::net::Ipv6Addr::LOCALHOST), bound.port())
            }
            bound => bound,
        }
    }
}
