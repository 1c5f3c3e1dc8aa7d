//! Chips: short values one by one, and the field that takes the next.

use leptos::{ev::KeyboardEvent, html, prelude::*};

use super::{Icon, IconName, IconSize, focus};

/// A value that can be taken away.
#[component]
pub fn Chip(
    /// The value.
    #[prop(into)]
    label: String,
    /// Called when it is taken away; without it the chip is fixed.
    #[prop(optional, into)]
    on_remove: Option<Callback<()>>,
) -> impl IntoView {
    let remove = ["Remove ", &label].concat();
    view! {
        <span class="chip">
            {label}
            {on_remove.map(|on_remove| view! {
                <button type="button" aria-label=remove on:click=move |_| on_remove.run(())>
                    <Icon name=IconName::X size=IconSize::Small/>
                </button>
            })}
        </span>
    }
}

/// A suggestion: pressing it adds the value.
#[component]
pub fn ChipAdd(
    /// The value it adds.
    #[prop(into)]
    label: String,
    /// Called when it is pressed.
    #[prop(into)]
    on_add: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="chip chip-add" type="button" on:click=move |_| on_add.run(())>
            <Icon name=IconName::Plus size=IconSize::Small/>
            {label}
        </button>
    }
}

/// Chips with a text box for the next one. Enter, a blank or leaving the box adds what was typed; the text is handed
/// over as it is, so that the page's own grammar judges it.
#[component]
pub fn ChipField(
    /// Id of the text box; the group is `{id}-group`.
    #[prop(into)]
    id: String,
    /// The accessible name of the text box, such as "Add scope".
    #[prop(into)]
    label: String,
    /// The values, in order.
    #[prop(into)]
    values: Signal<Vec<String>>,
    /// What is typed and not added yet.
    #[prop(into)]
    pending: Signal<String>,
    /// Called with every change of what is typed.
    #[prop(into)]
    on_type: Callback<(String,)>,
    /// Called with the text to add.
    #[prop(into)]
    on_add: Callback<(String,)>,
    /// Called with the value to take away.
    #[prop(into)]
    on_remove: Callback<(String,)>,
    /// Whether what is typed cannot be added.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Id of the note that says what is valid.
    #[prop(optional, into)]
    described_by: MaybeProp<String>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    super::typed::bind_value(input, pending, on_type);
    let target = StoredValue::new(id.clone());
    let add = move || {
        let text = pending.get_untracked();
        if !text.trim().is_empty() {
            on_add.run((text,));
        }
    };
    let key = move |event: KeyboardEvent| {
        let blank = event.key() == " " && !pending.with_untracked(|text| text.trim().is_empty());
        if event.key() == "Enter" || blank {
            event.prevent_default();
            add();
        }
    };
    // The pressed button is about to vanish: without a new home the focus would fall back to the top of the page.
    let remove = move |value: String| {
        on_remove.run((value,));
        target.with_value(|id| focus(id));
    };
    view! {
        {move || values.get().into_iter().map(|value| {
            let label = value.clone();
            view! { <Chip label on_remove=move || remove(value.clone())/> }
        }).collect_view()}
        <input
            class="chip chip-add chip-input"
            id=id
            node_ref=input
            aria-label=label.clone()
            placeholder=label
            value=pending.get_untracked()
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=move || described_by.get()
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            on:input=move |event| on_type.run((event_target_value(&event),))
            on:keydown=key
            on:blur=move |_| add()
        />
    }
}
