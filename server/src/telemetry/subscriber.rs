//! What is logged, and how it looks.

use std::str::FromStr;

use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::{
    EnvFilter, Layer, filter::FilterExt, filter::filter_fn, fmt::MakeWriter, layer::SubscriberExt, registry,
};

use super::EscapedLines;

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogFormat {
    /// Time, level, message, fields: for people.
    #[default]
    Text,
    /// One JSON object: for machines.
    Json,
}

impl FromStr for LogFormat {
    type Err = InvalidLogFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(InvalidLogFormat),
        }
    }
}

/// Not the name of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("use text or json")]
pub struct InvalidLogFormat;

/// A filter that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("use a level (error, warn, info, debug, trace) or a list such as info,server=debug")]
pub struct InvalidFilter;

/// A subscriber that writes the events which pass `filter` to `writer`.
///
/// # Errors
///
/// [`InvalidFilter`].
pub fn subscriber<W>(
    filter: &str,
    format: LogFormat,
    writer: W,
) -> Result<impl Subscriber + Send + Sync, InvalidFilter>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let filter = EnvFilter::builder().parse(filter).map_err(|_| InvalidFilter)?.and(filter_fn(is_harmless));
    // Colours would be escape sequences, of which no line has any.
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(EscapedLines::new(writer));
    // The module's name would be a second member `target` beside the host that a request goes to.
    let lines = lines.with_target(false);
    let layer = match format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    };
    Ok(registry().with(layer.with_filter(filter)))
}

/// These crates write headers and bodies into their detailed events, whatever the filter asks for.
const TALKATIVE: [&str; 7] = ["h2", "hyper", "hyper_util", "reqwest", "rustls", "tower", "want"];

fn is_harmless(metadata: &Metadata<'_>) -> bool {
    let module = metadata.target().split("::").next().unwrap_or_default();
    *metadata.level() <= Level::INFO || !TALKATIVE.contains(&module)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use oauth::wire::AuthMethod;

    use super::{super::memory::Memory, *};

    fn logged(format: LogFormat, events: impl FnOnce()) -> String {
        let memory = Memory::default();
        let writer = memory.clone();
        let subscriber = subscriber("trace", format, move || writer.clone()).unwrap();
        tracing::subscriber::with_default(subscriber, events);
        memory.text()
    }

    #[test]
    fn the_http_stack_keeps_its_details_to_itself_even_at_trace() {
        let log = logged(LogFormat::Text, || {
            tracing::trace!(target: "hyper::proto::h1", "authorization: Basic canary");
            tracing::debug!(target: "reqwest::connect", "canary");
            tracing::trace!(target: "server::session", "seen");
        });
        assert!(!log.contains("canary") && log.contains("seen"));
    }

    /// Every character up to the last that can steer a terminal or turn text around, and some words.
    fn hostile_texts() -> Vec<String> {
        let words =
            ["a\nb", "\u{1b}[2J", "\r\n2026-01-01 INFO [✅ CC] token acquired", "%0a%1b", "\\n\\u001b"];
        let characters = ('\0'..='\u{206f}').map(|character| format!("x{character}y"));
        characters.chain(words.map(str::to_owned)).collect()
    }

    #[test]
    fn each_event_is_one_line_in_both_formats() {
        let texts = hostile_texts();
        for format in [LogFormat::Text, LogFormat::Json] {
            let log = logged(format, || {
                for text in &texts {
                    tracing::info!(value = text, display = %text, debug = ?text, "{text}");
                }
            });
            assert_eq!(log.split_terminator('\n').count(), texts.len());
            assert!(log.chars().all(|character| character == '\n' || !character.is_control()));
            assert!(!log.contains(['\u{202e}', '\u{2066}', '\u{2028}', '\u{2029}']));
        }
    }

    #[test]
    fn in_json_every_value_can_be_read_back() {
        let texts = hostile_texts();
        let log =
            logged(LogFormat::Json, || texts.iter().for_each(|text| tracing::info!(value = text, "{text}")));
        for (line, text) in log.split_terminator('\n').zip(&texts) {
            let event: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!((&event["value"], &event["message"]), (&text[..].into(), &text[..].into()));
        }
    }

    #[test]
    fn in_json_the_target_of_a_request_is_the_only_member_of_this_name() {
        let log = logged(LogFormat::Json, || {
            crate::telemetry::client_credentials::request_built(AuthMethod::ClientSecretPost, "as.example");
        });
        let event: serde_json::Value = serde_json::from_str(&log).unwrap();
        assert_eq!((&event["target"], log.matches("\"target\":").count()), (&"as.example".into(), 1));
    }

    #[test]
    fn a_filter_that_cannot_be_read_says_what_can() {
        assert!(subscriber("server=loud", LogFormat::Text, std::io::sink).is_err());
        assert_eq!("xml".parse::<LogFormat>(), Err(InvalidLogFormat));
    }
}
