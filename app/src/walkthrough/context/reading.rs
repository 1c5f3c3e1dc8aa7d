//! What a page reads of its walkthrough.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{CredentialSource, Draft, EnteredCredentials, NextMessage, Progress, Run, SaveState},
    Readiness, Walkthrough,
};
use crate::api::{ApiError, Backend, FieldFault, SandboxEnvironment, TokenView};

/// What a page reads. The methods track what they read; those that end in `now` do not, for use in events.
impl Walkthrough {
    /// The draft.
    pub fn draft(self) -> Arc<Draft> {
        self.parts().draft.get()
    }

    /// The draft at this moment.
    pub fn draft_now(self) -> Arc<Draft> {
        self.parts().draft.get_untracked()
    }

    /// What has happened so far.
    pub fn run(self) -> Arc<Run> {
        self.parts().run.get()
    }

    /// The latest token.
    pub fn token(self) -> Option<Arc<TokenView>> {
        self.parts().token.get()
    }

    /// The latest token at this moment.
    pub fn token_now(self) -> Option<Arc<TokenView>> {
        self.parts().token.get_untracked()
    }

    /// What was entered in this page.
    pub fn entered(self) -> Arc<EnteredCredentials> {
        self.parts().entered.get()
    }

    /// The sandbox environment, once it is known.
    pub fn sandbox(self) -> Option<Arc<SandboxEnvironment>> {
        self.parts().sandbox.get()
    }

    /// The sandbox environment at this moment.
    pub fn sandbox_now(self) -> Option<Arc<SandboxEnvironment>> {
        self.parts().sandbox.get_untracked()
    }

    /// Where the credential of the next request comes from.
    pub fn credential(self) -> CredentialSource {
        self.parts().credential.get()
    }

    /// What keeps the next request from being built or sent.
    pub fn faults(self) -> Arc<Vec<FieldFault>> {
        self.parts().faults.get()
    }

    /// What keeps the next request from being sent at this moment.
    pub fn faults_now(self) -> Arc<Vec<FieldFault>> {
        self.parts().faults.get_untracked()
    }

    /// The next request, or what keeps it from being built.
    pub fn next(self) -> Arc<Result<NextMessage, Vec<FieldFault>>> {
        self.parts().next.get()
    }

    /// Where the person is and may go.
    pub fn progress(self) -> Progress {
        self.parts().progress.get()
    }

    /// Whether the page has what the server remembers.
    pub fn readiness(self) -> Readiness {
        self.parts().readiness.get()
    }

    /// Whether the server has what was typed.
    pub fn save_state(self) -> SaveState {
        self.parts().saving.state().get()
    }

    /// Whether an answer is waited for.
    pub fn is_pending(self) -> bool {
        self.parts().pending.get().is_some()
    }

    /// How many attempts were begun: the value of `data-attempt`.
    pub fn attempts(self) -> usize {
        self.run().attempts().len() + usize::from(self.is_pending())
    }

    /// The server's clock in milliseconds since 1970, second by second.
    pub fn now_ms(self) -> i64 {
        self.parts().clock.now_ms()
    }

    /// The server, for a part that has a call of its own.
    ///
    /// # Errors
    ///
    /// [`ApiError::Unavailable`] where none was provided.
    pub fn backend(self) -> Result<Arc<dyn Backend>, ApiError> {
        self.0
            .try_get_value()
            .and_then(|parts| parts.backend.try_get_value())
            .unwrap_or(Err(ApiError::Unavailable))
    }
}
