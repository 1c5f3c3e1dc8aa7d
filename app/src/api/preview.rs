//! What would be sent, hop by hop.

use oauth::{
    provider::Endpoint,
    request::{Body, Method, Part, PreparedRequest, Reveal, Text},
    wire::{JSON_MEDIA_TYPE, param},
};
use serde::Serialize;

use super::{TokenExchange, TokenIntent};

/// One hop of a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Hop {
    /// Who sends, such as `browser`.
    pub from: String,
    /// Who receives, such as `auth.pingone.eu`.
    pub to: String,
    /// The message.
    pub request: PreparedRequest,
}

/// The answer of `POST /api/token-exchange/preview`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// The hops in order.
    pub hops: Vec<Hop>,
    /// The last hop as a shell script.
    pub curl: String,
}

#[derive(Serialize)]
struct HopDocument<'a> {
    from: &'a str,
    to: &'a str,
    method: &'a str,
    url: &'a str,
    headers: Vec<(&'a str, String)>,
    body: String,
    parts: Vec<(&'a str, &'a Part)>,
}

impl Serialize for Hop {
    /// Secrets appear as `‹label›` in `headers` and `body`; `parts` tells plain text and secrets apart.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let request = &self.request;
        HopDocument {
            from: &self.from,
            to: &self.to,
            method: request.method.as_str(),
            url: request.url.as_str(),
            headers: request
                .headers
                .iter()
                .map(|(name, value)| (&**name, value.show(Reveal::Label)))
                .collect(),
            body: request.body.text(Reveal::Label),
            parts: request.body.parts(),
        }
        .serialize(serializer)
    }
}

impl Hop {
    /// The hop between the browser and this server, whose token exchange is at `endpoint`.
    ///
    /// `entered` says whether the credential goes along; it is shown by its label.
    pub fn to_this_server(
        exchange: &TokenExchange,
        intent: &TokenIntent,
        endpoint: Endpoint,
        entered: bool,
    ) -> Self {
        let secret_field = if intent.method.uses_secret() { param::CLIENT_SECRET } else { "private_key" };
        let public = TokenExchange { client_secret: None, private_key: None, ..exchange.clone() };
        let json = serde_json::to_string(&public).unwrap_or_default();
        let body = match json.strip_suffix('}') {
            Some(open) if entered => Text::plain(format!("{open},\"{secret_field}\":\""))
                .then(Part::secret(secret_field, None))
                .then(Part::plain("\"}")),
            _ => Text::plain(json),
        };
        let request = PreparedRequest::new(Method::Post, endpoint)
            .header("X-Requested-With", Text::plain("authz-flows"))
            .with_body(JSON_MEDIA_TYPE, Body::Raw(body));
        Self { from: "browser".into(), to: "this server".into(), request }
    }

    /// The hop between this server and the authorization server.
    pub fn to_provider(request: PreparedRequest) -> Self {
        Self { from: "this server".into(), to: request.url.authority(), request }
    }
}
