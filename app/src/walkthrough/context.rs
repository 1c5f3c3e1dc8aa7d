//! The walkthrough of a page: the values of this folder as signals, and the few ways in which they change.

mod reading;

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    CredentialSource, Draft, Edit, EnteredCredentials, Loaded, NextMessage, Outcome, Progress, Run,
    SaveState, Saving, ServerClock, Step, TargetKind, Trouble, load::load,
};
use crate::api::{
    ApiError, Backend, Entered, FieldFault, SandboxEnvironment, TokenView, Verification, backend,
};

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
///
/// Values are read whole, behind an `Arc`: a reader picks what it needs with ordinary code.
#[derive(Clone, Copy)]
pub struct Walkthrough(StoredValue<Parts>);

/// What a walkthrough consists of. Views hold the handle to it, which is small.
#[derive(Clone, Copy)]
struct Parts {
    draft: RwSignal<Arc<Draft>>,
    run: RwSignal<Arc<Run>>,
    entered: RwSignal<Arc<EnteredCredentials>>,
    sandbox: RwSignal<Option<Arc<SandboxEnvironment>>>,
    readiness: RwSignal<Readiness>,
    /// The number of the attempt that is waited for.
    pending: RwSignal<Option<usize>>,
    saving: Saving,
    backend: StoredValue<Result<Arc<dyn Backend>, ApiError>>,
    clock: ServerClock,
    credential: Memo<CredentialSource>,
    faults: Memo<Arc<Vec<FieldFault>>>,
    next: Memo<Arc<Result<NextMessage, Vec<FieldFault>>>>,
    progress: Memo<Progress>,
    token: Memo<Option<Arc<TokenView>>>,
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
        let (draft, run) = (RwSignal::new(Arc::default()), RwSignal::new(Arc::<Run>::default()));
        let entered = RwSignal::new(Arc::default());
        let sandbox = RwSignal::new(None);
        let credential = Memo::new(move |_| source(&draft.get(), &entered.get(), sandbox.get()));
        let faults = Memo::new(move |_| Arc::new(draft.get().faults(credential.get().is_known())));
        let next = Memo::new(move |_| {
            let entered = credential.get() == CredentialSource::Entered;
            Arc::new(match sandbox.get() {
                Some(sandbox) => NextMessage::of(&draft.get(), entered, &sandbox),
                None => Err(vec![]),
            })
        });
        let parts = Parts {
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
            progress: Memo::new(move |_| Progress::new(asked.get(), faults.get().is_empty(), &run.get())),
            token: Memo::new(move |_| run.get().token().cloned().map(Arc::new)),
        };
        let walkthrough = Self(StoredValue::new(parts));
        walkthrough.receive(loaded);
        provide_context(walkthrough);
        walkthrough
    }

    fn parts(self) -> Parts {
        self.0.get_value()
    }

    /// Takes over what the server remembers. What was typed in the meantime wins.
    fn receive(self, loaded: Result<Loaded, ApiError>) {
        match loaded {
            Err(ApiError::NoSession) => {}
            Err(error) => self.parts().readiness.set(Readiness::Failed(error)),
            Ok(loaded) => {
                let (draft, sandbox, run) = loaded.into_parts();
                if self.parts().saving.state().get_untracked() == SaveState::Untouched {
                    self.parts().draft.set(Arc::new(draft));
                }
                self.parts().sandbox.set(Some(Arc::new(sandbox)));
                self.parts().run.set(Arc::new(run));
                self.parts().readiness.set(Readiness::Ready);
            }
        }
    }

    /// Asks the server again for what it remembers.
    pub fn load(self) {
        self.parts().readiness.set(Readiness::Waiting);
        spawn_local(async move {
            let loaded = match self.backend() {
                Ok(backend) => load(&*backend).await,
                Err(error) => Err(error),
            };
            if self.0.is_disposed() {
                return;
            }
            if let Some(now) = loaded.as_ref().ok().and_then(Loaded::now_ms) {
                self.parts().clock.set(now);
            }
            self.receive(loaded);
        });
    }

    /// Changes the draft, and has it saved.
    pub fn edit(self, edit: Edit) {
        if matches!(edit, Edit::SandboxClient(_)) {
            // Each client has its own credential, and the sandbox holds them all.
            let mut entered = (*self.parts().entered.get_untracked()).clone();
            entered.forget_all(TargetKind::Sandbox);
            self.parts().entered.set(Arc::new(entered));
        }
        let mut draft = (*self.draft_now()).clone();
        draft.apply(edit);
        self.parts().draft.set(Arc::new(draft));
        self.parts().saving.changed();
    }

    /// Keeps what was entered as the credential of the next request.
    pub fn enter(self, entered: Entered) {
        let mut known = (*self.parts().entered.get_untracked()).clone();
        known.put(&self.draft_now(), entered);
        self.parts().entered.set(Arc::new(known));
    }

    /// Sends the next request, unless one is under way or something is missing. `issued` is called with a new token.
    pub fn request_token(self, issued: Callback<()>) {
        if self.parts().pending.get_untracked().is_some() || !self.faults_now().is_empty() {
            return;
        }
        let number = self.parts().run.get_untracked().attempts().len() + 1;
        let draft = self.draft_now();
        let request = draft.exchange(self.parts().entered.get_untracked().get(&draft).cloned());
        self.parts().pending.set(Some(number));
        spawn_local(async move {
            let outcome = match self.backend() {
                Ok(backend) => Outcome::of(&*backend, request).await,
                Err(error) => Outcome { trouble: Some(Trouble::Api(error)), ..Outcome::default() },
            };
            // An answer nobody waits for any more changes nothing here; the log has it.
            if self.awaits(number) {
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
        if self.parts().pending.get_untracked().is_some() {
            self.finish(Outcome { trouble: Some(Trouble::Cancelled), ..Outcome::default() });
        }
    }

    fn awaits(self, number: usize) -> bool {
        !self.0.is_disposed() && self.parts().pending.get_untracked() == Some(number)
    }

    fn finish(self, outcome: Outcome) {
        if let Some(token) = &outcome.token {
            self.parts().clock.set(token.now_ms);
        }
        let mut run = (*self.parts().run.get_untracked()).clone();
        run.push(outcome.exchange, outcome.token, outcome.trouble);
        self.parts().run.set(Arc::new(run));
        self.parts().pending.set(None);
    }

    /// Records what the verification of a token found.
    pub fn verified(self, token_id: String, found: Verification) {
        if !self.0.is_disposed() {
            let run = self.parts().run;
            let mut grown = (*run.get_untracked()).clone();
            grown.push_verification(token_id, found);
            run.set(Arc::new(grown));
        }
    }
}

fn source(
    draft: &Draft,
    entered: &EnteredCredentials,
    sandbox: Option<Arc<SandboxEnvironment>>,
) -> CredentialSource {
    CredentialSource::of(draft, entered, sandbox.as_deref())
}
