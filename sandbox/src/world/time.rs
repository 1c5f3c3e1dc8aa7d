//! An environment's own clock.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Serialize;

/// Furthest an environment's clock may be moved, in seconds: ten years.
pub const MAX_OFFSET: i64 = 10 * 365 * 86_400;

/// A change of an environment's clock; all values are seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// Run beside the wall clock at this distance; 0 is the wall clock itself, also after a freeze.
    Offset(i64),
    /// Stand still at this time, seconds since 1970.
    FreezeAt(i64),
    /// Move from where the clock is, running or frozen; negative goes back.
    Advance(i64),
}

/// An environment's clock as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ClockView {
    /// The environment's time, seconds since 1970.
    pub now: i64,
    /// Distance from the wall clock in seconds.
    pub offset_seconds: i64,
    /// Whether it stands still.
    pub frozen: bool,
}

/// How an environment's time follows from the wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EnvironmentClock {
    Running { offset: i64 },
    Frozen { at: i64 },
}

impl Default for EnvironmentClock {
    fn default() -> Self {
        Self::Running { offset: 0 }
    }
}

impl EnvironmentClock {
    /// The environment's time while the wall clock shows `wall`.
    pub(crate) const fn now(self, wall: i64) -> i64 {
        match self {
            Self::Running { offset } => wall + offset,
            Self::Frozen { at } => at,
        }
    }

    /// The clock after `change`, or `None` if it would end up further than [`MAX_OFFSET`] from `wall`.
    pub(crate) fn changed(self, change: ClockChange, wall: i64) -> Option<Self> {
        let next = match (self, change) {
            (_, ClockChange::Offset(offset)) => Self::Running { offset },
            (_, ClockChange::FreezeAt(at)) => Self::Frozen { at },
            (Self::Running { offset }, ClockChange::Advance(by)) => {
                Self::Running { offset: offset.checked_add(by)? }
            }
            (Self::Frozen { at }, ClockChange::Advance(by)) => Self::Frozen { at: at.checked_add(by)? },
        };
        let distance = match next {
            Self::Running { offset } => offset,
            Self::Frozen { at } => at.checked_sub(wall)?,
        };
        (-MAX_OFFSET..=MAX_OFFSET).contains(&distance).then_some(next)
    }

    /// What people see of it.
    pub(crate) const fn view(self, wall: i64) -> ClockView {
        let now = self.now(wall);
        ClockView { now, offset_seconds: now - wall, frozen: matches!(self, Self::Frozen { .. }) }
    }
}

/// Seconds since 1970; 0 for times before.
pub(crate) fn unix_seconds(time: SystemTime) -> i64 {
    time.duration_since(UNIX_EPOCH).ok().and_then(|age| i64::try_from(age.as_secs()).ok()).unwrap_or(0)
}

/// The inverse of [`unix_seconds`]; clocks stay within ten years of the wall clock.
pub(crate) fn from_unix_seconds(seconds: i64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WALL: i64 = 1_768_382_813;

    #[test]
    fn an_offset_runs_beside_the_wall_clock() {
        let clock = EnvironmentClock::default().changed(ClockChange::Offset(-120), WALL);
        assert_eq!(clock.map(|clock| clock.now(WALL + 5)), Some(WALL - 115));
    }

    #[test]
    fn a_frozen_clock_stands_still_until_it_is_advanced() {
        let frozen = EnvironmentClock::default().changed(ClockChange::FreezeAt(WALL), WALL);
        assert_eq!(frozen.map(|clock| clock.now(WALL + 99)), Some(WALL));
        let advanced = frozen.and_then(|clock| clock.changed(ClockChange::Advance(10), WALL + 99));
        assert_eq!(advanced, Some(EnvironmentClock::Frozen { at: WALL + 10 }));
    }

    #[test]
    fn an_advance_adds_to_a_running_offset() {
        let clock = EnvironmentClock::Running { offset: 5 }.changed(ClockChange::Advance(-8), WALL);
        assert_eq!(clock, Some(EnvironmentClock::Running { offset: -3 }));
    }

    #[test]
    fn no_change_leads_further_than_the_limit() {
        let clock = EnvironmentClock::default();
        for change in [
            ClockChange::Offset(MAX_OFFSET + 1),
            ClockChange::FreezeAt(WALL - MAX_OFFSET - 1),
            ClockChange::Advance(i64::MIN),
        ] {
            assert_eq!(clock.changed(change, WALL), None, "{change:?}");
        }
        assert_eq!(EnvironmentClock::Frozen { at: 1 }.changed(ClockChange::Advance(i64::MAX), WALL), None);
    }
}
