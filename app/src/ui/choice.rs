//! One of several options.

/// An option and what it is called. Controls are generic over the value, so that a page handles its own enums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What choosing it means.
    pub value: T,
    /// What a person reads.
    pub label: String,
}

impl<T> Choice<T> {
    /// An option with its name.
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Self { value, label: label.into() }
    }
}
