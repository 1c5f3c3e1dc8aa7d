//! A JSON document as it was written: repeated members and control characters are noticed, where
//! `serde_json` keeps the last member and says nothing.

use std::{cell::RefCell, fmt};

use app::api::FieldFault;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// Most faults that are told.
pub(super) const MOST_FAULTS: usize = 64;

/// A document and what is wrong with its members and texts.
pub(super) struct Tree {
    pub(super) value: Value,
    pub(super) faults: Vec<FieldFault>,
}

/// Reads a document; `multiline` names the top-level members that may hold line breaks and tabs.
pub(super) fn read(json: &[u8], multiline: &[&str]) -> Result<Tree, serde_json::Error> {
    let faults = RefCell::default();
    let mut document = serde_json::Deserializer::from_slice(json);
    let root = Node { pointer: String::new(), multiline, faults: &faults };
    let value = root.deserialize(&mut document)?;
    document.end()?;
    Ok(Tree { value, faults: faults.into_inner() })
}

/// Where a value stands.
#[derive(Clone)]
struct Node<'a> {
    pointer: String,
    multiline: &'a [&'a str],
    faults: &'a RefCell<Vec<FieldFault>>,
}

impl Node<'_> {
    fn below(&self, token: &str) -> Self {
        Self { pointer: format!("{}/{}", self.pointer, escape(token)), ..self.clone() }
    }

    fn note(&self, code: &str, detail: &str) {
        let mut faults = self.faults.borrow_mut();
        if faults.len() < MOST_FAULTS {
            let (pointer, code) = (self.pointer.clone(), code.to_owned());
            faults.push(FieldFault { pointer, code, detail: detail.to_owned() });
        }
    }

    fn check(&self, text: &str) {
        let lines = self.pointer.strip_prefix('/').is_some_and(|name| self.multiline.contains(&name));
        let allowed = |character| lines && matches!(character, '\n' | '\r' | '\t');
        if text.chars().any(|character| character.is_ascii_control() && !allowed(character)) {
            self.note("control-character", "Remove the line break or control character.");
        }
    }
}

/// A member's name in a JSON pointer ([RFC 6901 §3](https://www.rfc-editor.org/rfc/rfc6901#section-3)),
/// shortened: no field has a longer name.
pub(super) fn escape(name: &str) -> String {
    let short: String = name.chars().take(64).collect();
    short.replace('~', "~0").replace('/', "~1")
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.check(value);
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self.below(&array.len().to_string()))? {
            array.push(item);
        }
        Ok(array.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let member = self.below(&name);
            if object.contains_key(&name) {
                member.note("duplicate-member", "Give this member once.");
            }
            if name.chars().any(|character| character.is_ascii_control()) {
                member.note("control-character", "Remove the control character from the name.");
            }
            let value = members.next_value_seed(member)?;
            object.insert(name, value);
        }
        Ok(object.into())
    }
}
