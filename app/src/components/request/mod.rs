//! The second step: what came of each request.

mod attempts;
mod problem;
mod raw_response;
mod result;
mod verdict_card;

pub use attempts::Attempts;
pub use result::{ResultRegion, announce_outcomes};
