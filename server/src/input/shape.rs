//! From a document to a type, with every misfit named.

use app::api::{DraftDocument, FieldFault, TokenExchange, VerifyRequest};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::tree::{self, MOST_FAULTS, Tree};
use crate::problem::{Code, Problem};

/// A body. Each of its fields may be left out, which is what lets them be tried one by one.
pub(crate) trait Shape: DeserializeOwned {
    /// Fields that may hold line breaks: keys come as PEM.
    const MULTILINE: &[&str] = &[];

    /// What is wrong with the values themselves, so that it is told together with wrong types.
    fn faults(&self) -> Vec<FieldFault> {
        vec![]
    }
}

impl Shape for TokenExchange {
    const MULTILINE: &[&str] = &["private_key"];

    fn faults(&self) -> Vec<FieldFault> {
        self.parse().err().unwrap_or_default()
    }
}

impl Shape for VerifyRequest {}

impl Shape for DraftDocument {}

/// Reads a body.
///
/// # Errors
///
/// `malformed-json`, or `invalid-input` with every fault. Neither repeats a value.
pub(super) fn read<T: Shape>(json: &[u8]) -> Result<T, Problem> {
    let Tree { value, mut faults } = tree::read(json, T::MULTILINE).map_err(|error| malformed(&error))?;
    let Value::Object(members) = value else {
        let detail = "Send a JSON object.".to_owned();
        faults.push(FieldFault { pointer: String::new(), code: "wrong-type".to_owned(), detail });
        return Err(Problem::invalid_input(faults));
    };
    let fitting = only_fitting::<T>(members, &mut faults);
    let value = T::deserialize(Value::Object(fitting)).map_err(|_| {
        // Every member fits on its own and no name is there twice: nothing is left to go wrong.
        Problem::invalid_input(vec![])
    })?;
    if faults.is_empty() {
        return Ok(value);
    }
    let named: Vec<String> = faults.iter().map(|fault| fault.pointer.clone()).collect();
    faults.extend(value.faults().into_iter().filter(|fault| !named.contains(&fault.pointer)));
    Err(Problem::invalid_input(faults))
}

/// The members of the right name and type; the others become faults.
fn only_fitting<T: Shape>(members: Map<String, Value>, faults: &mut Vec<FieldFault>) -> Map<String, Value> {
    let mut fitting = Map::new();
    for (name, value) in members {
        let alone = Value::Object(Map::from_iter([(name.clone(), value.clone())]));
        match serde_path_to_error::deserialize::<_, T>(alone) {
            Ok(_) => {
                fitting.insert(name, value);
            }
            Err(error) if faults.len() < MOST_FAULTS => faults.push(misfit(&name, &error)),
            Err(_) => {}
        }
    }
    fitting
}

fn misfit(name: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> FieldFault {
    let message = error.inner().to_string();
    let pointer = format!("/{}", tree::escape(name));
    let (code, detail) = if message.starts_with("unknown field") {
        ("unknown-field", "There is no such field.".to_owned())
    } else {
        ("wrong-type", expected(&message))
    };
    FieldFault { pointer, code: code.to_owned(), detail }
}

/// What a deserialiser says it expects. It stands last, and is our own text; all before it may quote.
fn expected(message: &str) -> String {
    match message.rsplit_once(", expected ").map(|(_, expected)| expected) {
        Some("u8" | "u16" | "u32" | "u64" | "usize") => "Use a whole number.".to_owned(),
        Some(expected) => format!("Use {expected}."),
        None => "This is not the type or the value that belongs here.".to_owned(),
    }
}

/// Where the document stops being JSON; the text there is not repeated.
fn malformed(error: &serde_json::Error) -> Problem {
    let place = format!("The body is not JSON: line {}, column {}.", error.line(), error.column());
    Problem::new(Code::MalformedJson, place)
}
