//! The region of the result: busy while an answer is awaited, then what came.

use leptos::prelude::*;

use super::{attempts::outcome, verdict_card::VerdictCard};
use crate::{
    ui::{Skeleton, announcer},
    walkthrough::{Attempt, Trouble, walkthrough},
};

/// The result of the latest attempt.
#[component]
pub fn ResultRegion() -> impl IntoView {
    let walkthrough = walkthrough();
    let latest = Memo::new(move |_| walkthrough.run().latest().cloned());
    let title = move || match walkthrough.attempts() {
        0 => "Result".to_owned(),
        number => ["Result of attempt ", &number.to_string()].concat(),
    };
    let shown = move || match (walkthrough.is_pending(), latest.get()) {
        (true, _) => view! { <Skeleton label="Waiting for the answer"/> }.into_any(),
        (false, Some(attempt)) => view! { <VerdictCard attempt/> }.into_any(),
        (false, None) => view! { <p class="empty small muted">"Nothing was sent yet."</p> }.into_any(),
    };
    view! {
        <section
            class="section"
            aria-label="Result"
            aria-busy=move || if walkthrough.is_pending() { "true" } else { "false" }
            data-attempt=move || walkthrough.attempts()
        >
            <div class="section-head row"><h3>{move || title()}</h3></div>
            {move || shown()}
        </section>
    }
}

/// Speaks each outcome to people who do not see it appear.
pub fn announce_outcomes() {
    let (walkthrough, announcer) = (walkthrough(), announcer());
    Effect::new(move |known: Option<usize>| {
        let run = walkthrough.run();
        let count = run.attempts().len();
        if let Some(latest) = run.latest().filter(|_| known.is_some_and(|known| known < count)) {
            announcer.announce(sentence(latest));
        }
        count
    });
}

fn sentence(attempt: &Attempt) -> String {
    if attempt.trouble == Some(Trouble::Cancelled) {
        return ["Stopped waiting for attempt ", &attempt.number.to_string(), "."].concat();
    }
    let verb = if attempt.succeeded() { " succeeded: " } else { " failed: " };
    ["Attempt ", &attempt.number.to_string(), verb, &outcome(attempt), "."].concat()
}
