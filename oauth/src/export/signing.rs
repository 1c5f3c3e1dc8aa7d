//! Making a client assertion in a shell, with `openssl`.

use super::{Script, Variable, curl::CLIENT_SECRET, shell::quote};
use crate::{
    assertion::Assertion,
    wire::{KeyKind, SigningAlg},
};

const PRIVATE_KEY_FILE: Variable =
    Variable { name: "PRIVATE_KEY_FILE", meaning: "the path of the private key, a PEM file" };

const HMAC_WARNING: &str = "While openssl computes the HMAC, the secret is one of its arguments: other users of the same machine could see it.";

/// base64url without padding, from standard input.
const BASE64URL: &str = "  base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }";

/// Turns an ECDSA signature from the DER form of openssl into the two numbers of 32 bytes that a JWS
/// has (RFC 7518 §3.4), written as octal escapes for `printf`.
const RAW_SIGNATURE: &str = r#"  raw_signature() {
    openssl asn1parse -inform DER | sed -n 's/.*INTEGER *://p' | awk '{
      hex = sprintf("%64s", $1); gsub(/ /, "0", hex)
      for (i = 1; i < 64; i += 2)
        printf "\\%03o", 16 * digit(substr(hex, i, 1)) + digit(substr(hex, i + 1, 1))
    }
    function digit(c) { return index("0123456789ABCDEF", c) - 1 }'
  }"#;

/// Whether a script can sign with an algorithm: with all that this product signs with.
pub(super) fn can_sign(alg: SigningAlg) -> bool {
    SigningAlg::HMAC.contains(&alg) || SigningAlg::PRIVATE_KEY.contains(&alg)
}

/// Adds the signing step and hands its result to `curl`.
pub(super) fn add(script: &mut Script, assertion: &Assertion) {
    let alg = assertion.header.alg;
    if alg.key_kind() == KeyKind::Symmetric {
        script.variables.push(CLIENT_SECRET);
        script.warnings.push(HMAC_WARNING);
    } else {
        script.variables.push(PRIVATE_KEY_FILE);
    }
    script.steps.push(BASE64URL.to_owned());
    if alg == SigningAlg::ES256 {
        script.steps.push(RAW_SIGNATURE.to_owned());
    }
    script.steps.extend(unsigned(assertion));
    script.steps.push(format!("  signature=$({})", signature(alg)));
    script.steps.push("  [ -n \"$signature\" ]".to_owned());
    script.call.input = Some("printf '%s' \"$signing_input.$signature\"".to_owned());
}

/// Header and claims; time and `jti` are made when the script runs, because an assertion is good for
/// a minute and for one request.
fn unsigned(assertion: &Assertion) -> [String; 5] {
    let claims = &assertion.claims;
    let fixed = format!(
        "{{\"iss\":{},\"sub\":{},\"aud\":{}",
        json(&claims.iss),
        json(&claims.sub),
        json(&claims.aud)
    );
    let lifetime = claims.exp.saturating_sub(claims.iat);
    [
        "  now=$(date +%s)".to_owned(),
        "  jti=$(openssl rand -hex 16)".to_owned(),
        format!("  header={}", quote(&serde_json::to_string(&assertion.header).unwrap_or_default())),
        format!(
            "  claims={}\",\\\"iat\\\":$now,\\\"exp\\\":$((now + {lifetime})),\\\"jti\\\":\\\"$jti\\\"}}\"",
            quote(&fixed)
        ),
        "  signing_input=\"$(printf '%s' \"$header\" | base64url).$(printf '%s' \"$claims\" | base64url)\""
            .to_owned(),
    ]
}

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The command whose output is the signature in base64url.
fn signature(alg: SigningAlg) -> String {
    let digest = match alg {
        SigningAlg::HS384 | SigningAlg::RS384 => "sha384",
        SigningAlg::HS512 | SigningAlg::RS512 => "sha512",
        _ => "sha256",
    };
    let input = format!("printf '%s' \"$signing_input\" | openssl dgst -{digest}");
    match alg.key_kind() {
        // The key goes in as hex digits, since the secret's own bytes could mean something to openssl.
        KeyKind::Symmetric => format!(
            "{input} -binary -mac HMAC -macopt \"hexkey:$(printf '%s' \"$CLIENT_SECRET\" | od -An -v -t x1 | tr -d ' \\n')\" | base64url"
        ),
        KeyKind::P256 => {
            format!("printf \"$({input} -sign \"$PRIVATE_KEY_FILE\" | raw_signature)\" | base64url")
        }
        _ => format!("{input} -sign \"$PRIVATE_KEY_FILE\" | base64url"),
    }
}
