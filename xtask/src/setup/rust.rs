//! The standard library for the browser's target.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::workspace::WASM;

/// Adds the target with rustup when the compiler lacks it.
pub(crate) fn wasm_target() -> Result<()> {
    if is_installed()? {
        return Ok(());
    }
    if process::on_path("rustup").is_none() {
        bail!(
            "rustc has no {WASM} library and there is no rustup to add it: install the target with your packages"
        );
    }
    process::run(Command::new("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("add the target by hand: rustup target add {WASM}"))
}

fn is_installed() -> Result<bool> {
    let folder = process::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    Ok(Path::new(&folder).exists())
}
