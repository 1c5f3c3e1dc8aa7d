//! The query of a request.

use app::api::{FieldFault, TargetQuery};
use axum::extract::FromRequestParts;
use http::request::Parts;
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::shape;
use crate::problem::Problem;

/// A query of the right shape.
pub(crate) struct Query<T>(pub(crate) T);

impl super::Shape for TargetQuery {
    fn faults(&self) -> Vec<FieldFault> {
        self.parse().err().unwrap_or_default()
    }
}

/// Read through the same eyes as a body: as an object whose texts are its members, but for the names of
/// truth values.
impl<S: Sync> FromRequestParts<S> for Query<TargetQuery> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        shape::read(document(query).as_bytes()).map(Self)
    }
}

/// The query as JSON text, so that a repeated name is there twice.
fn document(query: &str) -> String {
    let members = form_urlencoded::parse(query.as_bytes()).map(|(name, value)| {
        let value = match &*value {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            text => Value::String(text.to_owned()),
        };
        let member = Map::from_iter([(name.into_owned(), value)]);
        let object = Value::Object(member).to_string();
        object[1..object.len() - 1].to_owned()
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}
