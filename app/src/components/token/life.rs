//! How a token stands against the server's clock.

use std::time::Duration;

use leptos::prelude::*;
use oauth::lifetime::words;

use crate::{
    api::{TokenState, TokenView},
    components::moment,
    ui::announcer,
    walkthrough::walkthrough,
};

/// The moments of a token's life, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// When it was received.
    pub received_ms: i64,
    /// When it expires.
    pub expires_ms: i64,
    /// The server's time.
    pub now_ms: i64,
}

impl Life {
    /// The life of a token at a time; `None` when the server told no lifetime.
    pub fn of(token: &TokenView, now_ms: i64) -> Option<Self> {
        let lifetime_ms = i64::try_from(token.expires_in?).ok()?.checked_mul(1000)?;
        let received_ms = token.received_at_ms;
        Some(Self {
            received_ms,
            expires_ms: received_ms.checked_add(lifetime_ms)?,
            now_ms: now_ms.max(received_ms),
        })
    }

    /// Whole seconds in total.
    pub fn total(self) -> i64 {
        (self.expires_ms - self.received_ms) / 1000
    }

    /// Whole seconds left, never below zero. A second that has begun counts.
    pub fn left(self) -> i64 {
        let left = (self.expires_ms - self.now_ms).max(0);
        left / 1000 + i64::from(left % 1000 > 0)
    }

    /// What has passed, in percent.
    pub fn passed(self) -> u8 {
        let whole = (self.expires_ms - self.received_ms).max(1);
        u8::try_from((self.now_ms - self.received_ms).saturating_mul(100) / whole).unwrap_or(100).min(100)
    }

    /// Active, in the last fifth, or over.
    pub fn state(self) -> TokenState {
        match self.passed() {
            _ if self.left() == 0 => TokenState::Expired,
            80.. => TokenState::Expiring,
            _ => TokenState::Active,
        }
    }

    /// What is left as a clock shows it.
    pub fn countdown(self) -> String {
        moment::countdown(self.left())
    }

    /// What is left in words.
    pub fn words(self) -> String {
        words(Duration::from_secs(self.left().unsigned_abs()))
    }
}

/// The life of the latest token, second by second.
pub fn life() -> Memo<Option<Life>> {
    let walkthrough = walkthrough();
    Memo::new(move |_| Life::of(&*walkthrough.token()?, walkthrough.now_ms()))
}

/// Speaks when a token enters the last fifth of its life and when it expires; never in between.
pub fn announce_life() {
    let (walkthrough, life) = (walkthrough(), life());
    let state = Memo::new(move |_| Some((walkthrough.token()?.id.clone(), life.get()?.state())));
    let announcer = announcer();
    Effect::new(move |before: Option<Option<(String, TokenState)>>| {
        let now = state.get();
        if let (Some(Some((known, then))), Some((id, state))) = (before, &now)
            && known == *id
            && then != *state
        {
            announcer.announce(match (state, life.get_untracked()) {
                (TokenState::Expiring, Some(life)) => {
                    ["80 % of the token's life has passed: ", &life.words(), " left."].concat()
                }
                _ => "The access token has expired.".to_owned(),
            });
        }
        now
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(now_ms: i64) -> Life {
        Life { received_ms: 1_000_000, expires_ms: 1_075_000, now_ms }
    }

    #[test]
    fn a_life_ends_at_its_last_millisecond() {
        assert_eq!((at(1_000_000).left(), at(1_000_000).passed()), (75, 0));
        assert_eq!((at(1_074_999).left(), at(1_074_999).state()), (1, TokenState::Expiring));
        assert_eq!((at(1_075_000).left(), at(1_075_000).state()), (0, TokenState::Expired));
        assert_eq!(at(9_000_000).passed(), 100);
    }

    #[test]
    fn the_last_fifth_begins_at_eighty_percent() {
        assert_eq!(at(1_059_999).state(), TokenState::Active);
        assert_eq!(at(1_060_000).state(), TokenState::Expiring);
        assert_eq!(at(1_060_000).words(), "15 s");
        assert_eq!(at(1_012_000).countdown(), "1:03");
    }
}
