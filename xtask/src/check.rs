//! `check`: what to run between two edits.

use anyhow::Result;

use crate::progress::step;
use crate::test::rust;
use crate::workspace::Workspace;
use crate::{process, setup};

/// Stops at the first fault.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    setup::for_run()?;
    step("Formatting", || rust::formatting(workspace))?;
    step("Clippy, native", || rust::clippy_native(workspace))?;
    step("Clippy, browser", || rust::clippy_wasm(workspace))?;
    step("Unit tests", || {
        process::run(&mut workspace.cargo([
            "test",
            "--workspace",
            "--exclude",
            "frontend",
            "--lib",
            "--bins",
        ]))
    })
}
