//! A run is what the log remembers and what happened since.

use oauth::wire::ErrorCode;

use super::super::fixtures::{exchange, token};
use super::*;

#[test]
fn attempts_are_counted_from_one_and_failures_from_the_end() {
    let mut run = Run::default();
    run.push(None, None, None);
    run.push(None, None, None);
    assert_eq!(run.attempts().iter().map(|attempt| attempt.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(run.failures(), 2);
    assert_eq!(run.token(), None);
}

#[test]
fn a_refusal_does_not_take_a_token_away() {
    let mut run = Run::default();
    run.push(Some(exchange("a", 200, "{}")), Some(token("a")), None);
    run.push(Some(exchange("b", 401, r#"{"error":"invalid_client"}"#)), None, None);
    assert_eq!(run.token().map(|token| token.exchange_id.as_str()), Some("a"));
    assert_eq!(run.issuing().map(|attempt| attempt.number), Some(1));
    assert_eq!(run.failures(), 1);
}

#[test]
fn the_log_is_restored_oldest_first_with_the_tokens_it_brought() {
    let exchanges = [exchange("b", 401, r#"{"error":"invalid_client"}"#), exchange("a", 200, "{}")];
    let calls: Vec<CallSummary> = exchanges.iter().map(CallSummary::from).collect();
    let run = Run::restore(&calls, &exchanges[..1], &[token("a")]);
    let verdicts: Vec<Verdict> = run.attempts().iter().map(Attempt::verdict).collect();
    assert_eq!(verdicts[0], Verdict::Issued);
    assert!(
        matches!(&verdicts[1], Verdict::Refused(refusal) if refusal.code.as_str() == ErrorCode::InvalidClient.as_str())
    );
}

#[test]
fn metadata_fetches_are_no_attempts() {
    let fetch = Exchange { category: Category::Metadata, ..exchange("a", 200, "{}") };
    assert_eq!(Run::restore(&[CallSummary::from(&fetch)], &[fetch], &[]), Run::default());
}

#[test]
fn an_attempt_nobody_waited_for_says_so() {
    let mut run = Run::default();
    run.push(None, None, Some(Trouble::Cancelled));
    assert_eq!(run.latest().map(Attempt::verdict), Some(Verdict::Trouble(Trouble::Cancelled)));
    assert_eq!(run.failures(), 0);
}

#[test]
fn a_success_without_a_token_is_not_usable() {
    let mut run = Run::default();
    run.push(Some(exchange("a", 200, r#"{"token_type":"Bearer"}"#)), None, None);
    assert!(matches!(run.latest().map(Attempt::verdict), Some(Verdict::Unusable(_))));
}

#[test]
fn a_failed_call_is_told_as_the_log_has_it() {
    let failure = Failure { code: "provider-tls".into(), detail: "No trust.".into(), answer: None };
    let failed = Exchange { outcome: Outcome::Failed(failure.clone()), ..exchange("a", 200, "{}") };
    let run = Run::restore(&[CallSummary::from(&failed)], &[failed], &[]);
    assert_eq!(run.latest().map(Attempt::verdict), Some(Verdict::Failed(failure)));
    assert_eq!(run.failures(), 1);
}

#[test]
fn a_verification_belongs_to_its_token() {
    let mut run = Run::default();
    run.push(Some(exchange("a", 200, "{}")), Some(token("a")), None);
    run.push_verification("token of a".into(), Verification { verified: true, checks: vec![] });
    assert!(run.verification().is_some_and(|verification| verification.verified));
    run.push(Some(exchange("b", 200, "{}")), Some(token("b")), None);
    assert_eq!(run.verification(), None);
    assert_eq!(run.verifications(), 1);
}
