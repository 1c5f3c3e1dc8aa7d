//! Parts that know this app: one thing shown, put together from the kit.

mod brand;
mod hop_diagram;
mod lifetime;
mod sequence;
mod status_bar;
#[cfg(test)]
mod tests;
mod theme_menu;
mod top_bar;

pub use hop_diagram::{Hop, HopDiagram, HopState, HopStep};
pub use lifetime::{Lifetime, LifetimeMark};
pub use sequence::SequenceDiagram;
pub use status_bar::{StatusBar, StatusItem};
pub use top_bar::TopBar;
