//! The verification policy.

use super::{
    KeySet, MAX_KID, NotDecodable, SignatureVerifier, UnverifiedJwt, Verification,
    check::{Verdict, fail, pass, skipped},
    claims,
};
use crate::{
    redact::said,
    wire::{KeyKind, SigningAlg},
};

/// How far clocks may be apart, in seconds.
pub const LEEWAY: i64 = 60;

/// What a token is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The issuer that was asked, from a verified place and not from the token.
    pub issuer: Option<&'a str>,
    /// The API the token is for, where it is known.
    pub audience: Option<&'a str>,
    /// Seconds since 1970.
    pub now: i64,
}

/// Gives a verdict on every aspect of a token.
///
/// `keys` is the key set of the expected issuer, or the sentence that says why there is none.
pub fn verify(
    compact: &str,
    keys: Result<&KeySet, &str>,
    expected: &Expected<'_>,
    verifier: &dyn SignatureVerifier,
) -> Verification {
    let jwt = match UnverifiedJwt::decode(compact) {
        Ok(jwt) => jwt,
        Err(why) => return undecodable(&why),
    };
    let alg = algorithm(&jwt);
    let signature = match (&alg, keys) {
        (Err(_), _) if jwt.signature().is_empty() => {
            fail("The token is not signed, so anybody can have written it.")
        }
        (Err(_), _) => skipped("Not checked: the algorithm is not allowed."),
        (Ok(_), Err(why)) => skipped(format!("Not checked: {why}")),
        (Ok(alg), Ok(keys)) => signature(&jwt, *alg, keys, verifier),
    };
    let algorithm = match alg {
        Ok(alg) => pass(format!("{alg} is on the allow-list: {}.", allowed())),
        Err(why) => fail(why),
    };
    let [issuer, audience, expiry, not_before] = claim_verdicts(&jwt, expected);
    Verification::of([signature, algorithm, issuer, audience, expiry, not_before, kind(&jwt)])
}

fn undecodable(why: &NotDecodable) -> Verification {
    let rest = || skipped("Not checked: the token could not be decoded.");
    Verification::of([fail(why.to_string()), rest(), rest(), rest(), rest(), rest(), rest()])
}

/// Algorithms a key set can have keys for; HMAC is none of them, because a public key used as an HMAC
/// secret is how forgeries are made ([RFC 8725 §2.1](https://www.rfc-editor.org/rfc/rfc8725#section-2.1)).
fn asymmetric() -> impl Iterator<Item = SigningAlg> {
    SigningAlg::ALL.into_iter().filter(|alg| alg.key_kind() != KeyKind::Symmetric)
}

fn allowed() -> String {
    asymmetric().map(SigningAlg::as_str).collect::<Vec<_>>().join(", ")
}

fn algorithm(jwt: &UnverifiedJwt) -> Result<SigningAlg, String> {
    let name = match (jwt.header().get("alg"), jwt.alg()) {
        (None, _) => return Err("The header names no algorithm.".into()),
        (Some(_), None) => return Err("The alg header is not a string.".into()),
        (Some(_), Some(name)) => name,
    };
    if name.eq_ignore_ascii_case("none") {
        return Err(format!(
            "The algorithm is {}: the token is unsigned and cannot be verified.",
            said(&name)
        ));
    }
    match name.parse::<SigningAlg>() {
        Ok(alg) if alg.key_kind() == KeyKind::Symmetric => {
            Err(format!("{alg} needs a shared secret; with the public keys of a server it proves nothing."))
        }
        Ok(alg) => Ok(alg),
        Err(_) => Err(format!("{} is not on the allow-list: {}.", said(&name), allowed())),
    }
}

fn signature(
    jwt: &UnverifiedJwt,
    alg: SigningAlg,
    keys: &KeySet,
    verifier: &dyn SignatureVerifier,
) -> Verdict {
    if let Some(problem) = header_problem(jwt) {
        return fail(problem);
    }
    let kid = jwt.kid();
    let key = match keys.choose(alg, kid.as_deref()) {
        Ok(key) => key,
        Err(why) => return fail(why.to_string()),
    };
    if !verifier.verify(alg, &key.key, jwt.signing_input(), jwt.signature()) {
        return fail("The signature does not match: header or payload were changed, or another key signed.");
    }
    match &key.kid {
        Some(kid) => pass(format!("{alg} with key {} from the key set.", said(kid))),
        None => pass(format!("{alg} with the only key of the key set.")),
    }
}

/// What makes a header unfit for a decision, whatever the signature says.
fn header_problem(jwt: &UnverifiedJwt) -> Option<String> {
    let header = jwt.header();
    if let Some(name) = header.duplicate() {
        return Some(format!("The header has two members named {}.", said(name)));
    }
    if header.get("crit").is_some() {
        return Some(
            "The header names critical extensions (crit); none is understood here (RFC 7515 §4.1.11).".into(),
        );
    }
    if header.get("b64").is_some_and(|b64| b64 != "true") {
        return Some(
            "The payload is not base64url-encoded (b64), which no token may do (RFC 7797 §7).".into(),
        );
    }
    match (header.get("kid"), jwt.kid()) {
        (Some(_), None) => Some("The kid header is not a string.".into()),
        (_, Some(kid)) if kid.len() > MAX_KID => {
            Some(format!("The kid header has more than {MAX_KID} bytes."))
        }
        _ => None,
    }
}

fn claim_verdicts(jwt: &UnverifiedJwt, expected: &Expected<'_>) -> [Verdict; 4] {
    let unusable = match jwt.payload() {
        Err(problem) => format!("The payload is not a JSON object: {problem}."),
        Ok(claims) => match claims.duplicate() {
            Some(name) => format!("The payload has two claims named {}.", said(name)),
            None => {
                return [
                    claims::issuer(claims, expected),
                    claims::audience(claims, expected),
                    claims::expiry(claims, expected),
                    claims::not_before(claims, expected),
                ];
            }
        },
    };
    std::array::from_fn(|_| fail(unusable.clone()))
}

/// `typ` tells an access token from other JWTs of the same server
/// ([RFC 9068 §4](https://www.rfc-editor.org/rfc/rfc9068#section-4)). Many servers do not write it
/// yet, so only a `typ` of something else fails.
fn kind(jwt: &UnverifiedJwt) -> Verdict {
    let typ = match (jwt.header().get("typ"), jwt.header().text("typ")) {
        (None, _) => return skipped("The header has no typ, so nothing says that this is an access token."),
        (Some(_), None) => return fail("The typ header is not a string."),
        (Some(_), Some(typ)) => typ.to_ascii_lowercase(),
    };
    match typ.strip_prefix("application/").unwrap_or(&typ) {
        "at+jwt" => pass("at+jwt, so an ID token cannot pass for it."),
        "jwt" => pass("JWT, which is allowed but says nothing about what the token is for."),
        _ => fail(format!("{} is another kind of JWT, not an access token.", said(&typ))),
    }
}
