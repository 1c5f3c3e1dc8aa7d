//! The addresses under which this server is known.

use std::{net::SocketAddr, sync::Arc};

use http::HeaderValue;
use url::{Position, Url};

/// The server's own addresses: the public one, and every `Host` it answers to.
#[derive(Debug, Clone)]
pub struct OwnOrigin(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    public: String,
    secure: bool,
    public_authority: String,
    authorities: Vec<String>,
    /// The port, where every address of the machine is listened on.
    any_address: Option<u16>,
}

impl OwnOrigin {
    /// The addresses of a server that listens on `bound` and is known as `public_url`, where that differs.
    pub fn new(bound: SocketAddr, public_url: Option<&Url>) -> Self {
        let local = local_authority(bound);
        let (public, public_authority) = match public_url {
            Some(url) => (url.origin().ascii_serialization(), authority(url)),
            None => (format!("http://{local}"), local.clone()),
        };
        let any_address = bound.ip().is_unspecified().then_some(bound.port());
        let authorities =
            vec![local, bound.to_string(), format!("localhost:{}", bound.port()), public_authority.clone()];
        Self(Arc::new(Inner {
            secure: public.starts_with("https:"),
            public,
            public_authority,
            authorities,
            any_address,
        }))
    }

    /// `scheme://host[:port]` for links and issuers.
    pub fn as_str(&self) -> &str {
        &self.0.public
    }

    /// Whether people reach the server over https.
    pub fn is_secure(&self) -> bool {
        self.0.secure
    }

    /// Whether the server answers to this `Host`.
    pub fn accepts(&self, host: &str) -> bool {
        let host = without_default_port(host);
        let is_known = |known: &String| without_default_port(known).eq_ignore_ascii_case(host);
        self.0.authorities.iter().any(is_known) || self.is_address(host)
    }

    /// Whether the host is an address, and any may be one of this server: only a name can be made to point
    /// elsewhere.
    fn is_address(&self, host: &str) -> bool {
        let address = host.parse::<SocketAddr>().ok();
        self.0.any_address.is_some() && address.map(|address| address.port()) == self.0.any_address
    }

    /// Whether a page at `origin` is a page of this server, as it was addressed by this request.
    pub fn equals(&self, origin: &HeaderValue, host: Option<&HeaderValue>) -> bool {
        let (Ok(origin), Some(Ok(host))) = (origin.to_str(), host.map(HeaderValue::to_str)) else {
            return false;
        };
        let public = without_default_port(host).eq_ignore_ascii_case(&self.0.public_authority);
        let scheme = if public && self.0.secure { "https" } else { "http" };
        let own = Url::parse(&format!("{scheme}://{host}"));
        own.is_ok_and(|own| own.origin().ascii_serialization() == origin)
    }
}

/// Host and port as in a URL; an address that stands for all of them is `localhost`.
fn local_authority(bound: SocketAddr) -> String {
    if bound.ip().is_unspecified() { format!("localhost:{}", bound.port()) } else { bound.to_string() }
}

fn authority(url: &Url) -> String {
    url[Position::BeforeHost..Position::AfterPort].to_owned()
}

/// Clients leave out the port that a scheme implies, and some write it.
fn without_default_port(authority: &str) -> &str {
    let bare = authority.strip_suffix(":80").or_else(|| authority.strip_suffix(":443"));
    let has_port = |host: &&str| host.rsplit(']').next().is_some_and(|end| end.contains(':'));
    bare.filter(|host| !host.is_empty() && !has_port(host)).unwrap_or(authority)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    fn bound(addr: &str, public_url: Option<&str>) -> OwnOrigin {
        OwnOrigin::new(addr.parse().unwrap(), public_url.map(|url| url.parse().unwrap()).as_ref())
    }

    fn is_own(own: &OwnOrigin, origin: &'static str, host: &'static str) -> bool {
        own.equals(&HeaderValue::from_static(origin), Some(&HeaderValue::from_static(host)))
    }

    #[test]
    fn a_server_answers_to_its_address_to_localhost_and_to_its_public_name() {
        let own = bound("127.0.0.1:3000", Some("https://flows.example"));
        for host in
            ["127.0.0.1:3000", "localhost:3000", "flows.example", "flows.example:443", "Flows.Example"]
        {
            assert!(own.accepts(host), "{host}");
        }
        for host in [
            "",
            "127.0.0.1",
            "localhost",
            "127.0.0.1:3001",
            "flows.example:3000",
            "evil.example",
            "192.0.2.1:3000",
            "127.0.0.1:3000:80",
            "localhost:3000:443",
        ] {
            assert!(!own.accepts(host), "{host}");
        }
    }

    #[test]
    fn a_server_on_every_address_answers_to_each_of_them_but_to_no_other_name() {
        let own = bound("0.0.0.0:3000", None);
        assert_eq!(own.as_str(), "http://localhost:3000");
        assert!(own.accepts("192.0.2.1:3000") && own.accepts("[2001:db8::1]:3000"));
        assert!(!own.accepts("192.0.2.1:80") && !own.accepts("evil.example:3000"));
    }

    #[test]
    fn an_origin_is_equal_when_scheme_host_and_port_are() {
        let own = bound("127.0.0.1:3000", None);
        assert!(is_own(&own, "http://127.0.0.1:3000", "127.0.0.1:3000"));
        assert!(is_own(&own, "http://localhost:3000", "localhost:3000"));
        for origin in [
            "null",
            "http://127.0.0.1",
            "https://127.0.0.1:3000",
            "http://127.0.0.1:3001",
            "http://localhost:3000",
            "",
        ] {
            assert!(!is_own(&own, origin, "127.0.0.1:3000"), "{origin}");
        }
    }

    #[test]
    fn behind_a_proxy_the_origin_is_the_public_one() {
        let own = bound("127.0.0.1:3000", Some("https://flows.example"));
        assert!(own.is_secure());
        assert!(is_own(&own, "https://flows.example", "flows.example"));
        assert!(!is_own(&own, "http://flows.example", "flows.example"));
        assert!(is_own(&own, "http://localhost:3000", "localhost:3000"));
    }
}
