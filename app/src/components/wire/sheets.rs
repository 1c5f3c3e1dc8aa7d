//! The sheets below the request: each is there only when there is something on it.

use leptos::prelude::*;

use super::{
    annotated::Annotated,
    made_of,
    shown::{Message, Phase},
};
use crate::ui::{Badge, CodeBlock, CodeLine, CopyButton, Disclosure, Ink, InkHead, Tone};

/// What came back, or where it will appear.
#[component]
pub(super) fn ResponseSheet(
    message: Signal<Option<Message>>,
    answer: Signal<Option<Annotated>>,
) -> impl IntoView {
    let facts = Memo::new(move |_| {
        message.with(|message| {
            let answer = message.as_ref()?.answer()?;
            Some((answer.status, answer.body.clone(), answer.truncated))
        })
    });
    let failure = Memo::new(move |_| {
        message.with(|message| message.as_ref().and_then(Message::failure).map(|failure| failure.detail.clone()))
    });
    view! {
        {move || failure.get().map(|detail| view! { <p class="empty small muted">{detail}</p> })}
        {move || match facts.get() {
            Some((status, body, truncated)) => view! { <Response answer status body truncated/> }.into_any(),
            None if failure.with(Option::is_some) => ().into_any(),
            None => view! { <p class="empty small muted">"The response appears here."</p> }.into_any(),
        }}
    }
}

#[component]
fn Response(answer: Signal<Option<Annotated>>, status: u16, body: String, truncated: bool) -> impl IntoView {
    let lines = Signal::derive(move || answer.get().map(|answer| answer.lines).unwrap_or_default());
    let tone = if (200..300).contains(&status) { Tone::Ok } else { Tone::Bad };
    view! {
        <Ink>
            <InkHead>
                <b>"Response"</b>
                <Badge tone>{status}</Badge>
                {truncated.then(|| view! { <Badge tone=Tone::Warn>"Cut"</Badge> })}
                <span class="push"><CopyButton label="Copy response body" text=body/></span>
            </InkHead>
            <CodeBlock lines label="HTTP response" hop="provider-server"/>
        </Ink>
    }
}

/// The three strings of a Basic header.
#[component]
pub(super) fn BasicSheet(message: Signal<Option<Message>>) -> impl IntoView {
    let lines = Memo::new(move |_| {
        message.with(|message| {
            let message = message.as_ref()?;
            made_of::basic(&message.request, &message.client_id)
        })
    });
    let there = Memo::new(move |_| lines.with(Option::is_some));
    view! {
        {move || there.get().then(|| view! {
            <Ink>
                <InkHead><b>"Basic, string by string"</b></InkHead>
                <CodeBlock lines=Signal::derive(move || lines.get().unwrap_or_default()) label="The strings of the Basic header"/>
            </Ink>
        })}
    }
}

/// Header and claims of the client assertion.
#[component]
pub(super) fn AssertionSheet(message: Signal<Option<Message>>) -> impl IntoView {
    let parts = Memo::new(move |_| {
        message.with(|message| {
            let message = message.as_ref()?;
            let sent = matches!(message.phase, Phase::Over(_));
            message.assertion.as_ref().map(|assertion| made_of::assertion(assertion, sent))
        })
    });
    let there = Memo::new(move |_| parts.with(Option::is_some));
    let part = move |index: usize| {
        Signal::derive(move || parts.get().map(|parts| parts[index].clone()).unwrap_or_default())
    };
    view! {
        {move || there.get().then(|| view! {
            <AssertionPart title="Assertion header" lines=part(0)/>
            <AssertionPart title="Assertion claims" lines=part(1)/>
        })}
    }
}

#[component]
fn AssertionPart(title: &'static str, lines: Signal<Vec<CodeLine>>) -> impl IntoView {
    view! {
        <Ink>
            <InkHead><b>{title}</b></InkHead>
            <CodeBlock lines label=title/>
        </Ink>
    }
}

/// How the browser asks this server for it.
#[component]
pub(super) fn BrowserSheet(message: Signal<Option<Message>>) -> impl IntoView {
    let lines = Memo::new(move |_| {
        message.with(|message| {
            let request = message.as_ref()?.from_browser.as_ref()?;
            Some(Annotated::plain(request))
        })
    });
    let there = Memo::new(move |_| lines.with(Option::is_some));
    view! {
        {move || there.get().then(|| view! {
            <Disclosure title="From the browser to this server">
                <Ink>
                    <CodeBlock
                        lines=Signal::derive(move || lines.get().unwrap_or_default())
                        label="HTTP request from the browser to this server"
                        hop="browser-server"
                    />
                </Ink>
            </Disclosure>
        })}
    }
}
