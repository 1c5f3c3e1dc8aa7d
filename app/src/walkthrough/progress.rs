//! How far a person is. Every status is derived here, in one pure function, and stored nowhere.

use super::{Run, Step, step::STEPS};

/// The state of a step in the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// It has been gone through.
    Done,
    /// It is on screen.
    Current,
    /// It can be gone to.
    Open,
    /// It waits for an earlier step.
    Locked,
}

impl StepState {
    /// The word shown for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::Current => "Current",
            Self::Open => "Ready",
            Self::Locked => "Locked",
        }
    }

    /// The value of `data-state`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Current => "current",
            Self::Open => "open",
            Self::Locked => "locked",
        }
    }
}

/// Where a person is and may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The step on screen: the one asked for, or the furthest reachable one.
    pub current: Step,
    /// The furthest step that may be shown.
    pub furthest: Step,
    /// Whether the draft can become a request.
    configured: bool,
    /// Whether there is a token.
    issued: bool,
}

impl Progress {
    /// `asked` is the step the URL names, `configured` whether the draft has no faults.
    pub fn new(asked: Option<Step>, configured: bool, run: &Run) -> Self {
        let issued = run.token().is_some();
        let furthest = match (configured, issued) {
            (_, true) => Step::Token,
            (true, false) => Step::Request,
            (false, false) => Step::Configure,
        };
        // Without a step in the URL a walk starts at the beginning.
        let current = asked.unwrap_or(Step::Configure).min(furthest);
        // A token may outlive a draft that was broken afterwards: it stays readable, but nothing can be sent.
        let current = if current == Step::Request && !configured { furthest } else { current };
        Self { current, furthest, configured, issued }
    }

    /// The state of a step.
    pub fn state(&self, step: Step) -> StepState {
        let (reachable, done) = match step {
            Step::Configure => (true, self.configured),
            Step::Request => (self.configured, self.issued),
            Step::Token => (self.issued, false),
        };
        match (step == self.current, reachable, done) {
            (true, _, _) => StepState::Current,
            (false, false, _) => StepState::Locked,
            (false, true, true) => StepState::Done,
            (false, true, false) => StepState::Open,
        }
    }

    /// Every step with its state, in order.
    pub fn states(&self) -> [(Step, StepState); STEPS.len()] {
        STEPS.map(|info| (info.step, self.state(info.step)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_step_shows_the_furthest_reachable_one() {
        let progress = Progress::new(Some(Step::Token), true, &Run::default());
        assert_eq!(progress.current, Step::Request);
        assert_eq!(
            progress.states().map(|(_, state)| state),
            [StepState::Done, StepState::Current, StepState::Locked]
        );
    }

    #[test]
    fn an_unfinished_draft_locks_everything_else() {
        let progress = Progress::new(Some(Step::Request), false, &Run::default());
        assert_eq!(progress.current, Step::Configure);
        assert_eq!(
            progress.states().map(|(_, state)| state),
            [StepState::Current, StepState::Locked, StepState::Locked]
        );
    }

    #[test]
    fn a_token_stays_readable_when_the_draft_cannot_be_sent_any_more() {
        let progress =
            Progress { current: Step::Token, furthest: Step::Token, configured: false, issued: true };
        assert_eq!(
            progress.states().map(|(_, state)| state),
            [StepState::Open, StepState::Locked, StepState::Current]
        );
    }

    #[test]
    fn without_a_step_in_the_url_the_walk_starts_at_the_beginning() {
        assert_eq!(Progress::new(None, true, &Run::default()).current, Step::Configure);
    }
}
