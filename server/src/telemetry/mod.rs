//! One line for each event, for people or for machines. Nothing here ever blocks a request.

pub mod client_credentials;
mod escape;
#[cfg(test)]
mod memory;
mod subscriber;

pub use escape::EscapedLines;
pub use subscriber::{InvalidFilter, LogFormat, subscriber};

use std::panic::{self, PanicHookInfo};

use tracing::Dispatch;
use tracing_appender::non_blocking::WorkerGuard;

/// Writes the events of this process to standard output from now on. The lines still in memory are
/// written when the guard is dropped.
///
/// # Errors
///
/// [`InvalidFilter`] for a filter that cannot be read.
pub fn install(filter: &str, format: LogFormat) -> Result<WorkerGuard, InvalidFilter> {
    let (writer, guard) = tracing_appender::non_blocking(std::io::stdout());
    let subscriber = subscriber(filter, format, writer)?;
    // Fails only when a subscriber was installed before, which then stays.
    let _ = tracing::dispatcher::set_global_default(Dispatch::new(subscriber));
    panic::set_hook(Box::new(log_panic));
    Ok(guard)
}

/// Where it happened, and nothing of what was at hand there: the message may quote a secret.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let location = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(location, "panic");
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "tests state their expectations, and one panics")]
mod tests {
    use std::panic::catch_unwind;

    use super::{memory::Memory, *};

    #[test]
    fn a_panic_is_logged_with_its_place_and_without_its_message() {
        let memory = Memory::default();
        let writer = memory.clone();
        let subscriber = subscriber("info", LogFormat::Text, move || writer.clone()).unwrap();
        let usual = panic::take_hook();
        panic::set_hook(Box::new(log_panic));
        let caught = tracing::subscriber::with_default(subscriber, || catch_unwind(|| panic!("canary")));
        panic::set_hook(usual);
        assert!(caught.is_err());
        let log = memory.text();
        assert!(
            log.contains("panic") && log.contains("telemetry/mod.rs") && !log.contains("canary"),
            "{log}"
        );
    }
}
