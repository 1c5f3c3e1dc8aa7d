//! Which servers may be called: decided before any socket is opened.
//!
//! Allowed without asking are the hosts of `PingOne`, the sandbox of this server and hosts that whoever
//! runs the server listed. A server that only this machine can reach also lets its caller add others,
//! who has to name them: a script by naming the target, a browser by repeating the origin a person
//! confirmed. Whoever wants to send needs a [`Clearance`], and only [`Guard::clear`] makes one. Names
//! are looked at again when their addresses are known, see [`GuardedResolver`].

mod address;
mod consent;
mod name;
mod own;
mod resolver;

use std::{collections::HashSet, net::SocketAddr, sync::Arc};

use app::api::FieldFault;
use oauth::provider::{Endpoint, Region};
use url::Host;

pub use address::{is_loopback, is_public};
pub use consent::Consent;
pub use own::OwnSandbox;
pub(crate) use resolver::{GuardedResolver, NameNotFound, PrivateAddress};

use crate::{
    OwnOrigin,
    problem::{Code, Problem},
};

/// The rules of one server.
#[derive(Clone)]
pub struct Guard(Arc<Rules>);

struct Rules {
    own: OwnSandbox,
    /// Whether only this machine can reach the server, so that its caller may add targets.
    open_to_confirmed: bool,
    listed: HashSet<String>,
}

/// The permission to call one endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clearance {
    endpoint: Endpoint,
    ground: Ground,
    /// Where to dial instead of where the URL says: the sandbox answers on this server's own listener,
    /// whatever stands before it.
    dial: Option<SocketAddr>,
}

/// Why an endpoint may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// It is the sandbox of this server.
    Sandbox,
    /// It is a host of `PingOne`, or one that was listed.
    Listed,
    /// The caller named or confirmed it.
    Confirmed,
}

/// An endpoint may not be called. `Display` says why and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// A path of this server other than the sandbox's.
    #[error("{0} is this server itself. Only its sandbox can be a target: use sandbox: true.")]
    OwnServer(String),
    /// Plain http where only https will do.
    #[error("{0} would be called without TLS. Use https; plain http is for this machine and the sandbox.")]
    PlainHttp(String),
    /// A name or address that does not belong to the public internet.
    #[error(
        "{0} is a private name or address, which this server does not call. Use the public name of the authorization server, or loopback on this machine."
    )]
    Private(String),
    /// A person has to confirm the origin first.
    #[error(
        "{0} is not on the list of allowed servers. Confirm it: send confirm_target with exactly this value."
    )]
    Unconfirmed(String),
    /// The verified document of one server names this machine or an address without TLS.
    #[error("The metadata sends us to {0}, which was not named. Name its token endpoint instead.")]
    Unnamed(String),
    /// This server can be reached by others, so nobody but its operator adds targets.
    #[error("{0} is not on the list of allowed servers. Use PingOne or the sandbox.")]
    NotListed(String),
}

impl Guard {
    /// The rules of a server that listens on `bound`, is known as `origin` and may also call `listed`
    /// hosts over https.
    pub fn new(bound: SocketAddr, origin: OwnOrigin, listed: Vec<String>) -> Self {
        let own = OwnSandbox::new(bound, origin);
        let pingone = Region::ALL.into_iter().flat_map(|region| [region.auth_host(), region.api_host()]);
        let listed = pingone.chain(listed).collect();
        Self(Arc::new(Rules { own, open_to_confirmed: bound.ip().is_loopback(), listed }))
    }

    /// Decides whether an endpoint may be called.
    ///
    /// # Errors
    ///
    /// [`NotAllowed`].
    pub fn clear(&self, endpoint: &Endpoint, consent: &Consent<'_>) -> Result<Clearance, NotAllowed> {
        let (ground, dial) = if self.0.own.is_origin(endpoint) {
            if !self.0.own.is_sandbox(endpoint) {
                return Err(NotAllowed::OwnServer(endpoint.origin()));
            }
            (Ground::Sandbox, Some(self.0.own.dial()))
        } else if self.is_listed(endpoint) {
            require_https(endpoint)?;
            (Ground::Listed, None)
        } else {
            self.judge_other(endpoint, consent)?;
            (Ground::Confirmed, None)
        };
        Ok(Clearance { endpoint: endpoint.clone(), ground, dial })
    }

    /// On the list, at the port that https implies.
    fn is_listed(&self, endpoint: &Endpoint) -> bool {
        let url = endpoint.url();
        let Some(Host::Domain(host)) = url.host() else { return false };
        url.port().is_none() && self.0.listed.contains(host)
    }

    fn judge_other(&self, endpoint: &Endpoint, consent: &Consent<'_>) -> Result<(), NotAllowed> {
        let origin = endpoint.origin();
        if !self.0.open_to_confirmed {
            return Err(NotAllowed::NotListed(origin));
        }
        let here = is_this_machine(endpoint);
        if !here {
            if !is_public_host(endpoint) {
                return Err(NotAllowed::Private(origin));
            }
            require_https(endpoint)?;
        }
        match consent {
            Consent::Named => Ok(()),
            Consent::Confirmed(given) if consent::names_origin(given, endpoint) => Ok(()),
            Consent::Confirmed(_) | Consent::Missing => Err(NotAllowed::Unconfirmed(origin)),
            // A verified document may lead to another public server, never to this machine.
            Consent::Published(by) if by.ground == Ground::Confirmed && !here => Ok(()),
            Consent::Published(by) if consent::same_origin(&by.endpoint, endpoint) => Ok(()),
            Consent::Published(_) => Err(NotAllowed::Unnamed(origin)),
        }
    }
}

impl Clearance {
    /// The endpoint that may be called.
    pub const fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Why.
    pub const fn ground(&self) -> Ground {
        self.ground
    }

    /// Where to dial, if not where the URL says.
    pub(crate) const fn dial(&self) -> Option<SocketAddr> {
        self.dial
    }
}

impl From<NotAllowed> for Problem {
    /// An origin that only has to be confirmed is a matter of one field.
    fn from(refused: NotAllowed) -> Self {
        let problem = Self::new(Code::TargetNotAllowed, refused.to_string());
        match refused {
            NotAllowed::Unconfirmed(origin) => problem.at(FieldFault::required("confirm_target", origin)),
            _ => problem,
        }
    }
}

fn require_https(endpoint: &Endpoint) -> Result<(), NotAllowed> {
    if endpoint.url().scheme() == "https" { Ok(()) } else { Err(NotAllowed::PlainHttp(endpoint.origin())) }
}

/// `localhost` or a loopback address, written as such.
fn is_this_machine(endpoint: &Endpoint) -> bool {
    match endpoint.url().host() {
        Some(Host::Domain(host)) => name::is_localhost(host),
        Some(Host::Ipv4(address)) => is_loopback(address.into()),
        Some(Host::Ipv6(address)) => is_loopback(address.into()),
        None => false,
    }
}

fn is_public_host(endpoint: &Endpoint) -> bool {
    match endpoint.url().host() {
        Some(Host::Domain(host)) => name::is_public(host),
        Some(Host::Ipv4(address)) => is_public(address.into()),
        Some(Host::Ipv6(address)) => is_public(address.into()),
        None => false,
    }
}

#[cfg(test)]
mod tests;
