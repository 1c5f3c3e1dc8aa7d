//! The frame of the flow: rail, step, wire and session.

use leptos::prelude::*;

use super::{
    asked,
    configure::{ConfigureActions, ConfigureStep},
    navigation::{Navigation, focus_heading, keep_url_true},
    request::{RequestActions, RequestStep},
    token::{TokenActions, TokenStep},
};
use crate::{
    api::ApiError,
    app::PAGE_HEADING,
    components::{
        SessionStatus, StepRail, WirePanel, configure::Touched, request::announce_outcomes,
        token::announce_life,
    },
    ui::{Alert, Badge, Button, ControlSize, Tone},
    walkthrough::{Loaded, Readiness, Step, Walkthrough, walkthrough},
};

/// The flow, once it is known what the server remembers.
#[component]
pub(super) fn Flow(
    /// What the server remembers.
    loaded: Result<Loaded, ApiError>,
    /// The step the URL names.
    slug: Signal<Option<String>>,
    /// Whether a link inside the app led here.
    arrived: bool,
) -> impl IntoView {
    let walkthrough = Walkthrough::provide(loaded, asked(slug));
    Touched::provide();
    keep_url_true(walkthrough, slug, Navigation::provide());
    focus_heading(arrived);
    announce_outcomes();
    announce_life();
    load_without_session(walkthrough);
    let step = Memo::new(move |_| walkthrough.progress().current);
    view! {
        <div class="flow">
            <StepRail/>
            <main class="flow-main" id="main">
                <div class="flow-body">
                    <Head step=step.into()/>
                    <Trouble/>
                    {move || match step.get() {
                        Step::Configure => view! { <ConfigureStep/> }.into_any(),
                        Step::Request => view! { <RequestStep/> }.into_any(),
                        Step::Token => view! { <TokenStep/> }.into_any(),
                    }}
                </div>
                <div class="step-actions">
                    <div class="row">
                        {move || match step.get() {
                            Step::Configure => view! { <ConfigureActions/> }.into_any(),
                            Step::Request => view! { <RequestActions/> }.into_any(),
                            Step::Token => view! { <TokenActions/> }.into_any(),
                        }}
                    </div>
                </div>
            </main>
            <WirePanel/>
        </div>
        <SessionStatus/>
    }
}

/// A page that was rendered without a session asks for what the server remembers itself.
fn load_without_session(walkthrough: Walkthrough) {
    Effect::new(move |_| {
        if untrack(|| walkthrough.readiness()) == Readiness::Waiting {
            walkthrough.load();
        }
    });
}

/// The flow and the step it is at.
#[component]
fn Head(step: Signal<Step>) -> impl IntoView {
    view! {
        <div class="flow-title row small muted">
            <h1>"Client credentials"</h1>
            <Badge>"RFC 6749 §4.4"</Badge>
        </div>
        <h2 class="step-title" id=PAGE_HEADING tabindex="-1">{move || step.get().info().name}</h2>
        <p class="lead">{move || step.get().info().lead}</p>
    }
}

/// Why the page does not have what the server remembers.
#[component]
fn Trouble() -> impl IntoView {
    let walkthrough = walkthrough();
    let error = Memo::new(move |_| match walkthrough.readiness() {
        Readiness::Failed(error) => Some(error),
        Readiness::Waiting | Readiness::Ready => None,
    });
    view! {
        {move || error.get().map(|error| view! {
            <div class="notice">
                <Alert tone=Tone::Bad title="What the server remembers could not be loaded" interrupts=true>
                    <p>{error.to_string()}</p>
                    <div class="row">
                        <Button size=ControlSize::Small on_click=move || walkthrough.load()>"Try again"</Button>
                    </div>
                </Alert>
            </div>
        })}
    }
}
