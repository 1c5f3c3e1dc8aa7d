//! A prepared request as text: the same lines for the eye and for the wire.

use super::{Body, Part, PreparedRequest, Reveal, Text};
use crate::client::form_encode;

/// What a piece of a line is, for colouring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// Method and target.
    Plain,
    /// A header or field name, with its punctuation.
    Key,
    /// A value.
    Value,
    /// Protocol noise: `HTTP/1.1`, separators.
    Dim,
    /// A secret behind its label.
    Placeholder,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub kind: SpanKind,
    /// Its text.
    pub text: String,
}

/// A line as it is shown. Form bodies are shown a field a line although no line break is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its pieces.
    pub spans: Vec<Span>,
    /// Whether a line break really follows on the wire.
    pub breaks: bool,
}

impl PreparedRequest {
    /// The message line by line.
    pub fn lines(&self, reveal: Reveal) -> Vec<Line> {
        let mut lines = vec![self.request_line()];
        lines.extend(self.headers.iter().map(|(name, value)| header_line(name, value, reveal)));
        lines.push(Line { spans: vec![], breaks: true });
        lines.extend(self.body.lines(reveal));
        lines
    }

    /// The message as one text with `\n` for each line break on the wire.
    pub fn text(&self, reveal: Reveal) -> String {
        let mut text = String::new();
        for line in self.lines(reveal) {
            text.extend(line.spans.iter().map(|span| span.text.as_str()));
            if line.breaks {
                text.push('\n');
            }
        }
        text
    }

    fn request_line(&self) -> Line {
        let spans = vec![
            span(SpanKind::Plain, self.method.as_str()),
            span(SpanKind::Plain, format!(" {} ", self.url.path_and_query())),
            span(SpanKind::Dim, "HTTP/1.1"),
        ];
        Line { spans, breaks: true }
    }
}

impl Body {
    /// The body as it may be shown, in one piece.
    pub fn text(&self, reveal: Reveal) -> String {
        self.lines(reveal).into_iter().flat_map(|line| line.spans).map(|span| span.text).collect()
    }

    fn lines(&self, reveal: Reveal) -> Vec<Line> {
        match self {
            Self::Empty => vec![],
            Self::Raw(text) => vec![Line { spans: text.spans(reveal), breaks: false }],
            Self::Form(fields) => {
                fields.iter().enumerate().map(|(index, field)| field_line(index, field, reveal)).collect()
            }
        }
    }
}

impl Text {
    fn spans(&self, reveal: Reveal) -> Vec<Span> {
        self.0.iter().map(|part| value_span(part, reveal, str::to_owned)).collect()
    }
}

fn header_line(name: &str, value: &Text, reveal: Reveal) -> Line {
    let mut spans = vec![span(SpanKind::Key, format!("{name}: "))];
    spans.extend(value.spans(reveal));
    Line { spans, breaks: true }
}

fn field_line(index: usize, (name, value): &(std::borrow::Cow<'static, str>, Part), reveal: Reveal) -> Line {
    let mut spans = Vec::with_capacity(4);
    if index > 0 {
        spans.push(span(SpanKind::Dim, "&"));
    }
    spans.push(span(SpanKind::Key, form_encode(name)));
    spans.push(span(SpanKind::Dim, "="));
    spans.push(value_span(value, reveal, form_encode));
    Line { spans, breaks: false }
}

/// A label is shown as it is; everything that would be sent goes through `encode`.
fn value_span(part: &Part, reveal: Reveal, encode: fn(&str) -> String) -> Span {
    match part {
        Part::Secret { value, .. } if value.is_none() || reveal == Reveal::Label => {
            span(SpanKind::Placeholder, part.show(Reveal::Label))
        }
        _ => span(SpanKind::Value, encode(&part.show(reveal))),
    }
}

fn span(kind: SpanKind, text: impl Into<String>) -> Span {
    Span { kind, text: text.into() }
}
