//! The simulated world: environments, their clients, keys, clocks and switches.

mod client;
mod credentials;
mod endpoints;
mod environment;
mod environments;
mod error;
mod inside;
mod named_clients;
mod options;
mod profile;
mod resource;
mod sandbox;
mod seed;
mod time;
mod view;

pub(crate) use client::{Client, ClientKeys};
pub(crate) use endpoints::{Endpoints, parse_id};
pub(crate) use environment::{Environment, State};
pub use error::SandboxError;
pub(crate) use named_clients::KeySetup;
pub use options::{Limits, SandboxOptions};
pub use profile::{KidStyle, Profile};
pub(crate) use resource::{Access, Grant, PINGONE_API};
#[cfg(test)]
pub(crate) use resource::{BILLING, ORDERS};
pub use sandbox::{NewEnvironment, ResetReport, Sandbox};
pub(crate) use time::from_unix_seconds;
pub use time::{ClockChange, ClockView, MAX_OFFSET};
pub use view::{EnvironmentView, FixtureClient, FixtureSecret};
