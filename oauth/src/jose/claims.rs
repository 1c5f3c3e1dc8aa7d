//! Verdicts on claims ([RFC 7519 §4.1](https://www.rfc-editor.org/rfc/rfc7519#section-4.1)).

use std::time::Duration;

use super::{
    NumericDate,
    check::{Verdict, fail, pass, skipped},
    verify::{Expected, LEEWAY},
};
use crate::{
    json::{Object, string},
    lifetime::words,
    redact::said,
};

pub(super) fn issuer(claims: &Object, expected: &Expected<'_>) -> Verdict {
    let Some(asked) = expected.issuer else {
        return skipped("No issuer is known to compare with.");
    };
    match claims.text("iss") {
        Some(iss) if iss == asked => pass("Equals the issuer that was asked, character by character."),
        Some(iss) => fail(format!("The token is issued by {}, not by {asked}.", said(&iss))),
        None => fail("The token does not say who issued it."),
    }
}

pub(super) fn audience(claims: &Object, expected: &Expected<'_>) -> Verdict {
    let audiences = claims.get("aud").map(audiences);
    let listed = match &audiences {
        None => "nobody in particular".to_owned(),
        Some(Some(list)) => named(list),
        Some(None) => return fail("aud is neither a string nor a list of strings."),
    };
    match (expected.audience, audiences.flatten()) {
        (None, _) => skipped(format!("No audience was named to compare with. The token is for {listed}.")),
        (Some(wanted), Some(list)) if list.iter().any(|aud| aud == wanted) => {
            pass(format!("Contains {wanted}."))
        }
        (Some(wanted), _) => fail(format!("The token is for {listed}, not for {wanted}.")),
    }
}

/// The first few of a list that a token may make as long as it likes.
fn named(list: &[String]) -> String {
    const SHOWN: usize = 5;
    let mut names: Vec<String> = list.iter().take(SHOWN).map(|aud| said(aud)).collect();
    if list.len() > SHOWN {
        names.push(format!("{} more", list.len() - SHOWN));
    }
    if names.is_empty() { "nobody".to_owned() } else { names.join(", ") }
}

/// `aud` is a string or a list of strings (RFC 7519 §4.1.3).
fn audiences(json: &str) -> Option<Vec<String>> {
    string(json).map(|one| vec![one]).or_else(|| serde_json::from_str(json).ok())
}

pub(super) fn expiry(claims: &Object, expected: &Expected<'_>) -> Verdict {
    let exp = match time(claims, "exp") {
        Ok(Some(exp)) => exp,
        Ok(None) => return fail("The token has no exp, so it would be valid for ever."),
        Err(problem) => return fail(problem),
    };
    let left = exp - expected.now;
    if left > 0 {
        pass(format!("{} left, leeway {LEEWAY} s.", span(left)))
    } else if left > -LEEWAY {
        pass(format!("Expired {} ago, within the leeway of {LEEWAY} s.", span(-left)))
    } else {
        fail(format!("Expired {} ago, leeway {LEEWAY} s.", span(-left)))
    }
}

pub(super) fn not_before(claims: &Object, expected: &Expected<'_>) -> Verdict {
    let (nbf, iat) = match (time(claims, "nbf"), time(claims, "iat")) {
        (Ok(nbf), Ok(iat)) => (nbf, iat),
        (Err(problem), _) | (_, Err(problem)) => return fail(problem),
    };
    let ahead = |time: Option<i64>| time.map(|time| time - expected.now).filter(|ahead| *ahead > LEEWAY);
    match (ahead(nbf), ahead(iat), nbf) {
        (Some(ahead), _, _) => fail(format!("Not valid for another {}, leeway {LEEWAY} s.", span(ahead))),
        (_, Some(ahead), _) => {
            fail(format!("Issued {} in the future, leeway {LEEWAY} s: a clock is wrong.", span(ahead)))
        }
        (None, None, Some(_)) => pass("The time from which it is valid has come."),
        (None, None, None) => skipped("The token has no nbf: it is valid from the start."),
    }
}

/// A time claim that decides: a number of the right size, or absent.
fn time(claims: &Object, name: &str) -> Result<Option<i64>, String> {
    let Some(json) = claims.get(name) else { return Ok(None) };
    let date = NumericDate::strict(json).map(NumericDate::seconds);
    date.map(Some).ok_or_else(|| format!("{name} is {}, which is not a time in seconds.", said(json)))
}

fn span(seconds: i64) -> String {
    words(Duration::from_secs(seconds.unsigned_abs()))
}
