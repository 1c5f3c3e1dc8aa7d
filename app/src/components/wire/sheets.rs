//! Everything there is to read about one message, made in one go.

use oauth::{export::curl, request::Reveal};

use super::{
    annotated::Annotated,
    made_of,
    shown::{Message, Phase},
};
use crate::ui::{CodeLine, CodeSpan, SpanKind};

/// The sheets of one message. What does not apply is empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Sheets {
    message: Option<Message>,
    /// Whether it was sent already.
    pub(super) sent: bool,
    /// The request as lines, and as one text to copy.
    pub(super) request: Vec<CodeLine>,
    pub(super) http: String,
    /// Why no answer could be used.
    pub(super) failure: String,
    pub(super) answer: Option<AnswerSheet>,
    pub(super) notes: Vec<String>,
    /// The strings of a Basic header.
    pub(super) basic: Vec<CodeLine>,
    pub(super) assertion_header: Vec<CodeLine>,
    pub(super) assertion_claims: Vec<CodeLine>,
    /// How the browser asks this server for it.
    pub(super) from_browser: Vec<CodeLine>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct AnswerSheet {
    pub(super) status: u16,
    pub(super) lines: Vec<CodeLine>,
    pub(super) body: String,
    /// Whether the body was longer than what is kept.
    pub(super) truncated: bool,
}

impl Sheets {
    /// The sheets of a message.
    pub(super) fn of(message: &Message) -> Self {
        let request = Annotated::request(&message.request);
        let answer = message.answer().map(|answer| (answer, Annotated::answer(answer, request.notes.len())));
        let answer_notes = answer.as_ref().map(|(_, annotated)| annotated.notes.clone()).unwrap_or_default();
        let over = matches!(message.phase, Phase::Over(_));
        let assertion = message.assertion.as_ref().map(|assertion| made_of::assertion(assertion, over));
        let [assertion_header, assertion_claims] = assertion.unwrap_or_default();
        Self {
            message: Some(message.clone()),
            sent: message.phase != Phase::Next,
            http: message.request.text(Reveal::Label),
            notes: [request.notes, answer_notes].concat(),
            request: request.lines,
            failure: message.failure().map(|failure| failure.detail.clone()).unwrap_or_default(),
            answer: answer.map(|(answer, annotated)| AnswerSheet {
                status: answer.status,
                lines: annotated.lines,
                body: answer.body.clone(),
                truncated: answer.truncated,
            }),
            basic: made_of::basic(&message.request, &message.client_id).unwrap_or_default(),
            assertion_header,
            assertion_claims,
            from_browser: message.from_browser.as_ref().map(Annotated::plain).unwrap_or_default(),
        }
    }
}

impl Sheets {
    /// The request as a script that runs as it stands once its variables are set. Made when it is looked at: it takes
    /// longer than the rest.
    pub(super) fn script(&self) -> String {
        let Some(message) = &self.message else { return String::new() };
        let client_id = message.client_id.parse().ok();
        curl::script(&message.request, client_id.as_ref(), message.assertion.as_ref()).to_string()
    }
}

/// A script as lines without colours.
pub(super) fn script_lines(script: &str) -> Vec<CodeLine> {
    script.lines().map(|line| CodeLine::new(vec![CodeSpan::new(SpanKind::Plain, line)])).collect()
}
