//! What happens to every request before and after its handler. [`crate::router`] says in which order.

pub(crate) mod body;
pub(crate) mod caller_rules;
pub(crate) mod headers;
pub(crate) mod host;
pub(crate) mod panic;
pub(crate) mod reached;
pub(crate) mod session;
pub(crate) mod size;

pub use reached::Reached;
