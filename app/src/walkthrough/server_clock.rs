//! The server's time, as a page that only ever hears it once in a while can tell it.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::js_sys::Date;

const TICK: Duration = Duration::from_secs(1);

/// When the server told its time, on both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Told {
    server_ms: i64,
    /// `None` until the page is interactive: the first render is the same on both sides.
    browser_ms: Option<i64>,
}

impl Told {
    /// The server's time when the browser's clock shows `browser_ms`. Only what has passed is taken from that clock,
    /// so it may be wrong.
    fn at(self, browser_ms: i64) -> i64 {
        let since = self.browser_ms.map_or(0, |then| browser_ms.saturating_sub(then).max(0));
        self.server_ms.saturating_add(since)
    }
}

/// The server's clock, second by second.
#[derive(Debug, Clone, Copy)]
pub struct ServerClock {
    told: RwSignal<Option<Told>>,
    now: RwSignal<i64>,
}

impl ServerClock {
    /// A clock that starts at the time the server told, milliseconds since 1970, and runs in the browser.
    pub fn start(told_ms: Option<i64>) -> Self {
        let told = told_ms.map(|server_ms| Told { server_ms, browser_ms: None });
        let clock = Self { told: RwSignal::new(told), now: RwSignal::new(told_ms.unwrap_or_default()) };
        Effect::new(move |_| clock.run());
        clock
    }

    fn run(self) {
        if let Some(Told { server_ms, browser_ms: None }) = self.told.get_untracked() {
            self.told.set(Some(Told { server_ms, browser_ms: Some(browser_ms()) }));
        }
        if let Ok(ticking) = set_interval_with_handle(move || self.tick(), TICK) {
            on_cleanup(move || ticking.clear());
        }
    }

    fn tick(self) {
        if let Some(Some(told)) = self.told.try_get_untracked() {
            self.now.set(told.at(browser_ms()));
        }
    }

    /// Takes over a time the server has just told, milliseconds since 1970.
    pub fn set(self, server_ms: i64) {
        self.told.set(Some(Told { server_ms, browser_ms: Some(browser_ms()) }));
        self.now.set(server_ms);
    }

    /// Milliseconds since 1970, renewed every second.
    pub fn now_ms(self) -> i64 {
        self.now.get()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a whole number of milliseconds, far below 2^53")]
fn browser_ms() -> i64 {
    Date::now() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_passed_is_taken_from_the_browsers_clock() {
        let told = Told { server_ms: 1_000_000, browser_ms: Some(77) };
        assert_eq!(told.at(77), 1_000_000);
        assert_eq!(told.at(2_077), 1_002_000);
    }

    #[test]
    fn a_browser_clock_set_back_does_not_turn_time_back() {
        assert_eq!(Told { server_ms: 5, browser_ms: Some(100) }.at(40), 5);
    }

    #[test]
    fn before_the_page_is_interactive_time_stands_still() {
        assert_eq!(Told { server_ms: 5, browser_ms: None }.at(40), 5);
    }
}
