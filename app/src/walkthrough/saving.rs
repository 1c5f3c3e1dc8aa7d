//! Keeps the draft on the server while it is typed.

use std::{sync::Arc, time::Duration};

use leptos::{
    leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle},
    prelude::*,
    task::spawn_local,
};

use super::{Draft, unsaved};
use crate::api::{ApiError, Backend, Flow};

/// How long nothing must be typed before the draft is sent.
const PAUSE: Duration = Duration::from_millis(400);

/// Whether the server has what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SaveState {
    /// Nothing was changed in this page.
    #[default]
    Untouched,
    /// It is on its way.
    Pending,
    /// It has it.
    Saved,
    /// It does not; what was typed is still in the page, and the next change tries again.
    Failed(ApiError),
}

/// Saves a draft a moment after it changed, one call at a time and the latest text last.
#[derive(Clone, Copy)]
pub struct Saving {
    state: RwSignal<SaveState>,
    draft: RwSignal<Arc<Draft>>,
    backend: StoredValue<Result<Arc<dyn Backend>, ApiError>>,
    pause: StoredValue<Option<TimeoutHandle>>,
    under_way: StoredValue<bool>,
    /// Whether the page is going. The next one may have been made before the server had the draft.
    leaving: StoredValue<bool>,
}

impl Saving {
    /// Keeps `draft` through `backend`.
    pub fn of(draft: RwSignal<Arc<Draft>>, backend: StoredValue<Result<Arc<dyn Backend>, ApiError>>) -> Self {
        let saving = Self {
            state: RwSignal::new(SaveState::default()),
            draft,
            backend,
            pause: StoredValue::new(None),
            under_way: StoredValue::new(false),
            leaving: StoredValue::new(false),
        };
        Effect::new(move |_| saving.outlast_the_page());
        on_cleanup(move || saving.save_at_last());
        saving
    }

    /// Takes up what an earlier page could not save, and saves in time when this one goes.
    fn outlast_the_page(self) {
        if let Some(draft) = unsaved::kept() {
            self.draft.set(Arc::new(draft));
            self.changed();
        }
        let hidden = window_event_listener_untyped("visibilitychange", move |_| self.save_at_last());
        let leaving = window_event_listener_untyped("beforeunload", move |_| {
            self.leaving.set_value(true);
            self.save_at_last();
        });
        on_cleanup(move || [hidden, leaving].into_iter().for_each(WindowListenerHandle::remove));
    }

    /// Whether the server has what was typed.
    pub fn state(self) -> ReadSignal<SaveState> {
        self.state.read_only()
    }

    /// Notes that the draft has changed.
    pub fn changed(self) {
        self.state.set(SaveState::Pending);
        self.leaving.set_value(false);
        unsaved::keep(&self.draft.get_untracked());
        self.stop_pause();
        self.pause.set_value(set_timeout_with_handle(move || self.begin(), PAUSE).ok());
    }

    /// Saves what a pause is holding back, without waiting for an earlier save.
    fn save_at_last(self) {
        if self.stop_pause() {
            self.send();
        }
    }

    /// Whether there was a pause to stop.
    fn stop_pause(self) -> bool {
        let pause = self.pause.try_update_value(Option::take).flatten();
        pause.inspect(TimeoutHandle::clear).is_some()
    }

    /// A save that is under way looks for later changes itself.
    fn begin(self) {
        self.stop_pause();
        if self.under_way.try_get_value() == Some(false) {
            self.send();
        }
    }

    fn send(self) {
        let (Some(draft), Some(backend)) = (self.draft.try_get_untracked(), self.backend.try_get_value())
        else {
            return;
        };
        self.under_way.try_update_value(|under_way| *under_way = true);
        spawn_local(async move {
            let state = match backend {
                Ok(backend) => self.save(&*backend, draft).await,
                Err(error) => SaveState::Failed(error),
            };
            self.under_way.try_update_value(|under_way| *under_way = false);
            self.state.try_set(state);
        });
    }

    /// Saves until nothing has changed in the meantime. The first draft is saved even if the flow is left for another
    /// page right now.
    async fn save(self, backend: &dyn Backend, mut draft: Arc<Draft>) -> SaveState {
        loop {
            if let Err(error) = backend.save_draft(Flow::ClientCredentials, (*draft).clone()).await {
                return SaveState::Failed(error);
            }
            match self.draft.try_get_untracked() {
                Some(latest) if latest != draft => draft = latest,
                _ => break,
            }
        }
        if self.leaving.try_get_value() != Some(true) {
            unsaved::forget();
        }
        SaveState::Saved
    }
}
