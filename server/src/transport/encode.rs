//! A prepared request as the HTTP client takes it.

use std::str::FromStr;

use http::{HeaderMap, HeaderName, HeaderValue};
use oauth::request::{Method, PreparedRequest, Text};
use reqwest::Request;
use url::Url;

use crate::guard::Clearance;

/// The request cannot be put on the wire: a secret is not known here, a value is no header value, or
/// the permission is for another URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotSendable;

/// The same message, header by header. `Host` stays as prepared even where another address is dialled.
pub(super) fn request(prepared: &PreparedRequest, clearance: &Clearance) -> Result<Request, NotSendable> {
    if prepared.url != *clearance.endpoint() {
        return Err(NotSendable);
    }
    let method = match prepared.method {
        Method::Get => http::Method::GET,
        Method::Post => http::Method::POST,
    };
    let mut request = Request::new(method, dialled(prepared, clearance)?);
    *request.headers_mut() = headers(prepared)?;
    let body = prepared.body.wire().map_err(|_| NotSendable)?;
    if !body.is_empty() {
        *request.body_mut() = Some(body.as_bytes().to_vec().into());
    }
    Ok(request)
}

fn dialled(prepared: &PreparedRequest, clearance: &Clearance) -> Result<Url, NotSendable> {
    match clearance.dial() {
        None => Ok(prepared.url.url().clone()),
        Some(address) => {
            Url::parse(&format!("http://{address}{}", prepared.url.path_and_query())).map_err(|_| NotSendable)
        }
    }
}

fn headers(prepared: &PreparedRequest) -> Result<HeaderMap, NotSendable> {
    let mut headers = HeaderMap::with_capacity(prepared.headers.len());
    for (name, text) in &prepared.headers {
        let name = HeaderName::from_str(name).map_err(|_| NotSendable)?;
        headers.append(name, value(text)?);
    }
    Ok(headers)
}

fn value(text: &Text) -> Result<HeaderValue, NotSendable> {
    let wire = text.wire().map_err(|_| NotSendable)?;
    let mut value = HeaderValue::from_str(&wire).map_err(|_| NotSendable)?;
    value.set_sensitive(text.0.iter().any(oauth::request::Part::is_secret));
    Ok(value)
}
