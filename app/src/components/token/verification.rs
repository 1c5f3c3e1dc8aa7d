//! Whether to trust the token: checks against the issuer's keys, made when asked for.

use leptos::{prelude::*, task::spawn_local};
use oauth::jose::{Check, CheckCode, CheckStatus as Outcome};

use crate::{
    api::{ApiError, Verification, VerifyRequest},
    ui::{
        Alert, Button, ButtonVariant, CheckRow, CheckStatus, Checklist, ControlSize, IconName, Section,
        State, Tone, announcer,
    },
    walkthrough::walkthrough,
};

/// A button, and then the checks.
#[component]
pub fn VerificationSection() -> impl IntoView {
    let walkthrough = walkthrough();
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<ApiError>);
    let found = Memo::new(move |_| walkthrough.run().verification().cloned());
    let attempt = move || walkthrough.run().verifications() + usize::from(busy.get());
    view! {
        <div class="result" aria-busy=move || if busy.get() { "true" } else { "false" } data-attempt=attempt>
            <Section
                id="verification"
                title="Verification"
                aside=move || move || found.get().map(|found| view! { <Summary found/> })
            >
                <VerifyButton busy fault/>
                {move || fault.get().map(|error| view! {
                    <Alert tone=Tone::Bad title="The token could not be verified" interrupts=true>
                        <p>{error.to_string()}</p>
                    </Alert>
                })}
                {move || found.get().map(|found| view! { <Checks checks=found.checks/> })}
            </Section>
        </div>
    }
}

#[component]
fn VerifyButton(busy: RwSignal<bool>, fault: RwSignal<Option<ApiError>>) -> impl IntoView {
    let (walkthrough, announcer) = (walkthrough(), announcer());
    let verify = move || {
        let Some(token) = walkthrough.token_now() else { return };
        let token_id = token.id.clone();
        busy.set(true);
        spawn_local(async move {
            let request = VerifyRequest { token_id: Some(token_id.clone()), ..VerifyRequest::default() };
            let result = match walkthrough.backend() {
                Ok(backend) => backend.verify_token(request).await,
                Err(error) => Err(error),
            };
            busy.try_set(false);
            match result {
                Ok(found) => {
                    fault.try_set(None);
                    announcer.announce([verdict(&found), " ", &passed(&found)].concat());
                    walkthrough.verified(token_id, found);
                }
                Err(error) => {
                    fault.try_set(Some(error));
                }
            }
        });
    };
    view! {
        <div class="row gap-3">
            <Button variant=ButtonVariant::Primary size=ControlSize::Small icon=IconName::Shield busy on_click=verify>
                "Verify"
            </Button>
            <span class="small muted">"Fetches the issuer's keys, then checks signature and claims."</span>
        </div>
    }
}

fn verdict(found: &Verification) -> &'static str {
    if found.verified { "Verified." } else { "Not verified." }
}

/// How many of the checks that could be made hold.
fn passed(found: &Verification) -> String {
    let made = found.checks.iter().filter(|check| check.status != Outcome::Skipped).count();
    let held = found.checks.iter().filter(|check| check.status == Outcome::Pass).count();
    [&held.to_string(), " of ", &made.to_string(), " checks pass"].concat()
}

#[component]
fn Summary(found: Verification) -> impl IntoView {
    let (tone, icon) =
        if found.verified { (Tone::Ok, IconName::CheckCircle) } else { (Tone::Bad, IconName::XCircle) };
    view! { <State tone icon>{passed(&found)}</State> }
}

/// Failing rows first, then in their order.
#[component]
fn Checks(mut checks: Vec<Check>) -> impl IntoView {
    checks.sort_by_key(|check| check.status != Outcome::Fail);
    view! {
        <Checklist label="Verification">
            {checks.into_iter().map(|check| view! {
                <CheckRow status=status(check.status) title=title(check.code)>{check.detail}</CheckRow>
            }).collect_view()}
        </Checklist>
    }
}

fn status(outcome: Outcome) -> CheckStatus {
    match outcome {
        Outcome::Pass => CheckStatus::Pass,
        Outcome::Fail => CheckStatus::Fail,
        Outcome::Skipped => CheckStatus::Skipped,
    }
}

fn title(code: CheckCode) -> &'static str {
    match code {
        CheckCode::Signature => "Signature",
        CheckCode::Algorithm => "Algorithm",
        CheckCode::Issuer => "Issuer",
        CheckCode::Audience => "Audience",
        CheckCode::Expiry => "Expiry",
        CheckCode::NotBefore => "Not before",
        CheckCode::Type => "Type",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_that_could_not_be_made_do_not_count() {
        let check = |status| Check { code: CheckCode::Type, status, detail: String::new() };
        let found = Verification {
            verified: false,
            checks: vec![check(Outcome::Pass), check(Outcome::Fail), check(Outcome::Skipped)],
        };
        assert_eq!(passed(&found), "1 of 2 checks pass");
    }
}
