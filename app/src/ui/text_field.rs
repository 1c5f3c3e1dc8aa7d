//! A one-line text box.

use leptos::{html, prelude::*};

use super::field_note::Described;
use super::typed::bind_value;
use super::{Field, Note, classes};

/// What is typed into a text box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Words.
    #[default]
    Text,
    /// What a machine reads: monospaced, not spell-checked.
    Machine,
}

/// A labelled one-line text box.
#[component]
pub fn TextField(
    /// Id of the text box; the note is `{id}-note`.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed into it.
    #[prop(optional)]
    kind: InputKind,
    /// Whether the characters are hidden.
    #[prop(optional, into)]
    masked: Signal<bool>,
    /// An example of a valid value.
    #[prop(optional, into)]
    placeholder: String,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the whole text on every change.
    #[prop(into)]
    on_input: Callback<(String,)>,
    /// Called when the text box is left: from now on the page may say what is wrong.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// What stands below; an error marks the text box invalid.
    #[prop(optional, into)]
    note: MaybeProp<Note>,
    /// Buttons joined to the end of the text box.
    #[prop(optional, into)]
    buttons: Option<ViewFn>,
) -> impl IntoView {
    let element = NodeRef::<html::Input>::new();
    bind_value(element, value, on_input);
    let described = StoredValue::new(Described::new(&id, note));
    let mono = if kind == InputKind::Machine { "mono" } else { "" };
    let input = view! {
        <input
            class=classes(&["input", mono])
            class:input-masked=move || masked.get()
            id=id.clone()
            node_ref=element
            value=value.get_untracked()
            placeholder=(!placeholder.is_empty()).then_some(placeholder)
            aria-invalid=move || described.with_value(Described::invalid)
            aria-describedby=move || described.with_value(Described::described_by)
            autocomplete="off"
            autocapitalize="none"
            spellcheck=(kind == InputKind::Machine).then_some("false")
            on:input=move |event| on_input.run((event_target_value(&event),))
            on:blur=move |_| if let Some(on_blur) = on_blur { on_blur.run(()) }
        />
    };
    view! { <Field id label note>{joined(input, buttons)}</Field> }
}

/// A control with buttons joined to its end, or the control alone.
fn joined(control: impl IntoView + 'static, buttons: Option<ViewFn>) -> AnyView {
    match buttons {
        Some(buttons) => view! { <div class="input-group">{control} {buttons.run()}</div> }.into_any(),
        None => control.into_any(),
    }
}
