//! Prepares the machine: what is missing is installed, and what cannot be installed is named.

mod apt;
pub(crate) mod browser;
pub(crate) mod deny;
pub(crate) mod node;
mod rust;

use anyhow::Result;

use self::browser::Browser;
use crate::progress::step;
use crate::workspace::Workspace;

/// What building and running needs: the compiler's WebAssembly target.
pub(crate) fn for_run() -> Result<()> {
    step("Prepare the compiler", rust::wasm_target)
}

/// What the whole test command needs besides: Node's packages, a browser, cargo-deny.
pub(crate) fn for_tests(workspace: &Workspace) -> Result<()> {
    for_run()?;
    step("Prepare Node packages", || node::install_and_need(workspace))?;
    step("Prepare a browser", || {
        browser::find_or_install(workspace).map(|found| println!("    {}", found.shown()))
    })?;
    step("Prepare cargo-deny", || deny::find_or_install(workspace))
}

/// What measuring in a browser needs.
pub(crate) fn for_bench(workspace: &Workspace) -> Result<Browser> {
    for_run()?;
    step("Prepare Node packages", || node::install_and_need(workspace))?;
    step("Prepare a browser", || browser::find_or_install(workspace))
}
