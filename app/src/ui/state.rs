//! Badges name a fact, states report a result.

use leptos::prelude::*;

use super::{Icon, IconName, Tone, classes};

/// A fact in a word or two.
#[component]
pub fn Badge(
    /// Its tone.
    #[prop(optional)]
    tone: Tone,
    /// The fact.
    children: Children,
) -> impl IntoView {
    view! { <span class=classes(&["badge", tone.class()])>{children()}</span> }
}

/// A result: always an icon and a word.
#[component]
pub fn State(
    /// Its tone.
    #[prop(optional)]
    tone: Tone,
    /// Its icon.
    icon: IconName,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <span class=classes(&["state", tone.class()])>
            <Icon name=icon/>
            {children()}
        </span>
    }
}
