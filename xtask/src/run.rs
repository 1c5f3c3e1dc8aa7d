//! `run`: from a checkout to a page in the browser.

use std::net::{SocketAddr, ToSocketAddrs};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::progress::step;
use crate::server::{self, Server};
use crate::workspace::Workspace;
use crate::{process, setup, site};

const DEFAULT_ADDRESS: &str = "127.0.0.1:3000";

/// Builds what has changed, starts the server and stays until it ends.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    setup::for_run()?;
    site::build(workspace)?;
    step("Build the server (release)", || {
        process::run(&mut workspace.cargo([
            "build",
            "--release",
            "--package",
            "server",
            "--bin",
            "authz-flows",
        ]))
    })?;
    let mut program = Command::new(workspace.target("release/authz-flows"));
    let mut server = Server::start(program.current_dir(workspace.path(".")), address(workspace)?)?;
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

/// The address the server will take: the environment's, else that of `.env`, else the default.
fn address(workspace: &Workspace) -> Result<SocketAddr> {
    let text = std::env::var("AUTHZ_FLOWS_ADDR").ok().or_else(|| from_dotenv(workspace));
    let text = text.unwrap_or_else(|| DEFAULT_ADDRESS.to_owned());
    let mut addresses = text.to_socket_addrs().with_context(|| format!("AUTHZ_FLOWS_ADDR is {text}"))?;
    addresses.next().with_context(|| format!("AUTHZ_FLOWS_ADDR is {text}, which names no address"))
}

fn from_dotenv(workspace: &Workspace) -> Option<String> {
    let variables = dotenvy::from_path_iter(workspace.path(".env")).ok()?;
    variables.flatten().find(|(name, _)| name == "AUTHZ_FLOWS_ADDR").map(|(_, value)| value)
}
