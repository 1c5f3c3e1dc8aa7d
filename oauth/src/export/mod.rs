//! A request in the words of other tools.
//!
//! Every export starts from the [`crate::request::PreparedRequest`] that is also sent and previewed.
//! No export holds a secret: it names the variables that do.

pub mod curl;
mod shell;
mod signing;

pub use shell::{Script, Variable};
