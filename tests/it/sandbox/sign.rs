//! Client assertions and token checks by `rsa`, `p256` and `hmac`: neither what the sandbox verifies with nor
//! what the product signs with.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use hmac::{Hmac, Mac, digest::KeyInit};
use p256::ecdsa::signature::Signer;
use rsa::{BigUint, Pkcs1v15Sign, RsaPrivateKey, RsaPublicKey, pkcs8::DecodePrivateKey};
use sandbox::{EnvironmentView, FixtureClient, FixtureSecret};
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::provider::{NOW, secret};

/// What a correct assertion of the client says, by its own algorithm.
pub(super) struct Assertion {
    pub(super) header: Value,
    pub(super) claims: Value,
    key: String,
}

impl Assertion {
    pub(super) fn of(environment: &EnvironmentView, client: &FixtureClient) -> Self {
        let alg = client.alg.unwrap().as_str();
        let key = client.private_key.as_ref().map_or_else(|| secret(client), FixtureSecret::as_str);
        let mut header = json!({ "alg": alg, "typ": "JWT" });
        if let Some(kid) = &client.kid {
            header["kid"] = json!(kid);
        }
        let claims = json!({
            "iss": client.id, "sub": client.id, "aud": environment.issuer,
            "iat": NOW, "exp": NOW + 60, "jti": "0f7d2a51-c6be-4e08-9d33-84a1f5b27c96",
        });
        Self { header, claims, key: key.to_owned() }
    }

    /// Sets a header member; `null` removes it.
    pub(super) fn header(mut self, name: &str, value: Value) -> Self {
        set(&mut self.header, name, value);
        self
    }

    /// Sets a claim; `null` removes it.
    pub(super) fn claim(mut self, name: &str, value: Value) -> Self {
        set(&mut self.claims, name, value);
        self
    }

    /// Signs with another key than the client's own.
    pub(super) fn key(mut self, key: &str) -> Self {
        key.clone_into(&mut self.key);
        self
    }

    /// Header and claims, encoded and joined.
    pub(super) fn signing_input(&self) -> String {
        let part = |value: &Value| BASE64URL.encode(value.to_string());
        format!("{}.{}", part(&self.header), part(&self.claims))
    }

    /// The compact form, signed as the header says.
    pub(super) fn sign(&self) -> String {
        self.sign_as(self.header["alg"].as_str().unwrap())
    }

    /// The compact form, signed with `alg` whatever the header says.
    pub(super) fn sign_as(&self, alg: &str) -> String {
        let input = self.signing_input();
        let signature = BASE64URL.encode(signature(alg, &self.key, input.as_bytes()));
        format!("{input}.{signature}")
    }
}

fn set(object: &mut Value, name: &str, value: Value) {
    let members = object.as_object_mut().unwrap();
    members.remove(name);
    if !value.is_null() {
        members.insert(name.to_owned(), value);
    }
}

fn signature(alg: &str, key: &str, message: &[u8]) -> Vec<u8> {
    match alg {
        "HS256" => hmac::<Hmac<Sha256>>(key, message),
        "HS384" => hmac::<Hmac<Sha384>>(key, message),
        "HS512" => hmac::<Hmac<Sha512>>(key, message),
        "RS256" => rsa(key, Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message)),
        "RS384" => rsa(key, Pkcs1v15Sign::new::<Sha384>(), &Sha384::digest(message)),
        "RS512" => rsa(key, Pkcs1v15Sign::new::<Sha512>(), &Sha512::digest(message)),
        "ES256" => {
            let key = p256::ecdsa::SigningKey::from_pkcs8_pem(key).unwrap();
            let signature: p256::ecdsa::Signature = key.sign(message);
            signature.to_bytes().to_vec()
        }
        other => unreachable!("no test signs with {other}"),
    }
}

fn hmac<M: Mac + KeyInit>(key: &str, message: &[u8]) -> Vec<u8> {
    <M as KeyInit>::new_from_slice(key.as_bytes())
        .unwrap()
        .chain_update(message)
        .finalize()
        .into_bytes()
        .to_vec()
}

fn rsa(pem: &str, padding: Pkcs1v15Sign, digest: &[u8]) -> Vec<u8> {
    RsaPrivateKey::from_pkcs8_pem(pem).unwrap().sign(padding, digest).unwrap()
}

/// Header and claims of a token whose RS256 signature the key set verifies; `None` if it does not.
pub(super) fn verified(token: &str, jwks: &Value) -> Option<(Value, Value)> {
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    let decode = |part: &str| BASE64URL.decode(part).unwrap();
    let header: Value = serde_json::from_slice(&decode(header)).unwrap();
    let jwk = jwks["keys"].as_array().unwrap().iter().find(|jwk| jwk["kid"] == header["kid"])?;
    let number = |name: &str| BigUint::from_bytes_be(&decode(jwk[name].as_str().unwrap()));
    let key = RsaPublicKey::new(number("n"), number("e")).unwrap();
    let digest = Sha256::digest(signed);
    key.verify(Pkcs1v15Sign::new::<Sha256>(), &digest, &decode(signature)).ok()?;
    Some((header, serde_json::from_slice(&decode(claims)).unwrap()))
}
