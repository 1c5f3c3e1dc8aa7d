//! The parts of a token that may be shown.

use app::api::{Claim, MaskedPart};
use oauth::{
    jose::{Decoded, Member, UnverifiedJwt},
    redact::mask_token,
};

/// What is shown of a token: three parts and their members for a JWT, one part for an opaque token.
pub(super) struct Shown {
    pub(super) masked: Vec<MaskedPart>,
    pub(super) header: Vec<Claim>,
    pub(super) payload: Vec<Claim>,
}

impl Shown {
    pub(super) fn of(token: &str) -> Self {
        match UnverifiedJwt::decode(token) {
            Ok(jwt) => Self::jwt(jwt.decoded()),
            Err(_) => Self { masked: vec![opaque(token)], header: vec![], payload: vec![] },
        }
    }

    fn jwt(decoded: Decoded) -> Self {
        let parts = decoded.segments.into_iter();
        Self {
            masked: parts
                .map(|part| MaskedPart { head: part.head, hidden: part.masked, tail: part.tail })
                .collect(),
            header: claims(decoded.header),
            payload: claims(decoded.claims),
        }
    }
}

fn claims(members: Vec<Member>) -> Vec<Claim> {
    members.into_iter().map(|member| Claim { name: member.name, value: member.json }).collect()
}

fn opaque(token: &str) -> MaskedPart {
    let masked = mask_token(token);
    let (head, tail) = masked.split_once('…').unwrap_or_default();
    let hidden = token.chars().count() - head.chars().count() - tail.chars().count();
    MaskedPart { head: head.to_owned(), hidden, tail: tail.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opaque_token_shows_its_end_and_the_number_of_hidden_characters() {
        let shown = Shown::of("opaque-token-of-24-chars");
        assert_eq!(shown.masked, [MaskedPart { head: String::new(), hidden: 20, tail: "hars".into() }]);
        assert!(shown.header.is_empty() && shown.payload.is_empty());
        assert_eq!(Shown::of("short").masked[0].hidden, 5);
    }

    #[test]
    fn the_parts_of_a_jwt_add_up_to_the_token() {
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUifQ.c2lnbmF0dXJl";
        let shown = Shown::of(token);
        let length: usize =
            shown.masked.iter().map(|part| part.head.len() + part.hidden + part.tail.len()).sum();
        assert_eq!(length + 2, token.len());
        assert_eq!(shown.payload, [Claim { name: "iss".into(), value: "\"https://as.example\"".into() }]);
    }
}
