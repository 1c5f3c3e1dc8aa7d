//! Private keys as JWK ([RFC 7517 §4](https://www.rfc-editor.org/rfc/rfc7517#section-4)).

use std::borrow::Cow;

use aws_lc_rs::{
    rsa::{KeyPairComponents, PublicKeyComponents},
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, RsaKeyPair},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use oauth::wire::SigningAlg;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::{KeyFault, PrivateKey, kind, private::KeyPair};

/// The members that matter; borrowed from the text, which is wiped by its owner.
#[derive(Deserialize)]
struct Jwk<'a> {
    #[serde(borrow)]
    kty: Option<Cow<'a, str>>,
    #[serde(borrow)]
    crv: Option<Cow<'a, str>>,
    #[serde(borrow)]
    alg: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "use")]
    intended: Option<Cow<'a, str>>,
    #[serde(borrow)]
    key_ops: Option<Vec<Cow<'a, str>>>,
    #[serde(borrow)]
    kid: Option<Cow<'a, str>>,
    #[serde(borrow)]
    n: Option<Cow<'a, str>>,
    #[serde(borrow)]
    e: Option<Cow<'a, str>>,
    #[serde(borrow)]
    d: Option<Cow<'a, str>>,
    #[serde(borrow)]
    p: Option<Cow<'a, str>>,
    #[serde(borrow)]
    q: Option<Cow<'a, str>>,
    #[serde(borrow)]
    dp: Option<Cow<'a, str>>,
    #[serde(borrow)]
    dq: Option<Cow<'a, str>>,
    #[serde(borrow)]
    qi: Option<Cow<'a, str>>,
    #[serde(borrow)]
    x: Option<Cow<'a, str>>,
    #[serde(borrow)]
    y: Option<Cow<'a, str>>,
    /// Present in a JWKS.
    keys: Option<serde::de::IgnoredAny>,
}

type Number = Zeroizing<Vec<u8>>;

/// Reads a JWK. The parser's own message is dropped: it may quote what it stumbled over.
pub(super) fn read(text: &str) -> Result<PrivateKey, KeyFault> {
    let jwk: Jwk<'_> = serde_json::from_str(text).map_err(|_| KeyFault::Damaged)?;
    if jwk.keys.is_some() {
        return Err(KeyFault::Set);
    }
    let pair = match jwk.kty.as_deref() {
        Some("RSA") => jwk.rsa(),
        Some("EC") => jwk.p256(),
        Some("oct") => Err(KeyFault::Symmetric),
        Some("OKP") => Err(KeyFault::OtherKind("Ed25519 or X25519")),
        _ => Err(KeyFault::Member("kty")),
    }?;
    jwk.check_purpose()?;
    let alg = jwk.alg.as_deref().map(str::parse::<SigningAlg>).transpose();
    let alg = alg.map_err(|_| KeyFault::OtherAlgorithm)?;
    let kid = jwk.kid.as_deref().filter(|kid| !kid.is_empty()).map(str::to_owned);
    if kid.as_ref().is_some_and(|kid| kid.len() > 256 || kid.chars().any(char::is_control)) {
        return Err(KeyFault::Member("kid"));
    }
    let key = PrivateKey::new(pair, alg, kid);
    if key.fits(key.default_alg()) { Ok(key) } else { Err(KeyFault::OtherAlgorithm) }
}

impl Jwk<'_> {
    fn rsa(&self) -> Result<KeyPair, KeyFault> {
        let (n, e) = (positive("n", self.n.as_ref())?, positive("e", self.e.as_ref())?);
        let d = number("d", Some(self.d.as_ref().ok_or(KeyFault::Public)?))?;
        let components = KeyPairComponents {
            public_key: PublicKeyComponents { n, e },
            d,
            p: number("p", self.p.as_ref())?,
            q: number("q", self.q.as_ref())?,
            dP: number("dp", self.dp.as_ref())?,
            dQ: number("dq", self.dq.as_ref())?,
            qInv: number("qi", self.qi.as_ref())?,
        };
        if components.public_key.n.len() < 256 {
            return Err(KeyFault::TooSmall);
        }
        kind::rsa(RsaKeyPair::from_components(&components))
    }

    fn p256(&self) -> Result<KeyPair, KeyFault> {
        match self.crv.as_deref() {
            Some("P-256") => {}
            Some("P-384") => return Err(KeyFault::OtherCurve("P-384")),
            Some("P-521") => return Err(KeyFault::OtherCurve("P-521")),
            Some("secp256k1") => return Err(KeyFault::OtherCurve("secp256k1")),
            _ => return Err(KeyFault::Member("crv")),
        }
        let d = number("d", Some(self.d.as_ref().ok_or(KeyFault::Public)?))?;
        let (x, y) = (number("x", self.x.as_ref())?, number("y", self.y.as_ref())?);
        let point = [&[4], x.as_slice(), &y].concat();
        kind::ec(EcdsaKeyPair::from_private_key_and_public_key(&ECDSA_P256_SHA256_FIXED_SIGNING, &d, &point))
    }

    fn check_purpose(&self) -> Result<(), KeyFault> {
        if self.intended.as_deref().is_some_and(|intended| intended != "sig") {
            return Err(KeyFault::NotForSigning("use"));
        }
        match &self.key_ops {
            Some(operations) if !operations.iter().any(|operation| operation == "sign") => {
                Err(KeyFault::NotForSigning("key_ops"))
            }
            _ => Ok(()),
        }
    }
}

fn number(name: &'static str, member: Option<&Cow<'_, str>>) -> Result<Number, KeyFault> {
    let text = member.filter(|text| !text.is_empty()).ok_or(KeyFault::Member(name))?;
    let bytes = URL_SAFE_NO_PAD.decode(text.as_bytes()).map_err(|_| KeyFault::Member(name))?;
    Ok(Zeroizing::new(bytes))
}

/// Without leading zeros, as the library wants public numbers.
fn positive(name: &'static str, member: Option<&Cow<'_, str>>) -> Result<Number, KeyFault> {
    let bytes = number(name, member)?;
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    Ok(Zeroizing::new(bytes[zeros..].to_vec()))
}
