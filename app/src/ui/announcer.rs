//! The one live region of a document.

use leptos::prelude::*;

/// Speaks to people who do not see a change happen.
#[derive(Clone, Copy, Debug)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Makes the announcer of this page available to everything below.
    pub fn provide() {
        provide_context(Self(RwSignal::new(String::new())));
    }

    /// Announces a result in a whole sentence, after whatever is being read.
    pub fn announce(self, sentence: impl Into<String>) {
        let mut sentence = sentence.into();
        // A live region speaks when its text changes: the same sentence again needs another text.
        if self.0.with_untracked(|last| *last == sentence) {
            sentence.push('\u{a0}');
        }
        self.0.set(sentence);
    }
}

/// The announcer of this page. Outside a page it speaks to nobody.
pub fn announcer() -> Announcer {
    use_context().unwrap_or_else(|| Announcer(RwSignal::new(String::new())))
}

/// Where announcements are spoken from; once per document.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let text = announcer().0;
    view! { <div class="visually-hidden" role="status">{move || text.get()}</div> }
}
