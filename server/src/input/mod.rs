//! What callers send, looked at as a whole before anything is done with it.

mod json;
mod query;
mod shape;
mod tree;

pub(crate) use json::Json;
pub(crate) use query::Query;
pub(crate) use shape::Shape;
