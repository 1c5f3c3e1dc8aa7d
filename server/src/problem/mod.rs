//! Failures of ours as `application/problem+json` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).

mod code;
mod response;

use app::api::{self, ApiError, FieldFault};

pub use code::Code;
pub(crate) use response::ERROR_SOURCE;

/// A failure of ours, on its way to the caller.
///
/// It never carries what a caller or a provider sent: a value could be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    document: Box<api::Problem>,
    retry_after: Option<u32>,
}

impl Problem {
    /// A problem of this kind; `detail` says what happened and what to do, in a sentence or two.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        let document = Box::new(api::Problem {
            kind: format!("urn:authz-flows:problem:{}", code.as_str()),
            title: code.title().to_owned(),
            status: code.status().as_u16(),
            detail: detail.into(),
            code: code.as_str().to_owned(),
            errors: vec![],
            exchange_id: None,
        });
        Self { document, retry_after: None }
    }

    /// Input that was understood but cannot be used: every fault at once.
    pub fn invalid_input(errors: Vec<FieldFault>) -> Self {
        let detail = match errors.len() {
            1 => "One field cannot be used; see errors.".to_owned(),
            count => format!("{count} fields cannot be used; see errors."),
        };
        let mut problem = Self::new(Code::InvalidInput, detail);
        problem.document.errors = errors;
        problem
    }

    /// Nothing at this address, or nothing that belongs to this session: the two look the same.
    pub fn not_found(what: &str) -> Self {
        Self::new(Code::NotFound, format!("There is no such {what} in this session."))
    }

    /// A fault of this server; `id` stands beside it in the log, and nothing else is told.
    pub fn internal(id: &str) -> Self {
        Self::new(Code::Internal, format!("The server failed. Its log tells more about {id}."))
    }

    /// The field that leads to it, and the way out.
    #[must_use]
    pub fn at(mut self, fault: FieldFault) -> Self {
        self.document.errors.push(fault);
        self
    }

    /// The call in the log that ended in this problem.
    #[must_use]
    pub fn of_exchange(mut self, id: impl Into<String>) -> Self {
        self.document.exchange_id = Some(id.into());
        self
    }

    /// When it is worth trying again, in seconds.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The stable code.
    pub fn code(&self) -> &str {
        &self.document.code
    }

    /// What happened, for a person.
    pub fn detail(&self) -> &str {
        &self.document.detail
    }
}

impl From<Problem> for ApiError {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem.document)
    }
}

impl From<ApiError> for Problem {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::Problem(document) => Self { document, retry_after: None },
            ApiError::NoSession => Self::new(Code::NotFound, "This request has no session."),
            ApiError::Unreachable | ApiError::Unreadable | ApiError::Unavailable => {
                Self::new(Code::Internal, "The server failed.")
            }
        }
    }
}

impl From<Vec<FieldFault>> for Problem {
    fn from(errors: Vec<FieldFault>) -> Self {
        Self::invalid_input(errors)
    }
}
