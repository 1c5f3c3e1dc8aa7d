//! What to ask for.

use leptos::prelude::*;
use oauth::scope::Scope;

use super::{fields::note, optional::OptionalFields};
use crate::{
    api::SandboxEnvironment,
    ui::{ChipAdd, ChipField, FieldGroup, Note, Section},
    walkthrough::{Draft, Edit, TargetKind, walkthrough},
};

/// Scopes, and what few servers want besides.
#[component]
pub fn AskSection() -> impl IntoView {
    view! {
        <Section id="ask" title="What to ask for">
            <ScopesField/>
            <OptionalFields/>
        </Section>
    }
}

#[component]
fn ScopesField() -> impl IntoView {
    let walkthrough = walkthrough();
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let type_in = move |text: String| {
        fault.set(None);
        typed.set(text);
    };
    // Blanks around it came along with a paste.
    let add = move |text: String| match text.trim().parse::<Scope>() {
        Ok(_) => {
            walkthrough.edit(Edit::AddScopes(text));
            type_in(String::new());
        }
        Err(error) => fault.set(Some(error.to_string())),
    };
    let usual =
        note(|| "/scope".to_owned(), || Some(Note::hint("Enter or a blank adds a scope. None is fine too.")));
    let note = Signal::derive(move || fault.get().map(Note::error).or_else(|| usual.get()));
    view! {
        <FieldGroup id="scopes" label="Scopes" note>
            <div class="row gap-chips">
                <ChipField
                    id="scope"
                    label="Add scope"
                    values=Memo::new(move |_| walkthrough.draft().scopes.clone())
                    pending=typed
                    on_type=type_in
                    on_add=add
                    on_remove=move |scope| walkthrough.edit(Edit::RemoveScope(scope))
                    invalid=Signal::derive(move || fault.get().is_some())
                    described_by=Signal::derive(|| Some("scopes-note".to_owned()))
                />
            </div>
            <Suggestions/>
        </FieldGroup>
    }
}

/// Scopes granted to the chosen sandbox client that are not asked for yet.
#[component]
fn Suggestions() -> impl IntoView {
    let walkthrough = walkthrough();
    let suggested = Memo::new(move |_| match walkthrough.sandbox() {
        Some(sandbox) => suggestions(&walkthrough.draft(), &sandbox),
        None => vec![],
    });
    let chip = move |scope: String| {
        let added = scope.clone();
        view! { <ChipAdd label=scope on_add=move || walkthrough.edit(Edit::AddScopes(added.clone()))/> }
    };
    view! {
        {move || (!suggested.get().is_empty()).then(|| view! {
            <div class="row gap-chips">
                <span class="small faint">"Granted to this client"</span>
                {suggested.get().into_iter().map(chip).collect_view()}
            </div>
        })}
    }
}

fn suggestions(draft: &Draft, sandbox: &SandboxEnvironment) -> Vec<String> {
    let client = sandbox.client(&draft.client_id).filter(|_| draft.target == TargetKind::Sandbox);
    let granted = client.map(|client| client.scopes.as_slice()).unwrap_or_default();
    granted.iter().filter(|scope| !draft.scopes.contains(scope)).cloned().collect()
}
