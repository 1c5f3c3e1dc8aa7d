//! What stands under a field.

use leptos::prelude::*;

use super::{Icon, IconName, Tone, classes};

/// A sentence under a field. In the tone [`Tone::Bad`] it is the field's error: the field is marked invalid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence; an error says what is valid.
    pub text: String,
}

impl Note {
    /// A hint, when the label is not enough.
    pub fn hint(text: impl Into<String>) -> Self {
        Self { tone: Tone::Neutral, text: text.into() }
    }

    /// What was found to be in order.
    pub fn valid(text: impl Into<String>) -> Self {
        Self { tone: Tone::Ok, text: text.into() }
    }

    /// What will work, and may still surprise.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { tone: Tone::Warn, text: text.into() }
    }

    /// What is valid, when the value is not.
    pub fn error(text: impl Into<String>) -> Self {
        Self { tone: Tone::Bad, text: text.into() }
    }

    pub(super) fn is_error(&self) -> bool {
        self.tone == Tone::Bad
    }
}

/// A note with the id that its field names in `aria-describedby`.
#[component]
pub fn FieldNote(
    /// Id of the note.
    #[prop(into)]
    id: String,
    /// The note.
    note: Note,
) -> impl IntoView {
    let (class, icon) = match note.tone {
        Tone::Neutral => ("", None),
        Tone::Info => (note.tone.class(), Some(IconName::Info)),
        Tone::Ok => (note.tone.class(), Some(IconName::Check)),
        Tone::Warn | Tone::Bad => (note.tone.class(), Some(IconName::Alert)),
    };
    view! {
        <p class=classes(&["field-note", class]) id=id>
            {icon.map(|name| view! { <Icon name/> })}
            <span>{note.text}</span>
        </p>
    }
}

/// The ARIA side of a note: what a control says about the note below it.
#[derive(Clone)]
pub(super) struct Described {
    id: String,
    note: MaybeProp<Note>,
}

impl Described {
    /// The note `{control}-note` under the control with this id.
    pub(super) fn new(control: &str, note: MaybeProp<Note>) -> Self {
        Self { id: [control, "-note"].concat(), note }
    }

    pub(super) fn described_by(&self) -> Option<String> {
        self.note.get().map(|_| self.id.clone())
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.note.get().filter(Note::is_error).map(|_| "true")
    }

    pub(super) fn view(&self) -> Option<impl IntoView + use<>> {
        let id = self.id.clone();
        self.note.get().map(|note| view! { <FieldNote id note/> })
    }
}
