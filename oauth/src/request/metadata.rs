//! Fetches of public documents: discovery and key sets.

use super::{Method, PreparedRequest, Text};
use crate::{provider::Endpoint, wire::JSON_MEDIA_TYPE};

/// A `GET` for a JSON document, without any credential.
pub fn fetch(url: Endpoint) -> PreparedRequest {
    PreparedRequest::new(Method::Get, url).header("Accept", Text::plain(JSON_MEDIA_TYPE))
}
