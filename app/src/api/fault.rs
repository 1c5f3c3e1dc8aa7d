//! What is wrong with one field.

use serde::{Deserialize, Serialize};

/// One fault in what was given, named by field, with the way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFault {
    /// JSON pointer to the field ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)), such as `/client_id`.
    pub pointer: String,
    /// Stable, kebab-case.
    pub code: String,
    /// What is valid, in one sentence.
    pub detail: String,
}

impl FieldFault {
    /// A fault in a top-level field.
    pub fn new(field: &str, code: &str, detail: impl ToString) -> Self {
        Self { pointer: format!("/{field}"), code: code.to_owned(), detail: detail.to_string() }
    }

    /// A value that must be there and is not.
    pub fn required(field: &str, detail: impl ToString) -> Self {
        Self::new(field, "required", detail)
    }

    /// A value that cannot be used.
    pub fn invalid(field: &str, detail: impl ToString) -> Self {
        Self::new(field, "invalid", detail)
    }
}
