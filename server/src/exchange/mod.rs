//! A token exchange from the body that was given to the answer that is passed on.
//!
//! The order is fixed: everything that can be refused without a socket is refused first, all faults
//! at once; then the target's metadata, where it needs any; then one request, which is never repeated.

mod answer;
mod credential;
mod log;
mod preview;
mod proof;
mod target;

use app::api::{FieldFault, ProviderAnswer, TokenExchange, TokenIntent};
use oauth::{exchange::Category, request::token::prepare, wire::AuthMethod};

pub(crate) use preview::preview;
pub(crate) use target::{consent, issuer_of};

use crate::{
    outbound::{Call, Errand, new_id},
    problem::Problem,
};

/// `POST /api/token-exchange`
pub(crate) async fn run(errand: &Errand<'_>, mut body: TokenExchange) -> Result<ProviderAnswer, Problem> {
    let intent = read(&body)?;
    let permitted = target::permit(errand, &intent)?;
    let credential = credential::find(errand, &mut body, &intent, permitted.environment).await?;
    let destination = target::resolve(errand, &intent, permitted).await?;
    let proof = proof::make(&intent, credential, &destination, errand.clock().now_ms() / 1000)?;
    let request =
        prepare(&intent.token_request(destination.clearance.endpoint().clone(), proof.authentication));
    log::built(&intent, &request);
    let id = new_id();
    log::sent(&id);
    let call = Call {
        id: id.clone(),
        category: Category::Oauth,
        request: &request,
        clearance: &destination.clearance,
        assertion: proof.assertion,
        read: answer::read,
    };
    let ended = errand.call(call).await.inspect_err(|busy| log::failed(&id, busy.code(), None))?;
    answer::pass_on(errand, &intent, destination, ended)
}

/// Parses a body; every fault that shows without its credential is told at once.
fn read(body: &TokenExchange) -> Result<TokenIntent, Vec<FieldFault>> {
    let mut faults = Vec::new();
    if body.assertion_audience.as_deref() == Some("issuer") && body.token_endpoint.is_some() {
        let detail = "A token endpoint alone has no known issuer. Name the issuer, or use token_endpoint.";
        faults.push(FieldFault::invalid("assertion_audience", detail));
    }
    match body.parse() {
        Ok(intent) if faults.is_empty() => Ok(intent),
        Ok(_) => Err(faults),
        Err(mut more) => {
            more.append(&mut faults);
            Err(more)
        }
    }
}

/// The field in which the credential of a method is given.
const fn credential_field(method: AuthMethod) -> &'static str {
    if method.uses_secret() { "client_secret" } else { "private_key" }
}
