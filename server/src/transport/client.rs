//! The HTTP client and everything it must not do.

use std::{sync::Arc, time::Duration};

use reqwest::{Certificate, ClientBuilder, redirect, retry, tls};

use super::Limits;
use crate::{Outside, guard::GuardedResolver};

/// How long an unused connection is kept: shorter than servers do, because a request that meets a
/// closing connection fails and is not sent again.
const POOL_IDLE: Duration = Duration::from_secs(4);

/// Builds the client. A machine without any CA certificate still reaches its own sandbox: there, every
/// TLS connection is refused as untrusted instead of this server refusing to start.
pub(super) fn build(outside: &Outside, limits: &Limits) -> Result<reqwest::Client, reqwest::Error> {
    let resolver = Arc::new(GuardedResolver::new(Arc::clone(&outside.resolver), outside.dial.clone()));
    let roots = outside.roots.iter().map(|der| Certificate::from_der(der)).collect::<Result<Vec<_>, _>>()?;
    let builder = || plain(limits).dns_resolver(Arc::clone(&resolver));
    builder().tls_certs_merge(roots.clone()).build().or_else(|_| {
        tracing::warn!("no CA certificates on this machine: no https target can be trusted");
        builder().tls_certs_only(roots).build()
    })
}

/// A client that adds nothing and follows nothing.
fn plain(limits: &Limits) -> ClientBuilder {
    reqwest::Client::builder()
        .http1_only()
        .http1_title_case_headers()
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        .no_proxy()
        .referer(false)
        .connect_timeout(limits.connect)
        .pool_idle_timeout(POOL_IDLE)
        .tcp_nodelay(true)
        .tls_backend_rustls()
        .tls_version_min(tls::Version::TLS_1_2)
}
