//! Parts that know this app: one thing shown, put together from the kit.

mod brand;
pub mod configure;
mod hop_diagram;
mod lifetime;
mod moment;
pub mod request;
mod sequence;
mod session_status;
mod spec_link;
mod status_bar;
mod step_rail;
#[cfg(test)]
mod tests;
mod theme_menu;
pub mod token;
mod top_bar;
pub mod wire;

pub use hop_diagram::{Hop, HopDiagram, HopState, HopStep};
pub use lifetime::{Lifetime, LifetimeMark};
pub use sequence::SequenceDiagram;
pub use session_status::SessionStatus;
pub use status_bar::{StatusBar, StatusItem};
pub use step_rail::StepRail;
pub use top_bar::TopBar;
pub use wire::WirePanel;
