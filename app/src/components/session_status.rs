//! What the session stands on: server, client, token and the time it has left.

use leptos::prelude::*;
use oauth::provider::is_uuid;

use super::{
    status_bar::{StatusBar, StatusItem},
    token::{Life, life},
};
use crate::{
    api::{SandboxEnvironment, TokenState, TokenView},
    ui::{Icon, IconName, Ring},
    walkthrough::{Draft, TargetKind, walkthrough},
};

/// The bar at the foot of the flow.
#[component]
pub fn SessionStatus() -> impl IntoView {
    let walkthrough = walkthrough();
    let life = life();
    let facts = move || Facts::of(&walkthrough.draft(), walkthrough.sandbox().as_deref());
    let masked = move || {
        walkthrough
            .token()
            .map_or_else(|| "none yet".into_any(), |token| view! { <code>{masked(&token)}</code> }.into_any())
    };
    view! {
        <StatusBar chip=move || view! { <Chip life=life.into()/> }>
            <StatusItem label="Environment">{move || facts().environment}</StatusItem>
            <StatusItem label="Region" yields=true>{move || facts().region}</StatusItem>
            <StatusItem label="App" yields=true>{move || facts().app}</StatusItem>
            <StatusItem label="Token">{move || masked()}</StatusItem>
            <StatusItem><Countdown life=life.into()/></StatusItem>
        </StatusBar>
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Facts {
    environment: String,
    region: &'static str,
    app: String,
}

impl Facts {
    fn of(draft: &Draft, sandbox: Option<&SandboxEnvironment>) -> Self {
        let client = sandbox.and_then(|sandbox| sandbox.client(&draft.client_id));
        let id = short(&draft.client_id);
        match draft.target {
            TargetKind::Sandbox => Self {
                environment: sandbox.map_or_else(
                    || "Sandbox".to_owned(),
                    |sandbox| ["Sandbox ", &short(&sandbox.id)].concat(),
                ),
                region: "Local",
                app: client.map_or(id, |client| client.name.clone()),
            },
            TargetKind::PingOne => Self {
                environment: ["PingOne ", &short(&draft.environment_id)].concat(),
                region: draft.region.name(),
                app: id,
            },
        }
    }
}

/// The beginning of an id, enough to tell it from another: of a UUID its first group.
fn short(id: &str) -> String {
    let shown = if is_uuid(id) { 8 } else { 24 };
    match id.char_indices().nth(shown) {
        Some((end, _)) => [&id[..end], "…"].concat(),
        None if id.is_empty() => "not set".to_owned(),
        None => id.to_owned(),
    }
}

/// Both ends of a token; the beginning of an opaque one says nothing.
fn masked(token: &TokenView) -> String {
    let head = match token.masked.as_slice() {
        [first, _, ..] => first.head.chars().take(6).collect(),
        _ => String::new(),
    };
    let tail = token.masked.last().map(|part| part.tail.as_str()).unwrap_or_default();
    let last = tail.chars().skip(tail.chars().count().saturating_sub(4));
    [head, last.collect()].join("…")
}

/// What the chip shows on a narrow screen.
#[component]
fn Chip(life: Signal<Option<Life>>) -> impl IntoView {
    let there = Memo::new(move |_| life.get().is_some());
    view! {
        {move || if there.get() {
            view! { <Countdown life/> }.into_any()
        } else {
            view! { <Icon name=IconName::Key/> <span>"No token"</span> }.into_any()
        }}
    }
}

/// What is left, as a ring and in numbers.
#[component]
fn Countdown(life: Signal<Option<Life>>) -> impl IntoView {
    let left = Signal::derive(move || life.get().map_or(0, |life| 100 - life.passed()));
    let words = move || match life.get() {
        Some(life) if life.state() == TokenState::Expired => "Expired".into_any(),
        Some(life) => view! { <b class="numeric">{life.countdown()}</b> " left" }.into_any(),
        None => ().into_any(),
    };
    let there = Memo::new(move |_| life.get().is_some());
    view! { {move || there.get().then(|| view! { <Ring left/> <span>{move || words()}</span> })} }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_told_by_its_beginning() {
        assert_eq!(short("7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63"), "7c2f8e14…");
        assert_eq!(short("orders"), "orders");
        assert_eq!(short(""), "not set");
    }

    #[test]
    fn a_token_is_told_by_its_ends() {
        let token = crate::walkthrough::fixtures::token("a");
        assert_eq!(masked(&token), "eyJhbG…tail");
        let opaque = TokenView { masked: token.masked[2..].to_vec(), ..token };
        assert_eq!(masked(&opaque), "…tail");
    }

    #[test]
    fn with_pingone_the_region_is_the_persons_choice() {
        let draft = Draft {
            target: TargetKind::PingOne,
            environment_id: "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63".into(),
            ..Draft::default()
        };
        let facts = Facts::of(&draft, None);
        assert_eq!((facts.environment.as_str(), facts.region), ("PingOne 7c2f8e14…", "North America"));
    }
}
