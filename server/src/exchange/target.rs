//! From the target that was named to the endpoint that is called.

use app::api::{Target, TokenIntent};
use oauth::provider::{Endpoint, EnvironmentId, Issuer};
use uuid::Uuid;

use crate::{
    discovery,
    guard::{Clearance, Consent},
    outbound::Errand,
    problem::{Code, Problem},
    session::Caller,
};

/// What is known of a target before anything is sent.
pub(super) struct Permitted {
    clearance: Clearance,
    /// The environment of the sandbox, where it is one.
    pub(super) environment: Option<Uuid>,
}

/// Where the token request goes.
pub(super) struct Destination {
    pub(super) clearance: Clearance,
    pub(super) issuer: Option<String>,
    pub(super) environment: Option<Uuid>,
}

/// What a caller's way of naming targets amounts to.
pub(crate) const fn consent(caller: Caller, confirmed: Option<&str>) -> Consent<'_> {
    match (caller, confirmed) {
        (Caller::Script, _) => Consent::Named,
        (Caller::Browser, Some(origin)) => Consent::Confirmed(origin),
        (Caller::Browser, None) => Consent::Missing,
    }
}

/// The issuer of a target; `None` for a token endpoint alone.
pub(crate) fn issuer_of(errand: &Errand<'_>, target: &Target) -> Result<Option<Issuer>, Problem> {
    let text = match target {
        Target::Issuer(issuer) => return Ok(Some(issuer.clone())),
        Target::TokenEndpoint(_) => return Ok(None),
        Target::PingOne(environment) => environment.issuer(),
        Target::Sandbox(named) => {
            let environment = environment_of(errand, named.as_ref());
            format!("{}/sandbox/{environment}/as", errand.state.origin.as_str())
        }
    };
    text.parse().map(Some).map_err(|fault: oauth::provider::InvalidIssuer| {
        Problem::new(Code::Internal, format!("The issuer {text} cannot be used. {fault}"))
    })
}

/// The environment that was named, or the session's own, which is made on first use.
fn environment_of(errand: &Errand<'_>, named: Option<&EnvironmentId>) -> Uuid {
    let named = named.and_then(|id| Uuid::parse_str(id.as_str()).ok());
    named.unwrap_or_else(|| errand.session.environment(&errand.state.sandbox))
}

/// Asks the guard about what the caller named, before anything else is looked at.
pub(super) fn permit(errand: &Errand<'_>, intent: &TokenIntent) -> Result<Permitted, Problem> {
    let consent = consent(errand.session.caller, intent.confirm_target.as_deref());
    let guard = &errand.outbound().guard;
    let clearance = match (&intent.target, issuer_of(errand, &intent.target)?) {
        (Target::Issuer(issuer), _) => discovery::permit(errand, issuer, &consent)?,
        (Target::TokenEndpoint(endpoint), _) => guard.clear(endpoint, &consent)?,
        (_, Some(issuer)) => guard.clear(&token_endpoint(&issuer)?, &consent)?,
        (_, None) => return Err(Problem::not_found("target")),
    };
    let environment = match &intent.target {
        Target::Sandbox(named) => Some(environment_of(errand, named.as_ref())),
        Target::Issuer(issuer) => errand.state.sandbox.environment_of_issuer(issuer.as_str()),
        _ => None,
    };
    Ok(Permitted { clearance, environment })
}

/// `PingOne` and its simulation have it at a fixed place below the issuer, so nobody has to be asked.
fn token_endpoint(issuer: &Issuer) -> Result<Endpoint, Problem> {
    format!("{issuer}/token").parse().map_err(|fault: oauth::provider::InvalidEndpoint| {
        Problem::new(Code::Internal, format!("The token endpoint of {issuer} cannot be used. {fault}"))
    })
}

/// Finds the token endpoint, asking an issuer for its metadata where that is the only way.
pub(super) async fn resolve(
    errand: &Errand<'_>,
    intent: &TokenIntent,
    permitted: Permitted,
) -> Result<Destination, Problem> {
    let environment = permitted.environment;
    let Target::Issuer(issuer) = &intent.target else {
        let issuer = issuer_of(errand, &intent.target)?.map(|issuer| issuer.to_string());
        return Ok(Destination { clearance: permitted.clearance, issuer, environment });
    };
    let consent = consent(errand.session.caller, intent.confirm_target.as_deref());
    let verified = discovery::verified(errand, issuer, &consent).await?;
    let Some(endpoint) = verified.metadata.token_endpoint() else {
        let detail = format!("The metadata of {issuer} names no usable token endpoint. Name it yourself.");
        return Err(Problem::new(Code::ProviderMetadata, detail));
    };
    let clearance = errand.outbound().guard.clear(endpoint, &Consent::Published(&verified.clearance))?;
    Ok(Destination { clearance, issuer: Some(issuer.to_string()), environment })
}
