//! All input and output of Authz Flows: the listener, sessions, the calls to authorization servers.
//!
//! Start reading at [`router`]: every operation is one line there. [`state`] says what is shared,
//! [`problem`] how failures look, [`session`] who calls.

pub mod calls;
pub mod clock;
pub mod config;
pub mod guard;
mod middleware;
mod origin;
mod outside;
pub mod problem;
pub mod session;
mod state;
pub mod telemetry;
pub mod tokens;
pub mod transport;

pub use config::Settings;
pub use middleware::Reached;
pub use origin::OwnOrigin;
pub use outside::{Outside, Resolve, SystemResolver};
pub use state::AppState;
