//! Numbered notes beside a message: the same number stands on the line and in the list.

use leptos::prelude::*;

/// The number of a note.
#[component]
pub fn Mark(
    /// Counted from one.
    number: usize,
) -> impl IntoView {
    view! { <span class="mark">{number}</span> }
}

/// The notes of a message, numbered from one in their order.
#[component]
pub fn Notes(
    /// The sentences.
    #[prop(into)]
    notes: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <ol class="notes stack small muted">
            {move || notes.get().into_iter().enumerate().map(|(position, note)| view! {
                <li><Mark number=position + 1/><span>{note}</span></li>
            }).collect_view()}
        </ol>
    }
}
