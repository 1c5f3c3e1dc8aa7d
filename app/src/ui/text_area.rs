//! A text box of several lines.

use leptos::{html, prelude::*};

use super::field_note::Described;
use super::typed::bind_value;
use super::{Field, Note};

/// A labelled text box for what a machine reads, such as a pasted key.
#[component]
pub fn TextArea(
    /// Id of the text box; the note is `{id}-note`.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the characters are hidden.
    #[prop(optional, into)]
    masked: Signal<bool>,
    /// How a valid value begins.
    #[prop(optional, into)]
    placeholder: String,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the whole text on every change.
    #[prop(into)]
    on_input: Callback<(String,)>,
    /// Called when the text box is left.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// What stands below; an error marks the text box invalid.
    #[prop(optional, into)]
    note: MaybeProp<Note>,
) -> impl IntoView {
    let element = NodeRef::<html::Textarea>::new();
    bind_value(element, value, on_input);
    let described = StoredValue::new(Described::new(&id, note));
    view! {
        <Field id=id.clone() label note>
            <textarea
                class="input mono"
                class:input-masked=move || masked.get()
                id=id
                node_ref=element
                placeholder=placeholder
                aria-invalid=move || described.with_value(Described::invalid)
                aria-describedby=move || described.with_value(Described::described_by)
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                on:input=move |event| on_input.run((event_target_value(&event),))
                on:blur=move |_| if let Some(on_blur) = on_blur { on_blur.run(()) }
            >
                {value.get_untracked()}
            </textarea>
        </Field>
    }
}
