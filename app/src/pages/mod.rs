//! Pages: each composes components, and is reached by one route.

mod client_credentials;
mod home;
mod not_found;

pub use client_credentials::ClientCredentialsPage;
pub use home::HomePage;
pub use not_found::{NotFoundPage, NotFoundSignal};
