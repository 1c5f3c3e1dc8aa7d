//! Every attempt of this session, the latest first.

use leptos::prelude::*;

use super::problem::ProblemWords;
use crate::{
    components::moment,
    ui::{Icon, IconName, Section, Tone, classes},
    walkthrough::{Attempt, Trouble, Verdict, walkthrough},
};

/// The attempts with number, outcome and time; nothing before the first.
#[component]
pub fn Attempts() -> impl IntoView {
    let walkthrough = walkthrough();
    let any = Memo::new(move |_| !walkthrough.run().attempts().is_empty());
    let rows = move || walkthrough.run().attempts().iter().rev().map(row).collect_view();
    view! {
        {move || any.get().then(|| view! {
            <Section id="attempts" title="Attempts">
                <ol aria-labelledby="attempts">{move || rows()}</ol>
            </Section>
        })}
    }
}

fn row(attempt: &Attempt) -> impl IntoView + use<> {
    let (tone, icon) = look(attempt);
    let call = attempt.call.as_ref();
    let started = call.map(|call| call.started_at_ms);
    view! {
        <li class=classes(&["attempt row small", tone.class()])>
            <Icon name=icon/>
            <b>{["#", &attempt.number.to_string()].concat()}</b>
            <span class="tone">{outcome(attempt)}</span>
            <span class="muted">{call.map(|call| moment::duration(call.duration_us))}</span>
            {started.map(|started| view! {
                <time class="faint push" datetime=moment::iso(started)>{moment::time_of_day(started)} " UTC"</time>
            })}
        </li>
    }
}

fn look(attempt: &Attempt) -> (Tone, IconName) {
    match attempt.verdict() {
        Verdict::Issued => (Tone::Ok, IconName::CheckCircle),
        Verdict::Trouble(Trouble::Cancelled) => (Tone::Neutral, IconName::X),
        _ => (Tone::Bad, IconName::XCircle),
    }
}

/// The outcome in a few words: status and code.
pub(super) fn outcome(attempt: &Attempt) -> String {
    let status = attempt.call.as_ref().and_then(|call| call.status).map(|status| status.to_string());
    match attempt.verdict() {
        Verdict::Issued => [status.as_deref().unwrap_or("200"), "token issued"].join(" "),
        Verdict::Refused(refusal) => {
            [refusal.status.to_string().as_str(), refusal.code.as_str()].join(" ").trim_end().to_owned()
        }
        Verdict::Unusable(_) => [status.as_deref().unwrap_or_default(), "no token response"].join(" "),
        Verdict::Trouble(trouble) => ProblemWords::from(&trouble).title,
        Verdict::Failed(failure) => ProblemWords::from(&failure).title,
        Verdict::Remembered => {
            let failure = attempt.call.as_ref().and_then(|call| call.failure.clone());
            failure.or(status).unwrap_or_else(|| "no answer".to_owned())
        }
    }
}
