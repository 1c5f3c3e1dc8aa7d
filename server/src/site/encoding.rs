//! Which compressed form a client takes ([RFC 9110 §12.5.3](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3)).

use http::{HeaderMap, header};

/// A compression the build has made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// The name in `Content-Encoding`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What the name of the compressed file ends in.
    pub(super) const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }
}

/// Whether the client names this encoding and does not give it the weight 0.
pub(super) fn accepts(headers: &HeaderMap, encoding: Encoding) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|line| line.to_str().ok());
    let mut entries = lines.flat_map(|line| line.split(','));
    entries.any(|entry| {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, ""));
        name.trim().eq_ignore_ascii_case(encoding.name()) && !is_zero(weight)
    })
}

fn is_zero(weight: &str) -> bool {
    let value = weight.trim().strip_prefix("q=").and_then(|value| value.parse::<f32>().ok());
    value.is_some_and(|value| value <= 0.0)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn taken(line: &'static str) -> [bool; 2] {
        let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(line))]);
        [Encoding::Brotli, Encoding::Gzip].map(|encoding| accepts(&headers, encoding))
    }

    #[test]
    fn a_client_gets_what_it_names() {
        assert_eq!(taken("gzip, deflate, br, zstd"), [true, true]);
        assert_eq!(taken("GZIP"), [false, true]);
        assert_eq!(taken("identity"), [false, false]);
    }

    #[test]
    fn a_weight_of_zero_is_a_refusal() {
        assert_eq!(taken("br;q=0, gzip;q=0.5"), [false, true]);
        assert_eq!(taken("br; q=0.000,gzip"), [false, true]);
    }
}
