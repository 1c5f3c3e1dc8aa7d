//! The message that would be sent next, made by the builder that makes the one that is sent.

use oauth::{
    assertion::Assertion,
    client::Authentication,
    provider::Endpoint,
    request::{PreparedRequest, token::prepare},
    wire::{AuthMethod, SigningAlg},
};

use super::Draft;
use crate::api::{FieldFault, Hop, SandboxEnvironment, Target, TokenExchange, TokenIntent};

/// Where this server takes token requests.
const TOKEN_EXCHANGE: &str = "/api/token-exchange";

/// The next request, hop by hop, without the credential.
#[derive(Debug, Clone, PartialEq)]
pub struct NextMessage {
    /// From the browser to this server.
    pub to_server: Hop,
    /// From this server to the authorization server.
    pub to_provider: Hop,
    /// The assertion that goes with it; its times and its id are set when it is sent.
    pub assertion: Option<Assertion>,
    /// How the client proves itself.
    pub method: AuthMethod,
    /// Who asks.
    pub client_id: String,
}

impl NextMessage {
    /// The message a draft leads to. `entered` says whether a credential goes along from the browser; `sandbox` tells
    /// the addresses of this server.
    ///
    /// # Errors
    ///
    /// What keeps the message from being built.
    pub fn of(draft: &Draft, entered: bool, sandbox: &SandboxEnvironment) -> Result<Self, Vec<FieldFault>> {
        let exchange = draft.exchange(None);
        let intent = exchange.parse()?;
        let server = endpoint(&sandbox.token_endpoint)?;
        let (token_endpoint, issuer) = destination(&intent, sandbox)?;
        Self::build(&exchange, &intent, entered, &server, token_endpoint, &issuer)
    }

    fn build(
        exchange: &TokenExchange,
        intent: &TokenIntent,
        entered: bool,
        server: &Endpoint,
        token_endpoint: Endpoint,
        issuer: &str,
    ) -> Result<Self, Vec<FieldFault>> {
        let own = endpoint(&[&server.origin(), TOKEN_EXCHANGE].concat())?;
        let assertion =
            intent.assertion(usual_alg(intent.method), Some(issuer), &token_endpoint, 0, String::new());
        let request = intent.token_request(token_endpoint, Authentication::without_proof(intent.method));
        Ok(Self {
            to_server: Hop::to_this_server(exchange, intent, own, entered),
            to_provider: Hop::to_provider(prepare(&request)),
            assertion,
            method: intent.method,
            client_id: intent.client_id.to_string(),
        })
    }

    /// Whether a message that was sent is this one: same address, same proof, same form. A length that is not known
    /// without the credential does not count.
    pub fn is_like(&self, sent: &PreparedRequest) -> bool {
        let next = &self.to_provider.request;
        next.url == sent.url
            && next.body == sent.body
            && next.header_text("Authorization") == sent.header_text("Authorization")
    }
}

/// What signs when no algorithm was chosen.
const fn usual_alg(method: AuthMethod) -> SigningAlg {
    if method.uses_secret() { SigningAlg::HS256 } else { SigningAlg::RS256 }
}

fn destination(
    intent: &TokenIntent,
    sandbox: &SandboxEnvironment,
) -> Result<(Endpoint, String), Vec<FieldFault>> {
    match &intent.target {
        Target::PingOne(environment) => {
            let endpoint = environment
                .token_endpoint()
                .map_err(|error| vec![FieldFault::invalid("environment_id", error)])?;
            Ok((endpoint, environment.issuer()))
        }
        Target::Issuer(_) | Target::TokenEndpoint(_) | Target::Sandbox(_) => {
            Ok((endpoint(&sandbox.token_endpoint)?, sandbox.issuer.clone()))
        }
    }
}

fn endpoint(url: &str) -> Result<Endpoint, Vec<FieldFault>> {
    url.parse().map_err(|error| vec![FieldFault::invalid("token_endpoint", error)])
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use oauth::request::Reveal;

    use super::super::{Edit, TargetKind, fixtures};
    use super::*;

    fn draft() -> Draft {
        let mut draft = Draft::default();
        draft.apply(Edit::SandboxClient(Box::new(fixtures::client("basic", AuthMethod::ClientSecretBasic))));
        draft
    }

    fn next(draft: &Draft) -> NextMessage {
        NextMessage::of(draft, false, &fixtures::sandbox()).unwrap()
    }

    #[test]
    fn the_request_goes_to_the_environment_by_way_of_this_server() {
        let next = next(&draft());
        assert_eq!(next.to_server.request.url.as_str(), "http://127.0.0.1:3000/api/token-exchange");
        assert_eq!(next.to_provider.request.url.as_str(), fixtures::sandbox().token_endpoint);
    }

    #[test]
    fn with_pingone_the_region_decides_the_host() {
        let mut draft = draft();
        draft.apply(Edit::Target(TargetKind::PingOne));
        draft.apply(Edit::EnvironmentId(fixtures::sandbox().id));
        draft.apply(Edit::Region(oauth::provider::Region::EU));
        assert_eq!(next(&draft).to_provider.to, "auth.pingone.eu");
    }

    #[test]
    fn an_unfinished_draft_names_what_is_missing() {
        let faults = NextMessage::of(&Draft::default(), false, &fixtures::sandbox()).unwrap_err();
        assert_eq!(faults[0].pointer, "/client_id");
    }

    #[test]
    fn an_entered_credential_shows_as_its_label_in_the_browsers_message() {
        let with = NextMessage::of(&draft(), true, &fixtures::sandbox()).unwrap();
        assert!(with.to_server.request.text(Reveal::Label).contains("‹client_secret›"));
        assert!(!next(&draft()).to_server.request.text(Reveal::Label).contains("‹client_secret›"));
    }

    #[test]
    fn only_assertion_methods_have_an_assertion() {
        let mut draft = draft();
        assert_eq!(next(&draft).assertion, None);
        draft.apply(Edit::AuthMethod(AuthMethod::PrivateKeyJwt));
        let assertion = next(&draft).assertion.unwrap();
        assert_eq!(assertion.header.alg, SigningAlg::RS256);
        assert_eq!(assertion.claims.aud, fixtures::sandbox().issuer);
    }

    #[test]
    fn a_sent_message_is_recognised_until_the_draft_changes() {
        let mut draft = draft();
        let sent = next(&draft).to_provider.request;
        assert!(next(&draft).is_like(&sent));
        draft.apply(Edit::AddScopes("orders:write".into()));
        assert!(!next(&draft).is_like(&sent));
    }
}
