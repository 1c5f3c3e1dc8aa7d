//! cargo-deny: licences, banned crates and sources of the dependencies.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::Workspace;

const VERSION: &str = "0.20.2";

/// Installs it below the target folder when cargo does not know it.
pub(crate) fn find_or_install(workspace: &Workspace) -> Result<()> {
    if answers(&mut workspace.cargo(["deny", "--version"])) || answers(own(workspace).arg("--version")) {
        return Ok(());
    }
    let root = workspace.target("tools");
    let package = format!("cargo-deny@{VERSION}");
    // Unoptimised: it builds five times as fast and reads one lock file.
    let mut install = workspace.cargo(["install", &package, "--locked", "--debug", "--root"]);
    process::run(install.arg(root))
        .context("cargo-deny could not be built: install it by hand and start again")
}

/// The check of one lock file, with the installed cargo-deny or our own.
pub(crate) fn command(workspace: &Workspace) -> Command {
    let own = own(workspace);
    if answers(&mut workspace.cargo(["deny", "--version"])) { workspace.cargo(["deny"]) } else { own }
}

fn own(workspace: &Workspace) -> Command {
    let mut command = Command::new(workspace.target("tools/bin/cargo-deny"));
    command.current_dir(workspace.path("."));
    command
}

fn answers(command: &mut Command) -> bool {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
