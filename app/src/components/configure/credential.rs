//! The client secret: typed, hidden, kept in the memory of this page.

use leptos::prelude::*;
use oauth::client::form_encode;
use oauth::wire::AuthMethod;
use secrecy::ExposeSecret;

use super::fields::{note, touched};
use crate::{
    api::Entered,
    ui::{IconButton, IconName, InputKind, Note, TextField},
    walkthrough::{CredentialSource, TargetKind, walkthrough},
};

/// Said wherever a credential is entered.
pub(super) const PAGE_ONLY: &str =
    "Kept in the memory of this page, sent with each request, and gone when the page is reloaded.";

/// What was entered for the next request, for the control it was entered in.
pub(super) fn entered_text() -> Signal<String> {
    let walkthrough = walkthrough();
    let text = Memo::new(move |_| {
        let entered = walkthrough.entered().get(&walkthrough.draft()).cloned();
        entered.map(|entered| entered.into_secret().expose_secret().to_owned()).unwrap_or_default()
    });
    text.into()
}

/// The client secret, hidden unless the person wants to see what is typed.
#[component]
pub(super) fn SecretField() -> impl IntoView {
    let walkthrough = walkthrough();
    let shown = RwSignal::new(false);
    let touched = touched();
    let text = entered_text();
    let note = note(|| "/client_secret".to_owned(), move || Some(usual_note(text)));
    let toggle = move || {
        let label =
            Signal::derive(move || if shown.get() { "Hide secret" } else { "Show secret" }.to_owned());
        let icon = Signal::derive(move || if shown.get() { IconName::X } else { IconName::Eye });
        view! { <IconButton label icon on_click=move || shown.set(!shown.get_untracked())/> }
    };
    view! {
        <TextField
            id="client-secret"
            label="Client secret"
            kind=InputKind::Machine
            masked=Signal::derive(move || !shown.get())
            value=text
            on_input=move |secret| walkthrough.enter(Entered::new(secret))
            on_blur=move || touched.add("/client_secret")
            note
            buttons=toggle
        />
    }
}

/// What there is to say about a secret that is in order.
fn usual_note(secret: Signal<String>) -> Note {
    let walkthrough = walkthrough();
    let draft = walkthrough.draft();
    let (target, method) = (draft.target, draft.auth_method);
    match walkthrough.credential() {
        CredentialSource::Entered if changes_in_basic(method, &secret.get()) => Note::warning(
            "Form encoding changes this secret before it goes into the header. Some servers forget to decode it.",
        ),
        CredentialSource::Entered if target == TargetKind::Sandbox => Note::warning(
            "What you typed is used instead of the secret that the sandbox holds for this client.",
        ),
        CredentialSource::Sandbox => Note::hint(
            "Nothing to type: the sandbox holds this client's secret. What you type is used instead.",
        ),
        _ if target == TargetKind::PingOne => Note::hint([PAGE_ONLY, " ", WHERE_SECRET].concat()),
        _ => Note::hint(PAGE_ONLY),
    }
}

const WHERE_SECRET: &str = "In the admin console: your application > Overview.";

/// The pair in a Basic header is form-encoded first (RFC 6749 §2.3.1).
fn changes_in_basic(method: AuthMethod, secret: &str) -> bool {
    method == AuthMethod::ClientSecretBasic && form_encode(secret) != secret
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_basic_header_changes_a_secret() {
        assert!(changes_in_basic(AuthMethod::ClientSecretBasic, "a b%"));
        assert!(!changes_in_basic(AuthMethod::ClientSecretBasic, "aZ09-._"));
        assert!(!changes_in_basic(AuthMethod::ClientSecretPost, "a b%"));
    }
}
