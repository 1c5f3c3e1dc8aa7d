//! All input and output of Authz Flows: the listener, sessions, the calls to authorization servers.
//!
//! Start reading at [`router`]: every operation is one line there. [`state`] says what is shared,
//! [`problem`] how failures look, [`session`] who calls.

pub mod backend;
pub mod calls;
pub mod clock;
pub mod config;
mod discovery;
mod environment;
mod exchange;
mod finish;
pub mod guard;
mod input;
pub mod keys;
mod listener;
mod middleware;
mod origin;
mod outbound;
mod outside;
mod pages;
pub mod problem;
mod router;
mod routes;
mod server;
pub mod session;
mod site;
mod state;
pub mod telemetry;
pub mod tokens;
pub mod transport;
mod verification;

pub use config::Settings;
pub use middleware::Reached;
pub use origin::OwnOrigin;
pub use outbound::Outbound;
pub use outside::{Outside, Resolve, SystemResolver};
pub use server::{Server, StartError};
pub use state::AppState;
