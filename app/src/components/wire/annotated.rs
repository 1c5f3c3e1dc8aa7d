//! A message as numbered lines: what stands on the wire, and the notes that explain it.

use oauth::{
    exchange::Answer,
    request::{Line, PreparedRequest, Reveal, SpanKind as WireSpan},
};

use super::json_lines;
use crate::ui::{CodeLine, CodeSpan, SpanKind};

/// Lines of a message, and the notes their marks count.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Annotated {
    pub(super) lines: Vec<CodeLine>,
    pub(super) notes: Vec<String>,
}

type Note = (&'static str, &'static str);

/// What is worth knowing about a line of a token request, by the name it starts with.
const REQUEST: [Note; 6] = [
    ("Authorization", "base64 of client ID and secret. Encoding, not encryption: TLS protects it."),
    ("Content-Type", "Token requests are form encoded, not JSON."),
    ("grant_type", "No user takes part, so there is no redirect and no code."),
    ("client_secret", "This server fills it in. The message shows its label only."),
    ("client_assertion", "A JWT signed for this one request. Its header and claims are laid open below."),
    ("resource", "RFC 8707. PingOne ignores it."),
];

/// What is worth knowing about a line of a token response.
const GRANTED: [Note; 4] = [
    ("cache-control", "Required, so that no cache keeps the token."),
    ("\"token_type\"", "Bearer: whoever holds the token can use it."),
    ("\"expires_in\"", "Seconds, counted from the response."),
    (
        "\"scope\"",
        "What was granted. It has to be told where it differs from what was asked (RFC 6749 §3.3).",
    ),
];

/// What is worth knowing about a line of a refusal.
const REFUSED: [Note; 3] = [
    ("\"error\"", "The code is what a client may decide by. RFC 6749 §5.2."),
    ("\"error_description\"", "For people. Quote the correlation ID in it when you ask for support."),
    ("www-authenticate", "Due when the client tried the Authorization header."),
];

impl Annotated {
    /// A token request, its secrets as labels.
    pub(super) fn request(request: &PreparedRequest) -> Self {
        Self { lines: Self::plain(request), notes: vec![] }.with_notes(&REQUEST, 0)
    }

    /// Any request, without notes.
    pub(super) fn plain(request: &PreparedRequest) -> Vec<CodeLine> {
        request.lines(Reveal::Label).into_iter().map(code_line).collect()
    }

    /// An answer; its notes count on from `before`.
    pub(super) fn answer(answer: &Answer, before: usize) -> Self {
        let status = vec![
            CodeSpan::new(SpanKind::Dim, "HTTP/1.1 "),
            CodeSpan::new(SpanKind::Number, answer.status.to_string()),
        ];
        let mut lines = vec![CodeLine::new(status)];
        lines.extend(answer.headers.iter().map(|(name, value)| header(name, value)));
        lines.push(CodeLine::default());
        lines.extend(json_lines::members(&answer.body));
        let notes: &[Note] = if (200..300).contains(&answer.status) { &GRANTED } else { &REFUSED };
        Self { lines, notes: vec![] }.with_notes(notes, before)
    }

    fn with_notes(mut self, notes: &[Note], before: usize) -> Self {
        for line in &mut self.lines {
            let name = name(line);
            if let Some((_, note)) = notes.iter().find(|(known, _)| name.is_some_and(|name| is(known, name)))
            {
                self.notes.push((*note).to_owned());
                line.mark = Some(before + self.notes.len());
            }
        }
        self
    }
}

/// The name a line starts with: of a header, a form field or a member.
fn name(line: &CodeLine) -> Option<&str> {
    let key = line.spans.iter().find(|span| span.kind == SpanKind::Key)?;
    Some(key.text.trim_end_matches([':', ' ']))
}

/// Names of headers are the same in any case; the others have none to differ in.
fn is(known: &str, name: &str) -> bool {
    known.eq_ignore_ascii_case(name)
}

fn header(name: &str, value: &str) -> CodeLine {
    CodeLine::new(vec![
        CodeSpan::new(SpanKind::Key, [name, ": "].concat()),
        CodeSpan::new(SpanKind::Plain, value),
    ])
}

fn code_line(line: Line) -> CodeLine {
    let kind = |kind| match kind {
        WireSpan::Plain | WireSpan::Value => SpanKind::Plain,
        WireSpan::Key => SpanKind::Key,
        WireSpan::Dim => SpanKind::Dim,
        WireSpan::Placeholder => SpanKind::Placeholder,
    };
    let spans = line.spans.into_iter().map(|span| CodeSpan::new(kind(span.kind), span.text));
    CodeLine::new(spans.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_counted_in_the_order_of_their_lines() {
        let answer = Answer {
            status: 200,
            headers: vec![("Cache-Control".into(), "no-store".into()), ("Date".into(), "now".into())],
            body: r#"{"token_type":"Bearer","scope":"a"}"#.into(),
            truncated: false,
        };
        let annotated = Annotated::answer(&answer, 2);
        let marks: Vec<Option<usize>> = annotated.lines.iter().map(|line| line.mark).collect();
        assert_eq!(marks, [None, Some(3), None, None, None, Some(4), Some(5), None]);
        assert_eq!(annotated.notes.len(), 3);
    }

    #[test]
    fn a_refusal_has_notes_of_its_own() {
        let body = r#"{"error":"invalid_client"}"#.to_owned();
        let answer = Answer { status: 401, headers: vec![], body, truncated: false };
        assert_eq!(Annotated::answer(&answer, 0).notes, [REFUSED[0].1]);
    }
}
