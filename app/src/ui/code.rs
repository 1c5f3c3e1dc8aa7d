//! Text on ink: lines of coloured spans.

use leptos::prelude::*;

use super::{Tone, classes};

/// What a piece of a message is, which is its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpanKind {
    /// Anything else.
    #[default]
    Plain,
    /// A name: header, parameter, member, method.
    Key,
    /// A string, or a value that is given.
    Text,
    /// A number.
    Number,
    /// A literal word: true, false, null.
    Word,
    /// Punctuation.
    Dim,
    /// The label that stands for a secret. The value is not in the page.
    Placeholder,
}

impl SpanKind {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Key => "t-key",
            Self::Text => "t-str",
            Self::Number => "t-num",
            Self::Word => "t-word",
            Self::Dim => "t-dim",
            Self::Placeholder => "placeholder",
        }
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSpan {
    /// What it is.
    pub kind: SpanKind,
    /// Its characters, exactly.
    pub text: String,
}

impl CodeSpan {
    /// A piece of a line.
    pub fn new(kind: SpanKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

/// One line of a message, without its line break.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeLine {
    /// Its pieces, in order.
    pub spans: Vec<CodeSpan>,
    /// The number of the note on this line.
    pub mark: Option<usize>,
    /// The tone of a line that is to blame.
    pub flag: Option<Tone>,
}

impl CodeLine {
    /// A line without note or blame.
    pub fn new(spans: impl Into<Vec<CodeSpan>>) -> Self {
        Self { spans: spans.into(), mark: None, flag: None }
    }

    /// The same line with the number of a note.
    #[must_use]
    pub fn marked(mut self, number: usize) -> Self {
        self.mark = Some(number);
        self
    }
}

/// A message: its whole text in one `code` element, line breaks included, so that it can be read and copied as it is.
/// Long lines wrap; after `+`, `&` and `?` they may do so between the parts of a value.
#[component]
pub fn CodeBlock(
    /// The lines.
    #[prop(into)]
    lines: Signal<Vec<CodeLine>>,
    /// The accessible name: what message this is.
    #[prop(into)]
    label: Signal<String>,
    /// Which hop the message belongs to, as `data-hop`.
    #[prop(optional, into)]
    hop: Option<&'static str>,
) -> impl IntoView {
    view! {
        <pre class="code" role="group" aria-label=move || label.get()>
            <code data-hop=hop>{move || lines.get().into_iter().map(line).collect_view()}</code>
        </pre>
    }
}

fn line(line: CodeLine) -> impl IntoView {
    let flag = line.flag.map(Tone::class);
    view! {
        <span class=classes(&["line", flag.map_or("", |_| "line-flag"), flag.unwrap_or_default()])>
            // The number is drawn by the style sheet: it is no part of the message's text.
            {line.mark.map(|number| view! { <span class="mark" data-number=number></span> })}
            {line.spans.into_iter().map(span).collect_view()}
        </span>
        "\n"
    }
}

fn span(span: CodeSpan) -> impl IntoView {
    let pieces = span.text.split_inclusive(['+', '&', '?']).map(str::to_owned).collect::<Vec<_>>();
    let last = pieces.len().saturating_sub(1);
    view! {
        <span class=span.kind.class()>
            {pieces.into_iter().enumerate().map(|(at, piece)| (piece, (at < last).then(|| view! { <wbr/> }))).collect_view()}
        </span>
    }
}
