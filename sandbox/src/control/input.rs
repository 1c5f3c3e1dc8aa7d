//! Reading a control call's body: every fault is found before one is reported.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Query, Request},
    http::{HeaderMap, header, request::Parts},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::problem::{Fault, Problem};
use crate::{Sandbox, SandboxError};

/// The environment of the path; what is not an id is not found.
#[derive(Debug, Clone, Copy)]
pub(super) struct EnvironmentId(pub(super) Uuid);

impl FromRequestParts<Sandbox> for EnvironmentId {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, Problem> {
        let id = Path::<Uuid>::from_request_parts(parts, sandbox).await;
        id.map(|Path(id)| Self(id)).map_err(|_| SandboxError::UnknownEnvironment.into())
    }
}

/// Which part of a list is wanted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    pub(super) limit: Option<usize>,
}

impl FromRequestParts<Sandbox> for Page {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, Problem> {
        let page = Query::<Self>::from_request_parts(parts, sandbox).await;
        page.map(|Query(page)| page).map_err(|_| {
            let detail = "The query takes limit only, a whole number.".to_owned();
            Problem::invalid_input(vec![Fault { pointer: String::new(), code: "invalid-query", detail }])
        })
    }
}

/// The members of a JSON object, taken one by one. What is left at the end is unknown.
#[derive(Debug)]
pub(super) struct Fields {
    members: Map<String, Value>,
    pointer: String,
    faults: Vec<Fault>,
}

impl FromRequest<Sandbox> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, sandbox: &Sandbox) -> Result<Self, Problem> {
        let limit = sandbox.limits().body_bytes;
        let (parts, body) = request.into_parts();
        let bytes = axum::body::to_bytes(body, limit).await.map_err(|_| Problem::too_large(limit))?;
        Self::read(&parts.headers, &bytes)
    }
}

impl Fields {
    /// An empty body counts as an empty object.
    fn read(headers: &HeaderMap, body: &Bytes) -> Result<Self, Problem> {
        if body.is_empty() {
            return Ok(Self::at(String::new(), Map::new()));
        }
        if !is_json(headers) {
            return Err(Problem::not_json());
        }
        match serde_json::from_slice(body).map_err(|error| Problem::malformed_json(&error))? {
            Value::Object(members) => Ok(Self::at(String::new(), members)),
            _ => Err(Problem::invalid_input(vec![Fault {
                pointer: String::new(),
                code: "not-an-object",
                detail: "Send a JSON object.".to_owned(),
            }])),
        }
    }

    const fn at(pointer: String, members: Map<String, Value>) -> Self {
        Self { members, pointer, faults: Vec::new() }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Takes a member if it is there; `expected` says what `parse` accepts.
    pub(super) fn take<T>(
        &mut self,
        name: &str,
        expected: &str,
        parse: impl FnOnce(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.members.remove(name)?;
        let parsed = parse(&value);
        if parsed.is_none() {
            self.fault(name, "invalid-value", format!("Expected {expected}."));
        }
        parsed
    }

    /// Takes a member that is an object itself; its faults are reported with these.
    pub(super) fn object(&mut self, name: &str, read: impl FnOnce(&mut Self)) {
        match self.members.remove(name) {
            None => {}
            Some(Value::Object(members)) => {
                let mut inner = Self::at(format!("{}/{name}", self.pointer), members);
                read(&mut inner);
                self.faults.extend(inner.close());
            }
            Some(_) => self.fault(name, "invalid-value", "Expected an object.".to_owned()),
        }
    }

    /// Adds a fault of one member, or of the whole object for an empty name.
    pub(super) fn fault(&mut self, name: &str, code: &'static str, detail: String) {
        let separator = if name.is_empty() { "" } else { "/" };
        let name = name.replace('~', "~0").replace('/', "~1");
        self.faults.push(Fault { pointer: format!("{}{separator}{name}", self.pointer), code, detail });
    }

    /// Nothing wrong and nothing left, or a problem that lists everything.
    pub(super) fn finish(self) -> Result<(), Problem> {
        let faults = self.close();
        if faults.is_empty() { Ok(()) } else { Err(Problem::invalid_input(faults)) }
    }

    fn close(mut self) -> Vec<Fault> {
        let unknown: Vec<String> = self.members.keys().cloned().collect();
        for name in unknown {
            self.fault(&name, "unknown-field", "There is no such field.".to_owned());
        }
        self.faults
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next());
    media_type.is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}
