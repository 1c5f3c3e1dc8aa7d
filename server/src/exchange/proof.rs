//! From a credential to what travels: the secret itself, or an assertion signed with it.

use app::api::{FieldFault, TokenIntent};
use oauth::{
    assertion::{Assertion, AssertionSigner},
    client::{Authentication, ClientSecret},
    wire::{AuthMethod, SigningAlg},
};

use super::{
    credential::{Credential, Secret},
    target::Destination,
};
use crate::{
    keys::{HmacSigner, PrivateKey, random_id},
    problem::{Code, Problem},
};

/// What goes into the request, and the assertion in the clear for the log.
pub(super) struct Proof {
    pub(super) authentication: Authentication,
    pub(super) assertion: Option<Assertion>,
}

/// Makes the proof at `now` (seconds since 1970).
///
/// # Errors
///
/// 422 when algorithm and credential do not fit.
pub(super) fn make(
    intent: &TokenIntent,
    credential: Credential,
    destination: &Destination,
    now: i64,
) -> Result<Proof, Problem> {
    let Credential { secret, alg, kid } = credential;
    match (intent.method, secret) {
        (AuthMethod::ClientSecretBasic, Secret::Shared(secret)) => {
            Ok(Proof { authentication: Authentication::SecretBasic(Some(secret)), assertion: None })
        }
        (AuthMethod::ClientSecretPost, Secret::Shared(secret)) => {
            Ok(Proof { authentication: Authentication::SecretPost(Some(secret)), assertion: None })
        }
        (_, Secret::Shared(secret)) => {
            let assertion = assertion(intent, alg.unwrap_or(SigningAlg::HS256), kid, destination, now)?;
            signed(&hmac(&secret, assertion.header.alg)?, assertion)
        }
        (_, Secret::Key(key)) => {
            let alg = alg.unwrap_or_else(|| key.default_alg());
            let assertion = assertion(intent, alg, kid, destination, now)?;
            check_fit(&key, assertion.header.alg)?;
            signed(&*key, assertion)
        }
    }
}

/// The unsigned assertion; `alg` and `kid` count where the caller chose none.
pub(super) fn assertion(
    intent: &TokenIntent,
    alg: SigningAlg,
    kid: Option<String>,
    destination: &Destination,
    now: i64,
) -> Result<Assertion, Problem> {
    let jti = random_id().map_err(|_| Problem::new(Code::Internal, "No random bytes are to be had."))?;
    let endpoint = destination.clearance.endpoint();
    let made = intent.assertion(alg, destination.issuer.as_deref(), endpoint, now, jti);
    let mut made = made.ok_or_else(|| Problem::new(Code::Internal, "This method has no assertion."))?;
    made.header.kid = made.header.kid.or(kid);
    Ok(made)
}

fn hmac(secret: &ClientSecret, alg: SigningAlg) -> Result<HmacSigner<'_>, Problem> {
    HmacSigner::new(secret, alg)
        .map_err(|fault| Problem::invalid_input(vec![FieldFault::new("client_secret", "too-short", fault)]))
}

fn check_fit(key: &PrivateKey, alg: SigningAlg) -> Result<(), Problem> {
    if key.fits(alg) {
        return Ok(());
    }
    let detail = format!("The private key is not for {alg}. Use {}, or another key.", key.default_alg());
    Err(Problem::invalid_input(vec![FieldFault::invalid("signing_alg", detail)]))
}

fn signed(signer: &dyn AssertionSigner, assertion: Assertion) -> Result<Proof, Problem> {
    let compact =
        assertion.sign(signer).map_err(|failed| Problem::new(Code::Internal, failed.to_string()))?;
    Ok(Proof { authentication: Authentication::Assertion(Some(compact)), assertion: Some(assertion) })
}
