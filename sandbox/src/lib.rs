//! A PingOne you can hold in your hand.

mod clock;
mod control;
mod public_url;
mod world;

pub use clock::{Clock, SystemClock};
pub use control::require_requested_with;
pub use public_url::PublicUrl;
pub use world::{
    ClockChange, ClockView, EnvironmentView, FixtureClient, FixtureSecret, KidStyle, Limits, MAX_OFFSET,
    NewEnvironment, Profile, ResetReport, Sandbox, SandboxError, SandboxOptions,
};
