//! Step 2: read the token, then verify it.

use leptos::prelude::*;

use super::navigation::navigation;
use crate::{
    components::{
        configure::touched,
        token::{
            AbsentSection, AccessTokenSection, DecodedSection, LifetimeSection, ScopesSection,
            VerificationSection,
        },
    },
    ui::{Button, IconName, announcer},
    walkthrough::{Step, walkthrough},
};

/// What was issued.
#[component]
pub(super) fn TokenStep() -> impl IntoView {
    view! {
        <AccessTokenSection/>
        <DecodedSection/>
        <VerificationSection/>
        <ScopesSection/>
        <LifetimeSection/>
        <AbsentSection/>
    }
}

/// Once more from the request, or from the setup where a reload has taken the credential.
#[component]
pub(super) fn TokenActions() -> impl IntoView {
    let walkthrough = walkthrough();
    let (navigation, announcer, touched) = (navigation(), announcer(), touched());
    let again = move || {
        let faults = walkthrough.faults_now();
        if faults.is_empty() {
            navigation.go(Step::Request);
            walkthrough.request_token(navigation.issued);
        } else {
            touched.add_all(&faults);
            announcer.announce("Something is missing for another request. A secret or key is gone when the page is reloaded.");
            navigation.go(Step::Configure);
        }
    };
    view! { <Button icon=IconName::Refresh on_click=again>"Request a new token"</Button> }
}
