//! The bar at the foot of a flow page.

use leptos::prelude::*;

/// The frame of the session's status: one line at the foot, on a narrow screen a chip that opens it.
#[component]
pub fn StatusBar(
    /// What the chip shows: the most important item in a few words.
    #[prop(into)]
    chip: ViewFn,
    /// The [`StatusItem`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <footer class="status" aria-label="Session">
            <button class="btn status-chip" type="button" popovertarget="status-bar">{chip.run()}</button>
            <div class="status-bar" id="status-bar" popover="auto">{children()}</div>
        </footer>
    }
}

/// One item of the status.
#[component]
pub fn StatusItem(
    /// What it is; nothing where the value says it.
    #[prop(optional, into)]
    label: String,
    /// Whether it gives way on a screen of medium width.
    #[prop(optional)]
    yields: bool,
    /// Its value.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="status-item" class:status-wide=yields>
            {(!label.is_empty()).then(|| view! { <span class="faint">{label}</span> " " })}
            {children()}
        </div>
    }
}
