//! The walkthrough of a page: the values of this folder as signals, and the few ways in which they change.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    CredentialSource, Draft, Edit, EnteredCredentials, Loaded, NextMessage, Outcome, Progress, Run, SaveState,
    Saving, ServerClock, Step, TargetKind, Trouble,
};
use crate::api::{ApiError, Backend, Entered, FieldFault, SandboxEnvironment, backend};

/// Whether the page has what the server remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readiness {
    /// It is on its way.
    Waiting,
    /// It is here.
    Ready,
    /// It could not be had.
    Failed(ApiError),
}

/// The walkthrough of this page. What is derived is a memo; what is kept changes through the methods only.
#[derive(Clone, Copy)]
pub struct Walkthrough {
    draft: RwSignal<Draft>,
    run: RwSignal<Run>,
    entered: RwSignal<EnteredCredentials>,
    sandbox: RwSignal<Option<SandboxEnvironment>>,
    readiness: RwSignal<Readiness>,
    /// The number of the attempt that is waited for.
    pending: RwSignal<Option<usize>>,
    saving: Saving,
    backend: StoredValue<Result<Arc<dyn Backend>, ApiError>>,
    /// The server's clock.
    pub clock: ServerClock,
    /// Where the credential of the next request comes from.
    pub credential: Memo<CredentialSource>,
    /// What keeps the next request from being built or sent.
    pub faults: Memo<Vec<FieldFault>>,
    /// The next request, or what keeps it from being built.
    pub next: Memo<Result<NextMessage, Vec<FieldFault>>>,
    /// Where the person is and may go.
    pub progress: Memo<Progress>,
}

/// The walkthrough of this page.
pub fn walkthrough() -> Walkthrough {
    expect_context()
}

impl Walkthrough {
    /// Makes the walkthrough of this page available to everything below. `asked` is the step the URL names.
    pub fn provide(loaded: Result<Loaded, ApiError>, asked: Signal<Option<Step>>) -> Self {
        let clock = ServerClock::start(loaded.as_ref().ok().and_then(Loaded::now_ms));
        let backend = StoredValue::new(backend());
        let (draft, run, sandbox) =
            (RwSignal::new(Draft::default()), RwSignal::new(Run::default()), RwSignal::new(None));
        let entered = RwSignal::new(EnteredCredentials::default());
        let credential = Memo::new(move |_| {
            draft.with(|draft| {
                entered.with(|entered| sandbox.with(|sandbox| CredentialSource::of(draft, entered, sandbox.as_ref())))
            })
        });
        let faults = Memo::new(move |_| draft.with(|draft| draft.faults(credential.get().is_known())));
        let next = Memo::new(move |_| next_message(draft, sandbox, credential));
        let progress =
            Memo::new(move |_| run.with(|run| Progress::new(asked.get(), faults.with(Vec::is_empty), run)));
        let walkthrough = Self {
            draft,
            run,
            entered,
            sandbox,
            readiness: RwSignal::new(Readiness::Waiting),
            pending: RwSignal::new(None),
            saving: Saving::of(draft, backend),
            backend,
            clock,
            credential,
            faults,
            next,
            progress,
        };
        walkthrough.receive(loaded);
        provide_context(walkthrough);
        walkthrough
    }

    /// Takes over what the server remembers. What was typed in the meantime wins.
    fn receive(self, loaded: Result<Loaded, ApiError>) {
        match loaded {
            Err(ApiError::NoSession) => {}
            Err(error) => self.readiness.set(Readiness::Failed(error)),
            Ok(loaded) => {
                let (draft, sandbox, run) = loaded.into_parts();
                if self.save_state().with_untracked(|state| *state == SaveState::Untouched) {
                    self.draft.set(draft);
                }
                self.sandbox.set(Some(sandbox));
                self.run.set(run);
                self.readiness.set(Readiness::Ready);
            }
        }
    }

    /// Asks the server again for what it remembers.
    pub fn load(self) {
        self.readiness.set(Readiness::Waiting);
        spawn_local(async move {
            let loaded = match self.backend.get_value() {
                Ok(backend) => Loaded::from(&*backend).await,
                Err(error) => Err(error),
            };
            if let (Ok(Some(now)), false) = (loaded.as_ref().map(Loaded::now_ms), self.draft.is_disposed()) {
                self.clock.set(now);
            }
            if !self.draft.is_disposed() {
                self.receive(loaded);
            }
        });
    }

