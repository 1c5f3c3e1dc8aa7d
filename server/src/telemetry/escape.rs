//! Keeps one event on one line.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use tracing_subscriber::fmt::MakeWriter;

/// A writer that takes one event per write and escapes every character that could end the line early,
/// steer a terminal or turn text around, as `\u001b`: in JSON that is the same string, to a person it is
/// harmless.
#[derive(Debug, Clone)]
pub struct EscapedLines<W>(W);

impl<W> EscapedLines<W> {
    /// Escapes on the way to `writer`.
    pub const fn new(writer: W) -> Self {
        Self(writer)
    }
}

impl<'a, W: MakeWriter<'a>> MakeWriter<'a> for EscapedLines<W> {
    type Writer = EscapedLines<W::Writer>;

    fn make_writer(&'a self) -> Self::Writer {
        EscapedLines(self.0.make_writer())
    }
}

impl<W: Write> Write for EscapedLines<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let line = text.strip_suffix('\n').unwrap_or(&text);
        self.0.write_all(format!("{}\n", escape(line)).as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The line as it may be written; most lines need no copy.
fn escape(line: &str) -> Cow<'_, str> {
    if !line.chars().any(is_active) {
        return line.into();
    }
    let escaped = |character| {
        if is_active(character) { format!("\\u{:04x}", u32::from(character)) } else { character.to_string() }
    };
    line.chars().map(escaped).collect()
}

/// Control characters, line and paragraph separators, and what changes the direction of writing. All lie
/// in the basic plane, so four digits are enough.
fn is_active(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    fn written(event: &str) -> String {
        let mut lines = EscapedLines::new(Vec::new());
        lines.write_all(event.as_bytes()).unwrap();
        String::from_utf8(lines.0).unwrap()
    }

    #[test]
    fn an_event_stays_one_line_whatever_its_values_are() {
        assert_eq!(
            written("a\r\nb\u{2028}c\u{1b}[31m\u{9b}0m\u{7f}\n"),
            "a\\u000d\\u000ab\\u2028c\\u001b[31m\\u009b0m\\u007f\n"
        );
    }

    #[test]
    fn text_is_not_turned_around() {
        assert_eq!(written("\u{202e}gnp.exe\u{2066}\n"), "\\u202egnp.exe\\u2066\n");
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        assert_eq!(written("[🏗️ CC] größe=\"x\\y\"\n"), "[🏗️ CC] größe=\"x\\y\"\n");
    }

    #[test]
    fn escaped_json_is_the_same_json() {
        let line = written("{\"a\":\"\u{7f}\u{202e}\"}\n");
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["a"], "\u{7f}\u{202e}");
    }
}
