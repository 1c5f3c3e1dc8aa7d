//! Tells whether the site must be built again, without starting a compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::optimise::Optimiser;
use super::tree;
use crate::process;
use crate::workspace::Workspace;

/// Everything the site is made of, the programs of this folder included.
const INPUTS: &[&str] = &[
    "frontend",
    "app",
    "oauth",
    "style",
    "public",
    "xtask/src/site",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
];

/// One value for the content of every input and the tools that turn them into the site.
pub(crate) fn of_inputs(workspace: &Workspace, optimiser: &Optimiser) -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(process::output(Command::new("rustc").arg("-vV"))?);
    digest.update(optimiser.version());
    for input in INPUTS {
        for file in tree::files(&workspace.path(input))? {
            add(&mut digest, &file)?;
        }
    }
    Ok(format!("{:x}", digest.finalize()))
}

fn add(digest: &mut Sha256, file: &Path) -> Result<()> {
    let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    digest.update(file.as_os_str().as_encoded_bytes());
    digest.update(content.len().to_le_bytes());
    digest.update(content);
    Ok(())
}

/// Whether the site that stands was built from these inputs.
pub(crate) fn is_current(workspace: &Workspace, inputs: &str) -> bool {
    let stands = workspace.target("site/manifest.json").exists();
    stands && fs::read_to_string(record(workspace)).is_ok_and(|recorded| recorded == inputs)
}

/// Remembers the inputs of the site that was just built.
pub(crate) fn write(workspace: &Workspace, inputs: &str) -> Result<()> {
    Ok(fs::write(record(workspace), inputs)?)
}

fn record(workspace: &Workspace) -> PathBuf {
    workspace.target("site.inputs")
}
