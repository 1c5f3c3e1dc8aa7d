//! Step 1: send it, and see what came of it.

use leptos::prelude::*;

use super::navigation::navigation;
use crate::{
    components::request::{Attempts, ResultRegion},
    ui::{Button, ButtonVariant, Fact, Facts, IconName, Section, announcer, focus},
    walkthrough::walkthrough,
};

/// Id of the one action of this step.
const SEND: &str = "send";

/// What will be asked, what came of the latest attempt, and the attempts so far.
#[component]
pub(super) fn RequestStep() -> impl IntoView {
    view! {
        <ResultRegion/>
        <Question/>
        <Attempts/>
    }
}

/// What the next request asks, in a line.
#[component]
fn Question() -> impl IntoView {
    let walkthrough = walkthrough();
    let scopes = move || {
        let draft = walkthrough.draft();
        if draft.scopes.is_empty() { "none".to_owned() } else { draft.scopes.join(" ") }
    };
    view! {
        <Section id="question" title="What is asked">
            <Facts>
                <Fact term="Client"><code>{move || walkthrough.draft().client_id.clone()}</code></Fact>
                <Fact term="Method"><code>{move || walkthrough.draft().auth_method.as_str()}</code></Fact>
                <Fact term="Scopes"><code>{move || scopes()}</code></Fact>
            </Facts>
        </Section>
    }
}

/// Who answers the next request.
fn host() -> Signal<String> {
    let walkthrough = walkthrough();
    Signal::derive(move || match &*walkthrough.next() {
        Ok(next) => next.to_provider.to.clone(),
        Err(_) => String::new(),
    })
}

/// Send, and stop waiting.
#[component]
pub(super) fn RequestActions() -> impl IntoView {
    let walkthrough = walkthrough();
    let (navigation, announcer, host) = (navigation(), announcer(), host());
    let pending = Signal::derive(move || walkthrough.is_pending());
    let send = move || {
        announcer.announce(["Waiting for ", &host.get_untracked(), "."].concat());
        walkthrough.request_token(navigation.issued);
    };
    let cancel = move || {
        walkthrough.cancel();
        focus(SEND);
    };
    view! {
        <Button attr:id=SEND variant=ButtonVariant::Primary icon=IconName::Send busy=pending on_click=send>
            {move || if pending.get() {
                ["Waiting for ", &host.get(), "…"].concat()
            } else {
                "Request token".to_owned()
            }}
        </Button>
        {move || if pending.get() {
            view! { <Button on_click=cancel>"Cancel"</Button> }.into_any()
        } else {
            view! { <span class="small faint wide-only">"Sends to " {host}</span> }.into_any()
        }}
    }
}
