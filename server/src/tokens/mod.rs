//! The tokens of a session: kept on the server, shown masked, told whole only when asked.

mod decoded;
mod store;
mod view;

use oauth::{response::GrantedToken, scope::Scope};
use sandbox::Sandbox;
use uuid::Uuid;

pub use store::{SessionTokens, TokenStore};

use crate::clock::Clock;

/// A token as it was received. It can be neither printed nor serialised.
pub struct IssuedToken {
    /// Identifies it in its session.
    pub id: String,
    /// The call that brought it.
    pub exchange_id: String,
    /// The token and what the server said about it.
    pub granted: GrantedToken,
    /// The client that asked.
    pub client_id: String,
    /// The issuer that was asked, where it is known.
    pub issuer: Option<String>,
    /// The origin a person confirmed for that issuer, so that its keys may be fetched too.
    pub confirmed: Option<String>,
    /// The environment of the sandbox that issued it: its clock counts, not ours.
    pub environment: Option<Uuid>,
    /// What was asked for.
    pub requested: Scope,
    /// When it was received, milliseconds since 1970 on the clock that counts.
    pub received_at_ms: i64,
}

/// The time at the issuer, milliseconds since 1970: an environment of the sandbox has a clock of its own.
pub(crate) fn time_at(environment: Option<Uuid>, sandbox: &Sandbox, clock: &dyn Clock) -> i64 {
    let there = environment.and_then(|id| sandbox.now(id));
    let since = there.and_then(|now| now.duration_since(std::time::UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or_else(|| clock.now_ms())
}
