//! What the token allows.

use leptos::prelude::*;

use crate::{
    ui::{Chip, Section},
    walkthrough::walkthrough,
};

/// The granted scopes, one by one.
#[component]
pub fn ScopesSection() -> impl IntoView {
    let walkthrough = walkthrough();
    let granted = move || walkthrough.token().map(|token| token.granted_scope.clone()).unwrap_or_default();
    let count = move || view! { <span class="small muted">{move || granted().len()} " granted"</span> };
    view! {
        <Section id="granted" title="Granted scopes" aside=count>
            {move || match granted() {
                scopes if scopes.is_empty() => view! {
                    <p class="muted">"None. What the token allows follows from the client's roles or the server's defaults."</p>
                }.into_any(),
                scopes => view! {
                    <ul class="row gap-chips" aria-labelledby="granted">
                        {scopes.into_iter().map(|label| view! { <li><Chip label/></li> }).collect_view()}
                    </ul>
                }.into_any(),
            }}
        </Section>
    }
}
