//! How an attempt ended: a green result, or a card with cause and way out.

use leptos::prelude::*;
use oauth::response::{Refusal, explain};

use super::{problem::ProblemWords, raw_response::RawResponse};
use crate::{
    api::{ApiError, FieldFault},
    components::{configure::field_label, moment, spec_link::SpecLink},
    ui::{Alert, CopyButton, Fact, Facts, Icon, IconName, Tone},
    walkthrough::{Attempt, Trouble, Verdict},
};

/// How the latest attempt ended.
#[component]
pub(super) fn VerdictCard(
    /// The attempt.
    attempt: Attempt,
) -> impl IntoView {
    match attempt.verdict() {
        Verdict::Issued => view! { <Issued attempt/> }.into_any(),
        Verdict::Refused(refusal) => view! { <Refused attempt refusal/> }.into_any(),
        Verdict::Trouble(trouble) => {
            let words = ProblemWords::from(&trouble);
            let errors = match trouble {
                Trouble::Api(ApiError::Problem(problem)) => problem.errors,
                _ => vec![],
            };
            view! { <Failed attempt words errors/> }.into_any()
        }
        Verdict::Failed(failure) => {
            view! { <Failed attempt words=ProblemWords::from(&failure) errors=vec![]/> }.into_any()
        }
        Verdict::Unusable(problem) => view! { <Unusable attempt problem/> }.into_any(),
        Verdict::Remembered => view! { <Remembered attempt/> }.into_any(),
    }
}

#[component]
fn Issued(attempt: Attempt) -> impl IntoView {
    let lifetime = attempt.token.as_ref().and_then(|token| token.expires_in);
    let lifetime = lifetime.map_or_else(
        || "The server told no lifetime.".to_owned(),
        |seconds| ["It is good for ", &seconds.to_string(), " s."].concat(),
    );
    view! {
        <Alert tone=Tone::Ok title="Access token issued">
            <p>{lifetime} " Read it and verify it in the next step."</p>
        </Alert>
    }
}

#[component]
fn Refused(attempt: Attempt, refusal: Refusal) -> impl IntoView {
    let explanation = explain(&refusal);
    let title = [refusal.status.to_string().as_str(), refusal.code.as_str()].join(" ");
    view! {
        <ErrorCard title=title cause=explanation.cause when=when(&attempt)>
            <div class="card-body stack gap-2">
                <h4>"What to do"</h4>
                <p>{explanation.way_out}</p>
                <p class="small muted"><SpecLink url=explanation.spec/></p>
                {refusal.description.clone().map(|words| view! {
                    <p class="small muted">"The server says: " <q class="verbatim">{words}</q></p>
                })}
                {(!refusal.details.is_empty()).then(|| view! { <Details refusal=refusal.clone()/> })}
                {refusal.correlation_id.clone().map(|id| view! { <CorrelationId id/> })}
            </div>
            <RawResponse attempt/>
        </ErrorCard>
    }
}

/// Details of PingOne's own error family.
#[component]
fn Details(refusal: Refusal) -> impl IntoView {
    view! {
        <ul class="evidence small muted">
            {refusal.details.into_iter().map(|detail| view! {
                <li><code>{detail.code}</code> " " {detail.target} " " {detail.message}</li>
            }).collect_view()}
        </ul>
    }
}

#[component]
fn CorrelationId(id: String) -> impl IntoView {
    view! {
        <Facts>
            <Fact term="Correlation ID">
                <span class="row gap-1">
                    <code>{id.clone()}</code>
                    <CopyButton label="Copy correlation ID" text=id/>
                </span>
            </Fact>
        </Facts>
    }
}

#[component]
fn Failed(attempt: Attempt, words: ProblemWords, errors: Vec<FieldFault>) -> impl IntoView {
    let call = attempt.call.as_ref().map(|call| call.id.clone());
    view! {
        <ErrorCard title=words.title cause=words.cause when=when(&attempt)>
            <div class="card-body stack gap-2">
                {(!errors.is_empty()).then(|| view! { <FaultyFields errors/> })}
                <h4>"What to do"</h4>
                <p>{words.way_out}</p>
                {call.map(|id| view! {
                    <Facts><Fact term="Call"><code>{id}</code></Fact></Facts>
                })}
            </div>
            <RawResponse attempt/>
        </ErrorCard>
    }
}

#[component]
fn FaultyFields(errors: Vec<FieldFault>) -> impl IntoView {
    view! {
        <ul class="evidence small">
            {errors.into_iter().map(|fault| view! {
                <li><b>{field_label(&fault.pointer).to_owned()}</b> ": " {fault.detail}</li>
            }).collect_view()}
        </ul>
    }
}

#[component]
fn Unusable(attempt: Attempt, problem: String) -> impl IntoView {
    let status = attempt.call.as_ref().and_then(|call| call.status).unwrap_or_default();
    view! {
        <ErrorCard title=[&status.to_string(), " no token response"].concat() cause=problem when=when(&attempt)>
            <div class="card-body stack gap-2">
                <h4>"What to do"</h4>
                <p>"Check that the address is a token endpoint. Its answer must be a JSON object with access_token and token_type."</p>
                <p class="small muted"><SpecLink url="https://www.rfc-editor.org/rfc/rfc6749#section-5.1"/></p>
            </div>
            <RawResponse attempt/>
        </ErrorCard>
    }
}

/// An earlier attempt of which the page knows no more than a line.
#[component]
fn Remembered(attempt: Attempt) -> impl IntoView {
    let call = attempt.call;
    let failure = call.as_ref().and_then(|call| call.failure.clone());
    let status = call.and_then(|call| call.status).map(|status| status.to_string());
    let title = failure.or(status).unwrap_or_else(|| "No answer".to_owned());
    view! {
        <Alert tone=Tone::Warn title>
            <p>"The attempt failed. Its message is no longer at hand; request again to see the answer."</p>
        </Alert>
    }
}

/// A refusal or failure: it interrupts, says what happened, why, and what to do.
#[component]
fn ErrorCard(
    /// Status and code.
    title: String,
    /// One plain sentence.
    #[prop(into)]
    cause: String,
    /// When, and how long it took.
    when: String,
    /// What to do, and the evidence.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="error-card tone-bad" role="alert">
            <div class="error-head stack">
                <div class="row">
                    <h4 class="error-code row"><Icon name=IconName::XCircle/>{title}</h4>
                    <span class="small push">{when}</span>
                </div>
                <p>{cause}</p>
            </div>
            {children()}
        </div>
    }
}

/// Time of day and duration, where a call was made.
fn when(attempt: &Attempt) -> String {
    attempt.call.as_ref().map_or_else(String::new, |call| {
        [moment::time_of_day(call.started_at_ms), moment::duration(call.duration_us)].join(" UTC · ")
    })
}
