//! What stands where something is still to come.

use leptos::prelude::*;

use super::{Icon, IconName};

/// Grey lines in the place of text that is on its way.
#[component]
pub fn Skeleton(
    /// What is awaited; spoken, not seen.
    #[prop(into)]
    label: String,
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    view! {
        <div class="stack gap-3">
            <span class="visually-hidden">{label}</span>
            {(0..lines).map(|_| view! { <div class="skeleton"></div> }).collect_view()}
        </div>
    }
}

/// A turning ring and what it waits for. It stands still under reduced motion: the words say it.
#[component]
pub fn Spinner(
    /// What is awaited.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! { <span class="row muted"><Icon name=IconName::Spinner/>{label}</span> }
}
