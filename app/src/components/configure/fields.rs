//! The fields of the form by the names the API has for them.

use leptos::prelude::*;

use crate::{
    api::FieldFault,
    ui::Note,
    walkthrough::{Draft, Walkthrough, walkthrough},
};

/// A field of the form.
struct FieldInfo {
    /// The JSON pointer that names it in the API, without its slash.
    pointer: &'static str,
    /// Id of its control.
    id: &'static str,
    /// What it is called.
    label: &'static str,
}

const fn field(pointer: &'static str, id: &'static str, label: &'static str) -> FieldInfo {
    FieldInfo { pointer, id, label }
}

/// In the order of the form: the first faulty one is the first to fix.
const FIELDS: [FieldInfo; 11] = [
    field("environment_id", "environment-id", "Environment ID"),
    field("region", "region", "Region"),
    field("client_id", "client-id", "Client ID"),
    field("client_secret", "client-secret", "Client secret"),
    field("private_key", "private-key", "Private key"),
    field("key_id", "key-id", "Key ID"),
    field("signing_alg", "signing-alg", "Signature algorithm"),
    field("assertion_lifetime", "assertion-lifetime", "Assertion lifetime"),
    field("scope", "scope", "Scopes"),
    field("audience", "audience", "Audience"),
    field("resource", "resource", "Resource"),
];

/// Position in the form of the field a pointer leads to, and the position within a repeated field.
fn position(pointer: &str) -> (usize, usize) {
    let mut steps = pointer.trim_start_matches('/').split('/');
    let name = steps.next().unwrap_or_default();
    let field = FIELDS.iter().position(|field| field.pointer == name).unwrap_or(FIELDS.len());
    (field, steps.next().and_then(|index| index.parse().ok()).unwrap_or_default())
}

/// What the field is called that a pointer leads to.
pub fn field_label(pointer: &str) -> &str {
    FIELDS.get(position(pointer).0).map_or(pointer, |field| field.label)
}

/// The first of the faulty fields in the order of the form.
pub fn first_to_fix(faults: &[FieldFault]) -> Option<&FieldFault> {
    faults.iter().min_by_key(|fault| position(&fault.pointer))
}

/// Which fields may say what is wrong with them: those that were left once, or all after "Next" was pressed.
#[derive(Clone, Copy)]
pub struct Touched(RwSignal<Vec<String>>);

impl Touched {
    /// Makes the touched fields known to everything below.
    pub fn provide() -> Self {
        let touched = Self(RwSignal::new(vec![]));
        provide_context(touched);
        touched
    }

    /// Notes that a field was left.
    pub fn add(self, pointer: &str) {
        let mut known = self.0.get_untracked();
        if !known.iter().any(|touched| touched == pointer) {
            known.push(pointer.to_owned());
            self.0.set(known);
        }
    }

    /// Notes that the form was to be used as it is, faults and all.
    pub fn add_all(self, faults: &[FieldFault]) {
        for fault in faults {
            self.add(&fault.pointer);
        }
    }

    /// The faults that may be shown.
    pub fn faults(self, walkthrough: Walkthrough) -> Vec<FieldFault> {
        let touched = self.0.get();
        walkthrough.faults().iter().filter(|fault| touched.contains(&fault.pointer)).cloned().collect()
    }
}

/// The touched fields of this form.
pub fn touched() -> Touched {
    expect_context()
}

/// A text of the draft. It tells its readers only when it changes, so that a keystroke in one field costs the others
/// nothing.
pub fn typed(pick: fn(&Draft) -> &String) -> Signal<String> {
    let walkthrough = walkthrough();
    Memo::new(move |_| pick(&walkthrough.draft()).clone()).into()
}

/// What stands under a field: its fault once it was touched, otherwise what `usual` says.
pub fn note(
    pointer: impl Fn() -> String + Send + Sync + 'static,
    usual: impl Fn() -> Option<Note> + Send + Sync + 'static,
) -> Signal<Option<Note>> {
    let (touched, walkthrough) = (touched(), walkthrough());
    let note = Memo::new(move |_| {
        let pointer = pointer();
        let fault = touched.faults(walkthrough).into_iter().find(|fault| fault.pointer == pointer);
        fault.map(|fault| Note::error(fault.detail)).or_else(&usual)
    });
    note.into()
}

/// Id of the control that a pointer leads to.
pub fn control_id(pointer: &str) -> Option<String> {
    let (field, index) = position(pointer);
    let id = FIELDS.get(field)?.id;
    Some(if index == 0 { id.to_owned() } else { [id, "-", &index.to_string()].concat() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_to_fix_is_the_first_in_the_form() {
        let faults = ["/resource/1", "/resource/0", "/client_id", "/private_key"].map(|pointer| FieldFault {
            pointer: pointer.into(),
            code: String::new(),
            detail: String::new(),
        });
        assert_eq!(first_to_fix(&faults).map(|fault| fault.pointer.as_str()), Some("/client_id"));
        assert_eq!(first_to_fix(&faults[..2]).map(|fault| fault.pointer.as_str()), Some("/resource/0"));
    }

    #[test]
    fn a_pointer_leads_to_its_control() {
        assert_eq!(control_id("/client_secret").as_deref(), Some("client-secret"));
        assert_eq!(control_id("/resource/0").as_deref(), Some("resource"));
        assert_eq!(control_id("/resource/2").as_deref(), Some("resource-2"));
        assert_eq!(control_id("/elsewhere"), None);
    }
}
