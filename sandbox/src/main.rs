//! The sandbox alone: `cargo run -p sandbox -- --port 9400 --seed 7`.

mod arguments;
mod host;
mod table;

use std::{error::Error, io::Write, net::Ipv4Addr, time::Duration};

use axum::{
    Router,
    extract::Request,
    http::StatusCode,
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use sandbox::{NewEnvironment, PublicUrl, Sandbox, SandboxOptions, require_requested_with};
use tokio::{net::TcpListener, time::timeout};

use arguments::{Arguments, USAGE};

/// No call takes longer, not even one that sends its body byte by byte.
const CALL_TIMEOUT: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let Arguments { port, seed, help } = Arguments::parse(lexopt::Parser::from_env())?;
    if help {
        return Ok(std::io::stdout().write_all(USAGE.as_bytes())?);
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .map_err(|error| format!("cannot listen on 127.0.0.1:{port}: {error}"))?;
    let address = listener.local_addr()?;
    let base = format!("http://{address}");
    let sandbox = Sandbox::new(SandboxOptions { public_url: PublicUrl::new(&base), ..Default::default() })?;
    let environment = sandbox.create_environment(NewEnvironment { seed, name: None }).await?;
    sandbox.warm_up();
    table::print(&mut std::io::stdout().lock(), &environment, &base)?;
    axum::serve(listener, routes(&sandbox, address.port())).with_graceful_shutdown(interrupted()).await?;
    Ok(())
}

/// Provider at the root, control API under `/_control`.
fn routes(sandbox: &Sandbox, port: u16) -> Router {
    sandbox
        .router()
        .nest("/_control", sandbox.control_router().layer(from_fn(require_requested_with)))
        .layer(from_fn(in_time))
        .layer(from_fn_with_state(port, host::only_loopback))
}

async fn in_time(request: Request, next: Next) -> Response {
    let late = || (StatusCode::REQUEST_TIMEOUT, "The call took too long.\n").into_response();
    timeout(CALL_TIMEOUT, next.run(request)).await.unwrap_or_else(|_| late())
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
