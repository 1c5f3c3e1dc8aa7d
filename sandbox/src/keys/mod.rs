//! Key material: random, made off the async threads, parsed once.

mod pair;
mod pool;
mod public;

pub(crate) use pair::{ClientKey, SigningKey};
pub(crate) use pool::KeyPool;
pub(crate) use public::{Jwk, JwkSet, PublicKey};