    /// Changes the draft, and has it saved.
    pub fn edit(self, edit: Edit) {
        if matches!(edit, Edit::SandboxClient(_)) {
            // Each client has its own credential, and the sandbox holds them all.
            self.entered.update(|entered| entered.forget_all(TargetKind::Sandbox));
        }
        self.draft.update(|draft| draft.apply(edit));
        self.saving.changed();
    }

    /// Keeps what was entered as the credential of the next request.
    pub fn enter(self, entered: Entered) {
        self.draft.with_untracked(|draft| self.entered.update(|known| known.put(draft, entered)));
    }

    /// Sends the next request, unless one is under way or something is missing. `issued` is called with a new token.
    pub fn request_token(self, issued: Callback<()>) {
        if self.pending.get_untracked().is_some() || !self.faults.with_untracked(Vec::is_empty) {
            return;
        }
        let number = self.attempts_begun() + 1;
        let entered = self.draft.with_untracked(|draft| self.entered.with_untracked(|known| known.get(draft).cloned()));
        let request = self.draft.with_untracked(|draft| draft.exchange(entered));
        self.pending.set(Some(number));
        spawn_local(async move {
            let outcome = match self.backend.get_value() {
                Ok(backend) => Outcome::of(&*backend, request).await,
                Err(error) => Outcome { trouble: Some(Trouble::Api(error)), ..Outcome::default() },
            };
            // An answer nobody waits for any more changes nothing here; the log has it.
            if self.pending.try_get_untracked() == Some(Some(number)) {
                let succeeded = outcome.token.is_some();
                self.finish(outcome);
                if succeeded {
                    issued.run(());
                }
            }
        });
    }

    /// Stops waiting for the request that is under way.
    pub fn cancel(self) {
        if self.pending.get_untracked().is_some() {
            self.finish(Outcome { trouble: Some(Trouble::Cancelled), ..Outcome::default() });
        }
    }

    fn finish(self, outcome: Outcome) {
        if let Some(token) = &outcome.token {
            self.clock.set(token.now_ms);
        }
        self.run.update(|run| run.push(outcome.exchange, outcome.token, outcome.trouble));
        self.pending.set(None);
    }

    /// Changes the run: it only grows.
    pub fn record(self, grow: impl FnOnce(&mut Run)) {
        self.run.update(grow);
    }

    /// The draft.
    pub fn draft(self) -> Signal<Draft> {
        self.draft.into()
    }

    /// What has happened so far.
    pub fn run(self) -> Signal<Run> {
        self.run.into()
    }

    /// What was entered in this page.
    pub fn entered(self) -> Signal<EnteredCredentials> {
        self.entered.into()
    }

    /// The sandbox environment, once it is known.
    pub fn sandbox(self) -> Signal<Option<SandboxEnvironment>> {
        self.sandbox.into()
    }

    /// Whether the page has what the server remembers.
    pub fn readiness(self) -> Signal<Readiness> {
        self.readiness.into()
    }

    /// Whether the server has what was typed.
    pub fn save_state(self) -> Signal<SaveState> {
        self.saving.state()
    }

    /// Whether an answer is waited for.
    pub fn is_pending(self) -> Signal<bool> {
        Signal::derive(move || self.pending.get().is_some())
    }

    /// How many attempts were begun: the value of `data-attempt`.
    pub fn attempts(self) -> Signal<usize> {
        Signal::derive(move || self.run.with(|run| run.attempts().len()) + usize::from(self.pending.get().is_some()))
    }

    fn attempts_begun(self) -> usize {
        self.run.with_untracked(|run| run.attempts().len())
    }

    /// The server, for a part that has a call of its own.
    ///
    /// # Errors
    ///
    /// [`ApiError::Unavailable`] where none was provided.
    pub fn backend(self) -> Result<Arc<dyn Backend>, ApiError> {
        self.backend.get_value()
    }
}

fn next_message(
    draft: RwSignal<Draft>,
    sandbox: RwSignal<Option<SandboxEnvironment>>,
    credential: Memo<CredentialSource>,
) -> Result<NextMessage, Vec<FieldFault>> {
    let entered = credential.get() == CredentialSource::Entered;
    sandbox.with(|sandbox| match sandbox {
        Some(sandbox) => draft.with(|draft| NextMessage::of(draft, entered, sandbox)),
        None => Err(vec![]),
    })
}
