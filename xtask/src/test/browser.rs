//! Playwright against the debug server with the release site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::rust;
use super::tally::Tally;
use crate::server::Server;
use crate::setup::{self, browser};
use crate::site;
use crate::workspace::Workspace;

/// The server under test, in the target folder.
const PROGRAM: &str = "debug/authz-flows";

/// Runs the browser tests on a server of their own: free port, empty sessions, no setting of this machine.
pub(crate) fn tests(workspace: &Workspace) -> Result<Tally> {
    setup::node::install_and_need(workspace)?;
    site::build(workspace)?;
    rust::debug_server(workspace)?;
    let folder = workspace.target("end2end");
    site::tree::recreate(&folder)?;
    let server = Server::start_alone(workspace, &workspace.target(PROGRAM), &folder)?;
    let tally = playwright(workspace, &server, &folder);
    server.stop().context("after the browser tests")?;
    tally
}

fn playwright(workspace: &Workspace, server: &Server, folder: &Path) -> Result<Tally> {
    let report = folder.join("report.json");
    let mut command = workspace.in_end2end("npx", ["playwright", "test"]);
    command.env("BASE_URL", server.url());
    command.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    // Some tests start, stop and read the log of a server of their own.
    command.env("SERVER_PROGRAM", workspace.target(PROGRAM)).env("SITE_FOLDER", workspace.target("site"));
    browser::find_or_install(workspace)?.name_to(&mut command);
    let status = command.status().context("cannot start Playwright")?;
    let report = fs::read_to_string(&report).context("Playwright wrote no report")?;
    Tally::of_playwright(&report)?.checked("Playwright", status.success())
}
