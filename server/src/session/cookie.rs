//! The cookie that holds a browser's session id.

use http::{HeaderMap, HeaderValue, header};

use super::SessionId;
use crate::OwnOrigin;

/// Over https only; a browser takes the prefix as a promise that no other host has set it.
const SECURE_NAME: &str = "__Host-authz_flows";
/// On plain loopback http, where some browsers drop `Secure` cookies.
const PLAIN_NAME: &str = "authz_flows";

/// The server decides when a session ends; the cookie only has to outlive it. Browsers keep none longer.
const MAX_AGE: u32 = 400 * 24 * 60 * 60;

/// Ids worth looking up; a browser sends one.
const MOST: usize = 4;

fn name(own: &OwnOrigin) -> &'static str {
    if own.is_secure() { SECURE_NAME } else { PLAIN_NAME }
}

/// Values of the session cookie in this request.
fn values<'a>(headers: &'a HeaderMap, own: &OwnOrigin) -> impl Iterator<Item = &'a str> {
    let name = name(own);
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(found, _)| *found == name).map(|(_, value)| value)
}

/// Whether the request carries a session cookie, good or not.
pub(crate) fn is_sent(headers: &HeaderMap, own: &OwnOrigin) -> bool {
    values(headers, own).next().is_some()
}

/// The ids the request carries. There may be several when another service on this host has planted one.
pub(crate) fn ids(headers: &HeaderMap, own: &OwnOrigin) -> Vec<SessionId> {
    values(headers, own).filter_map(SessionId::parse).take(MOST).collect()
}

/// `Set-Cookie` that hands out an id.
pub(crate) fn hand_out(id: &SessionId, own: &OwnOrigin) -> Option<HeaderValue> {
    set(id.expose(), MAX_AGE, own)
}

/// `Set-Cookie` that makes a browser forget the id.
pub(crate) fn take_back(own: &OwnOrigin) -> Option<HeaderValue> {
    set("", 0, own)
}

fn set(value: &str, max_age: u32, own: &OwnOrigin) -> Option<HeaderValue> {
    let (name, secure) = (name(own), if own.is_secure() { "; Secure" } else { "" });
    let cookie = format!("{name}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Strict{secure}");
    let mut cookie = HeaderValue::try_from(cookie).ok()?;
    cookie.set_sensitive(true);
    Some(cookie)
}
