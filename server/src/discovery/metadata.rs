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
    /// It answered in a way that is refused, a redirect for example.
    Refused(Problem),
    /// It answered something else.
    Absent(String),
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
    let first = match look(errand, permit(errand, issuer, consent)?).await? {
        Ok(found) => return Ok(found),
        Err(NotThere::Silent(problem)) => return Err(problem),
        Err(not_there) => not_there,
    };
    // The second place of our own sandbox lies outside it and is not called.
    let Ok(clearance) = errand.outbound().guard.clear(&second?, consent) else {
        return Err(nowhere([first]));
    };
    look(errand, clearance).await?.map_err(|second| nowhere([first, second]))
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
        Err(fault) => return Ok(Err(NotThere::Refused(fault.into_problem(&id)))),
    };
    if received.head.status != 200 {
        let reason = format!("{place} answered {}.", received.head.status);
        return Ok(Err(NotThere::Absent(reason)));
    }
    Ok(match UnverifiedMetadata::parse(&received.body) {
        Ok(document) => Ok(Found { document, place: place.clone(), clearance, exchange_id: id }),
        Err(unreadable) => {
            let reason = format!("{place} did not answer with metadata (at {}).", unreadable.path);
            Err(NotThere::Absent(reason))
        }
    })
}

const fn is_silence(code: Code) -> bool {
    matches!(
        code,
        Code::ProviderUnreachable | Code::ProviderTls | Code::ProviderTimeout | Code::TargetNotAllowed
    )
}

/// A refused answer says more than an absent document.
fn nowhere<const N: usize>(places: [NotThere; N]) -> Problem {
    let mut reasons = String::new();
    for place in places {
        match place {
            NotThere::Silent(problem) | NotThere::Refused(problem) => return problem,
            NotThere::Absent(reason) => reasons = format!("{reasons} {reason}"),
        }
    }
    Problem::new(Code::ProviderMetadata, format!("No metadata was found.{reasons} Check the issuer."))
}
