//! The sheets of one message, from the request to the notes.

use leptos::prelude::*;
use oauth::export::curl;

use super::{
    annotated::Annotated,
    sheets::{BasicSheet, AssertionSheet, BrowserSheet, ResponseSheet},
    shown::{Message, Phase},
};
use crate::ui::{Choice, CodeBlock, CodeLine, CodeSpan, CopyButton, Ink, InkHead, Notes, SpanKind, TabPanel, Tabs};

/// A form in which the request is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Http,
    Curl,
}

/// A message: request, answer, notes, what the proof is made of, and how the browser asked for it.
#[component]
pub(super) fn MessageView(
    /// The message; never `None` while this is on screen.
    message: Signal<Option<Message>>,
) -> impl IntoView {
    let request = Memo::new(move |_| {
        message.with(|message| message.as_ref().map(|message| Annotated::request(&message.request)))
    });
    let before = move || request.with(|request| request.as_ref().map_or(0, |request| request.notes.len()));
    let answer = Memo::new(move |_| {
        let before = before();
        message.with(|message| Some(Annotated::answer(message.as_ref()?.answer()?, before)))
    });
    let notes = Signal::derive(move || {
        let notes = |of: Option<Annotated>| of.map(|annotated| annotated.notes).unwrap_or_default();
        [notes(request.get()), notes(answer.get())].concat()
    });
    view! {
        <RequestSheet message request=request.into()/>
        <ResponseSheet message answer=answer.into()/>
        <Notes notes/>
        <BasicSheet message/>
        <AssertionSheet message/>
        <BrowserSheet message/>
    }
}

/// The request, as HTTP or as a shell script.
#[component]
fn RequestSheet(message: Signal<Option<Message>>, request: Signal<Option<Annotated>>) -> impl IntoView {
    let format = RwSignal::new(Format::Http);
    let position = Signal::derive(move || usize::from(format.get() == Format::Curl));
    let http = Signal::derive(move || request.get().map(|request| request.lines).unwrap_or_default());
    let script = Memo::new(move |_| message.with(|message| message.as_ref().map(shell).unwrap_or_default()));
    let copied = Signal::derive(move || match format.get() {
        Format::Http => message.with(|message| message.as_ref().map(http_text).unwrap_or_default()),
        Format::Curl => script.get(),
    });
    let label = Signal::derive(move || {
        let sent = message.with(|message| message.as_ref().is_some_and(|message| message.phase != Phase::Next));
        if sent { "HTTP request that was sent" } else { "HTTP request that will be sent" }.to_owned()
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
                <span class="push"><CopyButton label="Copy message" text=copied/></span>
            </InkHead>
            <TabPanel tabs="wire" position>
                {move || match format.get() {
                    Format::Http => view! { <CodeBlock lines=http label hop="server-provider"/> }.into_any(),
                    Format::Curl => {
                        let lines = Signal::derive(move || shell_lines(&script.get()));
                        view! { <CodeBlock lines label="The same request with curl"/> }.into_any()
                    }
                }}
            </TabPanel>
        </Ink>
    }
}

fn http_text(message: &Message) -> String {
    message.request.text(oauth::request::Reveal::Label)
}

/// The request as a script that runs as it stands once its variables are set.
fn shell(message: &Message) -> String {
    let client_id = message.client_id.parse().ok();
    curl::script(&message.request, client_id.as_ref(), message.assertion.as_ref()).to_string()
}

fn shell_lines(script: &str) -> Vec<CodeLine> {
    script.lines().map(|line| CodeLine::new(vec![CodeSpan::new(SpanKind::Plain, line)])).collect()
}
