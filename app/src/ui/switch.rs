//! Something that is on or off at once.

use leptos::{html, prelude::*};

/// A native checkbox with `role="switch"`. It takes effect when it is moved; nothing has to be confirmed.
#[component]
pub fn Switch(
    /// What is on or off.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<(bool,)>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    // A switch moved before the page was interactive wins over the first value.
    Effect::new(move |bound: Option<bool>| {
        let wanted = on.get();
        let Some(input) = node.get() else { return false };
        let shown = input.checked();
        if bound != Some(true) && shown != input.default_checked() {
            on_change.run((shown,));
        } else if shown != wanted {
            input.set_checked(wanted);
        }
        true
    });
    view! {
        <label class="switch">
            <input
                type="checkbox"
                role="switch"
                node_ref=node
                checked=on.get_untracked()
                on:change=move |event| on_change.run((event_target_checked(&event),))
            />
            " " {label}
        </label>
    }
}
