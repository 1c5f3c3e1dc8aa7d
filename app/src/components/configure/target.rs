//! Which server to ask.

use leptos::prelude::*;
use oauth::provider::Region;

use super::fields::{note, touched, typed};
use crate::{
    ui::{Choice, InputKind, Note, Section, Segmented, Select, TextField},
    walkthrough::{Edit, TargetKind, walkthrough},
};

/// The kind of server, and which one of its kind.
#[component]
pub fn TargetSection() -> impl IntoView {
    let walkthrough = walkthrough();
    let target = Memo::new(move |_| walkthrough.draft().target);
    let options =
        vec![Choice::new(TargetKind::Sandbox, "Sandbox"), Choice::new(TargetKind::PingOne, "PingOne")];
    view! {
        <Section id="target" title="Target">
            <Segmented
                id="authorization-server"
                legend="Authorization server"
                options
                selected=target
                on_select=move |target| walkthrough.edit(Edit::Target(target))
            />
            {move || match target.get() {
                TargetKind::Sandbox => view! { <SandboxClientField/> }.into_any(),
                TargetKind::PingOne => view! { <PingOneFields/> }.into_any(),
            }}
        </Section>
    }
}

/// The clients of the sandbox by easy names, each with how its request is meant to end.
#[component]
fn SandboxClientField() -> impl IntoView {
    let walkthrough = walkthrough();
    let chosen = Memo::new(move |_| walkthrough.sandbox()?.client(&walkthrough.draft().client_id).cloned());
    let options = Signal::derive(move || {
        let sandbox = walkthrough.sandbox();
        let clients = sandbox.iter().flat_map(|sandbox| &sandbox.clients);
        let named = clients.map(|client| Choice::new(Some(client.id.clone()), client.name.clone()));
        let other = chosen.get().is_none().then(|| Choice::new(None, "another client ID"));
        named.chain(other).collect::<Vec<_>>()
    });
    let choose = move |id: Option<String>| {
        let client = id.and_then(|id| walkthrough.sandbox_now()?.client(&id).cloned());
        if let Some(client) = client {
            walkthrough.edit(Edit::SandboxClient(Box::new(client)));
        }
    };
    let expectation = Signal::derive(move || {
        Some(Note::hint(match chosen.get() {
            Some(client) => client.expectation,
            None => "No client of the sandbox has this client ID.".to_owned(),
        }))
    });
    view! {
        <Select
            id="sandbox-client"
            label="Sandbox client"
            options
            selected=Signal::derive(move || chosen.get().map(|client| client.id))
            on_select=choose
            note=expectation
        />
    }
}

/// An environment of PingOne in its region.
#[component]
fn PingOneFields() -> impl IntoView {
    let walkthrough = walkthrough();
    let environment = typed(|draft| &draft.environment_id);
    let region = Memo::new(move |_| walkthrough.draft().region);
    let touched = touched();
    let environment_note = note(
        || "/environment_id".to_owned(),
        move || {
            let valid = oauth::provider::is_uuid(&environment.get());
            Some(if valid { Note::valid("Valid UUID.") } else { Note::hint(WHERE_ENVIRONMENT) })
        },
    );
    let hosts = Signal::derive(move || {
        let region = region.get();
        Some(Note::hint([region.auth_host(), region.api_host()].join(" · ")))
    });
    view! {
        <div class="columns columns-narrow">
            <TextField
                id="environment-id"
                label="Environment ID"
                kind=InputKind::Machine
                value=environment
                on_input=move |id| walkthrough.edit(Edit::EnvironmentId(id))
                on_blur=move || touched.add("/environment_id")
                note=environment_note
            />
            <Select
                id="region"
                label="Region"
                options=regions()
                selected=region
                on_select=move |region| walkthrough.edit(Edit::Region(region))
                note=hosts
            />
        </div>
    }
}

const WHERE_ENVIRONMENT: &str = "In the admin console: Settings > Environment Properties.";

fn regions() -> Vec<Choice<Region>> {
    let label = |region: Region| [region.name(), " (", region.domain(), ")"].concat();
    Region::ALL.into_iter().map(|region| Choice::new(region, label(region))).collect()
}
