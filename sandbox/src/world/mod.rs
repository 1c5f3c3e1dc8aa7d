//! The simulated world: environments, their clients, keys, clocks and switches.

mod error;
mod profile;
mod sandbox;
mod time;
mod view;

pub use error::SandboxError;
pub use profile::{KidStyle, Profile};
pub use sandbox::{Limits, NewEnvironment, ResetReport, Sandbox, SandboxOptions};
pub use time::{ClockChange, ClockView, MAX_OFFSET};
pub use view::{EnvironmentView, FixtureClient, FixtureSecret};
