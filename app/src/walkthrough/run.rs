//! What has happened so far. A run only grows.

use oauth::exchange::{Category, Exchange};

use crate::api::{CallSummary, Problem, TokenView};

/// One press of "Request token" and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// Counted from 1.
    pub number: usize,
    /// The call that was made; `None` when it was refused before anything was sent.
    pub exchange: Option<Exchange>,
    /// The token, where one was issued.
    pub token: Option<TokenView>,
    /// Our own refusal, where the server gave one.
    pub problem: Option<Problem>,
}

impl Attempt {
    /// Whether a token was issued.
    pub const fn succeeded(&self) -> bool {
        self.token.is_some()
    }
}

/// The attempts of a session in one flow, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    attempts: Vec<Attempt>,
}

impl Run {
    /// A run as the server remembers it: `calls` and `tokens` newest first, as the API lists them.
    /// Only the newest token request is known in full.
    pub fn restore(calls: &[CallSummary], newest: Option<Exchange>, tokens: &[TokenView]) -> Self {
        let mut run = Self::default();
        for call in calls.iter().rev().filter(|call| call.category == Category::Oauth) {
            let exchange = newest.clone().filter(|exchange| exchange.id == call.id);
            let token = tokens.iter().find(|token| token.exchange_id == call.id).cloned();
            run.push(exchange, token, None);
        }
        run
    }

    /// Appends an attempt.
    pub fn push(&mut self, exchange: Option<Exchange>, token: Option<TokenView>, problem: Option<Problem>) {
        let number = self.attempts.len() + 1;
        self.attempts.push(Attempt { number, exchange, token, problem });
    }

    /// All attempts, oldest first.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// The latest attempt.
    pub fn latest(&self) -> Option<&Attempt> {
        self.attempts.last()
    }

    /// The latest token, also when a later attempt failed: a refusal does not take a token away.
    pub fn token(&self) -> Option<&TokenView> {
        self.attempts.iter().rev().find_map(|attempt| attempt.token.as_ref())
    }

    /// How many attempts in a row have failed up to now.
    pub fn failures(&self) -> usize {
        self.attempts.iter().rev().take_while(|attempt| !attempt.succeeded()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_are_counted_from_one_and_failures_from_the_end() {
        let mut run = Run::default();
        run.push(None, None, None);
        run.push(None, None, None);
        assert_eq!(run.attempts().iter().map(|attempt| attempt.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(run.failures(), 2);
        assert_eq!(run.token(), None);
    }
}
