//! What a result feels like, before its words are read.

/// The tone of a badge, alert, check or state. It never stands alone: an icon and a word carry the meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A plain fact.
    #[default]
    Neutral,
    /// Worth knowing; also the live part of a diagram.
    Info,
    /// It worked.
    Ok,
    /// It may not do what was meant.
    Warn,
    /// It failed.
    Bad,
}

impl Tone {
    /// The class that sets the tone of an element and of what it holds.
    pub fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tone-neutral",
            Self::Info => "tone-info",
            Self::Ok => "tone-ok",
            Self::Warn => "tone-warn",
            Self::Bad => "tone-bad",
        }
    }
}
