//! The answer as it was received, one click away.

use leptos::prelude::*;
use oauth::exchange::{Answer, Failure, Outcome};

use crate::{
    components::wire::json_lines,
    ui::{CodeBlock, Disclosure, Ink},
    walkthrough::Attempt,
};

/// The raw response, closed; nothing where there was none.
#[component]
pub(super) fn RawResponse(
    /// The attempt.
    attempt: Attempt,
) -> impl IntoView {
    answer(attempt).map(|answer| {
        let hint = [&answer.status.to_string(), " · ", &answer.body.len().to_string(), " bytes"].concat();
        let lines = json_lines::verbatim(&answer.body);
        view! {
            <div class="card-foot">
                <Disclosure title="Raw response" hint>
                    <Ink><CodeBlock lines=Signal::stored(lines) label="Raw response"/></Ink>
                </Disclosure>
            </div>
        }
    })
}

fn answer(attempt: Attempt) -> Option<Answer> {
    match attempt.exchange?.outcome {
        Outcome::Answered(answer) => Some(answer),
        Outcome::Failed(Failure { answer, .. }) => answer,
    }
}
