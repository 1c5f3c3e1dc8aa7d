//! Names to addresses, looked at once more before anything is dialled.
//!
//! What is dialled is what was looked at, so a name that answers differently the second time (DNS
//! rebinding) leads nowhere. One private address among several condemns the name: picking the good one
//! would only mean that the next try gets the other.

use std::{
    collections::HashMap,
    io,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

use reqwest::dns::{Addrs, Name, Resolving};

use super::{address, name};
use crate::Resolve;

/// A name leads to an address outside the public internet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{host} leads to a private address, which this server does not call.")]
pub(crate) struct PrivateAddress {
    /// The name.
    pub(crate) host: String,
}

/// A name has no address, or nobody could tell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{host} cannot be found. Check its spelling, and that this machine is online.")]
pub(crate) struct NameNotFound {
    /// The name.
    pub(crate) host: String,
}

/// The resolver of the HTTP client.
pub(crate) struct GuardedResolver {
    inner: Arc<dyn Resolve>,
    dial: HashMap<String, SocketAddr>,
}

impl GuardedResolver {
    /// Guards `inner`; hosts in `dial` are not asked for, whoever started the server vouches for them.
    pub(crate) fn new(inner: Arc<dyn Resolve>, dial: HashMap<String, SocketAddr>) -> Self {
        Self { inner, dial }
    }
}

impl reqwest::dns::Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let host = name.as_str().to_owned();
        let inner = Arc::clone(&self.inner);
        let known = self.known(&host);
        Box::pin(async move {
            let addresses = match known {
                Some(addresses) => addresses,
                None => vet(&host, inner.resolve(&host).await.unwrap_or_default())?,
            };
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

impl GuardedResolver {
    /// Names that need no resolver. `localhost` only comes here when a person confirmed it, and means
    /// loopback whatever a resolver says (RFC 6761 §6.3).
    fn known(&self, host: &str) -> Option<Vec<SocketAddr>> {
        if let Some(address) = self.dial.get(host) {
            return Some(vec![*address]);
        }
        name::is_localhost(host).then(|| {
            vec![SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), SocketAddr::from((Ipv6Addr::LOCALHOST, 0))]
        })
    }
}

/// All addresses, if all of them are public. The port is the URL's business.
fn vet(host: &str, addresses: Vec<SocketAddr>) -> io::Result<Vec<SocketAddr>> {
    if addresses.is_empty() {
        return Err(io::Error::new(io::ErrorKind::NotFound, NameNotFound { host: host.to_owned() }));
    }
    if addresses.iter().all(|found| address::is_public(found.ip())) {
        Ok(addresses.into_iter().map(|found| SocketAddr::new(found.ip(), 0)).collect())
    } else {
        Err(io::Error::other(PrivateAddress { host: host.to_owned() }))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use async_trait::async_trait;

    use super::*;

    fn addresses(text: &str) -> Vec<SocketAddr> {
        text.split_whitespace().map(|address| SocketAddr::new(address.parse().unwrap(), 0)).collect()
    }

    #[test]
    fn one_private_address_condemns_the_name() {
        for mixed in ["8.8.8.8 127.0.0.1", "10.0.0.5 8.8.8.8", "2606:4700::1111 ::1", "169.254.169.254", "::"]
        {
            let error = vet("as.example", addresses(mixed)).unwrap_err();
            assert!(error.get_ref().unwrap().is::<PrivateAddress>(), "{mixed}");
        }
        assert_eq!(vet("as.example", addresses("8.8.8.8 2606:4700::1111")).unwrap().len(), 2);
    }

    /// Public every other time, loopback in between.
    #[derive(Default)]
    struct Rebinding(AtomicUsize);

    #[async_trait]
    impl Resolve for Rebinding {
        async fn resolve(&self, _host: &str) -> io::Result<Vec<SocketAddr>> {
            let first = self.0.fetch_add(1, Ordering::Relaxed).is_multiple_of(2);
            Ok(addresses(if first { "8.8.8.8" } else { "127.0.0.1" }))
        }
    }

    #[tokio::test]
    async fn in_a_thousand_tries_a_rebinding_name_never_yields_a_private_address() {
        let guarded = GuardedResolver::new(Arc::new(Rebinding::default()), HashMap::new());
        for turn in 0..1000 {
            let resolved = reqwest::dns::Resolve::resolve(&guarded, "as.example".parse().unwrap()).await;
            match resolved {
                Ok(found) => {
                    assert!(turn % 2 == 0 && found.into_iter().all(|found| address::is_public(found.ip())));
                }
                Err(_) => assert_eq!(turn % 2, 1),
            }
        }
    }

    #[test]
    fn a_name_without_addresses_is_not_found() {
        assert_eq!(vet("as.example", vec![]).unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
