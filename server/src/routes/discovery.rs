//! Metadata of authorization servers.

use app::api::{Discovery, TargetQuery};
use axum::{Json, extract::State};
use http::HeaderMap;

use super::Answered;
use crate::{OwnOrigin, backend::SessionBackend, input::Query, session::Provenance};

pub(crate) async fn discover(
    State(own): State<OwnOrigin>,
    headers: HeaderMap,
    backend: SessionBackend,
    Query(mut target): Query<TargetQuery>,
) -> Answered<Discovery> {
    // A person confirms on a page of this server. A link or an image elsewhere cannot do it for them.
    if !Provenance::new(&headers, &own).may_change() {
        target.confirm_target = None;
    }
    Ok(Json(backend.discover(target).await?))
}
