//! Key sets.

use std::sync::Arc;

use oauth::jose::KeySet;

use super::{Verified, cache::Aged, fetch::fetch};
use crate::{
    guard::Consent,
    outbound::{Ended, Errand},
    problem::{Code, Problem},
};

/// The key set of an issuer for a token that names `kid`, from the cache where that serves.
///
/// # Errors
///
/// The problem that says why there is none.
pub(crate) async fn keys_of(
    errand: &Errand<'_>,
    issuer: &Verified,
    kid: Option<&str>,
) -> Result<Arc<KeySet>, Problem> {
    let slot = errand.outbound().providers.keys(issuer.metadata.issuer().as_str());
    let mut kept = slot.lock().await;
    if let Some(keys) = kept.as_ref().filter(|keys| keys.serves(kid, errand.clock())) {
        return Ok(Arc::clone(&keys.value));
    }
    let keys = Arc::new(fetch_keys(errand, issuer).await?);
    *kept = Some(Aged::now(Arc::clone(&keys), errand.clock()));
    Ok(keys)
}

async fn fetch_keys(errand: &Errand<'_>, issuer: &Verified) -> Result<KeySet, Problem> {
    let name = issuer.metadata.issuer();
    let Some(place) = issuer.metadata.jwks_uri() else {
        let detail = format!("The metadata of {name} names no usable key set (jwks_uri).");
        return Err(Problem::new(Code::ProviderMetadata, detail));
    };
    let clearance = errand.outbound().guard.clear(place, &Consent::Published(&issuer.clearance))?;
    let Ended { id, result, .. } = fetch(errand, &clearance).await?;
    let (received, ()) = result.map_err(|fault| fault.into_problem(&id))?;
    if received.head.status != 200 {
        let detail = format!("{place} answered {} instead of a key set.", received.head.status);
        return Err(Problem::new(Code::ProviderMetadata, detail).of_exchange(id));
    }
    KeySet::parse(&received.body).map_err(|fault| {
        let detail = format!("{place} did not answer with a key set. {fault}");
        Problem::new(Code::ProviderNonJson, detail).of_exchange(id)
    })
}
