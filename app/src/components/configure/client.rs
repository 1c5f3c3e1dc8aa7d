//! Who the client is, and how it proves it.

use leptos::prelude::*;
use oauth::{provider::is_uuid, wire::AuthMethod};

use super::{
    assertion::AssertionFields,
    credential::SecretField,
    fields::{note, touched, typed},
    signing_key::SigningKey,
};
use crate::{
    ui::{Choice, GradeLevel, InputKind, Note, RadioCard, RadioCards, Section, TextField},
    walkthrough::{Edit, TargetKind, walkthrough},
};

/// Client id, method and credential.
#[component]
pub fn ClientSection() -> impl IntoView {
    let walkthrough = walkthrough();
    let method = Memo::new(move |_| walkthrough.draft().auth_method);
    view! {
        <Section id="client" title="Client">
            <ClientIdField/>
            <RadioCards
                id="authentication-method"
                legend="Authentication method"
                cards=methods()
                selected=method
                on_select=move |method| walkthrough.edit(Edit::AuthMethod(method))
            />
            {move || if method.get().uses_secret() {
                view! { <SecretField/> }.into_any()
            } else {
                view! { <SigningKey/> }.into_any()
            }}
            {move || method.get().uses_assertion().then(|| view! { <AssertionFields/> })}
        </Section>
    }
}

#[component]
fn ClientIdField() -> impl IntoView {
    let walkthrough = walkthrough();
    let id = typed(|draft| &draft.client_id);
    let touched = touched();
    let note = note(
        || "/client_id".to_owned(),
        move || {
            let draft = walkthrough.draft();
            let looks_right = draft.client_id.is_empty() || is_uuid(&draft.client_id);
            match (draft.target == TargetKind::PingOne, looks_right) {
                (true, true) => Some(Note::hint(WHERE_CLIENT)),
                (true, false) => {
                    Some(Note::warning("PingOne's client IDs are UUIDs. This one is sent as it is."))
                }
                (false, _) => None,
            }
        },
    );
    view! {
        <TextField
            id="client-id"
            label="Client ID"
            kind=InputKind::Machine
            value=id
            on_input=move |id| walkthrough.edit(Edit::ClientId(id))
            on_blur=move || touched.add("/client_id")
            note
        />
    }
}

const WHERE_CLIENT: &str = "In the admin console: Applications > Applications > your application > Overview.";

fn methods() -> Vec<RadioCard<AuthMethod>> {
    let card = |method: AuthMethod, grade, word, meaning| RadioCard {
        choice: Choice::new(method, method.as_str()),
        grade,
        word,
        meaning,
    };
    vec![
        card(AuthMethod::ClientSecretBasic, GradeLevel::Two, "Fair", "Secret in the Authorization header."),
        card(
            AuthMethod::ClientSecretPost,
            GradeLevel::One,
            "Weak",
            "Secret in the form body. Logs may keep it.",
        ),
        card(
            AuthMethod::ClientSecretJwt,
            GradeLevel::Three,
            "Good",
            "Secret signs a short JWT. It is never sent.",
        ),
        card(
            AuthMethod::PrivateKeyJwt,
            GradeLevel::Four,
            "Strong",
            "Private key signs a JWT. Nothing shared.",
        ),
    ]
}
