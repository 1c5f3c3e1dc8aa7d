//! The program `authz-flows`.

use std::process::ExitCode;

use server::{Outside, Server, Settings, config::InvalidVariable, telemetry};
use tokio::signal::unix::{SignalKind, signal};

/// Why the program ends before it serves.
#[derive(Debug, thiserror::Error)]
enum StartFailure {
    #[error(transparent)]
    Variable(#[from] InvalidVariable),
    #[error(transparent)]
    Server(#[from] server::StartError),
    #[error("signals cannot be received: {0}")]
    Signals(#[from] std::io::Error),
}

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), StartFailure> {
    let (settings, logging) = Settings::from_environment()?;
    let installed = telemetry::install(&logging.filter, logging.format);
    let _flushed_at_the_end = installed.map_err(InvalidVariable::log_filter)?;
    let stop = stop_signal()?;
    let server = Server::bind(settings, Outside::default()).await?;
    tracing::info!(url = server.url(), address = %server.address(), "listening");
    server.serve(stop).await;
    tracing::info!("stopped");
    Ok(())
}

/// Ends when the process is asked to: by the system, or by a person at the terminal.
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// There may be no log yet, and whoever started the program looks at its output.
#[expect(clippy::print_stderr, reason = "the one message of a program that cannot start")]
fn complain(failure: &StartFailure) {
    eprintln!("authz-flows cannot start: {failure}");
}
