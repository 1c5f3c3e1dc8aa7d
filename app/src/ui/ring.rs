//! A ring that empties.

use leptos::prelude::*;

/// How much of a whole is left, as a small ring. Decoration: the number stands beside it.
#[component]
pub fn Ring(
    /// What is left, 0 to 100 percent.
    #[prop(into)]
    left: Signal<u8>,
) -> impl IntoView {
    let dashes = move || [&left.get().min(100).to_string(), " 100"].concat();
    view! {
        <svg class="ring" viewBox="0 0 18 18" fill="none" stroke-width="2.5" aria-hidden="true">
            <circle cx="9" cy="9" r="7"/>
            <circle class="left" cx="9" cy="9" r="7" pathLength="100" transform="rotate(-90 9 9)" stroke-dasharray=dashes/>
        </svg>
    }
}
