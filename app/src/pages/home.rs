//! Home: what this is, and three ways in.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    app::PAGE_HEADING,
    components::SequenceDiagram,
    links, routes,
    ui::{Icon, IconName, IconSize},
};

/// The page at `/`.
#[component]
pub fn HomePage() -> impl IntoView {
    view! {
        <Title text="Home"/>
        <main class="page" id="main">
            <section class="hero" aria-labelledby=PAGE_HEADING>
                <Promise/>
                <SequenceDiagram/>
            </section>
            <WaysIn/>
            <Assurances/>
        </main>
    }
}

/// What this is, and the one thing to press.
#[component]
fn Promise() -> impl IntoView {
    view! {
        <div class="stack gap-5">
            <h1 id=PAGE_HEADING tabindex="-1">
                "See every hop of a " <span class="unbroken">"machine-to-machine"</span> " token"
            </h1>
            <p class="lead">
                "Authz Flows walks you through the client credentials grant ("
                <a href=links::CLIENT_CREDENTIALS_GRANT>"RFC\u{a0}6749\u{a0}§4.4"</a>
                ") one request at a time, and shows the exact bytes on the wire."
            </p>
            <div class="stack gap-3">
                <div class="row">
                    <a class="btn btn-primary btn-lg" href=routes::CLIENT_CREDENTIALS>
                        "Start with the sandbox" <Icon name=IconName::ArrowRight/>
                    </a>
                </div>
                <p class="small muted">
                    "No account needed: the sandbox is an authorization server inside this app. "
                    "Your own PingOne environment works the same way."
                </p>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn WaysIn() -> impl IntoView {
    view! {
        <section class="stack" aria-labelledby="ways">
            <h2 id="ways" class="wire-title">"Three ways in"</h2>
            <div class="columns columns-narrow">
                <a class="entry-card stack" href=routes::CLIENT_CREDENTIALS>
                    <Icon name=IconName::Route size=IconSize::Large/>
                    <h3>"Walk the flow"</h3>
                    <p>"Three steps: configure, request, then decode and verify the token. Each request is shown before it is sent."</p>
                    <WayOn>"Open client credentials"</WayOn>
                </a>
                <a class="entry-card stack" href=routes::CLIENT_CREDENTIALS>
                    <Icon name=IconName::Zap size=IconSize::Large/>
                    <h3>"Break it"</h3>
                    <p>"Send a wrong secret, another method or a retired key. The refusal arrives with its cause and the way out."</p>
                    <WayOn>"Pick a sandbox client"</WayOn>
                </a>
                <div class="entry-card stack">
                    <Icon name=IconName::Plug size=IconSize::Large/>
                    <h3>"Test against it"</h3>
                    <p>"Point your own OAuth client at the sandbox, or let a script ask for the token. It gets the server’s answer untouched."</p>
                    <p><code>"POST /api/token-exchange"</code></p>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// Where a card leads, at its foot.
#[component]
fn WayOn(children: Children) -> impl IntoView {
    view! { <span class="state tone-info">{children()} <Icon name=IconName::ArrowRight/></span> }
}

#[component]
fn Assurances() -> impl IntoView {
    view! {
        <section class="columns columns-narrow section" aria-label="What stays where">
            <Assurance icon=IconName::Lock title="A secret is a label">
                "Messages show a placeholder in its place, here and in every copy of them."
            </Assurance>
            <Assurance icon=IconName::Eye title="Nothing else is hidden">
                "Method, address, headers and body of the request, as HTTP and as curl, and the answer to it."
            </Assurance>
            <Assurance icon=IconName::Server title="Runs where you run it">
                "One process, also without a network. No telemetry, no calls but the ones you start."
            </Assurance>
        </section>
    }
    .into_any()
}

#[component]
fn Assurance(icon: IconName, title: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="row nowrap top gap-3">
            <Icon name=icon/>
            <div>
                <h3 class="small">{title}</h3>
                <p class="small muted">{children()}</p>
            </div>
        </div>
    }
}
