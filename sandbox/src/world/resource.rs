//! Resources and what an application may do with them.

/// A custom resource, an API protected by the environment's tokens.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Resource {
    /// Value of `aud`.
    pub(crate) audience: &'static str,
}

/// "Orders API".
pub(crate) const ORDERS: Resource = Resource { audience: "https://orders.example.org" };

/// "Billing API".
pub(crate) const BILLING: Resource = Resource { audience: "https://billing.example.org" };

/// `aud` of tokens for PingOne's own API.
pub(crate) const PINGONE_API: &str = "https://api.pingone.com";

/// Scopes of one custom resource that an application may have.
#[derive(Debug)]
pub(crate) struct Grant {
    pub(crate) resource: &'static Resource,
    pub(crate) scopes: &'static [&'static str],
}

/// What an application's tokens open.
#[derive(Debug)]
pub(crate) enum Access {
    /// A worker application: roles instead of scopes, tokens for PingOne's own API only.
    Worker { roles: &'static [&'static str] },
    /// Any other application.
    Application { grants: &'static [Grant] },
}

impl Access {
    /// All granted scopes; none for a worker.
    pub(crate) fn scopes(&self) -> Vec<&'static str> {
        match self {
            Self::Worker { .. } => Vec::new(),
            Self::Application { grants } => grants.iter().flat_map(|grant| grant.scopes).copied().collect(),
        }
    }

    /// Assigned roles; none for an application that is not a worker.
    pub(crate) fn roles(&self) -> Vec<&'static str> {
        match self {
            Self::Worker { roles } => roles.to_vec(),
            Self::Application { .. } => Vec::new(),
        }
    }
}
