//! Step 0: which server, which client, what to ask for.

use leptos::prelude::*;

use super::navigation::navigation;
use crate::{
    api::FieldFault,
    components::configure::{
        AskSection, ClientSection, TargetSection, control_id, field_label, first_to_fix, touched,
    },
    ui::{Button, ButtonVariant, IconName, State, Tone, announcer, focus, leave_field},
    walkthrough::{SaveState, Step, walkthrough},
};

/// The form.
#[component]
pub(super) fn ConfigureStep() -> impl IntoView {
    view! {
        <TargetSection/>
        <ClientSection/>
        <AskSection/>
    }
}

/// The way on, whether the draft is saved, and how much is left to fix.
#[component]
pub(super) fn ConfigureActions() -> impl IntoView {
    let walkthrough = walkthrough();
    let (touched, announcer, navigation) = (touched(), announcer(), navigation());
    let next = move || {
        leave_field();
        let faults = walkthrough.faults_now();
        let Some(first) = first_to_fix(&faults) else {
            navigation.go(Step::Request);
            return;
        };
        touched.add_all(&faults);
        announcer.announce(to_fix_in_words(&faults));
        if let Some(id) = control_id(&first.pointer) {
            focus(&id);
        }
    };
    view! {
        // A press must not take the focus: what the left field then has to say could move the button away under it.
        <Button
            on:mousedown=|event| event.prevent_default()
            variant=ButtonVariant::Primary
            trailing=IconName::ArrowRight
            on_click=next
        >
            "Next: request token"
        </Button>
        <SaveNote/>
        {move || {
            let count = touched.faults(walkthrough).len();
            (count > 0).then(|| view! {
                <span class="push"><State tone=Tone::Bad icon=IconName::Alert>{to_fix(count)}</State></span>
            })
        }}
    }
}

/// Whether the server has what was typed.
#[component]
fn SaveNote() -> impl IntoView {
    let walkthrough = walkthrough();
    view! {
        {move || match walkthrough.save_state() {
            SaveState::Untouched => ().into_any(),
            SaveState::Pending => view! { <span class="small faint">"Saving…"</span> }.into_any(),
            SaveState::Saved => view! { <span class="small faint">"Saved"</span> }.into_any(),
            SaveState::Failed(error) => view! {
                <span class="small tone-bad tone">
                    "Not saved. " {error.to_string()} " What you typed stays in this page."
                </span>
            }.into_any(),
        }}
    }
}

fn to_fix(count: usize) -> String {
    [count.to_string().as_str(), if count == 1 { " field to fix" } else { " fields to fix" }].concat()
}

fn to_fix_in_words(faults: &[FieldFault]) -> String {
    let labels: Vec<&str> = faults.iter().map(|fault| field_label(&fault.pointer)).collect();
    [&to_fix(faults.len()), ": ", &labels.join(", "), "."].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named() {
        let faults = ["client_id", "private_key"].map(|field| FieldFault::required(field, "Enter it."));
        assert_eq!(to_fix_in_words(&faults), "2 fields to fix: Client ID, Private key.");
        assert_eq!(to_fix_in_words(&faults[..1]), "1 field to fix: Client ID.");
    }
}
