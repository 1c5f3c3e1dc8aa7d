//! Absolute addresses of an environment.

use uuid::Uuid;

use crate::PublicUrl;

/// What an environment's addresses are made of.
#[derive(Clone, Copy)]
pub(crate) struct Endpoints<'a> {
    base: &'a str,
    environment: Uuid,
}

impl<'a> Endpoints<'a> {
    pub(crate) fn new(public_url: &'a PublicUrl, environment: Uuid) -> Self {
        Self { base: public_url.get(), environment }
    }

    /// `{base}/{envID}/as`, in one allocation: it is built for every token.
    pub(crate) fn issuer(self) -> String {
        format!("{}/{}/as", self.base, self.environment)
    }

    /// An endpoint below the issuer, for example `token`.
    pub(crate) fn at(self, path: &str) -> String {
        format!("{}/{}/as/{path}", self.base, self.environment)
    }

    /// Where a client publishes its keys; the sandbox plays that host, too.
    pub(crate) fn client_jwks(self, client: Uuid) -> String {
        format!("{}/{}/clients/{client}/jwks", self.base, self.environment)
    }

    /// The environment of an issuer made by [`Self::issuer`].
    pub(crate) fn environment_of(public_url: &PublicUrl, issuer: &str) -> Option<Uuid> {
        let id = issuer.strip_prefix(public_url.get())?.strip_prefix('/')?.strip_suffix("/as")?;
        parse_id(id)
    }
}

/// An id in the one form PingOne writes; other spellings would make other issuers.
pub(crate) fn parse_id(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok().filter(|id| id.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63";

    #[test]
    fn an_issuer_leads_back_to_its_environment() {
        let url = PublicUrl::new("http://127.0.0.1:9400/sandbox");
        let id = parse_id(ID);
        let issuer = id.map(|id| Endpoints::new(&url, id).issuer());
        assert_eq!(
            issuer.as_deref(),
            Some("http://127.0.0.1:9400/sandbox/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as")
        );
        assert_eq!(issuer.and_then(|issuer| Endpoints::environment_of(&url, &issuer)), id);
    }

    #[test]
    fn a_foreign_issuer_leads_nowhere() {
        let url = PublicUrl::new("http://127.0.0.1:9400");
        for issuer in [
            "http://127.0.0.1:9401/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as",
            "http://127.0.0.1:9400/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/",
            "http://127.0.0.1:9400/7C2F8E14-3B9D-4A61-9F05-D2C8B17A4E63/as",
            "http://127.0.0.1:9400/as",
        ] {
            assert_eq!(Endpoints::environment_of(&url, issuer), None, "{issuer}");
        }
    }
}
