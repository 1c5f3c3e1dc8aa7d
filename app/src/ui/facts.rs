//! Short pairs of a term and its value.

use leptos::prelude::*;

/// A line of [`Fact`]s.
#[component]
pub fn Facts(
    /// The facts.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts row small">{children()}</dl> }
}

/// One pair.
#[component]
pub fn Fact(
    /// What it is.
    #[prop(into)]
    term: String,
    /// Its value.
    children: Children,
) -> impl IntoView {
    view! {
        <div>
            <dt>{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
