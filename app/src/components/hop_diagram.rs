//! The way of one message: browser, this server, and a fork to the two servers behind it.

use leptos::prelude::*;

use crate::ui::{Icon, IconName, Tone, classes};

/// The stations of a message. The authorization server never calls the API, so no line joins them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hop {
    /// The page.
    Browser,
    /// The server that sent the page and holds the secrets.
    Server,
    /// Who issues the token.
    AuthorizationServer,
    /// Who accepts it.
    Api,
}

impl Hop {
    const ALL: [Self; 4] = [Self::Browser, Self::Server, Self::AuthorizationServer, Self::Api];

    fn look(self) -> (IconName, &'static str) {
        match self {
            Self::Browser => (IconName::Browser, "Browser"),
            Self::Server => (IconName::Server, "This server (proxy)"),
            Self::AuthorizationServer => (IconName::Shield, "Authorization server"),
            Self::Api => (IconName::Braces, "API"),
        }
    }
}

/// How far the message came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HopState {
    /// It was not here.
    #[default]
    NotYet,
    /// It went on from here.
    Past,
    /// This is the hop that is shown.
    Active,
    /// It was refused, or got lost, here.
    Failed,
}

impl HopState {
    /// The tone, the value of `data-state`, and the words for people who do not see the colour.
    fn look(self) -> (Option<Tone>, Option<&'static str>, &'static str) {
        match self {
            Self::NotYet => (None, None, ""),
            Self::Past => (None, Some("past"), ", done"),
            Self::Active => (Some(Tone::Info), Some("active"), ", current hop"),
            Self::Failed => (Some(Tone::Bad), Some("failed"), ", failed here"),
        }
    }
}

/// One station on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HopStep {
    /// How far the message came.
    pub state: HopState,
    /// How long it took to get here, with its unit.
    pub time: Option<String>,
}

/// The way of one message, in the order of [`Hop`].
#[component]
pub fn HopDiagram(
    /// Browser, this server, authorization server, API.
    #[prop(into)]
    steps: Signal<[HopStep; 4]>,
) -> impl IntoView {
    view! {
        <ol class="hops" aria-label="Route of this message">
            {move || Hop::ALL.into_iter().zip(steps.get()).map(|(hop, step)| station(hop, step)).collect_view()}
        </ol>
    }
}

fn station(hop: Hop, step: HopStep) -> impl IntoView {
    let (icon, name) = hop.look();
    let (tone, state, words) = step.state.look();
    view! {
        <li class=classes(&["hop", tone.map_or("", Tone::class)]) data-state=state>
            {(hop != Hop::Browser).then(|| view! {
                <span class="hop-link">{step.time.map(|time| view! { <span>{time}</span> })}</span>
            })}
            <span class="hop-body">
                <span class="hop-node"><Icon name=icon/></span>
                <span class="hop-name">{name}<span class="visually-hidden">{words}</span></span>
            </span>
        </li>
    }
}
