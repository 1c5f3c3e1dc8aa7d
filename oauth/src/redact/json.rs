//! JSON bodies: values of sensitive members are masked, every other byte stays.
//!
//! This is a scan and not a parse, so that order, white space and numbers survive and that broken
//! JSON is masked as far as it goes.

use super::{is_sensitive, mask_token};
use crate::json::string;

/// Masks a JSON text, valid or not. `scrub` sees every string with its escapes resolved, because a
/// server may write any character as `\u0041`.
pub(super) fn mask(text: &str, scrub: &dyn Fn(&str) -> String) -> String {
    let out = String::with_capacity(text.len());
    let mut scan = Scan { out, scrub, key: None, depth: 0, below: None };
    let mut rest = text;
    while !rest.is_empty() {
        rest = scan.step(rest);
    }
    scan.out
}

struct Scan<'s> {
    out: String,
    scrub: &'s dyn Fn(&str) -> String,
    /// The name whose value comes next.
    key: Option<String>,
    depth: usize,
    /// The depth at which a sensitive member opened an object or array: all below it is masked.
    below: Option<usize>,
}

impl Scan<'_> {
    /// Takes one string, bracket or stretch between them off the front.
    fn step<'a>(&mut self, rest: &'a str) -> &'a str {
        match rest.as_bytes()[0] {
            b'"' => self.literal(rest),
            bracket @ (b'{' | b'[' | b'}' | b']') => {
                self.bracket(bracket);
                &rest[1..]
            }
            _ => {
                let end = rest.find(['"', '{', '[', '}', ']']).unwrap_or(rest.len());
                self.between(&rest[..end]);
                &rest[end..]
            }
        }
    }

    fn literal<'a>(&mut self, rest: &'a str) -> &'a str {
        let (literal, after) = rest.split_at(literal_end(rest));
        let content = string(literal).unwrap_or_else(|| literal.trim_matches('"').to_owned());
        let is_name = self.below.is_none() && after.trim_start().starts_with(':');
        let masked =
            if !is_name && self.hides(&content) { mask_token(&content) } else { (self.scrub)(&content) };
        if masked == content {
            self.out.push_str(literal);
        } else {
            self.out.push_str(&quoted(&masked));
        }
        self.key = is_name.then_some(content);
        after
    }

    fn bracket(&mut self, bracket: u8) {
        self.out.push(char::from(bracket));
        if matches!(bracket, b'{' | b'[') {
            if self.below.is_none() && self.hides("") {
                self.below = Some(self.depth);
            }
            self.depth += 1;
        } else {
            self.depth = self.depth.saturating_sub(1);
            self.below = self.below.filter(|depth| *depth < self.depth);
        }
        self.key = None;
    }

    /// White space, punctuation, numbers and words; after a sensitive name a number is masked too.
    fn between(&mut self, text: &str) {
        let is_scalar = |c: char| !matches!(c, ':' | ',') && !c.is_whitespace();
        let scalar = text.trim_matches(|c| !is_scalar(c));
        if !self.hides(scalar) || matches!(scalar, "" | "null" | "true" | "false") {
            self.out.push_str(text);
            return;
        }
        let mut masked = false;
        for c in text.chars() {
            if !is_scalar(c) {
                self.out.push(c);
                masked = false;
            } else if !masked {
                self.out.push_str("\"…\"");
                masked = true;
            }
        }
    }

    fn hides(&self, value: &str) -> bool {
        self.below.is_some() || self.key.as_deref().is_some_and(|key| is_sensitive(key, value))
    }
}

/// The length of the string literal at the start of `text`, quotes included; a string that never
/// ends reaches to the end.
fn literal_end(text: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// A string always serialises.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
