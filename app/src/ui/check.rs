//! A list of checks and how each of them went.

use leptos::prelude::*;

use super::{Icon, IconName, Tone, classes};

/// How a check went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckStatus {
    /// It holds.
    Pass,
    /// Somebody should look at it.
    Check,
    /// It does not hold.
    Fail,
    /// It could not be made.
    Skipped,
}

impl CheckStatus {
    /// The value of `data-status`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Check => "check",
            Self::Fail => "fail",
            Self::Skipped => "skipped",
        }
    }

    /// The word a person reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pass => "Pass",
            Self::Check => "Check",
            Self::Fail => "Fail",
            Self::Skipped => "Skipped",
        }
    }

    fn look(self) -> (Tone, IconName) {
        match self {
            Self::Pass => (Tone::Ok, IconName::CheckCircle),
            Self::Check => (Tone::Warn, IconName::Alert),
            Self::Fail => (Tone::Bad, IconName::XCircle),
            Self::Skipped => (Tone::Neutral, IconName::Info),
        }
    }
}

/// A named list of [`CheckRow`]s; failing rows go first.
#[component]
pub fn Checklist(
    /// The accessible name of the list.
    #[prop(into)]
    label: String,
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <ul class="checklist" aria-label=label>{children()}</ul> }
}

/// One check.
#[component]
pub fn CheckRow(
    /// How it went.
    status: CheckStatus,
    /// What was checked.
    #[prop(into)]
    title: String,
    /// What was found.
    children: Children,
) -> impl IntoView {
    let (tone, icon) = status.look();
    view! {
        <li class=classes(&["check", tone.class()]) data-status=status.as_str()>
            <Icon name=icon/>
            <p class="check-text row">{title} " " <small>{children()}</small></p>
            <span class="state">{status.word()}</span>
        </li>
    }
}
