//! `frontend` as WebAssembly with its glue code.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::optimise::Optimiser;
use crate::process;
use crate::progress::step;
use crate::workspace::{WASM, Workspace};

/// Writes `app.js` and `app_bg.wasm` into `folder`.
pub(crate) fn build(workspace: &Workspace, optimiser: &Optimiser, folder: &Path) -> Result<()> {
    let compiled = step("Compile the browser part (release, optimised for size)", || compile(workspace))?;
    step("Write the browser bindings", || bind(&compiled, folder))?;
    let module = folder.join("app_bg.wasm");
    step("Shrink the WebAssembly", || optimiser.shrink(workspace, &module))
}

fn compile(workspace: &Workspace) -> Result<PathBuf> {
    let arguments =
        ["build", "--package", "frontend", "--lib", "--target", WASM, "--profile", "wasm-release"];
    process::run(&mut workspace.cargo(arguments))?;
    Ok(workspace.target(WASM).join("wasm-release/frontend.wasm"))
}

fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name("app").web(true)?.typescript(false).remove_producers_section(true);
    bindgen.generate(folder).with_context(|| format!("wasm-bindgen refused {}", compiled.display()))
}
