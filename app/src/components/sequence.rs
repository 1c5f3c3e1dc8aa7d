//! The client-credentials flow as a sequence of messages.

use leptos::prelude::*;

use crate::ui::{Icon, IconName, Mark};

/// Lanes, from left to right.
const ACTORS: [(IconName, &str); 3] = [
    (IconName::Browser, "Browser"),
    (IconName::Server, "This server"),
    (IconName::Shield, "Authorization server"),
];

/// One arrow between two neighbouring lanes.
struct Message {
    /// The left lane of the two, counted from one.
    lane: u8,
    /// Whether it answers, and so points to the left.
    back: bool,
    /// The same in words, for a narrow screen and for people who do not see lanes.
    route: &'static str,
    text: &'static str,
    detail: &'static str,
}

const MESSAGES: [Message; 6] = [
    Message {
        lane: 1,
        back: false,
        route: "Browser to this server",
        text: "Request token",
        detail: "what the page has shown before",
    },
    Message {
        lane: 2,
        back: false,
        route: "This server to authorization server",
        text: "POST /as/token",
        detail: "the client proves itself here",
    },
    Message {
        lane: 2,
        back: true,
        route: "Authorization server to this server",
        text: "Access token",
        detail: "no user takes part",
    },
    Message {
        lane: 2,
        back: false,
        route: "This server to authorization server",
        text: "GET /as/jwks",
        detail: "when you ask to verify",
    },
    Message {
        lane: 2,
        back: true,
        route: "Authorization server to this server",
        text: "Key set",
        detail: "public keys, found by kid",
    },
    Message {
        lane: 1,
        back: true,
        route: "This server to browser",
        text: "Result",
        detail: "token masked until you reveal it",
    },
];

/// Lanes when there is room, a numbered list when there is not: the same elements, so both read alike.
#[component]
pub fn SequenceDiagram() -> impl IntoView {
    view! {
        <figure class="sequence">
            <figcaption class="visually-hidden">"Client credentials, message by message"</figcaption>
            <ul class="actors" aria-hidden="true">
                {ACTORS.map(|(icon, name)| view! {
                    <li><span class="hop-node"><Icon name=icon/></span>{name}</li>
                }).collect_view()}
            </ul>
            <ol class="messages">
                {MESSAGES.into_iter().enumerate().map(|(position, message)| arrow(position + 1, &message)).collect_view()}
            </ol>
        </figure>
    }
    .into_any()
}

fn arrow(number: usize, message: &Message) -> impl IntoView + use<> {
    let class = if message.back { "msg msg-back" } else { "msg" };
    view! {
        <li class=class data-lane=message.lane>
            <span>
                <Mark number/> " "
                <span class="msg-route faint">{message.route}</span>
                " " {message.text}
            </span>
            <small>{message.detail}</small>
        </li>
    }
}
