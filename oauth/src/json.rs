//! A JSON object as the ordered list of its members, each value still as text.
//!
//! What a server or a token says is read member by member from here. Nothing is lost on the way:
//! order, repeated names and numbers of any size stay as they were written, and a decision is never
//! taken from a map that silently kept the last of two values
//! ([RFC 8259 §4](https://www.rfc-editor.org/rfc/rfc8259#section-4)).

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

/// The members of one object.
pub(crate) struct Object(Vec<(String, Box<RawValue>)>);

impl Object {
    /// Reads one object and nothing after it.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(text)
    }

    /// Name and value text of every member, in order.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.get()))
    }

    /// The JSON text of a member's value.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.members().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// A member's value if it is a string.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(string)
    }

    /// The first name that occurs twice.
    pub(crate) fn duplicate(&self) -> Option<&str> {
        let names = || self.0.iter().map(|(name, _)| name.as_str());
        names()
            .enumerate()
            .find(|(index, name)| names().take(*index).any(|earlier| earlier == *name))
            .map(|(_, name)| name)
    }
}

/// The content of a JSON string.
pub(crate) fn string(value: &str) -> Option<String> {
    serde_json::from_str(value).ok()
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Object(members))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    #[test]
    fn order_and_the_text_of_numbers_are_kept() {
        let object = Object::parse(br#"{"b": 1e400, "a": "\u00e9", "c": [1, {"d": 18446744073709551616}]}"#);
        let object = object.unwrap();
        let members: Vec<_> = object.members().collect();
        assert_eq!(members[0], ("b", "1e400"));
        assert_eq!(members[1], ("a", r#""\u00e9""#));
        assert_eq!(members[2], ("c", r#"[1, {"d": 18446744073709551616}]"#));
        assert_eq!(object.text("a").as_deref(), Some("é"));
        assert_eq!(object.text("b"), None);
    }

    #[test]
    fn a_repeated_name_is_found_however_it_is_spelled() {
        assert_eq!(Object::parse(br#"{"a":1,"\u0061":2}"#).unwrap().duplicate(), Some("a"));
        assert_eq!(Object::parse(br#"{"a":1,"b":2}"#).unwrap().duplicate(), None);
    }

    #[test]
    fn anything_but_one_object_is_refused() {
        for text in
            ["", "[]", "null", "{} {}", "\u{feff}{}", "{\"a\":NaN}", "{\"a\":01}", "{'a':1}", "{\"a\":1,}"]
        {
            assert!(Object::parse(text.as_bytes()).is_err(), "{text:?}");
        }
        assert!(Object::parse(b"{\"a\":\"\xff\"}").is_err());
    }
}
