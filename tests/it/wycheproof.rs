//! Project Wycheproof's vectors for signatures and keys, where they are at hand.
//!
//! Symmetric keys have no place in a key set here, so the vectors that are about them are decided the
//! way this product uses such keys: with the signer, which makes the MAC again.

use std::{collections::BTreeSet, io::Write as _, path::PathBuf};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use oauth::{jose::UnverifiedJwt, wire::SigningAlg};
use serde_json::Value;
use server::keys::HmacSigner;

use crate::vectors::{key_set, resign, signature_holds};

/// Reads a file of the corpora, or says on the terminal that the test has nothing to do.
#[expect(
    clippy::disallowed_methods,
    reason = "the tests, too, are told by the environment where the corpora are"
)]
fn corpus(name: &str) -> Option<Value> {
    let Some(folder) = std::env::var_os("AUTHZ_FLOWS_CORPORA") else {
        // Written past the test harness, which shows the output of failed tests only.
        let line = format!("SKIPPED {name}: AUTHZ_FLOWS_CORPORA is not set\n");
        std::io::stderr().write_all(line.as_bytes()).unwrap();
        return None;
    };
    let path = PathBuf::from(folder).join(name);
    assert!(path.is_file(), "{} is not there", path.display());
    Some(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
}

/// The numbers of the vectors with another verdict than ours, and how many vectors there are.
fn disagreements(corpus: &Value) -> (BTreeSet<i64>, usize) {
    let mut numbers = BTreeSet::new();
    let mut count = 0;
    for group in corpus["testGroups"].as_array().unwrap() {
        for test in group["tests"].as_array().unwrap() {
            count += 1;
            let valid = test["result"] == "valid";
            if accepts(keys(group), test["jws"].as_str().unwrap()) != valid {
                numbers.insert(test["tcId"].as_i64().unwrap());
            }
        }
    }
    (numbers, count)
}

/// The keys a verifier knows: the public ones, or the shared secrets.
fn keys(group: &Value) -> &[Value] {
    let keys = group.get("public").unwrap_or(&group["private"]);
    keys["keys"].as_array().map_or(std::slice::from_ref(keys), Vec::as_slice)
}

fn accepts(keys: &[Value], token: &str) -> bool {
    if keys.iter().all(|key| key["kty"] == "oct") {
        mac_holds(keys, token)
    } else {
        signature_holds(token, &key_set(keys))
    }
}

/// Whether the one secret that the token names makes the same MAC.
fn mac_holds(keys: &[Value], token: &str) -> bool {
    let Ok(jwt) = UnverifiedJwt::decode(token) else { return false };
    let (alg, kid) = (jwt.alg().unwrap_or_default(), jwt.kid().unwrap_or_default());
    let mut named = keys.iter().filter(|key| key["kid"] == kid.as_str());
    let (Some(key), None) = (named.next(), named.next()) else { return false };
    let Some(alg) = alg.parse::<SigningAlg>().ok().filter(|alg| key["alg"] == alg.as_str()) else {
        return false;
    };
    let key = URL_SAFE_NO_PAD.decode(key["k"].as_str().unwrap()).unwrap();
    HmacSigner::keyed(&key, alg).is_ok_and(|signer| resign(token, &signer, alg) == jwt.signature())
}

#[test]
fn signatures_are_judged_as_wycheproof_does_but_for_eight() {
    let Some(corpus) = corpus("wycheproof_json_web_signature_test.json") else { return };
    // 346, 350: a PS384 token with a key whose alg is PS256. 347, 351: ES512, which is not supported.
    // 372, 373: a question mark inside base64url, which the vectors let pass. 367, 370: the same bytes
    // as 357, which is valid.
    let explained = BTreeSet::from([346, 347, 350, 351, 367, 370, 372, 373]);
    assert_eq!(disagreements(&corpus), (explained, 401));
}

#[test]
fn keys_are_judged_as_wycheproof_does() {
    let Some(corpus) = corpus("wycheproof_json_web_key_test.json") else { return };
    assert_eq!(disagreements(&corpus), (BTreeSet::new(), 26));
}
