//! Metadata, looked for in both places where it may be.

use std::sync::Arc;

use oauth::provider::{Endpoint, Issuer, UnverifiedMetadata, VerifiedMetadata};

use super::fetch::fetch;
use crate::{
    guard::{Clearance, Consent},
    outbound::{Ended, Errand},
    problem::{Code, Problem},
};

/// A document as it was found, and where.
pub(super) struct Found {
    pub(super) document: UnverifiedMetadata,
    pub(super) place: Endpoint,
    clearance: Clearance,
    exchange_id: String,
}

/// Metadata that speaks for its issuer, and the permission under which it was fetched.
pub(crate) struct Verified {
    pub(crate) metadata: Arc<VerifiedMetadata>,
    pub(crate) clearance: Clearance,
}

/// Why there is no document in one place.
enum NotThere {
    /// The server did not answer, so another place on it would not help.
    Silent(Problem),
    /// It answered something else.
    Elsewhere(String),
}

/// Asks the guard whether an issuer's metadata may be fetched.
pub(crate) fn permit(
    errand: &Errand<'_>,
    issuer: &Issuer,
    consent: &Consent<'_>,
) -> Result<Clearance, Problem> {
    let [first, _] = places(issuer);
    Ok(errand.outbound().guard.clear(&first?, consent)?)
}

/// The verified metadata of an issuer, from the cache or fetched.
pub(crate) async fn verified(
    errand: &Errand<'_>,
    issuer: &Issuer,
    consent: &Consent<'_>,
) -> Result<Verified, Problem> {
    let clearance = permit(errand, issuer, consent)?;
    if let Some(metadata) = errand.outbound().providers.metadata(issuer.as_str(), errand.clock()) {
        return Ok(Verified { metadata, clearance });
    }
    let found = find(errand, issuer, consent).await?;
    let metadata = found.document.verify(issuer).map_err(|fault| {
        Problem::new(Code::ProviderMetadata, fault.to_string()).of_exchange(found.exchange_id)
    })?;
    let metadata = errand.outbound().providers.keep_metadata(metadata, errand.clock());
    Ok(Verified { metadata, clearance: found.clearance })
}

/// Asks both places, the more common one first.
pub(super) async fn find(
    errand: &Errand<'_>,
    issuer: &Issuer,
    consent: &Consent<'_>,
) -> Result<Found, Problem> {
    let [_, second] = places(issuer);
    let clearance = permit(errand, issuer, consent)?;
    let not_there = match look(errand, clearance).await? {
        Ok(found) => return Ok(found),
        Err(NotThere::Silent(problem)) => return Err(problem),
        Err(NotThere::Elsewhere(reason)) => reason,
    };
    // The second place of our own sandbox lies outside it and is not called.
    let Ok(clearance) = errand.outbound().guard.clear(&second?, consent) else {
        return Err(nowhere(&[not_there]));
    };
    match look(errand, clearance).await? {
        Ok(found) => Ok(found),
        Err(NotThere::Silent(problem)) => Err(problem),
        Err(NotThere::Elsewhere(reason)) => Err(nowhere(&[not_there, reason])),
    }
}

fn places(issuer: &Issuer) -> [Result<Endpoint, Problem>; 2] {
    issuer.well_known().map(|place| {
        place
            .parse()
            .map_err(|fault| Problem::invalid_input(vec![app::api::FieldFault::invalid("issuer", fault)]))
    })
}

async fn look(errand: &Errand<'_>, clearance: Clearance) -> Result<Result<Found, NotThere>, Problem> {
    let Ended { id, result, .. } = fetch(errand, &clearance).await?;
    let place = clearance.endpoint();
    let received = match result {
        Ok((received, ())) => received,
        Err(fault) if is_silence(fault.code) => return Ok(Err(NotThere::Silent(fault.into_problem(&id)))),
        Err(fault) => return Ok(Err(NotThere::Elsewhere(fault.detail))),
    };
    if received.head.status != 200 {
        let reason = format!("{place} answered {}.", received.head.status);
        return Ok(Err(NotThere::Elsewhere(reason)));
    }
    Ok(match UnverifiedMetadata::parse(&received.body) {
        Ok(document) => Ok(Found { document, place: place.clone(), clearance, exchange_id: id }),
        Err(unreadable) => {
            let reason = format!("{place} did not answer with metadata (at {}).", unreadable.path);
            Err(NotThere::Elsewhere(reason))
        }
    })
}

const fn is_silence(code: Code) -> bool {
    matches!(
        code,
        Code::ProviderUnreachable | Code::ProviderTls | Code::ProviderTimeout | Code::TargetNotAllowed
    )
}

fn nowhere(reasons: &[String]) -> Problem {
    let detail = format!("No metadata was found. {} Check the issuer.", reasons.join(" "));
    Problem::new(Code::ProviderMetadata, detail)
}
