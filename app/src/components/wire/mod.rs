//! The wire: the exact message, its way, its answer, and what it is made of.

mod annotated;
mod body;
pub mod json_lines;
mod made_of;
mod sheets;
mod shown;

use leptos::prelude::*;

use self::{
    body::MessageView,
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
        let (step, pending) = (walkthrough.progress.get().current, walkthrough.is_pending().get());
        walkthrough.run().with(|run| walkthrough.next.with(|next| Shown::of(step, pending, run, next)))
    });
    let message = Memo::new(move |_| match shown.get() {
        Shown::Message(message) => Some(*message),
        Shown::Missing(_) => None,
    });
    let phase = Memo::new(move |_| message.get().map(|message| message.phase));
    let there = Memo::new(move |_| message.with(Option::is_some));
    view! {
        <aside class="wire" aria-label="Wire">
            <div class="wire-body stack">
                <WireHead phase=phase.into()/>
                <div class="card card-body">
                    <HopDiagram steps=Signal::derive(move || phase.with(|phase| route(phase.as_ref())))/>
                </div>
                {move || if there.get() {
                    view! { <MessageView message=Signal::derive(move || message.get())/> }.into_any()
                } else {
                    view! { <Missing shown=shown.into()/> }.into_any()
                }}
            </div>
        </aside>
    }
}

/// Title, state and duration.
#[component]
fn WireHead(phase: Signal<Option<Phase>>) -> impl IntoView {
    let badge = move || {
        let (tone, words) = state(phase.get().as_ref());
        view! { <Badge tone>{words}</Badge> }
    };
    let duration = move || match phase.get() {
        Some(Phase::Over(exchange)) => Some(moment::duration(exchange.duration_us)),
        _ => None,
    };
    view! {
        <div class="row">
            <h2 class="wire-title">"Wire"</h2>
            {badge}
            <span class="small faint push">{duration}</span>
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
#[component]
fn Missing(shown: Signal<Shown>) -> impl IntoView {
    let faults = move || match shown.get() {
        Shown::Missing(faults) => faults,
        Shown::Message(_) => vec![],
    };
    let fields = move |faults: Vec<FieldFault>| {
        let labels: Vec<&str> = faults.iter().map(|fault| field_label(&fault.pointer)).collect();
        labels.join(", ")
    };
    view! {
        <p class="empty small muted">
            {move || match faults() {
                faults if faults.is_empty() => "The message appears here.".to_owned(),
                faults => ["The message appears here once these are valid: ", &fields(faults), "."].concat(),
            }}
        </p>
    }
}
