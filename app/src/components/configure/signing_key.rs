//! The private key: pasted, kept in the memory of this page.

use leptos::prelude::*;

use super::{
    credential::{PAGE_ONLY, entered_text},
    fields::{note, touched, typed},
};
use crate::{
    api::Entered,
    ui::{Button, ControlSize, Icon, IconName, IconSize, InputKind, Note, TextArea, TextField, focus},
    walkthrough::{CredentialSource, Edit, TargetKind, walkthrough},
};

/// Where the key comes from, a way to paste one, and its `kid`.
#[component]
pub(super) fn SigningKey() -> impl IntoView {
    let walkthrough = walkthrough();
    let text = entered_text();
    let pasting = RwSignal::new(false);
    // A fault of the key is shown where it can be mended.
    let missing = move || walkthrough.credential() == CredentialSource::Missing;
    let open = Memo::new(move |_| pasting.get() || missing() || !text.get().is_empty());
    let paste = move || {
        pasting.set(true);
        focus("private-key");
    };
    view! {
        <div class="card card-body stack gap-3">
            <div class="row gap-3">
                <span class="faint"><Icon name=IconName::Key size=IconSize::Large/></span>
                <div class="grow">
                    <h4>"Signing key"</h4>
                    <p class="small muted">{move || origin(walkthrough.credential())}</p>
                </div>
                <Button size=ControlSize::Small on_click=paste>"Paste key"</Button>
            </div>
            {move || open.get().then(|| view! { <PrivateKeyField/> })}
        </div>
        <KeyIdField/>
    }
}

fn origin(source: CredentialSource) -> &'static str {
    match source {
        CredentialSource::Entered => "Pasted into this page.",
        CredentialSource::Sandbox => "The sandbox holds this client's private key.",
        CredentialSource::Missing => {
            "None yet. It signs each request and is never sent to the authorization server."
        }
    }
}

#[component]
fn PrivateKeyField() -> impl IntoView {
    let walkthrough = walkthrough();
    let touched = touched();
    let text = entered_text();
    let note = note(|| "/private_key".to_owned(), || Some(Note::hint(PAGE_ONLY)));
    view! {
        <TextArea
            id="private-key"
            label="Private key"
            masked=Signal::derive(move || !text.get().is_empty())
            placeholder="-----BEGIN PRIVATE KEY----- or {\"kty\":…}"
            value=text
            on_input=move |key| walkthrough.enter(Entered::new(key))
            on_blur=move || touched.add("/private_key")
            note
        />
    }
}

#[component]
fn KeyIdField() -> impl IntoView {
    let walkthrough = walkthrough();
    let touched = touched();
    let id = typed(|draft| &draft.key_id);
    let note = note(
        || "/key_id".to_owned(),
        move || {
            let pingone = walkthrough.draft().target == TargetKind::PingOne;
            Some(Note::hint(if pingone {
                "The kid of the public key in the application's JWKS."
            } else {
                "The kid under which the server knows the public key."
            }))
        },
    );
    view! {
        <TextField
            id="key-id"
            label="Key ID"
            kind=InputKind::Machine
            value=id
            on_input=move |id| walkthrough.edit(Edit::KeyId(id))
            on_blur=move || touched.add("/key_id")
            note
        />
    }
}
