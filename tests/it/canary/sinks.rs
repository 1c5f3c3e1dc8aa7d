//! Where a secret could turn up, and what was planted.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use serde_json::Value;

use super::encodings::found;
use crate::harness::Reply;

/// The headers that hand a session to its owner.
const SESSION: [&str; 2] = ["set-cookie", "x-session-id"];

/// A text that somebody other than the secret's owner may read.
#[derive(Debug)]
pub(super) struct Sink {
    pub(super) name: String,
    pub(super) text: String,
}

/// Everything that was collected, and everything it must not hold.
#[derive(Debug, Default)]
pub(super) struct Search {
    pub(super) sinks: Vec<Sink>,
    canaries: Vec<(String, String)>,
    calls: Vec<String>,
    /// Answers of providers that went to a script as they were.
    untouched: String,
}

impl Search {
    /// Plants a secret under a name that says what it is.
    pub(super) fn plant(&mut self, name: impl Into<String>, secret: impl Into<String>) {
        self.canaries.push((name.into(), secret.into()));
    }

    /// Collects a text.
    pub(super) fn collect(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.sinks.push(Sink { name: name.into(), text: text.into() });
    }

    /// Plants the session that an answer hands out.
    pub(super) fn plant_session(&mut self, reply: &Reply) {
        let ids = SESSION.map(|header| (header, reply.header(header).split(';').next().unwrap_or_default()));
        for (header, id) in ids.into_iter().filter(|(_, id)| !id.is_empty()) {
            self.plant(header, id.rsplit('=').next().unwrap_or_default());
        }
    }

    /// Collects an answer: its body and its headers, but the one that hands the session to its owner.
    pub(super) fn collect_reply(&mut self, name: impl Into<String>, reply: &Reply) {
        let headers = reply.headers.iter().filter(|(name, _)| !SESSION.contains(&name.as_str()));
        let mut message: Vec<String> =
            headers.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
        message.push(reply.text().to_owned());
        self.collect(name, message.join("\n"));
    }

    /// Keeps an answer that only its script may read.
    pub(super) fn leave_untouched(&mut self, reply: &Reply) {
        self.untouched.push_str(reply.text());
    }

    /// Whether a secret went over the wire and came back, so that it could have leaked.
    pub(super) fn was_in_play(&self, secret: &str) -> bool {
        !found(&self.untouched, secret).is_empty()
    }

    /// Notes the id of a call, which may be seen everywhere.
    pub(super) fn note_call(&mut self, reply: &Reply) {
        let id = reply.header("x-exchange-id");
        self.calls.extend((!id.is_empty()).then(|| id.to_owned()));
    }

    /// The id of the latest call.
    pub(super) fn latest_call(&self) -> &str {
        self.calls.last().unwrap()
    }

    /// What was found where, and in which encoding.
    pub(super) fn leaks(&self) -> Vec<String> {
        let mut leaks = vec![];
        for sink in &self.sinks {
            for (canary, secret) in &self.canaries {
                let encodings = found(&sink.text, secret);
                if !encodings.is_empty() {
                    leaks.push(format!("{canary} in {} as {}", sink.name, encodings.join(", ")));
                }
            }
        }
        leaks
    }

    /// The names of the sinks in which a text that may be seen is found: proof that they are what they seem.
    pub(super) fn sinks_with(&self, visible: &str) -> Vec<&str> {
        let with = self.sinks.iter().filter(|sink| sink.text.contains(visible));
        with.map(|sink| sink.name.as_str()).collect()
    }

    /// What was planted, and how much of it.
    pub(super) fn planted(&self, name: &str) -> usize {
        self.canaries.iter().filter(|(canary, _)| canary == name).count()
    }
}

/// A log in memory.
#[derive(Debug, Clone, Default)]
pub(super) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(event);
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A member that is a text; what stands around it may be secret and is not printed.
pub(super) fn text(value: &Value, member: &str) -> String {
    value[member].as_str().map(str::to_owned).unwrap()
}
