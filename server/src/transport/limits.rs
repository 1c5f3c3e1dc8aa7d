//! How long and how much.

use std::time::Duration;

/// Which limits apply to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    /// Token requests.
    Token,
    /// Metadata and key sets.
    Metadata,
}

/// Limits of requests to authorization servers.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Until a connection stands, look-up and TLS included.
    pub connect: Duration,
    /// Until the status line is there, counted from the start.
    pub first_byte: Duration,
    /// Until a token response is complete, counted from the start.
    pub token_total: Duration,
    /// Until a metadata document or key set is complete, counted from the start.
    pub metadata_total: Duration,
    /// Largest token response, in bytes.
    pub token_bytes: usize,
    /// Largest metadata document or key set, in bytes.
    pub metadata_bytes: usize,
    /// Requests under way at once.
    pub in_flight: usize,
    /// Requests under way at once for one session.
    pub in_flight_per_session: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(3),
            first_byte: Duration::from_secs(5),
            token_total: Duration::from_secs(10),
            metadata_total: Duration::from_secs(5),
            token_bytes: 64 * 1024,
            metadata_bytes: 256 * 1024,
            in_flight: 64,
            in_flight_per_session: 8,
        }
    }
}

impl Limits {
    pub(super) const fn total(&self, budget: Budget) -> Duration {
        match budget {
            Budget::Token => self.token_total,
            Budget::Metadata => self.metadata_total,
        }
    }

    pub(super) const fn bytes(&self, budget: Budget) -> usize {
        match budget {
            Budget::Token => self.token_bytes,
            Budget::Metadata => self.metadata_bytes,
        }
    }
}
