//! One message on screen: request, answer, notes, what the proof is made of, and how the browser asks for it.

use std::sync::Arc;

use leptos::prelude::*;

use super::sheets::{AnswerSheet, Sheets, script_lines};
use crate::ui::{
    Badge, Choice, CodeBlock, CodeLine, CopyButton, Disclosure, Ink, InkHead, Notes, TabPanel, Tabs, Tone,
};

/// The sheets on screen; there is no message while it is `None`.
pub(super) type Current = Memo<Option<Arc<Sheets>>>;

/// A form in which the request is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Http,
    Curl,
}

/// What is on one of the sheets.
fn lines(sheets: Current, pick: fn(&Sheets) -> &Vec<CodeLine>) -> Signal<Vec<CodeLine>> {
    Memo::new(move |_| sheets.get().map(|sheets| pick(&sheets).clone()).unwrap_or_default()).into()
}

/// All sheets of a message.
#[component]
pub(super) fn MessageView(
    /// The sheets.
    sheets: Current,
) -> impl IntoView {
    let notes = Memo::new(move |_| sheets.get().map(|sheets| sheets.notes.clone()).unwrap_or_default());
    view! {
        <RequestSheet sheets/>
        <Response sheets/>
        <Notes notes/>
        <Sheet title="Basic, string by string" lines=lines(sheets, |sheets| &sheets.basic)/>
        <Sheet title="Assertion header" lines=lines(sheets, |sheets| &sheets.assertion_header)/>
        <Sheet title="Assertion claims" lines=lines(sheets, |sheets| &sheets.assertion_claims)/>
        <FromBrowser lines=lines(sheets, |sheets| &sheets.from_browser)/>
    }
}

/// The request, as HTTP or as a shell script.
#[component]
fn RequestSheet(sheets: Current) -> impl IntoView {
    let format = RwSignal::new(Format::Http);
    let position = Signal::derive(move || usize::from(format.get() == Format::Curl));
    let text = Signal::derive(move || match (sheets.get(), format.get()) {
        (None, _) => String::new(),
        (Some(sheets), Format::Http) => sheets.http.clone(),
        (Some(sheets), Format::Curl) => sheets.script(),
    });
    view! {
        <Ink>
            <InkHead>
                <Tabs
                    id="wire"
                    label="Message format"
                    options=vec![Choice::new(Format::Http, "HTTP"), Choice::new(Format::Curl, "curl")]
                    selected=format
                    on_select=move |chosen| format.set(chosen)
                />
                <span class="push"><CopyButton label="Copy message" text/></span>
            </InkHead>
            <TabPanel tabs="wire" position>
                {move || match format.get() {
                    Format::Http => view! { <HttpRequest sheets/> }.into_any(),
                    Format::Curl => {
                        let lines = Signal::derive(move || script_lines(&text.get()));
                        view! { <CodeBlock lines label="The same request with curl"/> }.into_any()
                    }
                }}
            </TabPanel>
        </Ink>
    }
}

#[component]
fn HttpRequest(sheets: Current) -> impl IntoView {
    let label = Signal::derive(move || {
        let sent = sheets.get().is_some_and(|sheets| sheets.sent);
        if sent { "HTTP request that was sent" } else { "HTTP request that will be sent" }.to_owned()
    });
    view! { <CodeBlock lines=lines(sheets, |sheets| &sheets.request) label hop="server-provider"/> }
}

/// What came back, or where it will appear.
#[component]
fn Response(sheets: Current) -> impl IntoView {
    let answer = Memo::new(move |_| sheets.get().and_then(|sheets| sheets.answer.clone()));
    let failure =
        Signal::derive(move || sheets.get().map(|sheets| sheets.failure.clone()).unwrap_or_default());
    let empty = move || match failure.get() {
        why if why.is_empty() => "The response appears here.".to_owned(),
        why => why,
    };
    view! {
        {move || match answer.get() {
            Some(answer) => view! { <Answer answer/> }.into_any(),
            None => view! { <p class="empty small muted">{move || empty()}</p> }.into_any(),
        }}
    }
}

#[component]
fn Answer(answer: AnswerSheet) -> impl IntoView {
    let tone = if (200..300).contains(&answer.status) { Tone::Ok } else { Tone::Bad };
    view! {
        <Ink>
            <InkHead>
                <b>"Response"</b>
                <Badge tone>{answer.status}</Badge>
                {answer.truncated.then(|| view! { <Badge tone=Tone::Warn>"Cut"</Badge> })}
                <span class="push"><CopyButton label="Copy response body" text=answer.body/></span>
            </InkHead>
            <CodeBlock lines=Signal::stored(answer.lines) label="HTTP response" hop="provider-server"/>
        </Ink>
    }
}

/// A sheet with a title; nothing while there is nothing on it.
#[component]
fn Sheet(title: &'static str, lines: Signal<Vec<CodeLine>>) -> impl IntoView {
    let there = Memo::new(move |_| !lines.get().is_empty());
    view! {
        {move || there.get().then(|| view! {
            <Ink>
                <InkHead><b>{title}</b></InkHead>
                <CodeBlock lines label=title/>
            </Ink>
        })}
    }
}

/// How the browser asks this server for it.
#[component]
fn FromBrowser(lines: Signal<Vec<CodeLine>>) -> impl IntoView {
    let there = Memo::new(move |_| !lines.get().is_empty());
    view! {
        {move || there.get().then(|| view! {
            <Disclosure title="From the browser to this server">
                <Ink>
                    <CodeBlock lines label="HTTP request from the browser to this server" hop="browser-server"/>
                </Ink>
            </Disclosure>
        })}
    }
}
