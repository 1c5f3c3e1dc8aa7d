//! `run`: from a checkout to a page in the browser.

use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::server::{self, Server};
use crate::workspace::Workspace;
use crate::{setup, site};

const DEFAULT_ADDRESS: &str = "127.0.0.1:3000";

/// Builds what has changed, starts the server and stays until it ends.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    setup::for_run()?;
    site::build(workspace)?;
    let program = server::build_release(workspace)?;
    let mut program = Command::new(program);
    let mut server = Server::start(program.current_dir(workspace.path(".")), address()?)?;
    pass_signals_on(&server)?;
    server.wait_until_ready(Duration::from_millis(50))?;
    println!("\nAuthz Flows is ready, sandbox included. Stop it with Ctrl-C.\n{}", server.url());
    let status = server.wait()?;
    println!("the server ended with {status}");
    Ok(())
}

/// Ctrl-C reaches the server by itself; both ends of this pair must outlive it until the drain is over.
fn pass_signals_on(server: &Server) -> Result<()> {
    let id = server.id();
    ctrlc::set_handler(move || server::terminate(id)).context("cannot listen for Ctrl-C")
}

/// The address the server will take.
fn address() -> Result<SocketAddr> {
    let text = std::env::var("AUTHZ_FLOWS_ADDR").unwrap_or_else(|_| DEFAULT_ADDRESS.to_owned());
    text.parse().with_context(|| {
        format!("AUTHZ_FLOWS_ADDR is {text}: use an IP address and port, such as {DEFAULT_ADDRESS}")
    })
}
