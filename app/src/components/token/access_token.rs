//! The compact token, masked in the middle until it is revealed.

use leptos::prelude::*;

use super::revealed::Revealed;
use crate::{
    api::{MaskedPart, TokenView},
    ui::{Alert, Button, ControlSize, IconName, Section, Tone, classes},
    walkthrough::walkthrough,
};

/// The token in its labelled parts.
#[component]
pub fn AccessTokenSection() -> impl IntoView {
    let revealed = Revealed::new();
    let walkthrough = walkthrough();
    let parts = move || walkthrough.token().map(|token| bands(&token, revealed.token().get().as_deref()));
    let label = move || {
        if revealed.token().get().is_some() { "Access token" } else { "Access token, masked" }
    };
    view! {
        <Section id="access-token" title="Access token" aside=move || view! { <Actions revealed/> }>
            <div class="jwt" role="group" aria-label=label>{move || parts()}</div>
            {move || revealed.fault().get().map(|error| view! {
                <Alert tone=Tone::Bad title="The token could not be revealed" interrupts=true>
                    <p>{error.to_string()}</p>
                </Alert>
            })}
            {move || walkthrough.token().filter(|token| is_opaque(token)).map(|_| view! {
                <Alert tone=Tone::Info title="This token is opaque">
                    <p>"It is no JWT, so there is nothing inside to read here. Only the server that issued it knows what it means."</p>
                </Alert>
            })}
        </Section>
    }
}

/// Whether there is nothing to decode.
pub(super) fn is_opaque(token: &TokenView) -> bool {
    token.header.is_empty()
}

#[component]
fn Actions(revealed: Revealed) -> impl IntoView {
    let walkthrough = walkthrough();
    let id = move || walkthrough.token_now().map(|token| token.id.clone());
    let open = move || revealed.token().get().is_some();
    let toggle = move || match (open(), id()) {
        (false, Some(id)) => revealed.reveal(id),
        _ => revealed.hide(),
    };
    let copy = move || {
        if let Some(id) = id() {
            revealed.copy(id);
        }
    };
    view! {
        <div class="row">
            <Button size=ControlSize::Small icon=IconName::Eye on_click=toggle>
                {move || if open() { "Hide" } else { "Reveal" }}
            </Button>
            <Button size=ControlSize::Small icon=IconName::Copy on_click=copy>"Copy"</Button>
        </div>
    }
}

const PARTS: [(&str, &str); 3] =
    [("Header", "part-header"), ("Payload", "part-payload"), ("Signature", "part-signature")];

/// One band per part; a dot ends every part but the last.
fn bands(token: &TokenView, revealed: Option<&str>) -> impl IntoView + use<> {
    let opaque = is_opaque(token);
    let parts: Vec<MaskedPart> = match revealed {
        Some(token) if !opaque => token.split('.').map(whole).collect(),
        Some(token) => vec![whole(token)],
        None => token.masked.clone(),
    };
    let last = parts.len().saturating_sub(1);
    let name = move |position: usize| match PARTS.get(position) {
        Some(part) if !opaque => *part,
        _ => ("Token", "part-signature"),
    };
    let bands = parts.into_iter().enumerate();
    bands.map(|(position, part)| band(name(position), part, position < last)).collect_view()
}

fn whole(part: &str) -> MaskedPart {
    MaskedPart { head: part.to_owned(), hidden: 0, tail: String::new() }
}

fn band((name, class): (&'static str, &'static str), part: MaskedPart, dotted: bool) -> impl IntoView {
    // The server would write an empty text as a blank.
    let tail = (!part.tail.is_empty()).then_some(part.tail);
    let mask = (part.hidden > 0).then(|| view! { <span class="jwt-mask">{part.hidden} " masked"</span> });
    view! {
        <span class=classes(&["jwt-part", class])>
            <b>{name}</b>
            <span>{part.head}{mask}{tail}{dotted.then_some(".")}</span>
        </span>
    }
}
