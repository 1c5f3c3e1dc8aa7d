//! The verdicts of a verification.

use serde::{Deserialize, Serialize};

/// All verdicts on one token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// No check failed, and signature, issuer and expiry passed.
    pub verified: bool,
    /// One verdict per code, in the order of [`CheckCode::ALL`].
    pub checks: Vec<Check>,
}

/// One verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What was checked.
    pub code: CheckCode,
    /// How it ended.
    pub status: CheckStatus,
    /// Why, in a sentence.
    pub detail: String,
}

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckCode {
    /// The signature, with the key the header names.
    Signature,
    /// The algorithm is allowed for access tokens.
    Algorithm,
    /// `iss` equals the issuer that was asked.
    Issuer,
    /// `aud` contains the API.
    Audience,
    /// `exp` is ahead.
    Expiry,
    /// `nbf` and `iat` are not ahead.
    NotBefore,
    /// `typ` is that of an access token.
    Type,
}

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckStatus {
    /// It holds.
    Pass,
    /// It does not hold.
    Fail,
    /// There was nothing to check it with.
    Skipped,
}

impl CheckCode {
    /// All codes in the order they are reported.
    pub const ALL: [Self; 7] = [
        Self::Signature,
        Self::Algorithm,
        Self::Issuer,
        Self::Audience,
        Self::Expiry,
        Self::NotBefore,
        Self::Type,
    ];

    /// The name people see.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signature => "Signature",
            Self::Algorithm => "Algorithm",
            Self::Issuer => "Issuer",
            Self::Audience => "Audience",
            Self::Expiry => "Expiry",
            Self::NotBefore => "Not before",
            Self::Type => "Type",
        }
    }
}

impl CheckStatus {
    /// The wire name, which is also what the page carries in `data-status`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Skipped => "skipped",
        }
    }
}

/// A verdict before it is filed under its code.
pub(super) type Verdict = (CheckStatus, String);

pub(super) fn pass(detail: impl Into<String>) -> Verdict {
    (CheckStatus::Pass, detail.into())
}

pub(super) fn fail(detail: impl Into<String>) -> Verdict {
    (CheckStatus::Fail, detail.into())
}

pub(super) fn skipped(detail: impl Into<String>) -> Verdict {
    (CheckStatus::Skipped, detail.into())
}

impl Verification {
    /// Files verdicts, given in the order of [`CheckCode::ALL`].
    pub(super) fn of(verdicts: [Verdict; 7]) -> Self {
        let checks: Vec<Check> = CheckCode::ALL
            .into_iter()
            .zip(verdicts)
            .map(|(code, (status, detail))| Check { code, status, detail })
            .collect();
        let needed = |code| matches!(code, CheckCode::Signature | CheckCode::Issuer | CheckCode::Expiry);
        let holds = |check: &Check| match check.status {
            CheckStatus::Pass => true,
            CheckStatus::Fail => false,
            CheckStatus::Skipped => !needed(check.code),
        };
        Self { verified: checks.iter().all(holds), checks }
    }
}
