//! Switches for what PingOne leaves open or will change.

use serde::{Deserialize, Serialize};

/// How an environment behaves where the documentation is silent, contradicts itself or announces a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches")]
pub struct Profile {
    /// Refuse a client assertion whose `jti` is absent or was seen before.
    pub strict_jti: bool,
    /// Put `typ: at+jwt` into access tokens, mandatory at PingOne from 2 March 2027.
    pub at_jwt_typ: bool,
    /// The `kid` of access tokens.
    pub kid_style: KidStyle,
    /// Accept ES256 and ES384 client assertions.
    pub es_assertions: bool,
    /// Let `resource` ([RFC 8707](https://www.rfc-editor.org/rfc/rfc8707)) choose the resource instead of
    /// ignoring it.
    pub resource_honoured: bool,
}

/// Form of the signing key's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KidStyle {
    /// The literal `default`.
    #[default]
    Default,
    /// A UUID, as after a key rotation.
    Uuid,
}

impl Default for Profile {
    /// As documented, except that ES256 is on so that the client `es256-key` can show it working.
    fn default() -> Self {
        Self {
            strict_jti: false,
            at_jwt_typ: false,
            kid_style: KidStyle::Default,
            es_assertions: true,
            resource_honoured: false,
        }
    }
}
