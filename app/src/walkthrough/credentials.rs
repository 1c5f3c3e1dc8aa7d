//! Credentials a person entered: in the memory of this page, nowhere else, and gone when it is reloaded.

use super::{Draft, TargetKind};
use crate::api::{Entered, SandboxEnvironment};

/// What a credential was entered for. It is used for nothing else: a secret meant for one kind of server never
/// travels to another because a switch was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Purpose {
    target: TargetKind,
    is_secret: bool,
}

impl Purpose {
    fn of(draft: &Draft) -> Self {
        Self { target: draft.target, is_secret: draft.auth_method.uses_secret() }
    }
}

/// The credentials entered so far, one per kind of server and kind of credential.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EnteredCredentials(Vec<(Purpose, Entered)>);

impl EnteredCredentials {
    /// What was entered for the request the draft describes.
    pub fn get(&self, draft: &Draft) -> Option<&Entered> {
        let purpose = Purpose::of(draft);
        self.0.iter().find(|(known, _)| *known == purpose).map(|(_, entered)| entered)
    }

    /// Keeps what was entered for the request the draft describes; an empty value takes it away.
    pub fn put(&mut self, draft: &Draft, entered: Entered) {
        self.forget(draft);
        if !entered.is_empty() {
            self.0.push((Purpose::of(draft), entered));
        }
    }

    /// Takes away what was entered for the request the draft describes.
    pub fn forget(&mut self, draft: &Draft) {
        let purpose = Purpose::of(draft);
        self.0.retain(|(known, _)| *known != purpose);
    }

    /// Takes away everything that was entered for one kind of server.
    pub fn forget_all(&mut self, target: TargetKind) {
        self.0.retain(|(known, _)| known.target != target);
    }
}

/// Where the credential of the next request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CredentialSource {
    /// It was entered in this page.
    Entered,
    /// The sandbox environment holds it.
    Sandbox,
    /// Nowhere: it has to be entered.
    Missing,
}

impl CredentialSource {
    /// What was entered wins over what the sandbox holds. The sandbox holds what each of its clients is registered
    /// with: a secret or a key, never both.
    pub fn of(draft: &Draft, entered: &EnteredCredentials, sandbox: Option<&SandboxEnvironment>) -> Self {
        if entered.get(draft).is_some() {
            return Self::Entered;
        }
        let client = sandbox
            .filter(|_| draft.target == TargetKind::Sandbox)
            .and_then(|sandbox| sandbox.client(&draft.client_id));
        match client {
            Some(client) if client.method.uses_secret() == draft.auth_method.uses_secret() => Self::Sandbox,
            _ => Self::Missing,
        }
    }

    /// Whether a request can be sent with it.
    pub const fn is_known(self) -> bool {
        !matches!(self, Self::Missing)
    }
}

#[cfg(test)]
mod tests {
    use oauth::wire::AuthMethod;

    use super::super::fixtures::sandbox;
    use super::*;

    fn draft(target: TargetKind, auth_method: AuthMethod) -> Draft {
        Draft { target, auth_method, client_id: "basic-id".into(), ..Draft::default() }
    }

    fn secret() -> Entered {
        Entered::new("secret".into())
    }

    #[test]
    fn a_secret_entered_for_one_server_is_not_used_for_another() {
        let (pingone, own) = (
            draft(TargetKind::PingOne, AuthMethod::ClientSecretPost),
            draft(TargetKind::Sandbox, AuthMethod::ClientSecretPost),
        );
        let mut entered = EnteredCredentials::default();
        entered.put(&pingone, secret());
        assert_eq!(entered.get(&own), None);
        assert_eq!(entered.get(&pingone), Some(&secret()));
    }

    #[test]
    fn a_secret_is_never_taken_for_a_key() {
        let mut entered = EnteredCredentials::default();
        entered.put(&draft(TargetKind::PingOne, AuthMethod::ClientSecretBasic), secret());
        assert!(entered.get(&draft(TargetKind::PingOne, AuthMethod::ClientSecretJwt)).is_some());
        assert_eq!(entered.get(&draft(TargetKind::PingOne, AuthMethod::PrivateKeyJwt)), None);
    }

    #[test]
    fn emptying_the_field_forgets_the_secret() {
        let draft = draft(TargetKind::PingOne, AuthMethod::ClientSecretBasic);
        let mut entered = EnteredCredentials::default();
        entered.put(&draft, secret());
        entered.put(&draft, Entered::new(String::new()));
        assert_eq!(entered, EnteredCredentials::default());
    }

    #[test]
    fn the_sandbox_holds_what_its_client_is_registered_with() {
        let sandbox = sandbox();
        let mut entered = EnteredCredentials::default();
        let source = |draft: &Draft, entered: &EnteredCredentials| {
            CredentialSource::of(draft, entered, Some(&sandbox))
        };
        let basic = draft(TargetKind::Sandbox, AuthMethod::ClientSecretBasic);
        assert_eq!(source(&basic, &entered), CredentialSource::Sandbox);
        let key = draft(TargetKind::Sandbox, AuthMethod::PrivateKeyJwt);
        assert_eq!(source(&key, &entered), CredentialSource::Missing);
        entered.put(&basic, secret());
        assert_eq!(source(&basic, &entered), CredentialSource::Entered);
        let foreign = Draft { client_id: "somebody".into(), ..basic };
        assert_eq!(source(&foreign, &EnteredCredentials::default()), CredentialSource::Missing);
    }
}
