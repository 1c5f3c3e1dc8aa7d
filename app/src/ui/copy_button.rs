//! Copies a text and says so.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{ButtonVariant, ControlSize, IconButton, IconName, announcer, copy_text};

const TICK_STAYS: Duration = Duration::from_secs(2);

/// A small button that copies `text`; a tick answers for two seconds, and the result is announced.
#[component]
pub fn CopyButton(
    /// Its accessible name: what it copies.
    #[prop(into)]
    label: Signal<String>,
    /// What it copies.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let announcer = announcer();
    let copy = move || {
        spawn_local(async move {
            if copy_text(&text.get_untracked()).await {
                announcer.announce("Copied.");
                copied.set(true);
                set_timeout(
                    move || {
                        copied.try_set(false);
                    },
                    TICK_STAYS,
                );
            } else {
                announcer.announce("Copying failed. Select the text instead.");
            }
        });
    };
    let icon = Signal::derive(move || if copied.get() { IconName::Check } else { IconName::Copy });
    view! { <IconButton label icon variant=ButtonVariant::Ghost size=ControlSize::Small on_click=copy/> }
}
