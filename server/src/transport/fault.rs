//! Why there is no usable answer: a stable code and one sentence with the way out.

use std::{error::Error as _, io, time::Duration};

use oauth::{redact::Redactor, request::PreparedRequest};
use url::Url;

use super::{Limits, Received, tls};
use crate::{
    guard::{NameNotFound, PrivateAddress},
    problem::Code,
};

/// Status and headers of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The status.
    pub status: u16,
    /// All headers in order; a value that is not text keeps what is.
    pub headers: Vec<(String, String)>,
}

/// No usable answer.
#[derive(Debug)]
pub struct Fault {
    /// The code of the problem this becomes.
    pub code: Code,
    /// One sentence for a person: what happened, where, what to do.
    pub detail: String,
    /// What had arrived by then.
    pub received: Option<Received>,
}

impl Head {
    pub(super) fn of(response: &reqwest::Response) -> Self {
        let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers =
            response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        Self { status: response.status().as_u16(), headers }
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

impl Fault {
    pub(crate) fn new(code: Code, detail: String) -> Self {
        Self { code, detail, received: None }
    }

    /// The same fault with what had arrived.
    pub(crate) fn after(mut self, received: Received) -> Self {
        self.received = Some(received);
        self
    }

    pub(super) fn not_sendable(host: &str) -> Self {
        Self::new(Code::Internal, format!("The request to {host} could not be put on the wire."))
    }

    pub(super) fn no_first_byte(host: &str, limit: Duration) -> Self {
        let detail = format!("{host} did not start to answer within {}. Try again later.", seconds(limit));
        Self::new(Code::ProviderTimeout, detail)
    }

    pub(super) fn took_too_long(host: &str, limit: Duration) -> Self {
        let detail = format!("{host} did not finish its answer within {}. Try again later.", seconds(limit));
        Self::new(Code::ProviderTimeout, detail)
    }

    pub(super) fn too_large(host: &str, limit: usize) -> Self {
        let detail = format!(
            "{host} answered with more than {} KiB, which no authorization server needs. Check the URL.",
            limit / 1024
        );
        Self::new(Code::ProviderTooLarge, detail)
    }

    pub(super) fn broken_off(host: &str) -> Self {
        let detail = format!("{host} broke its answer off. Try again; if it stays so, ask who runs it.");
        Self::new(Code::ProviderUnreachable, detail)
    }
}

/// Longest name that the domain name system knows; a longer one is not worth repeating.
const LONGEST_NAME: usize = 253;

/// A redirect could carry a credential to another server, so none is followed.
///
/// The place is named without what was secret in the request: a server may echo it, even as a host.
pub(super) fn refuse_redirect(host: &str, head: Head, request: &PreparedRequest) -> Result<Head, Fault> {
    if !(300..400).contains(&head.status) {
        return Ok(head);
    }
    let location = head.header("location").map(|location| Redactor::of(request).text(location));
    let place = location.and_then(|location| Url::parse(&location).ok());
    let named = place.as_ref().and_then(Url::host_str).filter(|host| host.len() <= LONGEST_NAME);
    let place = named.unwrap_or("another place");
    let detail = format!(
        "{host} answered {} and points to {place}. Redirects are not followed: enter the final URL.",
        head.status
    );
    Err(Fault::new(Code::ProviderRedirect, detail).after(Received { head, body: vec![] }))
}

/// Nothing is unpacked, so nothing packed is read.
pub(super) fn refuse_encoding(host: &str, head: Head) -> Result<Head, Fault> {
    match head.header("content-encoding") {
        None => Ok(head),
        Some(plain) if plain.trim().is_empty() || plain.trim().eq_ignore_ascii_case("identity") => Ok(head),
        Some(_) => {
            let detail = format!(
                "{host} compressed its answer although nobody asked for it. Switch compression off there."
            );
            Err(Fault::new(Code::ProviderEncoding, detail).after(Received { head, body: vec![] }))
        }
    }
}

/// What a failure of the HTTP client means.
pub(super) fn classify(host: &str, error: &reqwest::Error, limits: &Limits) -> Fault {
    if error.is_timeout() {
        let limit = seconds(limits.connect);
        let detail =
            format!("{host} did not accept a connection within {limit}. Check the host, port and network.");
        return Fault::new(Code::ProviderTimeout, detail);
    }
    if let Some(private) = cause::<PrivateAddress>(error) {
        return Fault::new(Code::TargetNotAllowed, private.to_string());
    }
    if let Some(refused) = cause::<rustls::Error>(error) {
        return Fault::new(Code::ProviderTls, tls::sentence(host, refused));
    }
    if let Some(broken) = cause::<hyper::Error>(error).filter(|broken| broken.is_parse()) {
        return not_http(host, broken);
    }
    Fault::new(Code::ProviderUnreachable, unreachable(host, error))
}

fn not_http(host: &str, error: &hyper::Error) -> Fault {
    if error.is_parse_too_large() {
        return Fault::new(
            Code::ProviderTooLarge,
            format!("{host} answered with too many headers. Check the URL."),
        );
    }
    let detail = format!("{host} did not answer in HTTP/1.1. Check the port and whether it expects https.");
    Fault::new(Code::ProviderUnreachable, detail)
}

fn unreachable(host: &str, error: &reqwest::Error) -> String {
    if let Some(unknown) = cause::<NameNotFound>(error) {
        return unknown.to_string();
    }
    match cause::<io::Error>(error).map(io::Error::kind) {
        Some(io::ErrorKind::ConnectionRefused) => {
            format!("{host} refuses connections. Check host and port, and that the server is running.")
        }
        _ if error.is_connect() => {
            format!("{host} cannot be reached. Check the host, the port and the network of this machine.")
        }
        _ => format!("{host} closed the connection before it answered. Try again, or ask who runs it."),
    }
}

/// The first error of a type in the chain; an I/O error hides what it wraps from `source`.
fn cause<T: std::error::Error + 'static>(error: &reqwest::Error) -> Option<&T> {
    let mut next = error.source();
    while let Some(current) = next {
        if let Some(found) = current.downcast_ref::<T>() {
            return Some(found);
        }
        let wrapped = current.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = match wrapped {
            Some(inner) => Some(inner),
            None => current.source(),
        };
    }
    None
}

fn seconds(limit: Duration) -> String {
    if limit.subsec_millis() == 0 {
        format!("{} s", limit.as_secs())
    } else {
        format!("{} ms", limit.as_millis())
    }
}
