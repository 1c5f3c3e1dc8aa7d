//! What the provider said, on its way to the caller.

use app::api::{AnswerBody, ProviderAnswer, TokenIntent};
use oauth::{
    redact::Redactor,
    response::{self, GrantedToken, Refusal, TokenAnswer},
};

use super::{log, target::Destination};
use crate::{
    outbound::{Ended, Errand, new_id},
    problem::{Code, Problem},
    session::Caller,
    tokens::{IssuedToken, time_at},
    transport::{Fault, Received},
};

/// A token response that can be used: both kinds are passed on.
pub(super) enum Readable {
    Granted(Box<GrantedToken>),
    Refused(Box<Refusal>),
}

/// Reads a token response.
pub(super) fn read(received: &Received, redactor: &Redactor) -> Result<Readable, Fault> {
    let status = received.head.status;
    match response::read(status, &received.body) {
        TokenAnswer::Granted(granted) => Ok(Readable::Granted(Box::new(granted))),
        TokenAnswer::Refused(refusal) => Ok(Readable::Refused(Box::new(refusal))),
        TokenAnswer::Unusable(unusable) => {
            let problem = what_is_wrong(&received.body, &redactor.text(&unusable.problem));
            let detail = format!("The answer with status {status} is no token response. {problem}");
            Err(Fault::new(Code::ProviderNonJson, detail))
        }
    }
}

/// A parser's message may quote a value that is not an object, and that could be a token.
fn what_is_wrong(body: &[u8], problem: &str) -> String {
    match body.trim_ascii().first() {
        None => "Its body is empty. Check the URL.".to_owned(),
        Some(b'{') => format!("{problem} The call log shows it."),
        Some(b'<') => "It is a page (HTML), so the URL is probably not a token endpoint.".to_owned(),
        Some(_) => "Its body is not a JSON object. The call log shows it.".to_owned(),
    }
}

/// Keeps the token and passes the answer on: to a script as it came, to a browser with masked tokens.
pub(super) fn pass_on(
    errand: &Errand<'_>,
    intent: &TokenIntent,
    destination: Destination,
    ended: Ended<Readable>,
) -> Result<ProviderAnswer, Problem> {
    let (received, readable) = ended.result.map_err(|fault| {
        log::failed(&ended.id, fault.code.as_str(), fault.received.as_ref().map(|got| got.head.status));
        fault.into_problem(&ended.id)
    })?;
    let status = received.head.status;
    let token_id = match readable {
        Readable::Granted(granted) => {
            log::acquired(&ended.id, intent, &granted);
            Some(keep(errand, intent, destination, &ended.id, *granted))
        }
        Readable::Refused(refusal) => {
            log::failed(&ended.id, refusal.code.as_str(), Some(status));
            None
        }
    };
    let body = match errand.session.caller {
        Caller::Script => received.body,
        Caller::Browser => masked(&received, &ended.redactor),
    };
    Ok(ProviderAnswer { status, body: AnswerBody(body), exchange_id: ended.id, token_id })
}

fn masked(received: &Received, redactor: &Redactor) -> Vec<u8> {
    let text = String::from_utf8_lossy(&received.body);
    redactor.body(received.head.header("content-type"), &text).into_bytes()
}

fn keep(
    errand: &Errand<'_>,
    intent: &TokenIntent,
    destination: Destination,
    exchange_id: &str,
    granted: GrantedToken,
) -> String {
    let id = new_id();
    let environment = destination.environment;
    errand.session.tokens.keep(IssuedToken {
        id: id.clone(),
        exchange_id: exchange_id.to_owned(),
        granted,
        client_id: intent.client_id.to_string(),
        issuer: destination.issuer,
        confirmed: intent.confirm_target.clone(),
        environment,
        requested: intent.scope.clone(),
        received_at_ms: time_at(environment, &errand.state.sandbox, errand.clock()),
    });
    id
}
