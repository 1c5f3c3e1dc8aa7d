//! Ink: the surface of everything that left or reached this server. Dark in both themes; never prose.

use leptos::prelude::*;

/// A sheet of ink: an optional [`InkHead`] and code.
#[component]
pub fn Ink(
    /// What is on it.
    children: Children,
) -> impl IntoView {
    view! { <div class="ink">{children()}</div> }
}

/// The head of a sheet of ink: tabs or a title, and what can be done with the message.
#[component]
pub fn InkHead(
    /// What stands in it; give the last one `.push` to move it to the end.
    children: Children,
) -> impl IntoView {
    view! { <div class="ink-head row">{children()}</div> }
}
