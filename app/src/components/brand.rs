//! The mark of the product.

use leptos::prelude::*;

/// The mark: something enters and comes out at the other side.
#[component]
pub(super) fn BrandMark() -> impl IntoView {
    view! {
        <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            <rect width="24" height="24" rx="6" fill="#1e3a8a"/>
            <path d="M6 12h6.5M14 7.5h2a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-2" stroke="#fff"/>
            <path d="m10.5 9.25 2.75 2.75-2.75 2.75" stroke="#93c5fd"/>
            <circle cx="6" cy="12" r="1.5" fill="#fff"/>
        </svg>
    }
}
