//! JSON text as coloured lines. A scan, not a parse: masked and broken bodies are shown as far as they go.

use crate::ui::{CodeLine, CodeSpan, SpanKind};

/// A piece of JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Token<'a> {
    kind: SpanKind,
    text: &'a str,
}

/// Members whose value is a credential: the log keeps it masked, and the page shows it as a label.
const CREDENTIALS: [&str; 3] = ["\"access_token\"", "\"refresh_token\"", "\"id_token\""];

/// The text line by line, exactly as it came.
pub fn verbatim(text: &str) -> Vec<CodeLine> {
    text.lines().map(|line| CodeLine::new(tokens(line).into_iter().map(span).collect::<Vec<_>>())).collect()
}

/// A JSON object or array with a member a line, whatever its own line breaks are; other text as it came.
pub fn members(text: &str) -> Vec<CodeLine> {
    if !text.trim_start().starts_with(['{', '[']) {
        return verbatim(text);
    }
    let mut layout = Layout::default();
    let tokens = tokens(text).into_iter().filter(|token| !token.text.trim().is_empty());
    for token in tokens {
        layout.add(token);
    }
    layout.finish()
}

#[derive(Default)]
struct Layout {
    lines: Vec<CodeLine>,
    spans: Vec<CodeSpan>,
    depth: usize,
    /// Whether a bracket was opened and nothing came since: `{}` stays on its line.
    just_opened: bool,
}

impl Layout {
    fn add(&mut self, token: Token<'_>) {
        let closes = matches!(token.text, "}" | "]");
        if closes {
            self.depth = self.depth.saturating_sub(1);
        }
        if closes != self.just_opened {
            self.line_break();
        }
        self.just_opened = matches!(token.text, "{" | "[");
        self.put(if token.text == ":" { Token { text: ": ", ..token } } else { token });
        match token.text {
            "{" | "[" => self.depth += 1,
            "," => self.line_break(),
            _ => {}
        }
    }

    fn put(&mut self, token: Token<'_>) {
        if self.spans.is_empty() && self.depth > 0 {
            self.spans.push(CodeSpan::new(SpanKind::Plain, "  ".repeat(self.depth)));
        }
        self.spans.push(span(token));
    }

    fn line_break(&mut self) {
        self.lines.push(CodeLine::new(std::mem::take(&mut self.spans)));
    }

    fn finish(mut self) -> Vec<CodeLine> {
        if !self.spans.is_empty() {
            self.line_break();
        }
        self.lines
    }
}

fn span(token: Token<'_>) -> CodeSpan {
    CodeSpan::new(token.kind, token.text)
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '"' => (SpanKind::Text, string_end(rest)),
            '{' | '}' | '[' | ']' | ',' | ':' => (SpanKind::Plain, 1),
            '-' | '0'..='9' => {
                (SpanKind::Number, run(rest, |c| c.is_ascii_alphanumeric() || "+-.".contains(c)))
            }
            'a'..='z' => (SpanKind::Word, run(rest, |c| c.is_ascii_alphabetic())),
            _ if first.is_whitespace() => (SpanKind::Plain, run(rest, char::is_whitespace)),
            _ => (SpanKind::Plain, first.len_utf8()),
        };
        let (text, after) = rest.split_at(length);
        let kind = role(kind, after, &found);
        found.push(Token { kind, text });
        rest = after;
    }
    found
}

/// A string before a colon is a name; one after the name of a credential stands for a secret.
fn role(kind: SpanKind, after: &str, before: &[Token<'_>]) -> SpanKind {
    let mut name = before.iter().rev().filter(|token| !token.text.trim().is_empty() && token.text != ":");
    match kind {
        SpanKind::Text if after.trim_start().starts_with(':') => SpanKind::Key,
        SpanKind::Text if name.next().is_some_and(|name| is_credential(*name)) => SpanKind::Placeholder,
        _ => kind,
    }
}

fn is_credential(name: Token<'_>) -> bool {
    name.kind == SpanKind::Key && CREDENTIALS.contains(&name.text)
}

/// Where the string ends that `text` begins with.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' if !escaped => escaped = true,
            _ => escaped = false,
        }
    }
    text.len()
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[CodeLine]) -> String {
        let line = |line: &CodeLine| line.spans.iter().map(|span| span.text.as_str()).collect::<String>();
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn kind_of(lines: &[CodeLine], text: &str) -> Option<SpanKind> {
        lines.iter().flat_map(|line| &line.spans).find(|span| span.text == text).map(|span| span.kind)
    }

    const BODY: &str =
        r#"{"access_token":"eyJhbG…H3z","expires_in":3600,"ok":true,"list":[],"of":{"a":["b"]}}"#;

    #[test]
    fn each_member_gets_a_line() {
        let expected = "{\n  \"access_token\": \"eyJhbG…H3z\",\n  \"expires_in\": 3600,\n  \"ok\": true,\n  \"list\": [],\n  \
                        \"of\": {\n    \"a\": [\n      \"b\"\n    ]\n  }\n}";
        assert_eq!(text(&members(BODY)), expected);
    }

    #[test]
    fn a_body_that_is_laid_out_already_looks_the_same() {
        assert_eq!(text(&members("{ \"a\" : 1 ,\n\n\"b\":2}")), text(&members(r#"{"a":1,"b":2}"#)));
    }

    #[test]
    fn names_values_and_credentials_are_told_apart() {
        let lines = members(BODY);
        assert_eq!(kind_of(&lines, "\"expires_in\""), Some(SpanKind::Key));
        assert_eq!(kind_of(&lines, "3600"), Some(SpanKind::Number));
        assert_eq!(kind_of(&lines, "true"), Some(SpanKind::Word));
        assert_eq!(kind_of(&lines, "\"eyJhbG…H3z\""), Some(SpanKind::Placeholder));
        assert_eq!(kind_of(&lines, "\"b\""), Some(SpanKind::Text));
    }

    #[test]
    fn what_is_no_json_is_shown_as_it_came() {
        for body in ["<html>\n<p>\"no\"</p>", "{\"open", "", "\"\\\"\" é{"] {
            assert_eq!(text(&verbatim(body)), body.trim_end_matches('\n'));
        }
        assert_eq!(text(&members("<html>\n</html>")), "<html>\n</html>");
    }
}
