//! A statement that wants to be read now.

use leptos::prelude::*;

use super::{Icon, IconName, Tone, classes};

/// A title, one sentence and at most two actions.
#[component]
pub fn Alert(
    /// Its tone, which also picks its icon.
    #[prop(optional)]
    tone: Tone,
    /// What happened, in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it interrupts: `role="alert"`, for a refusal that just arrived. An explanation that stands on the page
    /// from the start does not.
    #[prop(optional)]
    interrupts: bool,
    /// Why, and what to do. Actions go into a `.row`.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=classes(&["alert", tone.class()]) role=interrupts.then_some("alert")>
            <Icon name=icon_of(tone)/>
            <p>{move || title.get()}</p>
            {children()}
        </div>
    }
}

fn icon_of(tone: Tone) -> IconName {
    match tone {
        Tone::Neutral | Tone::Info => IconName::Info,
        Tone::Ok => IconName::CheckCircle,
        Tone::Warn => IconName::Alert,
        Tone::Bad => IconName::XCircle,
    }
}
