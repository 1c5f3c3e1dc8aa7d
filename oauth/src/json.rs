//! A JSON object as the ordered list of its members, each value still as text.
//!
//! What a server or a token says is read member by member from here. Nothing is lost on the way:
//! order, repeated names and numbers of any size stay as they were written, and a decision is never
//! taken from a map that silently kept the last of two values
//! ([RFC 8259 §4](https://www.rfc-editor.org/rfc/rfc8259#section-4)).

use std::{collections::BTreeSet, fmt};

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
        let mut seen = BTreeSet::new();
        self.members().map(|(name, _)| name).find(|name| !seen.insert(*name))
    }
}

/// The content of a JSON string.
pub(crate) fn string(value: &str) -> Option<String> {
    serde_json::from_str(value).ok()
}

/// What is wrong with a document, without a word of its content: a parser's message quotes the value
/// it did not expect, and that could be a token.
pub(crate) fn problem(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(", expected ") {
        Some((_, expected)) if error.is_data() => format!("expected {expected}"),
        _ => message,
    }
}

/// The whole part of a JSON number, `None` for anything else and for what is over eighteen digits.
///
/// Digits are moved about instead of parsing a float: that would bring ten kilobytes of tables into
/// the browser.
pub(crate) fn whole_number(text: &str) -> Option<i64> {
    let (sign, unsigned) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            (mantissa, exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?)
        }
        None => (unsigned, 0_i32),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    if whole.is_empty() || fraction.is_empty() || exponent.abs() > 400 {
        return None;
    }
    let mut digits = format!("{whole}{fraction}");
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let length = i32::try_from(whole.len()).ok()?.checked_add(exponent)?.max(0);
    let length = usize::try_from(length).ok()?;
    digits.extend(std::iter::repeat_n('0', length.saturating_sub(digits.len())));
    digits.truncate(length);
    match digits.trim_start_matches('0') {
        "" => Some(0),
        digits if digits.len() > 18 => None,
        digits => digits.parse::<i64>().ok().map(|number| sign * number),
    }
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
    fn the_whole_part_of_a_number_is_read_in_every_notation() {
        for (text, number) in [
            ("0", 0),
            ("3600", 3600),
            ("3600.0", 3600),
            ("3599.999", 3599),
            ("1.768386413E9", 1_768_386_413),
            ("1.5e+3", 1500),
            ("25e-1", 2),
            ("5e-9", 0),
            ("-1.9", -1),
            ("-0", 0),
            ("999999999999999999", 999_999_999_999_999_999),
        ] {
            assert_eq!(whole_number(text), Some(number), "{text}");
        }
        for text in [
            "",
            "-",
            "x",
            "1x",
            "1.",
            ".5",
            "1e",
            "e5",
            "1e400",
            "1000000000000000000",
            "1e99999999999",
            "+1",
            " 1",
            "NaN",
            "inf",
            "1_0",
        ] {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }

    #[test]
    fn a_problem_names_the_place_and_quotes_nothing() {
        let refused = |text: &[u8]| problem(&Object::parse(text).err().unwrap());
        assert_eq!(refused(b"\"canary, expected x\""), "expected a JSON object at line 1 column 20");
        assert_eq!(refused(b"{\"a\":canary}"), "expected value at line 1 column 6");
        assert_eq!(refused(b""), "EOF while parsing a value at line 1 column 0");
    }

    #[test]
    fn ten_thousand_members_are_compared_without_delay() {
        let members: Vec<String> = (0..10_000).map(|index| format!("\"{index}\":1")).collect();
        let text = format!("{{{},\"0\":2}}", members.join(","));
        assert_eq!(Object::parse(text.as_bytes()).unwrap().duplicate(), Some("0"));
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
