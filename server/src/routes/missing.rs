//! What is not there.

use crate::problem::{Code, Problem};

/// No such operation.
pub(crate) async fn operation() -> Problem {
    Problem::new(Code::NotFound, "There is no such operation.")
}

/// The operation is there for other methods, which the router names in `Allow`.
pub(crate) async fn method() -> Problem {
    Problem::new(Code::MethodNotAllowed, "Use one of the methods in the Allow header.")
}
