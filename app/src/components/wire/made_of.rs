//! What a proof is made of: the strings behind a Basic header, the JWT behind a client assertion.

use oauth::{
    assertion::Assertion,
    client::form_encode,
    request::{PreparedRequest, Reveal},
};

use crate::ui::{CodeLine, CodeSpan, SpanKind};

/// The three strings of a Basic header (RFC 6749 §2.3.1), each with what it is; `None` for other methods.
pub(super) fn basic(request: &PreparedRequest, client_id: &str) -> Option<Vec<CodeLine>> {
    let (_, value) = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("Authorization"))?;
    let encoded = value.0.last()?.show(Reveal::Label).into_owned();
    let pair = |label: &str, id: &str, secret: &str| {
        CodeLine::new(vec![
            CodeSpan::new(SpanKind::Key, [label, ": "].concat()),
            CodeSpan::new(SpanKind::Plain, [id, ":"].concat()),
            CodeSpan::new(SpanKind::Placeholder, secret),
        ])
    };
    Some(vec![
        pair("raw pair", client_id, "‹client_secret›"),
        pair("form-encoded pair", &form_encode(client_id), "‹form-encoded client_secret›"),
        CodeLine::new(vec![
            CodeSpan::new(SpanKind::Key, "base64: "),
            CodeSpan::new(SpanKind::Placeholder, encoded),
        ]),
    ])
}

/// Header and claims of an assertion. Before it is sent its times and id do not exist yet, and say when they will.
pub(super) fn assertion(assertion: &Assertion, sent: bool) -> [Vec<CodeLine>; 2] {
    let (header, claims) = (&assertion.header, &assertion.claims);
    let mut header_members = vec![member("alg", text(header.alg.as_str()))];
    header_members.extend(header.kid.as_deref().map(|kid| member("kid", text(kid))));
    header_members.push(member("typ", text(header.typ.as_str())));
    let lifetime = claims.exp - claims.iat;
    let moment = |seconds: i64, label: &str| {
        if sent {
            CodeSpan::new(SpanKind::Number, seconds.to_string())
        } else {
            CodeSpan::new(SpanKind::Placeholder, label)
        }
    };
    let id = if sent {
        text(&claims.jti)
    } else {
        CodeSpan::new(SpanKind::Placeholder, "‹random, new each time›")
    };
    let expiry = ["‹iat + ", &lifetime.to_string(), "›"].concat();
    let claim_members = vec![
        member("iss", text(&claims.iss)),
        member("sub", text(&claims.sub)),
        member("aud", text(&claims.aud)),
        member("iat", moment(claims.iat, "‹now›")),
        member("exp", moment(claims.exp, &expiry)),
        member("jti", id),
    ];
    [object(header_members), object(claim_members)]
}

fn text(value: &str) -> CodeSpan {
    CodeSpan::new(SpanKind::Text, ["\"", value, "\""].concat())
}

fn member(name: &str, value: CodeSpan) -> Vec<CodeSpan> {
    vec![
        CodeSpan::new(SpanKind::Plain, "  "),
        CodeSpan::new(SpanKind::Key, ["\"", name, "\""].concat()),
        CodeSpan::new(SpanKind::Dim, ": "),
        value,
    ]
}

fn object(members: Vec<Vec<CodeSpan>>) -> Vec<CodeLine> {
    let bracket = |text| CodeLine::new(vec![CodeSpan::new(SpanKind::Plain, text)]);
    let last = members.len().saturating_sub(1);
    let mut lines = vec![bracket("{")];
    for (position, mut spans) in members.into_iter().enumerate() {
        if position < last {
            spans.push(CodeSpan::new(SpanKind::Dim, ","));
        }
        lines.push(CodeLine::new(spans));
    }
    lines.push(bracket("}"));
    lines
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use oauth::{
        assertion::{AssertionHeader, AssertionType},
        wire::SigningAlg,
    };

    use super::*;

    fn shown(lines: &[CodeLine]) -> String {
        let line = |line: &CodeLine| line.spans.iter().map(|span| span.text.as_str()).collect::<String>();
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn made() -> Assertion {
        let header =
            AssertionHeader { alg: SigningAlg::RS256, kid: Some("k1".into()), typ: AssertionType::Jwt };
        Assertion::new(header, &"me".parse().unwrap(), "https://as.example".into(), 1000, 60, "j1".into())
    }

    #[test]
    fn what_does_not_exist_yet_says_when_it_will() {
        let [header, claims] = assertion(&made(), false);
        assert_eq!(shown(&header), "{\n  \"alg\": \"RS256\",\n  \"kid\": \"k1\",\n  \"typ\": \"JWT\"\n}");
        let claims = shown(&claims);
        assert!(claims.contains("\"iat\": ‹now›") && claims.contains("\"exp\": ‹iat + 60›"), "{claims}");
    }

    #[test]
    fn a_sent_assertion_shows_its_own_times_and_id() {
        let claims = shown(&assertion(&made(), true)[1]);
        assert!(claims.contains("\"exp\": 1060,\n  \"jti\": \"j1\"\n}"), "{claims}");
    }
}
