//! One line for each event, for people or for machines. Nothing here ever blocks a request.

pub mod client_credentials;
mod escape;
mod subscriber;

pub use escape::EscapedLines;
pub use subscriber::{InvalidFilter, LogFormat, subscriber};

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
    std::panic::set_hook(Box::new(log_panic));
    Ok(guard)
}

/// Where it happened, and nothing of what was at hand there: the message may quote a secret.
fn log_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let location = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(location, "panic");
}
