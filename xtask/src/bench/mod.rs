//! `bench`: what a visit costs and what the server costs, against their budgets.

mod first_visit;
mod memory;
mod start;
mod table;

use std::process::ExitCode;

use anyhow::Result;

use crate::progress::step;
use crate::server::{self, Server};
use crate::setup;
use crate::site::{self, tree};
use crate::workspace::Workspace;

/// Measures the release build and prints one line for each budget.
pub(crate) fn run(workspace: &Workspace) -> Result<ExitCode> {
    let browser = setup::for_bench(workspace)?;
    site::build(workspace)?;
    let program = server::build_release(workspace)?;
    let folder = workspace.target("bench");
    tree::recreate(&folder)?;
    let start = step("Measure the start", || start::measure(workspace, &program, &folder))?;
    let server = Server::start_alone(workspace, &program, &folder)?;
    let memory = step("Measure the memory", || memory::measure(&server))?;
    let visit = step("Measure a first visit", || first_visit::measure(workspace, &browser, &server))?;
    server.stop()?;
    Ok(table::print(&[visit, start, memory]))
}
