//! How much of everything, in two profiles.

use std::{num::NonZeroU32, time::Duration};

/// Bounds of a server. Two profiles: one person on this machine, or a room full of people behind few
/// addresses.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Until the first byte of a connection.
    pub first_byte: Duration,
    /// Until a request's headers are complete; also how long an idle connection is kept.
    pub headers: Duration,
    /// Until a request's body is complete.
    pub body: Duration,
    /// How long a client may leave an answer unread while more of it is to be sent.
    pub unread: Duration,
    /// What a stop waits for answers that are under way.
    pub drain: Duration,
    /// Connections at once.
    pub connections: usize,
    /// Connections at once from one address.
    pub connections_per_address: usize,
    /// Browser sessions held.
    pub sessions: u64,
    /// Script sessions held.
    pub script_sessions: u64,
    /// How long an unused browser session is kept.
    pub session_idle: Duration,
    /// How long an unused script session is kept.
    pub script_session_idle: Duration,
    /// Reveals of a token, per session and minute.
    pub reveals_per_minute: NonZeroU32,
}

impl Limits {
    /// For a server that only this machine can reach.
    pub const LOOPBACK: Self = Self {
        first_byte: Duration::from_secs(10),
        headers: Duration::from_secs(10),
        body: Duration::from_secs(10),
        unread: Duration::from_secs(10),
        drain: Duration::from_secs(10),
        connections: 2048,
        connections_per_address: 2048,
        sessions: 10_000,
        script_sessions: 1_000,
        session_idle: Duration::from_hours(30 * 24),
        script_session_idle: Duration::from_mins(10),
        reveals_per_minute: NonZeroU32::new(10).unwrap(),
    };

    /// For a server that others can reach.
    pub const ROOM: Self = Self {
        connections: 512,
        connections_per_address: 128,
        session_idle: Duration::from_hours(12),
        ..Self::LOOPBACK
    };
}
