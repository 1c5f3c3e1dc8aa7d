//! Handlers: each is one line over the caller's backend. What they have in common is in the layers of
//! [`crate::router`].

mod answer;
mod caller;
pub(crate) mod calls;
pub(crate) mod discovery;
pub(crate) mod draft;
pub(crate) mod exchange;
pub(crate) mod health;
pub(crate) mod missing;
pub(crate) mod sandbox;
pub(crate) mod session;
pub(crate) mod site;
pub(crate) mod tokens;

use axum::Json;

use crate::problem::Problem;

/// A JSON document, or the problem in its place.
type Answered<T> = Result<Json<T>, Problem>;
