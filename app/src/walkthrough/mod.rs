//! The walkthrough: what is typed, what happened, and what follows from both.
//!
//! ```text
//! typing ─► Edit ─► Draft ─► TokenExchange ─► TokenIntent ─► PreparedRequest
//!                     │                                          │
//!                     └──────────► progress ◄──── Run ◄── Exchange
//! ```
//!
//! Values first: `draft`, `edit`, `credentials`, `next_message`, `run`, `progress` and `step` touch neither a page nor a
//! server. `load`, `send` and `saving` talk to the server; [`Walkthrough`] holds it all as signals for a page.

mod context;
mod credentials;
mod draft;
mod edit;
#[cfg(test)]
pub(crate) mod fixtures;
mod load;
mod next_message;
mod progress;
mod run;
mod saving;
mod send;
mod server_clock;
pub mod step;
mod unsaved;

pub use context::{Readiness, Walkthrough, walkthrough};
pub use credentials::{CredentialSource, EnteredCredentials};
pub use draft::{Draft, TargetKind};
pub use edit::Edit;
pub use load::{Loaded, load};
pub use next_message::NextMessage;
pub use progress::{Progress, StepState};
pub use run::{Attempt, Run, Trouble, Verdict};
pub use saving::{SaveState, Saving};
pub use send::Outcome;
pub use server_clock::ServerClock;
pub use step::Step;
