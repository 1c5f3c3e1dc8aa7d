//! Node and the packages of `end2end`, exactly as its lock file names them.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::process;
use crate::workspace::Workspace;

/// What Playwright asks for.
const OLDEST: u32 = 20;

/// Packages in place, Node installed where it is missing and this process may.
pub(crate) fn install_and_need(workspace: &Workspace) -> Result<()> {
    if process::on_path("npm").is_none() {
        apt::install(&["nodejs", "npm"]).with_context(|| {
            format!("browser tests need Node {OLDEST} or newer with npm: install it and start again")
        })?;
    }
    let version = process::output(Command::new("node").arg("--version"))?;
    if major(&version).is_none_or(|major| major < OLDEST) {
        bail!(
            "Node {version} is too old for the browser tests: install Node {OLDEST} or newer and start again"
        );
    }
    packages(workspace)
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("unknown"), None);
    }
}
