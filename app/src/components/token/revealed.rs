//! A token in the open, for thirty seconds.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use crate::{
    api::ApiError,
    ui::{Announcer, announcer, copy_text},
    walkthrough::{Walkthrough, walkthrough},
};

/// How long a token stays in the open.
const OPEN: Duration = Duration::from_secs(30);

/// The revealed token, and the ways to have it.
#[derive(Clone, Copy)]
pub(super) struct Revealed {
    token: RwSignal<Option<String>>,
    fault: RwSignal<Option<ApiError>>,
    closing: StoredValue<Option<TimeoutHandle>>,
    walkthrough: Walkthrough,
    announcer: Announcer,
}

impl Revealed {
    /// Nothing is revealed at first.
    pub(super) fn new() -> Self {
        let revealed = Self {
            token: RwSignal::new(None),
            fault: RwSignal::new(None),
            closing: StoredValue::new(None),
            walkthrough: walkthrough(),
            announcer: announcer(),
        };
        on_cleanup(move || revealed.stop_closing());
        revealed
    }

    /// The token, while it is in the open.
    pub(super) fn token(self) -> Signal<Option<String>> {
        self.token.into()
    }

    /// Why it could not be had.
    pub(super) fn fault(self) -> Signal<Option<ApiError>> {
        self.fault.into()
    }

    /// Fetches the token and shows it for a while.
    pub(super) fn reveal(self, id: String) {
        spawn_local(async move {
            if let Some(token) = self.fetch(id).await {
                self.token.try_set(Some(token));
                self.announcer.announce("Token revealed. It is masked again after 30 seconds.");
                self.stop_closing();
                let closing = set_timeout_with_handle(move || self.hide(), OPEN).ok();
                self.closing.try_update_value(|known| *known = closing);
            }
        });
    }

    /// Masks it again.
    pub(super) fn hide(self) {
        self.stop_closing();
        if self.token.try_set(None).is_none() {
            self.announcer.announce("Token masked.");
        }
    }

    /// Puts the whole token on the clipboard, whether it is in the open or not.
    pub(super) fn copy(self, id: String) {
        spawn_local(async move {
            let open = self.token.try_get_untracked().flatten();
            let token = match open {
                Some(token) => Some(token),
                None => self.fetch(id).await,
            };
            if let Some(token) = token {
                let copied = copy_text(&token).await;
                self.announcer.announce(if copied {
                    "Token copied."
                } else {
                    "Copying failed. Reveal the token and select it instead."
                });
            }
        });
    }

    async fn fetch(self, id: String) -> Option<String> {
        let result = match self.walkthrough.backend() {
            Ok(backend) => backend.reveal_token(&id).await.map(|tokens| tokens.access_token),
            Err(error) => Err(error),
        };
        match result {
            Ok(token) => {
                self.fault.try_set(None);
                Some(token)
            }
            Err(error) => {
                self.fault.try_set(Some(error));
                None
            }
        }
    }

    fn stop_closing(self) {
        if let Some(Some(closing)) = self.closing.try_get_value() {
            closing.clear();
        }
    }
}
