//! The form of the first step, section by section.

mod assertion;
mod client;
mod credential;
mod fields;
mod optional;
mod scopes;
mod signing_key;
mod target;

pub use client::ClientSection;
pub use fields::{Touched, control_id, field_label, first_to_fix, touched};
pub use scopes::AskSection;
pub use target::TargetSection;
