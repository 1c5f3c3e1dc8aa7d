//! JWTs: decoding that trusts nothing, keys that may verify, and the verdict.

mod check;

pub use check::{Check, CheckCode, CheckStatus};
