//! Node and the packages of `end2end`, exactly as its lock file names them.

use std::fs;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::process;
use crate::workspace::Workspace;

/// Packages in place, Node installed where it is missing and this process may.
pub(crate) fn install_and_need(workspace: &Workspace) -> Result<()> {
    if process::on_path("npm").is_none() {
        apt::install(&["nodejs", "npm"])
            .context("browser tests need Node 20 or newer with npm: install it and start again")?;
    }
    packages(workspace)
}

/// Runs `npm ci` unless the installed packages are those of the lock file already.
pub(crate) fn packages(workspace: &Workspace) -> Result<()> {
    if process::on_path("node").is_none() || process::on_path("npm").is_none() {
        bail!("Node and npm are not installed");
    }
    let lock = fs::read(workspace.path("end2end/package-lock.json"))?;
    let installed = workspace.path("end2end/node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|former| former == lock) {
        return Ok(());
    }
    let mut npm = workspace.in_end2end("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    // A browser is found or installed as a step of its own.
    process::run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    Ok(fs::write(installed, lock)?)
}
