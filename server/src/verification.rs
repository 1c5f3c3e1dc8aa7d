//! Verifying a token: whose it is meant to be, with which keys, by which clock.

use std::sync::Arc;

use app::api::{FieldFault, Verification, VerifyRequest};
use oauth::{
    jose::{self, Expected, KeySet, UnverifiedJwt},
    provider::Issuer,
    response::BearerSecret,
};
use secrecy::ExposeSecret;

use crate::{
    discovery::{self, keys_of},
    exchange::consent,
    keys::AwsLcVerifier,
    outbound::Errand,
    problem::{Code, Problem},
    tokens::time_at,
};

/// A token, and what is known of where it comes from.
struct Given {
    token: BearerSecret,
    issuer: Issuer,
    confirmed: Option<String>,
}

/// `POST /api/tokens/verify`
///
/// The issuer is the one that was asked, or that the caller names; the token's own `iss` is only ever
/// compared with it. A key set that cannot be had leaves the signature unchecked, and says why.
pub(crate) async fn verify(errand: &Errand<'_>, request: VerifyRequest) -> Result<Verification, Problem> {
    let audience = request.audience.clone();
    let given = read(errand, request)?;
    let compact = given.token.expose();
    let keys = match UnverifiedJwt::decode(compact) {
        Ok(jwt) => keys(errand, &given, jwt.kid().as_deref()).await?,
        Err(why) => Err(why.to_string()),
    };
    let environment = errand.state.sandbox.environment_of_issuer(given.issuer.as_str());
    let now = time_at(environment, &errand.state.sandbox, errand.clock()) / 1000;
    let expected = Expected { issuer: Some(given.issuer.as_str()), audience: audience.as_deref(), now };
    let keys = keys.as_ref().map(|keys| &**keys).map_err(String::as_str);
    let verification = jose::verify(compact, keys, &expected, &AwsLcVerifier);
    Ok(Verification { verified: verification.verified, checks: verification.checks })
}

fn read(errand: &Errand<'_>, request: VerifyRequest) -> Result<Given, Problem> {
    let (token, asked, confirmed) = match (request.token, request.token_id) {
        (Some(pasted), None) => {
            let token = BearerSecret::new(pasted.into_secret().expose_secret().trim().to_owned());
            (token, None, None)
        }
        (None, Some(id)) => {
            let issued = errand.session.tokens.find(&id).ok_or_else(|| Problem::not_found("token"))?;
            (issued.granted.access_token.clone(), issued.issuer.clone(), issued.confirmed.clone())
        }
        _ => return Err(invalid("token", "Send exactly one of token and token_id.")),
    };
    let Some(issuer) = request.issuer.or(asked) else {
        let detail = "Name the issuer whose keys are to verify the token.";
        return Err(Problem::invalid_input(vec![FieldFault::required("issuer", detail)]));
    };
    let issuer = issuer.parse().map_err(|fault| invalid("issuer", fault))?;
    Ok(Given { token, issuer, confirmed })
}

fn invalid(field: &str, detail: impl ToString) -> Problem {
    Problem::invalid_input(vec![FieldFault::invalid(field, detail)])
}

/// The key set, or the sentence that says why there is none.
async fn keys(
    errand: &Errand<'_>,
    given: &Given,
    kid: Option<&str>,
) -> Result<Result<Arc<KeySet>, String>, Problem> {
    let consent = consent(errand.session.caller, given.confirmed.as_deref());
    let found = match discovery::verified(errand, &given.issuer, &consent).await {
        Ok(verified) => keys_of(errand, &verified, kid).await,
        Err(problem) => Err(problem),
    };
    match found {
        Ok(keys) => Ok(Ok(keys)),
        Err(problem) if is_the_providers(&problem) => Ok(Err(problem.detail().to_owned())),
        Err(problem) => Err(problem),
    }
}

/// Whether the provider is to blame; a refusal or limit of ours is an answer of its own.
fn is_the_providers(problem: &Problem) -> bool {
    let ours = [Code::TargetNotAllowed, Code::Busy, Code::InvalidInput, Code::Internal];
    !ours.iter().any(|code| code.as_str() == problem.code())
}
