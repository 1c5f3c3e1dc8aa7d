//! The wire: the exact message, its way, its answer, and what it is made of.

mod annotated;
pub mod json_lines;
mod made_of;
mod message_view;
mod sheets;
mod shown;

use std::sync::Arc;

use leptos::prelude::*;

use self::{
    message_view::MessageView,
    sheets::Sheets,
    shown::{Phase, Shown, route},
};
use super::{configure::field_label, hop_diagram::HopDiagram, moment};
use crate::{
    api::FieldFault,
    ui::{Badge, Tone},
    walkthrough::walkthrough,
};

/// The panel beside the step.
#[component]
pub fn WirePanel() -> impl IntoView {
    let walkthrough = walkthrough();
    let shown = Memo::new(move |_| {
        let (step, pending) = (walkthrough.progress().current, walkthrough.is_pending());
        Arc::new(Shown::of(step, pending, &walkthrough.run(), &walkthrough.next()))
    });
    let sheets = Memo::new(move |_| shown.get().message().map(|message| Arc::new(Sheets::of(message))));
    let steps = Signal::derive(move || route(shown.get().phase()));
    let there = Memo::new(move |_| sheets.get().is_some());
    view! {
        <aside class="wire" aria-label="Wire">
            <div class="wire-body stack">
                <WireHead shown/>
                <div class="card card-body"><HopDiagram steps/></div>
                {move || if there.get() {
                    view! { <MessageView sheets/> }.into_any()
                } else {
                    view! { <p class="empty small muted">{move || missing(shown.get().faults())}</p> }.into_any()
                }}
            </div>
        </aside>
    }
}

/// Title, state and duration.
#[component]
fn WireHead(shown: Memo<Arc<Shown>>) -> impl IntoView {
    let badge = move || {
        let (tone, words) = state(shown.get().phase());
        view! { <Badge tone>{words}</Badge> }
    };
    let duration = move || match shown.get().phase() {
        Some(Phase::Over(exchange)) => Some(moment::duration(exchange.duration_us)),
        _ => None,
    };
    view! {
        <div class="row">
            <h2 class="wire-title">"Wire"</h2>
            {move || badge()}
            <span class="small faint push">{move || duration()}</span>
        </div>
    }
}

fn state(phase: Option<&Phase>) -> (Tone, String) {
    match phase {
        None => (Tone::Neutral, "Not complete".to_owned()),
        Some(Phase::Next) => (Tone::Info, "Will be sent".to_owned()),
        Some(Phase::Pending) => (Tone::Info, "Sent, waiting".to_owned()),
        Some(Phase::Over(exchange)) => {
            let (tone, word) =
                if exchange.succeeded() { (Tone::Ok, "Received ") } else { (Tone::Neutral, "Sent ") };
            (tone, [word, &moment::time_of_day(exchange.started_at_ms), " UTC"].concat())
        }
    }
}

/// What is missing for a message.
fn missing(faults: &[FieldFault]) -> String {
    if faults.is_empty() {
        return "The message appears here.".to_owned();
    }
    let fields: Vec<&str> = faults.iter().map(|fault| field_label(&fault.pointer)).collect();
    ["The message appears here once these are valid: ", &fields.join(", "), "."].concat()
}
