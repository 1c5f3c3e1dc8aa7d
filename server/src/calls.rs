//! The calls of a session.

/// The call log of one session.
#[derive(Debug, Default)]
pub struct CallLog;
