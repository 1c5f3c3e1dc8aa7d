//! Settings: what whoever starts the server may choose.

mod environment;
mod limits;

use std::{net::SocketAddr, path::PathBuf};

use url::Url;

pub use environment::InvalidVariable;
pub use limits::Limits;

use crate::{telemetry::LogFormat, transport};

/// What is logged, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logging {
    /// A level, or a list such as `info,server=debug`.
    pub filter: String,
    /// How a line looks.
    pub format: LogFormat,
}

/// The resolved settings of a server.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where to listen; port 0 takes a free one.
    pub addr: SocketAddr,
    /// The address people use, where it differs from [`Settings::addr`]: behind a proxy, for example.
    pub public_url: Option<Url>,
    /// The folder with the built pages.
    pub site: PathBuf,
    /// How much of everything.
    pub limits: Limits,
    /// How long and how much of an authorization server.
    pub upstream: transport::Limits,
}

impl Settings {
    /// Settings for this address, everything else as it is by default for it.
    pub fn at(addr: SocketAddr) -> Self {
        let limits = if addr.ip().is_loopback() { Limits::LOOPBACK } else { Limits::ROOM };
        Self {
            addr,
            public_url: None,
            site: PathBuf::from("target/site"),
            limits,
            upstream: transport::Limits::default(),
        }
    }

    /// Whether only this machine can reach the server.
    pub const fn is_loopback(&self) -> bool {
        self.addr.ip().is_loopback()
    }
}
