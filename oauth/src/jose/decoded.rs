//! What may be shown of a JWT: header and claims as written, the parts masked.

use serde::{Deserialize, Serialize};

use super::UnverifiedJwt;
use crate::json::Object;

/// The inside of a JWT for the eye. It cannot be turned back into the token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decoded {
    /// The members of the header, in order.
    pub header: Vec<Member>,
    /// The claims, in order; empty where the payload has none.
    pub claims: Vec<Member>,
    /// Why the payload is not a set of claims, where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload_problem: Option<String>,
    /// Header, payload and signature as they are written, masked in the middle.
    pub segments: Vec<MaskedSegment>,
}

/// One member: its name and the JSON text of its value, exactly as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The name.
    pub name: String,
    /// The value as JSON text, so that a number of any size is shown as it is.
    pub json: String,
}

/// A part of the compact form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaskedSegment {
    /// The characters shown at its start.
    pub head: String,
    /// How many characters are masked.
    pub masked: usize,
    /// The characters shown at its end.
    pub tail: String,
}

impl UnverifiedJwt {
    /// The token for the eye.
    pub fn decoded(&self) -> Decoded {
        let [header, payload, signature] = self.segments();
        Decoded {
            header: members(self.header()),
            claims: self.payload().map(members).unwrap_or_default(),
            payload_problem: self.payload().err().cloned(),
            segments: vec![mask(header, 80, 0), mask(payload, 36, 8), mask(signature, 12, 3)],
        }
    }
}

fn members(object: &Object) -> Vec<Member> {
    object.members().map(|(name, json)| Member { name: name.to_owned(), json: json.to_owned() }).collect()
}

/// Shows at most `head` and `tail` characters, and never more than half of a short segment: a
/// signature that is shown whole would make the rest of the token usable.
fn mask(segment: &str, head: usize, tail: usize) -> MaskedSegment {
    let fits = segment.len() >= 2 * (head + tail);
    let (head, tail) = if tail == 0 {
        (head.min(segment.len()), 0)
    } else if fits {
        (head, tail)
    } else {
        (0, 0)
    };
    let end = segment.len() - tail;
    MaskedSegment { head: segment[..head].to_owned(), masked: end - head, tail: segment[end..].to_owned() }
}
