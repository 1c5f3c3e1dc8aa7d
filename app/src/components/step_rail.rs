//! The steps: a rail beside the page, on a narrow screen a bar that opens it.

use leptos::{html, prelude::*};

use crate::{
    routes,
    ui::{Icon, IconName, classes},
    walkthrough::{Readiness, Step, StepState, step::STEPS, walkthrough},
};

/// Id of the rail, which the bar opens.
const RAIL: &str = "step-rail";

/// Every step with its state.
#[component]
pub fn StepRail() -> impl IntoView {
    let walkthrough = walkthrough();
    let node = NodeRef::<html::Div>::new();
    let close = move |_| {
        if let Some(rail) = node.get() {
            // A popover that is not open refuses to be closed.
            let _ = rail.hide_popover();
        }
    };
    view! {
        <nav class="steps" aria-label="Steps">
            <StepBar/>
            <div class="step-rail" id=RAIL node_ref=node popover="auto" on:click=close>
                <ol>
                    {STEPS.map(|info| {
                        let state = Memo::new(move |_| walkthrough.progress().state(info.step));
                        view! { <StepItem step=info.step state=state.into()/> }
                    }).collect_view()}
                </ol>
                <div class="rail-foot small faint"><p>{PAGE_MEMORY}</p></div>
            </div>
        </nav>
    }
}

/// What the bar says on a narrow screen.
#[component]
fn StepBar() -> impl IntoView {
    let walkthrough = walkthrough();
    let current = move || walkthrough.progress().current;
    let reached = move || (current().number() + 1).to_string();
    view! {
        <button class="step-bar" type="button" popovertarget=RAIL>
            <span>
                <b>{move || current().info().name}</b>
                <span class="faint">", " {move || ORDINALS[current().number()]} " of " {STEPS.len()} " steps"</span>
            </span>
            <Icon name=IconName::ChevronDown/>
            <progress max=STEPS.len() value=reached aria-label="Steps reached"></progress>
        </button>
    }
}

const ORDINALS: [&str; STEPS.len()] = ["first", "second", "third"];

/// One step: a link named by it, described by its state; a locked one is no link.
#[component]
fn StepItem(step: Step, state: Signal<StepState>) -> impl IntoView {
    let class = move || classes(&["step", if state.get() == StepState::Done { "tone-info" } else { "" }]);
    view! {
        <li class=class data-state=move || state.get().as_str()>
            {move || match state.get() {
                StepState::Locked => view! { <div><StepText step state=StepState::Locked/></div> }.into_any(),
                state => link(step, state).into_any(),
            }}
        </li>
    }
}

fn link(step: Step, state: StepState) -> impl IntoView {
    let slug = step.info().slug;
    let href = [routes::CLIENT_CREDENTIALS, "?step=", slug].concat();
    view! {
        <a
            href=href
            aria-current=(state == StepState::Current).then_some("step")
            aria-labelledby=["step-name-", slug].concat()
            aria-describedby=["step-state-", slug].concat()
        >
            <StepText step state/>
        </a>
    }
}

/// Marker, name and state.
#[component]
fn StepText(step: Step, state: StepState) -> impl IntoView {
    let info = step.info();
    let marker = match state {
        StepState::Done => view! { <Icon name=IconName::Check/> }.into_any(),
        StepState::Locked => view! { <Icon name=IconName::Lock/> }.into_any(),
        StepState::Current | StepState::Open => step.number().into_any(),
    };
    view! {
        <span class="step-marker" aria-hidden="true">{marker}</span>
        <span class="step-name" id=["step-name-", info.slug].concat()>{info.name}</span>
        <span class="step-state" id=["step-state-", info.slug].concat()>
            {state.word()} {move || detail(step, state).map(|detail| [" · ", &detail].concat())}
        </span>
    }
}

/// What there is to add to the state of a step.
fn detail(step: Step, state: StepState) -> Option<String> {
    let walkthrough = walkthrough();
    if walkthrough.readiness() != Readiness::Ready {
        return None;
    }
    match (step, state) {
        (_, StepState::Locked) => Some(step.info().locked.to_owned()),
        (Step::Request, StepState::Current) => failures(walkthrough.run().failures()),
        (Step::Token, _) => {
            let verified = walkthrough.run().verification()?.verified;
            Some(if verified { "verified" } else { "not verified" }.to_owned())
        }
        _ => None,
    }
}

fn failures(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 attempt failed".to_owned()),
        _ => Some([&count.to_string(), " attempts failed"].concat()),
    }
}

/// The one thing that a reload loses.
const PAGE_MEMORY: &str = "Drafts and results stay on this server. A secret or key you enter stays in this page and is gone when it is reloaded.";
