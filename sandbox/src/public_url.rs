//! The address under which the sandbox is reachable.

use std::sync::{Arc, OnceLock};

/// Base of every issuer and link, for example `http://127.0.0.1:8080/sandbox`.
///
/// A server that binds port 0 knows its address only afterwards, so the value may be set once later.
/// Clones share it.
#[derive(Debug, Clone, Default)]
pub struct PublicUrl(Arc<OnceLock<String>>);

impl PublicUrl {
    /// A URL that is known from the start.
    pub fn new(base: &str) -> Self {
        let url = Self::default();
        url.set(base);
        url
    }

    /// Sets the URL; only the first call has an effect, because issuers must never change under a client.
    /// A trailing slash is dropped.
    pub fn set(&self, base: &str) {
        let _ = self.0.set(base.trim_end_matches('/').to_owned());
    }

    /// The base without a trailing slash; empty while unset, when nothing listens yet.
    pub fn get(&self) -> &str {
        self.0.get().map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::PublicUrl;

    #[test]
    fn a_clone_sees_the_url_that_was_set_later() {
        let url = PublicUrl::default();
        let shared = url.clone();
        url.set("http://127.0.0.1:9400/");
        assert_eq!(shared.get(), "http://127.0.0.1:9400");
    }

    #[test]
    fn the_first_url_stays() {
        let url = PublicUrl::new("http://127.0.0.1:9400");
        url.set("http://elsewhere.example");
        assert_eq!(url.get(), "http://127.0.0.1:9400");
    }
}
