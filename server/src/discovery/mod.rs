//! What authorization servers publish: metadata and key sets, fetched, verified, kept for a while.
//!
//! A key set is only ever fetched from where verified metadata says it is, and both only from servers
//! the guard has cleared. The cache is shared by all sessions, because what is in it is public.

mod cache;
mod fetch;
mod key_set;
mod metadata;

use app::api::{Discovery, TargetQuery};

pub(crate) use cache::ProviderCache;
pub(crate) use key_set::keys_of;
pub(crate) use metadata::{Verified, permit, verified};

use crate::{exchange, outbound::Errand, problem::Problem};

/// `GET /api/discovery`: always asks, because whoever asks wants to see what is there now.
pub(crate) async fn discover(errand: &Errand<'_>, query: TargetQuery) -> Result<Discovery, Problem> {
    let target = query.parse()?;
    // A discovery query has no form that names a token endpoint alone.
    let issuer = exchange::issuer_of(errand, &target)?.ok_or_else(|| Problem::not_found("issuer"))?;
    let consent = exchange::consent(errand.session.caller, query.confirm_target.as_deref());
    let found = metadata::find(errand, &issuer, &consent).await?;
    let found_at = found.place.to_string();
    let metadata = found.document.document().clone();
    let verified = found.document.verify(&issuer).ok();
    let missing = verified.as_ref().map(oauth::provider::VerifiedMetadata::missing).unwrap_or_default();
    let issuer_verified = verified.is_some();
    if let Some(verified) = verified {
        errand.outbound().providers.keep_metadata(verified, errand.clock());
    }
    let missing = missing.into_iter().map(|gap| gap.detail).collect();
    Ok(Discovery { issuer_verified, found_at, metadata, missing })
}
