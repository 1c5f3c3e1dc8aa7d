//! What shapes the JWT a client signs.

use leptos::prelude::*;
use oauth::{
    assertion::AssertionAudience,
    wire::{AuthMethod, SigningAlg},
};

use super::fields::{note, touched};
use crate::{
    ui::{Choice, Help, InputKind, Note, Segmented, Switch, TextField},
    walkthrough::{Edit, walkthrough},
};

/// Algorithm, audience and lifetime of the assertion.
#[component]
pub(super) fn AssertionFields() -> impl IntoView {
    let walkthrough = walkthrough();
    let audience = Memo::new(move |_| walkthrough.draft().assertion_audience);
    let audiences = vec![
        Choice::new(AssertionAudience::Issuer, "Issuer"),
        Choice::new(AssertionAudience::TokenEndpoint, "Token endpoint (legacy)"),
    ];
    view! {
        <Algorithm/>
        <div class="columns columns-narrow">
            <div class="stack gap-2">
                <Segmented
                    id="assertion-audience"
                    legend="Assertion audience"
                    options=audiences
                    selected=audience
                    on_select=move |audience| walkthrough.edit(Edit::AssertionAudience(audience))
                />
                <Help question="Which one?">
                    "The issuer: an assertion for one server is then of no use at another (RFC 10070). \
                    Some older servers accept only their token endpoint."
                </Help>
            </div>
            <LifetimeField/>
        </div>
    }
}

/// Key-based algorithms that PingOne documents for certain, and one more behind a switch.
#[component]
fn Algorithm() -> impl IntoView {
    let walkthrough = walkthrough();
    let method = Memo::new(move |_| walkthrough.draft().auth_method);
    let chosen = Memo::new(move |_| {
        let draft = walkthrough.draft();
        draft.signing_alg.unwrap_or_else(|| usual(draft.auth_method))
    });
    let elliptic = RwSignal::new(false);
    let offers_elliptic = move || elliptic.get() || chosen.get() == SigningAlg::ES256;
    let options = Signal::derive(move || {
        let algs: &[SigningAlg] =
            if method.get().uses_secret() { &SigningAlg::HMAC } else { &SigningAlg::PRIVATE_KEY };
        let offered = algs.iter().filter(|alg| **alg != SigningAlg::ES256 || offers_elliptic());
        offered.map(|alg| Choice::new(*alg, alg.as_str())).collect::<Vec<_>>()
    });
    let switch = move |on: bool| {
        elliptic.set(on);
        if !on && chosen.get_untracked() == SigningAlg::ES256 {
            walkthrough.edit(Edit::SigningAlg(None));
        }
    };
    view! {
        <div class="stack gap-2">
            <Segmented
                id="signing-alg"
                legend="Signature algorithm"
                options
                selected=chosen
                on_select=move |alg| walkthrough.edit(Edit::SigningAlg(Some(alg)))
            />
            {move || (method.get() == AuthMethod::PrivateKeyJwt).then(|| view! {
                <Switch
                    label="Offer ES256, which PingOne may not accept"
                    on=Signal::derive(offers_elliptic)
                    on_change=switch
                />
            })}
        </div>
    }
}

const fn usual(method: AuthMethod) -> SigningAlg {
    if method.uses_secret() { SigningAlg::HS256 } else { SigningAlg::RS256 }
}

/// Seconds as typed: what is no number is kept in the box and counts as zero, which is no lifetime.
#[component]
fn LifetimeField() -> impl IntoView {
    let walkthrough = walkthrough();
    let touched = touched();
    let kept = walkthrough.draft_now().assertion_lifetime;
    let typed = RwSignal::new(kept.to_string());
    let note =
        note(|| "/assertion_lifetime".to_owned(), || Some(Note::hint("Seconds, 1 to 300. Short is safe.")));
    let change = move |text: String| {
        walkthrough.edit(Edit::AssertionLifetime(text.trim().parse().unwrap_or_default()));
        typed.set(text);
    };
    view! {
        <TextField
            id="assertion-lifetime"
            label="Assertion lifetime"
            kind=InputKind::Machine
            value=typed
            on_input=change
            on_blur=move || touched.add("/assertion_lifetime")
            note
        />
    }
}
