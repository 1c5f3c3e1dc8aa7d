//! A grade of one to four, and a word.

use leptos::prelude::*;

/// How many of the four segments are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GradeLevel {
    /// One of four.
    One,
    /// Two of four.
    Two,
    /// Three of four.
    Three,
    /// All four.
    Four,
}

impl GradeLevel {
    fn as_str(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::Two => "2",
            Self::Three => "3",
            Self::Four => "4",
        }
    }
}

/// A grade. The word carries the meaning, the segments only help the eye.
#[component]
pub fn Grade(
    /// How many segments.
    level: GradeLevel,
    /// The word.
    #[prop(into)]
    word: String,
) -> impl IntoView {
    view! { <span class="grade" data-n=level.as_str()>{word}</span> }
}
