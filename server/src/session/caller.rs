//! How a caller is recognised, and what it shows about where it comes from.

use http::{HeaderMap, HeaderName, header};

use super::{Caller, cookie};
use crate::OwnOrigin;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// Script callers name their session in this header.
pub(crate) const SESSION_ID: HeaderName = HeaderName::from_static("x-session-id");

/// Where a browser says a request comes from ([Fetch Metadata](https://www.w3.org/TR/fetch-metadata/)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FetchSite {
    /// A page of this server.
    SameOrigin,
    /// The person: address bar, bookmark.
    None,
    /// Any other page, values nobody knows included.
    Elsewhere,
}

/// What the headers of a request tell about its sender.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Provenance {
    /// Who calls.
    pub(crate) caller: Caller,
    site: Option<FetchSite>,
    /// Whether the `Origin` is this server's, where there is one.
    own_origin: Option<bool>,
}

impl Provenance {
    pub(crate) fn new(headers: &HeaderMap, own: &OwnOrigin) -> Self {
        let site = headers.get(FETCH_SITE).map(|site| match site.as_bytes() {
            b"same-origin" => FetchSite::SameOrigin,
            b"none" => FetchSite::None,
            _ => FetchSite::Elsewhere,
        });
        let host = headers.get(header::HOST);
        let own_origin = headers.get(header::ORIGIN).map(|origin| own.equals(origin, host));
        let shows_browser = own_origin.is_some()
            || headers.keys().any(|name| name.as_str().starts_with("sec-fetch-"))
            || cookie::is_sent(headers, own);
        let caller = if shows_browser { Caller::Browser } else { Caller::Script };
        Self { caller, site, own_origin }
    }

    /// Whether the request may change something: for a browser only from a page of this server.
    pub(crate) fn may_change(self) -> bool {
        self.caller == Caller::Script
            || match self.site {
                Some(site) => site == FetchSite::SameOrigin,
                None => self.own_origin == Some(true),
            }
    }

    /// Whether the request may be given a new session. A followed link arrives from elsewhere and without
    /// the cookie, which must not replace the session it does not show.
    pub(crate) fn may_begin(self) -> bool {
        self.caller == Caller::Script
            || match self.site {
                Some(site) => site != FetchSite::Elsewhere,
                None => self.own_origin == Some(true),
            }
    }
}
