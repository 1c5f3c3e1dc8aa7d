//! What cargo and its companions check.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::tally::Tally;
use crate::process;
use crate::setup::deny;
use crate::workspace::{WASM, Workspace};

/// Everything but `frontend`, which only builds for the browser.
const NATIVE: [&str; 3] = ["--workspace", "--exclude", "frontend"];

pub(crate) fn formatting(workspace: &Workspace) -> Result<()> {
    process::run(&mut workspace.cargo(["fmt", "--all", "--check"]))
}

pub(crate) fn clippy_native(workspace: &Workspace) -> Result<()> {
    let mut clippy = workspace.cargo(["clippy"]);
    process::run(clippy.args(NATIVE).args(["--all-targets", "--", "-D", "warnings"]))
}

pub(crate) fn clippy_wasm(workspace: &Workspace) -> Result<()> {
    let packages = ["clippy", "--package", "frontend", "--package", "oauth", "--target", WASM];
    process::run(workspace.cargo(packages).args(["--", "-D", "warnings"]))
}

pub(crate) fn documentation(workspace: &Workspace) -> Result<()> {
    let mut doc = workspace.cargo(["doc", "--no-deps", "--document-private-items"]);
    process::run(doc.args(NATIVE).env("RUSTDOCFLAGS", "-D warnings"))
}

pub(crate) fn dependencies(workspace: &Workspace) -> Result<()> {
    process::run(deny::command(workspace).args(["check", "bans", "licenses", "sources"]))
}

/// Builds the server with the very libraries the tests use, and returns nothing: it is `target/debug/authz-flows`.
pub(crate) fn debug_server(workspace: &Workspace) -> Result<()> {
    // Naming the tests too makes cargo settle on the same features, so nothing is compiled twice.
    process::run(workspace.cargo(["build"]).args(NATIVE).args(["--bin", "authz-flows", "--tests"]))
}

/// Unit, integration and documentation tests, all of them even when some fail.
pub(crate) fn tests(workspace: &Workspace) -> Result<Tally> {
    let mut test = workspace.cargo(["test", "--no-fail-fast"]);
    let (tally, succeeded) = counted(test.args(NATIVE))?;
    tally.checked("cargo test", succeeded)
}

/// Runs a test command, passes its output on, and adds up what it says.
fn counted(command: &mut Command) -> Result<(Tally, bool)> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().context("the test command has no output")?;
    let mut tally = Tally::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        tally = tally + Tally::of_libtest_line(&line);
    }
    Ok((tally, child.wait()?.success()))
}
