//! Decoding a compact JWS ([RFC 7515 §7.1](https://www.rfc-editor.org/rfc/rfc7515#section-7.1)).

use std::fmt;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

use crate::json::{Object, problem};

/// A JWT that has been decoded and nothing more: anybody could have written every byte of it.
///
/// It holds the token, so it can be neither printed nor serialised; [`UnverifiedJwt::decoded`] is
/// what may be shown.
pub struct UnverifiedJwt {
    compact: Zeroizing<String>,
    /// Where the two dots are.
    dots: [usize; 2],
    header: Object,
    payload: Result<Object, String>,
    signature: Vec<u8>,
}

/// A part of a compact JWS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Before the first dot.
    Header,
    /// Between the dots.
    Payload,
    /// After the second dot.
    Signature,
}

/// Why a token has no inside to show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDecodable {
    /// Longer than [`UnverifiedJwt::MAX_BYTES`].
    #[error("The token is longer than 64 KiB, so it is not decoded.")]
    TooLong,
    /// Not a JWT at all, which is perfectly fine for a token.
    #[error(
        "The token is opaque: it has no inside that a client could read. Only its server knows what it means; introspection asks it."
    )]
    Opaque,
    /// Five parts: a JWE ([RFC 7516 §3.1](https://www.rfc-editor.org/rfc/rfc7516#section-3.1)).
    #[error("The token is encrypted (JWE), so its content cannot be shown.")]
    Encrypted,
    /// A JWS in JSON serialisation ([RFC 7515 §7.2](https://www.rfc-editor.org/rfc/rfc7515#section-7.2)).
    #[error("This is a JWS in JSON serialisation; a token is a compact one: three parts with two dots.")]
    JsonSerialization,
    /// A part is not base64url without padding.
    #[error(
        "The {0} is not base64url as a JWT has it: no padding, no white space, no stray bits (RFC 7515 §2)."
    )]
    Base64(Segment),
    /// The header is not a JSON object.
    #[error("The header is not a JSON object: {0}.")]
    Header(String),
}

impl UnverifiedJwt {
    /// Longest accepted token in bytes.
    pub const MAX_BYTES: usize = 64 * 1024;

    /// Decodes all three parts, strictly.
    pub fn decode(compact: &str) -> Result<Self, NotDecodable> {
        if compact.len() > Self::MAX_BYTES {
            return Err(NotDecodable::TooLong);
        }
        if compact.trim_start().starts_with('{') {
            return Err(NotDecodable::JsonSerialization);
        }
        let dots: Vec<usize> = compact.match_indices('.').map(|(index, _)| index).collect();
        let first = compact.split('.').next().unwrap_or_default();
        let header = match decode(first, Segment::Header) {
            Ok(bytes) if bytes.trim_ascii_start().starts_with(b"{") => bytes,
            Err(error) if dots.len() == 2 && compact.starts_with("ey") => return Err(error),
            _ => return Err(NotDecodable::Opaque),
        };
        let [one, two] = match dots[..] {
            [one, two] => [one, two],
            [_, _, _, _] => return Err(NotDecodable::Encrypted),
            _ => return Err(NotDecodable::Opaque),
        };
        let header = Object::parse(&header).map_err(|error| NotDecodable::Header(problem(&error)))?;
        let payload = decode(&compact[one + 1..two], Segment::Payload)?;
        Ok(Self {
            header,
            payload: Object::parse(&payload).map_err(|error| problem(&error)),
            signature: decode(&compact[two + 1..], Segment::Signature)?,
            compact: Zeroizing::new(compact.to_owned()),
            dots: [one, two],
        })
    }

    /// The `alg` header, where it is a string.
    pub fn alg(&self) -> Option<String> {
        self.header.text("alg")
    }

    /// The `kid` header, where it is a string.
    pub fn kid(&self) -> Option<String> {
        self.header.text("kid")
    }

    /// The header.
    pub(super) const fn header(&self) -> &Object {
        &self.header
    }

    /// The claims, or why the payload is not a set of claims.
    pub(super) const fn payload(&self) -> Result<&Object, &String> {
        self.payload.as_ref()
    }

    /// The three parts as they are written.
    pub(super) fn segments(&self) -> [&str; 3] {
        let [one, two] = self.dots;
        [&self.compact[..one], &self.compact[one + 1..two], &self.compact[two + 1..]]
    }

    /// What the signature covers ([RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2)).
    pub fn signing_input(&self) -> &[u8] {
        &self.compact.as_bytes()[..self.dots[1]]
    }

    /// The signature.
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }
}

/// The engine refuses padding, white space and non-zero trailing bits.
fn decode(segment: &str, which: Segment) -> Result<Vec<u8>, NotDecodable> {
    URL_SAFE_NO_PAD.decode(segment).map_err(|_| NotDecodable::Base64(which))
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
        })
    }
}

impl fmt::Debug for UnverifiedJwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnverifiedJwt(…)")
    }
}
