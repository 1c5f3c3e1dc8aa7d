//! A request as a shell script around `curl`, including the signing step of assertions.
//!
//! It needs `sh`, `curl` and, for assertions, `openssl`; beyond them only `awk`, `base64`, `date`,
//! `od`, `sed` and `tr`, which are everywhere. A secret travels through standard input, never as an
//! argument of `curl`.

use super::{
    Script, Variable,
    shell::{Command, option, quote},
    signing,
};
use crate::{
    assertion::Assertion,
    client::{ClientId, form_encode},
    request::{Body, Method, Part, PreparedRequest, Reveal},
    wire::{FORM_MEDIA_TYPE, param},
};

pub(super) const CLIENT_SECRET: Variable = Variable { name: "CLIENT_SECRET", meaning: "the client secret" };
const CLIENT_ID: Variable = Variable { name: "CLIENT_ID", meaning: "the client ID" };
const CLIENT_ASSERTION: Variable =
    Variable { name: "CLIENT_ASSERTION", meaning: "a signed client assertion, new for each request" };

/// Form-encodes its argument byte by byte, as RFC 6749 §2.3.1 wants it before Basic; `curl --user`
/// would not.
const FORM_ENCODE: &str = r#"  form_encode() {
    printf '%s' "$1" | od -An -v -t u1 | awk '{
      for (i = 1; i <= NF; i++)
        if ($i == 32) printf "+"
        else if ($i == 42 || $i == 45 || $i == 46 || $i == 95) printf "%c", $i + 0
        else if ($i >= 48 && $i <= 57 || $i >= 65 && $i <= 90 || $i >= 97 && $i <= 122) printf "%c", $i + 0
        else printf "%%%02X", $i
    }'
  }"#;

/// How a request proves who sends it, as far as a shell is concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    None,
    Basic,
    Secret,
    Assertion,
}

/// Renders a request.
///
/// `client_id` is needed for Basic only, where it is hidden in the header; without it the script
/// asks for it. `assertion` is the assertion that went or would go with the request: its header,
/// audience and lifetime are taken over, its times and `jti` are made anew. Without it, or with an
/// algorithm this product does not sign with, the script asks for a signed one.
pub fn script(
    request: &PreparedRequest,
    client_id: Option<&ClientId>,
    assertion: Option<&Assertion>,
) -> Script {
    let call = Command { input: None, arguments: vec![] };
    let mut script = Script { variables: vec![], warnings: vec![], steps: vec![], call };
    match (proof(request), assertion) {
        (Proof::None, _) => {}
        (Proof::Basic, _) => add_basic(&mut script, client_id),
        (Proof::Secret, _) => {
            script.variables.push(CLIENT_SECRET);
            script.call.input = Some("printf '%s' \"$CLIENT_SECRET\"".to_owned());
        }
        (Proof::Assertion, Some(assertion)) if signing::can_sign(assertion.header.alg) => {
            signing::add(&mut script, assertion);
        }
        (Proof::Assertion, _) => {
            script.variables.push(CLIENT_ASSERTION);
            script.call.input = Some("printf '%s' \"$CLIENT_ASSERTION\"".to_owned());
        }
    }
    script.call.arguments = arguments(request);
    script
}

fn proof(request: &PreparedRequest) -> Proof {
    let has_secret = |text: &[Part]| text.iter().any(Part::is_secret);
    if request.headers.iter().any(|(name, value)| is_authorization(name) && has_secret(&value.0)) {
        return Proof::Basic;
    }
    let Body::Form(fields) = &request.body else { return Proof::None };
    let secret = |wanted: &str| fields.iter().any(|(name, part)| name == wanted && part.is_secret());
    match () {
        () if secret(param::CLIENT_SECRET) => Proof::Secret,
        () if secret(param::CLIENT_ASSERTION) => Proof::Assertion,
        () => Proof::None,
    }
}

fn is_authorization(name: &str) -> bool {
    name.eq_ignore_ascii_case("authorization")
}

fn add_basic(script: &mut Script, client_id: Option<&ClientId>) {
    let id = if let Some(id) = client_id {
        quote(&form_encode(id.as_str()))
    } else {
        script.variables.push(CLIENT_ID);
        "\"$(form_encode \"$CLIENT_ID\")\"".to_owned()
    };
    script.variables.push(CLIENT_SECRET);
    script.steps.push(FORM_ENCODE.to_owned());
    script.steps.push(format!("  pair={id}:$(form_encode \"$CLIENT_SECRET\")"));
    script.call.input = Some(
        "printf 'Authorization: Basic %s\\n' \"$(printf '%s' \"$pair\" | base64 | tr -d '\\n')\"".to_owned(),
    );
}

fn arguments(request: &PreparedRequest) -> Vec<String> {
    let url = request.url.url().as_str();
    let mut arguments = vec![];
    if url.contains(['[', ']', '{', '}']) {
        arguments.push("--globoff".to_owned());
    }
    if request.method == Method::Post && matches!(request.body, Body::Empty) {
        arguments.push("--request POST".to_owned());
    }
    arguments.push(option("--url", url));
    arguments
        .extend(request.headers.iter().filter_map(|(name, value)| header(name, &value.show(Reveal::Label))));
    match &request.body {
        Body::Empty => {}
        Body::Form(fields) => arguments.extend(fields.iter().map(|(name, part)| field(name, part))),
        Body::Raw(text) => arguments.push(option("--data-raw", &text.show(Reveal::Label))),
    }
    arguments
}

/// A header as an option, unless curl writes the same one by itself.
fn header(name: &str, value: &str) -> Option<String> {
    let own = name.eq_ignore_ascii_case("host") || name.eq_ignore_ascii_case("content-length");
    if own || value == FORM_MEDIA_TYPE {
        None
    } else if is_authorization(name) {
        Some("--header @-".to_owned())
    } else {
        Some(option("--header", &format!("{name}: {value}")))
    }
}

/// A form field; curl encodes the value, and takes the credential from standard input.
fn field(name: &str, part: &Part) -> String {
    let encoded = form_encode(name);
    match name {
        param::CLIENT_SECRET | param::CLIENT_ASSERTION if part.is_secret() => {
            option("--data-urlencode", &format!("{encoded}@-"))
        }
        _ => option("--data-urlencode", &format!("{encoded}={}", part.show(Reveal::Label))),
    }
}
