//! The frame of a field: label above, control, one note below.

use leptos::prelude::*;

use super::Note;
use super::field_note::Described;

/// A labelled control of the page's own making. Text boxes and selects bring this frame along.
#[component]
pub fn Field(
    /// Id of the control the label belongs to; the note is `{id}-note`.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What stands below.
    #[prop(optional, into)]
    note: MaybeProp<Note>,
    /// The control, and whatever stands under it before the note.
    children: Children,
) -> impl IntoView {
    let described = Described::new(&id, note);
    view! {
        <div class="field">
            <div class="field-label"><label for=id>{move || label.get()}</label></div>
            {children()}
            {move || described.view()}
        </div>
    }
}

/// Several controls under one label: `role="group"`, named by it.
#[component]
pub fn FieldGroup(
    /// Id of the group; its label is `{id}-label`, its note `{id}-note`.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What stands below.
    #[prop(optional, into)]
    note: MaybeProp<Note>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let described = Described::new(&id, note);
    let name = [&id, "-label"].concat();
    view! {
        <div class="field" role="group" id=id aria-labelledby=name>
            <div class="field-label"><span id=name.clone()>{move || label.get()}</span></div>
            {children()}
            {move || described.view()}
        </div>
    }
}
