//! A Chromium for the browser tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::process;
use crate::workspace::Workspace;

/// Names a browser for the tests; Playwright's configuration reads the same variable.
const VARIABLE: &str = "PLAYWRIGHT_CHROMIUM";

const INSTALLED: &[&str] = &["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];

/// The browser the tests will use.
pub(crate) enum Browser {
    /// A program of this machine.
    Program(PathBuf),
    /// The one Playwright downloaded for itself.
    Playwright,
}

impl Browser {
    /// Tells a Node program which browser to start.
    pub(crate) fn name_to(&self, command: &mut Command) {
        if let Self::Program(path) = self {
            command.env(VARIABLE, path);
        }
    }

    /// The browser in words.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Program(path) => path.display().to_string(),
            Self::Playwright => "Playwright's own Chromium".to_owned(),
        }
    }
}

/// The named, the installed, Playwright's own, or one from the system's packages: the first that works.
pub(crate) fn find_or_install(workspace: &Workspace) -> Result<Browser> {
    if let Some(named) = std::env::var_os(VARIABLE) {
        return of_variable(Path::new(&named));
    }
    if let Some(program) = INSTALLED.iter().find_map(|name| process::on_path(name)) {
        return Ok(Browser::Program(program));
    }
    if playwright_has_one(workspace) || download(workspace).is_ok() {
        return Ok(Browser::Playwright);
    }
    apt::install(&["chromium"]).with_context(|| {
        format!("no browser: install Chrome or Chromium, or name one in {VARIABLE}, and start again")
    })?;
    let program = process::on_path("chromium").context("the package chromium brought no program")?;
    Ok(Browser::Program(program))
}

fn of_variable(named: &Path) -> Result<Browser> {
    if !named.is_file() {
        bail!("{VARIABLE} names {}, which is not a file", named.display());
    }
    Ok(Browser::Program(named.to_owned()))
}

fn playwright_has_one(workspace: &Workspace) -> bool {
    let script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
    let place = process::output(&mut workspace.in_end2end("node", ["-e", script]));
    place.is_ok_and(|place| Path::new(&place).is_file())
}

/// Downloads Playwright's browser and, as root, the libraries it needs.
fn download(workspace: &Workspace) -> Result<()> {
    let mut install = workspace.in_end2end("npx", ["playwright", "install"]);
    if nix::unistd::Uid::effective().is_root() {
        install.arg("--with-deps");
    }
    process::run(install.arg("chromium"))
}
