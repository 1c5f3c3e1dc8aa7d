//! Our own problems: what each code means for a person at this page, and what to do.

use oauth::exchange::Failure;

use crate::{api::ApiError, walkthrough::Trouble};

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemWords {
    /// Status and code, or what happened where there is neither.
    pub title: String,
    /// What happened.
    pub cause: String,
    /// What to do.
    pub way_out: &'static str,
}

impl From<&Trouble> for ProblemWords {
    fn from(trouble: &Trouble) -> Self {
        match trouble {
            Trouble::Cancelled => Self {
                title: "Stopped waiting".into(),
                cause: "This page no longer waits for the answer. The request may still have reached the authorization server.".into(),
                way_out: "Request again when you are ready. Reload the page to see what came of the earlier request.",
            },
            Trouble::Api(ApiError::Problem(problem)) => Self {
                title: [&problem.status.to_string(), " ", &problem.code].concat(),
                cause: problem.detail.clone(),
                way_out: way_out(&problem.code),
            },
            Trouble::Api(error) => Self {
                title: "No answer from this server".into(),
                cause: error.to_string(),
                way_out: "Nothing you entered is lost. Request again once the server answers.",
            },
        }
    }
}

/// A failed call as the log tells it.
impl From<&Failure> for ProblemWords {
    fn from(failure: &Failure) -> Self {
        Self { title: failure.code.clone(), cause: failure.detail.clone(), way_out: way_out(&failure.code) }
    }
}

/// What to do about a code of our API.
fn way_out(code: &str) -> &'static str {
    match code {
        "provider-unreachable" => {
            "Check the region and the network between this server and the authorization server, then request again."
        }
        "provider-tls" => {
            "The connection could not be trusted. Check the server's certificate and any proxy in between."
        }
        "provider-timeout" => {
            "Wait a little, then request again. If it lasts, check the server's status page."
        }
        "provider-redirect" => {
            "A token endpoint must answer by itself. Check the environment ID, the region and any proxy in between."
        }
        "provider-non-json" | "provider-too-large" | "provider-encoding" => {
            "What answered is no token endpoint. Check the address, and any proxy or sign-in page in between."
        }
        "invalid-input" => "Go back to Configure and mend the fields named here.",
        "target-not-allowed" => {
            "This server may not call that address. Choose the sandbox or a PingOne region, or ask its operator to allow it."
        }
        "busy" | "rate-limited" => "Wait a little, then request again.",
        "missing-header" | "cross-site" => {
            "Open the page from this server's own address, then request again."
        }
        "too-large" => "Shorten what is sent: the key, the scopes or the resources.",
        _ => {
            "Nothing you entered is lost. Request again; if it happens again, quote the code to the operator."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Problem;

    fn problem(code: &str) -> Trouble {
        Trouble::Api(ApiError::Problem(Box::new(Problem {
            kind: "about:blank".into(),
            title: "Gateway timeout".into(),
            status: 504,
            detail: "auth.pingone.eu did not answer within 10 s.".into(),
            code: code.into(),
            errors: vec![],
            exchange_id: None,
        })))
    }

    #[test]
    fn a_problem_is_named_by_status_and_code_and_keeps_its_words() {
        let words = ProblemWords::from(&problem("provider-timeout"));
        assert_eq!(words.title, "504 provider-timeout");
        assert_eq!(words.cause, "auth.pingone.eu did not answer within 10 s.");
    }

    #[test]
    fn a_failed_call_keeps_its_code_and_its_words() {
        let failure = Failure { code: "provider-tls".into(), detail: "No trust.".into(), answer: None };
        let words = ProblemWords::from(&failure);
        assert_eq!((words.title.as_str(), words.cause.as_str()), ("provider-tls", "No trust."));
        assert_eq!(words.way_out, way_out("provider-tls"));
    }

    #[test]
    fn every_failure_of_a_provider_has_a_way_out_of_its_own() {
        let fallback = way_out("no-such-code");
        for code in ["unreachable", "tls", "timeout", "redirect", "non-json", "too-large", "encoding"] {
            assert_ne!(way_out(&["provider-", code].concat()), fallback, "{code}");
        }
    }
}
