//! What people see: pages, components and the plain values behind them.
//!
//! The crate is compiled twice, for the server (feature `ssr`) and for the browser (feature
//! `hydrate`). It knows nothing of the server crate: what it needs from a server is the port
//! [`api::Backend`].

#![expect(unreachable_pub, reason = "the component macro makes the body of every component public")]

pub mod api;
pub mod components;
pub mod links;
pub mod pages;
pub mod routes;
pub mod theme;
pub mod ui;
pub mod walkthrough;

mod app;
mod shell;
#[cfg(test)]
mod shell_tests;

pub use app::App;
pub use pages::NotFoundSignal;
pub use shell::{Assets, shell};
