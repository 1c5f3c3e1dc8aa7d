//! What a person has set up, without any secret.

use oauth::{
    assertion::{AssertionAudience, DEFAULT_LIFETIME},
    provider::Region,
    wire::{AuthMethod, SigningAlg},
};
use serde::{Deserialize, Serialize};

use super::Edit;
use crate::api::{Entered, FieldFault, OneOrMany, TokenExchange};

/// Which kind of authorization server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TargetKind {
    /// The simulated provider of this server.
    #[default]
    Sandbox,
    /// An environment of `PingOne`.
    PingOne,
}

/// The setup of a flow, exactly as typed: half-finished values are values too.
///
/// It mirrors the form, not the API. It changes in one way, [`Draft::apply`], and becomes a request
/// in one way, [`Draft::exchange`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Draft {
    /// Which kind of server.
    pub target: TargetKind,
    /// `PingOne` environment id.
    pub environment_id: String,
    /// `PingOne` region.
    pub region: Region,
    /// Client id.
    pub client_id: String,
    /// Authentication method.
    pub auth_method: AuthMethod,
    /// Algorithm of the assertion; `None` takes what fits the method and key.
    pub signing_alg: Option<SigningAlg>,
    /// `kid` of the private key.
    pub key_id: String,
    /// `aud` of the assertion.
    pub assertion_audience: AssertionAudience,
    /// Lifetime of the assertion in seconds.
    pub assertion_lifetime: u32,
    /// Scope tokens.
    pub scopes: Vec<String>,
    /// `audience`; empty means absent.
    pub audience: String,
    /// `resource` values; empty ones are ignored.
    pub resources: Vec<String>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            target: TargetKind::default(),
            environment_id: String::new(),
            region: Region::default(),
            client_id: String::new(),
            auth_method: AuthMethod::default(),
            signing_alg: None,
            key_id: String::new(),
            assertion_audience: AssertionAudience::default(),
            assertion_lifetime: DEFAULT_LIFETIME,
            scopes: vec![],
            audience: String::new(),
            resources: vec![],
        }
    }
}

impl Draft {
    /// Applies a change. Keystrokes and presets all come through here.
    pub fn apply(&mut self, edit: Edit) {
        edit.apply_to(self);
    }

    /// The request this draft describes. `entered` is the credential, where it is known here; without
    /// it the request can be shown and checked but not sent.
    pub fn exchange(&self, entered: Option<Entered>) -> TokenExchange {
        let pingone = self.target == TargetKind::PingOne;
        let uses_secret = self.auth_method.uses_secret();
        let assertion = self.auth_method.uses_assertion();
        let resources: Vec<String> =
            self.resources.iter().filter(|value| !value.is_empty()).cloned().collect();
        TokenExchange {
            sandbox: !pingone,
            environment_id: pingone.then(|| self.environment_id.clone()),
            region: pingone.then(|| self.region.to_string()),
            client_id: Some(self.client_id.clone()),
            client_auth_method: Some(self.auth_method.to_string()),
            client_secret: entered.clone().filter(|_| uses_secret),
            private_key: entered.filter(|_| !uses_secret),
            key_id: Some(self.key_id.clone()).filter(|id| !uses_secret && !id.is_empty()),
            signing_alg: self.signing_alg.filter(|_| assertion).map(|alg| alg.to_string()),
            assertion_audience: assertion.then(|| self.assertion_audience.as_str().to_owned()),
            assertion_lifetime: assertion.then_some(self.assertion_lifetime),
            scope: Some(self.scopes.join(" ")).filter(|scope| !scope.is_empty()),
            audience: if self.audience.is_empty() {
                OneOrMany::default()
            } else {
                OneOrMany::One(self.audience.clone())
            },
            resource: OneOrMany::Many(resources),
            ..TokenExchange::default()
        }
    }

    /// Everything that keeps the request from being built, named by the fields of the API.
    ///
    /// `has_credential` says whether the secret or key is at hand: entered, or held by the sandbox.
    pub fn faults(&self, has_credential: bool) -> Vec<FieldFault> {
        let mut faults = self.exchange(None).parse().err().unwrap_or_default();
        for fault in &mut faults {
            if let Some(row) = self.row_of_resource(&fault.pointer) {
                fault.pointer = format!("/resource/{row}");
            }
        }
        if !has_credential {
            faults.push(if self.auth_method.uses_secret() {
                FieldFault::required("client_secret", "Enter the client secret.")
            } else {
                FieldFault::required("private_key", "Paste the private key, PEM or JWK.")
            });
        }
        faults
    }

    /// Rows without text are not sent, so the request counts fewer of them than the form.
    fn row_of_resource(&self, pointer: &str) -> Option<usize> {
        let sent = pointer.strip_prefix("/resource/")?.parse().ok()?;
        let rows = self.resources.iter().enumerate().filter(|(_, value)| !value.is_empty());
        rows.map(|(row, _)| row).nth(sent)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    fn pingone() -> Draft {
        Draft {
            target: TargetKind::PingOne,
            environment_id: "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63".into(),
            region: Region::EU,
            client_id: "client".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn a_secret_goes_where_the_method_needs_it() {
        let secret = || Some(Entered::new("s".into()));
        assert!(pingone().exchange(secret()).client_secret.is_some());
        let key = Draft { auth_method: AuthMethod::PrivateKeyJwt, ..pingone() }.exchange(secret());
        assert!(key.client_secret.is_none() && key.private_key.is_some());
    }

    #[test]
    fn an_empty_draft_names_every_missing_field() {
        let draft = Draft { target: TargetKind::PingOne, ..Draft::default() };
        let pointers: Vec<String> = draft.faults(false).into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(pointers, ["/environment_id", "/client_id", "/client_secret"]);
    }

    #[test]
    fn a_complete_draft_has_no_faults() {
        assert_eq!(pingone().faults(true), []);
    }

    #[test]
    fn a_faulty_resource_is_named_by_its_row_in_the_form() {
        let draft = Draft { resources: vec![String::new(), "no uri".into()], ..pingone() };
        assert_eq!(draft.faults(true)[0].pointer, "/resource/1");
    }

    #[test]
    fn a_draft_survives_json() {
        let json = serde_json::to_string(&pingone()).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&json).unwrap(), pingone());
        assert!(serde_json::from_str::<Draft>(r#"{"client_secret":"x"}"#).is_err());
    }
}
