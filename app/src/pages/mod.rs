//! Pages: each composes components, and is reached by one route.

mod home;
mod not_found;

pub use home::HomePage;
pub use not_found::{NotFoundPage, NotFoundSignal};
