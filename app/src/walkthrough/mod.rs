//! The walkthrough as plain values: what is typed, what happened, and what follows from both.
//!
//! ```text
//! typing ─► Edit ─► Draft ─► TokenExchange ─► TokenIntent ─► PreparedRequest
//!                     │                                          │
//!                     └──────────► progress ◄──── Run ◄── Exchange
//! ```
//!
//! Nothing in this module touches a page or a server; components read it.

mod draft;
mod edit;
mod progress;
mod run;
pub mod step;

pub use draft::{Draft, TargetKind};
pub use edit::Edit;
pub use progress::{Progress, StepState};
pub use run::{Attempt, Run};
pub use step::Step;
