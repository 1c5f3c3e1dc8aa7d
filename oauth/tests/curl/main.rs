//! Exported scripts, run by a real shell. `curl` is replaced by a recorder, everything else is real.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

mod recorder;
mod signatures;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use oauth::{
    assertion::{Assertion, AssertionHeader, AssertionType},
    client::{Authentication, ClientSecret, basic_pair},
    export::curl::script,
    request::{PreparedRequest, token},
    wire::{GrantType, SigningAlg},
};
use recorder::Recorder;

const HOSTILE: [&str; 12] = [
    "plain-secret",
    "with blank",
    " padded ",
    "a:b/c?d=e&f+g%h#i",
    "é日本🔑",
    "'quoted'\"",
    "$(id) `id` $HOME",
    "\\n\\\\%s%n",
    "-n",
    "*~._-",
    "~!@#$^()[]{}<>|;,",
    "\u{7f}end",
];

fn request(authentication: Authentication) -> PreparedRequest {
    token::prepare(&token::TokenRequest {
        endpoint: "https://as.example/token?tenant=a%20b".parse().unwrap(),
        grant_type: GrantType::ClientCredentials,
        client_id: "id with:colon&'quote'".parse().unwrap(),
        authentication,
        scope: "orders:read orders:write".parse().unwrap(),
        audience: vec!["it's $HOME".into()],
        resource: vec!["https://api.example/orders?x=1".parse().unwrap()],
        parameters: HOSTILE.map(|text| (format!("p {text}"), text.to_owned())).to_vec(),
    })
}

fn assertion(alg: SigningAlg) -> Assertion {
    Assertion::new(
        AssertionHeader { alg, kid: Some("it's \"ops\" 100%".into()), typ: AssertionType::Jwt },
        &"id with:colon&'quote'".parse().unwrap(),
        "https://as.example/it's".into(),
        1_000,
        45,
        "not used".into(),
    )
}

/// The form that curl would send, as names and values.
fn expected_form(credentials: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut form = vec![pair("grant_type", "client_credentials")];
    form.extend(credentials.iter().map(|(name, value)| pair(name, value)));
    form.push(pair("scope", "orders:read orders:write"));
    form.push(pair("audience", "it's $HOME"));
    form.push(pair("resource", "https://api.example/orders?x=1"));
    form.extend(HOSTILE.map(|text| pair(&format!("p {text}"), text)));
    form
}

#[test]
fn basic_encodes_every_pair_as_the_standard_wants() {
    let recorder = Recorder::new("basic");
    for id in HOSTILE.iter().filter(|text| text.bytes().all(|byte| (0x20..0x7f).contains(&byte))) {
        let id = id.parse().unwrap();
        let script = script(&request(Authentication::SecretBasic(None)), Some(&id), None);
        for secret in HOSTILE {
            let call = recorder.run(&script.to_string(), &[("CLIENT_SECRET", secret)]);
            let header = format!("Authorization: Basic {}\n", STANDARD.encode(basic_pair(&id, secret)));
            assert_eq!(call.stdin, header, "{id} {secret}");
            assert!(call.arguments.windows(2).any(|pair| pair == ["--header", "@-"]));
        }
    }
}

#[test]
fn basic_asks_for_the_client_id_where_it_is_not_known() {
    let script = script(&request(Authentication::SecretBasic(None)), None, None);
    let values = [("CLIENT_ID", "id with:colon"), ("CLIENT_SECRET", "p%ss")];
    let call = Recorder::new("basic-id").run(&script.to_string(), &values);
    // printf '%s' 'id+with%3Acolon:p%25ss' | base64
    assert_eq!(call.stdin, "Authorization: Basic aWQrd2l0aCUzQWNvbG9uOnAlMjVzcw==\n");
}

#[test]
fn post_sends_every_field_as_it_is_and_the_secret_through_standard_input() {
    let recorder = Recorder::new("post");
    let script = script(&request(Authentication::SecretPost(None)), None, None);
    for secret in HOSTILE {
        let call = recorder.run(&script.to_string(), &[("CLIENT_SECRET", secret)]);
        let credentials = [("client_id", "id with:colon&'quote'"), ("client_secret", secret)];
        assert_eq!(call.form(), expected_form(&credentials), "{secret}");
        assert_eq!(call.value_of("--url"), "https://as.example/token?tenant=a%20b");
        assert_eq!(call.value_of("--header"), "Accept: application/json");
    }
}

#[test]
fn a_secret_is_no_argument_of_curl() {
    let recorder = Recorder::new("argument");
    for authentication in [Authentication::SecretBasic(None), Authentication::SecretPost(None)] {
        let script = script(&request(authentication), None, None);
        let values = [("CLIENT_ID", "client"), ("CLIENT_SECRET", "s3cr3t-canary")];
        let call = recorder.run(&script.to_string(), &values);
        assert!(!call.arguments.concat().contains("canary"));
    }
}

#[test]
fn a_simple_request_reads_like_one_typed_by_hand() {
    let request = oauth::request::metadata::fetch("https://as.example/jwks".parse().unwrap());
    assert_eq!(
        script(&request, None, None).to_string(),
        "curl --silent --show-error \\\n  --url https://as.example/jwks \\\n  --header 'Accept: application/json'"
    );
}

#[test]
fn a_missing_variable_is_named_and_nothing_is_sent() {
    let recorder = Recorder::new("missing");
    let requests = [
        Authentication::SecretBasic(None),
        Authentication::SecretPost(None),
        Authentication::Assertion(None),
    ];
    for authentication in requests {
        let script = script(&request(authentication), None, None);
        let refused = recorder.run_and_fail(&script.to_string(), &[]);
        assert!(refused.contains(script.variables[0].name), "{refused}");
    }
}

#[test]
fn no_secret_of_a_sent_request_is_in_its_script() {
    let secret = || Some(ClientSecret::new("s3cr3t-canary".to_owned().into()).unwrap());
    let id = "client".parse().unwrap();
    for (sent, unproven) in [
        (Authentication::SecretBasic(secret()), Authentication::SecretBasic(None)),
        (Authentication::SecretPost(secret()), Authentication::SecretPost(None)),
    ] {
        let sent = script(&request(sent), Some(&id), None);
        assert_eq!(sent, script(&request(unproven), Some(&id), None));
        assert!(!sent.to_string().contains("canary"));
    }
}

#[test]
fn an_unknown_assertion_is_asked_for() {
    let script = script(&request(Authentication::Assertion(None)), None, None);
    let call = Recorder::new("unknown").run(&script.to_string(), &[("CLIENT_ASSERTION", "a.b.c")]);
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    let credentials = [("client_assertion_type", kind), ("client_assertion", "a.b.c")];
    assert_eq!(call.form(), expected_form(&credentials));
}
