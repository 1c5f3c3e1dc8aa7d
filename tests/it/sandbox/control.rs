//! The control API, as a test suite uses it.

use reqwest::Method;
use serde_json::{Value, json};

use super::provider::{Answer, NOW, Provider};

/// Pointer and code of every fault.
fn faults(answer: &Answer) -> Vec<(&str, &str)> {
    assert_eq!((answer.status, answer.header("content-type")), (422, "application/problem+json"));
    assert_eq!(answer.body["code"], "invalid-input");
    let errors = answer.body["errors"].as_array().unwrap();
    errors.iter().map(|fault| (fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn an_environment_is_made_by_seed_once() {
    let provider = Provider::start().await;
    let wish = json!({"seed": 7, "name": "Course"});
    let made = provider.control(Method::POST, "/environments", wish.clone()).await;
    assert_eq!((made.status, &made.body["name"], &made.body["seed"]), (201, &json!("Course"), &json!(7)));
    let again = provider.control(Method::POST, "/environments", wish).await;
    assert_eq!((again.status, &again.body), (200, &made.body));
    assert_eq!(made.header("cache-control"), "no-store");
}

#[tokio::test]
async fn without_a_body_an_environment_is_made_at_random() {
    let provider = Provider::start().await;
    let url = format!("{}/_control/environments", provider.base);
    let request = || provider.request(Method::POST, &url).header("x-requested-with", "authz-flows");
    let (one, other) = (Answer::to(request()).await, Answer::to(request()).await);
    assert_eq!((one.status, other.status), (201, 201));
    assert_ne!(one.body["id"], other.body["id"]);
}

#[tokio::test]
async fn the_list_shows_ids_names_secrets_and_keys() {
    let provider = Provider::start().await;
    for seed in [1, 2] {
        provider.environment(seed).await;
    }
    let list = provider.control(Method::GET, "/environments", Value::Null).await;
    assert_eq!((list.status, &list.body["total"]), (200, &json!(2)));
    let one = provider.control(Method::GET, "/environments?limit=1", Value::Null).await;
    assert_eq!(one.body["environments"].as_array().map(Vec::len), Some(1));
    let clients = list.body["environments"][0]["clients"].as_array().unwrap();
    assert_eq!(clients.len(), 15);
    for client in clients {
        let by_key = client["method"] == "private_key_jwt";
        assert_eq!(client["secret"].is_string(), !by_key, "{client}");
        assert_eq!(client["kid"].is_string(), by_key, "{client}");
        let pem = client["private_key"].as_str().unwrap_or_default();
        assert_eq!(pem.starts_with("-----BEGIN PRIVATE KEY-----\n"), by_key, "{client}");
        assert!(client["expect"].as_str().unwrap().ends_with('.'), "{client}");
    }
}

#[tokio::test]
async fn the_list_starts_with_the_latest_used_and_looking_changes_nothing() {
    let provider = Provider::start().await;
    let mut ids = vec![provider.open(1), provider.open(2), provider.open(3)];
    ids.reverse();
    for _ in 0..2 {
        let list = provider.control(Method::GET, "/environments", Value::Null).await;
        let listed = list.body["environments"].as_array().unwrap().iter();
        assert_eq!(json!(listed.map(|environment| &environment["id"]).collect::<Vec<_>>()), json!(ids));
    }
}

#[tokio::test]
async fn a_clock_is_offset_frozen_and_advanced() {
    let provider = Provider::start().await;
    let path = format!("/environments/{}/clock", provider.open(1));
    let set = async |body: Value| provider.control(Method::POST, &path, body).await.body;
    let offset = set(json!({"offset_seconds": 90})).await;
    assert_eq!(offset, json!({"now": NOW + 90, "offset_seconds": 90, "frozen": false}));
    let frozen = set(json!({"freeze_at": NOW - 5})).await;
    assert_eq!(frozen, json!({"now": NOW - 5, "offset_seconds": -5, "frozen": true}));
    provider.pass(100);
    let advanced = set(json!({"advance_seconds": 3600})).await;
    assert_eq!((&advanced["now"], &advanced["frozen"]), (&json!(NOW + 3595), &json!(true)));
    let shown = provider.control(Method::GET, &path, Value::Null).await.body;
    assert_eq!(shown, advanced);
    let wall = set(json!({"offset_seconds": 0})).await;
    assert_eq!(wall, json!({"now": NOW + 100, "offset_seconds": 0, "frozen": false}));
}

#[tokio::test]
async fn a_clock_takes_exactly_one_change_within_ten_years() {
    let provider = Provider::start().await;
    let path = format!("/environments/{}/clock", provider.open(1));
    let set = async |body: Value| provider.control(Method::POST, &path, body).await;
    assert_eq!(faults(&set(json!({})).await), [("", "not-exactly-one")]);
    let two = set(json!({"offset_seconds": 1, "freeze_at": 2})).await;
    assert_eq!(faults(&two), [("", "not-exactly-one")]);
    assert_eq!(faults(&set(json!({"offset_seconds": 1.5})).await), [("/offset_seconds", "invalid-value")]);
    assert_eq!(faults(&set(json!({"advance_seconds": i64::MAX})).await), [("", "out-of-range")]);
    assert_eq!(faults(&set(json!({"freeze_at": 0})).await), [("", "out-of-range")]);
}

#[tokio::test]
async fn switches_are_changed_one_by_one() {
    let provider = Provider::start().await;
    let path = format!("/environments/{}", provider.open(1));
    let change = json!({"name": "Strict", "profile": {"strict_jti": true, "kid_style": "uuid"}});
    let changed = provider.control(Method::PATCH, &path, change).await;
    let expected = json!({
        "strict_jti": true, "at_jwt_typ": false, "kid_style": "uuid", "es_assertions": true,
        "resource_honoured": false,
    });
    assert_eq!((&changed.body["name"], &changed.body["profile"]), (&json!("Strict"), &expected));
    let shown = provider.control(Method::GET, &path, Value::Null).await;
    assert_eq!(shown.body["profile"], expected);
}

#[tokio::test]
async fn a_reset_puts_everything_back_and_says_what() {
    let provider = Provider::start().await;
    let before = provider.environment(1).await;
    let path = format!("/environments/{}", before.id);
    let first = provider.basic(&before, "basic", &[]).await.status;
    provider.control(Method::PATCH, &path, json!({"profile": {"strict_jti": true}})).await;
    provider.control(Method::POST, &format!("{path}/clock"), json!({"offset_seconds": 9})).await;
    let reset = provider.control(Method::POST, &format!("{path}/reset"), json!({})).await;
    let expected = json!({
        "reset": ["clock", "profile", "secret_rotation", "jti_sequence", "remembered_jtis"],
        "kept": ["ids", "secrets", "keys", "name"],
    });
    assert_eq!((first, reset.status, reset.body), (200, 200, expected));
    let after = provider.environment(1).await;
    assert_eq!((after.profile, after.clock), (before.profile, before.clock));
    assert_eq!(json!(after), json!(before));
}

#[tokio::test]
async fn all_faults_of_a_body_are_named_at_once() {
    let provider = Provider::start().await;
    let path = format!("/environments/{}", provider.open(1));
    let wish = json!({"seed": -1, "name": "a\u{7}", "colour": "red", "a/b~c": 1});
    let made = provider.control(Method::POST, "/environments", wish).await;
    let mut found = faults(&made);
    found.sort_unstable();
    let expected = [
        ("/a~1b~0c", "unknown-field"),
        ("/colour", "unknown-field"),
        ("/name", "invalid-value"),
        ("/seed", "invalid-value"),
    ];
    assert_eq!(found, expected);
    let change = json!({"profile": {"strict_jti": 1, "kid_style": "x", "typo": true}});
    let changed = provider.control(Method::PATCH, &path, change).await;
    let mut found = faults(&changed);
    found.sort_unstable();
    let expected = [
        ("/profile/kid_style", "invalid-value"),
        ("/profile/strict_jti", "invalid-value"),
        ("/profile/typo", "unknown-field"),
    ];
    assert_eq!(found, expected);
    assert_eq!(provider.sandbox.profile(provider.open(1)), Ok(sandbox::Profile::default()));
}

#[tokio::test]
async fn a_body_must_be_json_of_bounded_size() {
    let provider = Provider::start().await;
    let url = format!("{}/_control/environments", provider.base);
    let post = async |media_type: &str, body: String| {
        let request = provider.request(Method::POST, &url).header("x-requested-with", "authz-flows");
        let answer = Answer::to(request.header("content-type", media_type).body(body)).await;
        (answer.status, answer.body["code"].as_str().unwrap_or_default().to_owned())
    };
    let expected = |status: u16, code: &str| (status, code.to_owned());
    assert_eq!(post("application/json", "{".into()).await, expected(400, "malformed-json"));
    assert_eq!(post("text/plain", "{}".into()).await, expected(415, "unsupported-media-type"));
    assert_eq!(post("application/json", "[]".into()).await, expected(422, "invalid-input"));
    assert_eq!(post("application/json", " ".repeat(70_000)).await, expected(413, "too-large"));
}

#[tokio::test]
async fn a_change_needs_the_header_no_other_site_can_send() {
    let provider = Provider::start().await;
    let url = format!("{}/_control/environments", provider.base);
    let without = Answer::to(provider.request(Method::POST, &url)).await;
    assert_eq!((without.status, &without.body["code"]), (403, &json!("missing-header")));
    assert_eq!(provider.get(&url).await.body["total"], 0);
}

#[tokio::test]
async fn what_does_not_exist_is_a_problem_with_a_body() {
    let provider = Provider::start().await;
    let id = provider.open(1);
    let unknown = "/environments/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63";
    for (method, path, status, code) in [
        (Method::GET, unknown.to_owned(), 404, "not-found"),
        (Method::GET, "/environments/nonsense".to_owned(), 404, "not-found"),
        (Method::POST, format!("{unknown}/reset"), 404, "not-found"),
        (Method::GET, "/nowhere".to_owned(), 404, "not-found"),
        (Method::DELETE, format!("/environments/{id}"), 405, "method-not-allowed"),
        (Method::GET, "/environments?page=2".to_owned(), 422, "invalid-input"),
    ] {
        let answer = provider.control(method.clone(), &path, json!({})).await;
        let got = (answer.status, answer.body["code"].as_str().unwrap_or_default());
        assert_eq!(got, (status, code), "{method} {path}");
        assert_eq!(answer.header("x-error-source"), "server");
    }
}
