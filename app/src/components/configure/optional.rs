//! Audience and resource, which few servers want.

use leptos::prelude::*;

use super::fields::{note, touched, typed};
use crate::{
    ui::{Button, ControlSize, Disclosure, Help, IconButton, IconName, InputKind, Note, TextField},
    walkthrough::{Edit, TargetKind, walkthrough},
};

/// Both at once; they are open, since a closed part hides what is sent.
#[component]
pub(super) fn OptionalFields() -> impl IntoView {
    view! {
        <Disclosure title="Optional" hint="Audience, resource" open=true>
            <div class="stack">
                <AudienceField/>
                <ResourceFields/>
            </div>
        </Disclosure>
    }
}

/// Said under both fields, since both leave people wondering why nothing changes.
const IGNORED: &str = "PingOne ignores it: the audience follows from the resource that owns the scopes.";

fn ignored() -> Note {
    let pingone = walkthrough().draft().target == TargetKind::PingOne;
    Note::hint(if pingone { IGNORED } else { "Ignored by the sandbox, as by PingOne." })
}

#[component]
fn AudienceField() -> impl IntoView {
    let walkthrough = walkthrough();
    let touched = touched();
    let value = typed(|draft| &draft.audience);
    view! {
        <div class="stack gap-1">
            <TextField
                id="audience"
                label="Audience"
                kind=InputKind::Machine
                placeholder="https://orders.example.com"
                value
                on_input=move |audience| walkthrough.edit(Edit::Audience(audience))
                on_blur=move || touched.add("/audience")
                note=note(|| "/audience".to_owned(), || Some(ignored()))
            />
            <Help question="When is this needed?">
                "Some servers use it to choose the API a token is for. It is not a parameter of the standard."
            </Help>
        </div>
    }
}

#[component]
fn ResourceFields() -> impl IntoView {
    let walkthrough = walkthrough();
    // One row is always there to type into; it becomes a value with its first character.
    let rows = Memo::new(move |_| walkthrough.draft().resources.len().max(1));
    let add = move || {
        if walkthrough.draft_now().resources.is_empty() {
            walkthrough.edit(Edit::AddResource);
        }
        walkthrough.edit(Edit::AddResource);
    };
    view! {
        <div class="stack gap-2">
            {move || (0..rows.get()).map(|index| view! { <ResourceField index/> }).collect_view()}
            <div><Button size=ControlSize::Small icon=IconName::Plus on_click=add>"Add resource"</Button></div>
        </div>
    }
}

#[component]
fn ResourceField(index: usize) -> impl IntoView {
    let walkthrough = walkthrough();
    let touched = touched();
    let value = Memo::new(move |_| walkthrough.draft().resources.get(index).cloned().unwrap_or_default());
    let change = move |text: String| {
        if walkthrough.draft_now().resources.len() <= index {
            walkthrough.edit(Edit::AddResource);
        }
        walkthrough.edit(Edit::Resource(index, text));
    };
    let pointer = move || ["/resource/", &index.to_string()].concat();
    let remove = move || {
        view! {
            <IconButton
                label=["Remove ", &label(index).to_lowercase()].concat()
                icon=IconName::Trash
                on_click=move || walkthrough.edit(Edit::RemoveResource(index))
            />
        }
    };
    view! {
        <TextField
            id=if index == 0 { "resource".to_owned() } else { ["resource-", &index.to_string()].concat() }
            label=label(index)
            kind=InputKind::Machine
            placeholder="https://api.example.com/orders"
            value
            on_input=change
            on_blur=move || touched.add(&pointer())
            note=note(pointer, move || (index == 0).then(ignored))
            buttons=remove
        />
    }
}

fn label(index: usize) -> String {
    if index == 0 { "Resource".to_owned() } else { ["Resource ", &(index + 1).to_string()].concat() }
}
