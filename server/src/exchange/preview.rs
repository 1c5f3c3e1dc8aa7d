//! What would be sent, without a credential.

use app::api::{FieldFault, Hop, Preview, Target, TokenExchange, TokenIntent};
use oauth::{
    assertion::Assertion, client::Authentication, export::curl, provider::InvalidEndpoint,
    request::token::prepare, wire::SigningAlg,
};

use super::{
    credential, proof, read,
    target::{self, Destination},
};
use crate::{
    outbound::Errand,
    problem::{Code, Problem},
};

/// `POST /api/token-exchange/preview`
pub(crate) async fn preview(errand: &Errand<'_>, body: TokenExchange) -> Result<Preview, Problem> {
    refuse_secrets(&body)?;
    let intent = read(&body)?;
    let permitted = target::permit(errand, &intent)?;
    let destination = target::resolve(errand, &intent, permitted).await?;
    let endpoint = destination.clearance.endpoint().clone();
    let request = prepare(&intent.token_request(endpoint, Authentication::without_proof(intent.method)));
    let assertion = assertion(errand, &intent, &destination).await?;
    let curl = curl::script(&request, Some(&intent.client_id), assertion.as_ref()).to_string();
    let entered = !matches!(intent.target, Target::Sandbox(_));
    let here = format!("{}/api/token-exchange", errand.state.origin.as_str()).parse();
    let here = here.map_err(|fault: InvalidEndpoint| Problem::new(Code::Internal, fault.to_string()))?;
    let hops = vec![Hop::to_this_server(&body, &intent, here, entered), Hop::to_provider(request)];
    Ok(Preview { hops, curl })
}

fn refuse_secrets(body: &TokenExchange) -> Result<(), Vec<FieldFault>> {
    let given = [("client_secret", &body.client_secret), ("private_key", &body.private_key)];
    let detail = "Leave it out: a preview shows a label in its place.";
    let faults: Vec<_> = given
        .into_iter()
        .filter(|(_, entered)| entered.is_some())
        .map(|(field, _)| FieldFault::new(field, "not-here", detail))
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The assertion that would go with the request. The sandbox knows the keys of its clients; elsewhere
/// the usual algorithm of the method stands in until a key is there.
async fn assertion(
    errand: &Errand<'_>,
    intent: &TokenIntent,
    destination: &Destination,
) -> Result<Option<Assertion>, Problem> {
    if !intent.method.uses_assertion() {
        return Ok(None);
    }
    let client = match destination.environment {
        Some(environment) => credential::fixture(errand, environment, &intent.client_id).await,
        None => None,
    };
    let usual = if intent.method.uses_secret() { SigningAlg::HS256 } else { SigningAlg::RS256 };
    let (alg, kid) = client.map_or((None, None), |client| (client.alg, client.kid));
    let now = errand.clock().now_ms() / 1000;
    proof::assertion(intent, alg.unwrap_or(usual), kid, destination, now).map(Some)
}
