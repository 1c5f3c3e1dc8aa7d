//! `wasm-opt` of the npm package `binaryen`, pinned by the browser tests' lock file.
//!
//! The site works without it, only larger; so a machine without Node still gets a running server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::setup::node;
use crate::workspace::Workspace;

/// What rustc emits for this target; every browser of the baseline has them.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The optimiser of this machine, if it has one.
pub(crate) struct Optimiser {
    script: Option<PathBuf>,
    version: String,
}

impl Optimiser {
    /// Looks for Node and the package, and installs the package where npm can.
    pub(crate) fn find(workspace: &Workspace) -> Self {
        match install(workspace) {
            Ok((script, version)) => Self { script: Some(script), version },
            Err(reason) => {
                println!("    wasm-opt is left out ({reason:#}): the page works, its download is larger");
                Self { script: None, version: "none".to_owned() }
            }
        }
    }

    /// Names the optimiser in the site's fingerprint.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Rewrites a module in place for the smallest download.
    pub(crate) fn shrink(&self, workspace: &Workspace, module: &Path) -> Result<()> {
        let Some(script) = &self.script else { return Ok(()) };
        let before = fs::metadata(module)?.len();
        let mut node = workspace.in_end2end("node", []);
        process::run(node.arg(script).arg("-Oz").args(FEATURES).arg(module).arg("-o").arg(module))?;
        println!("    {before} bytes became {}", fs::metadata(module)?.len());
        Ok(())
    }
}

fn install(workspace: &Workspace) -> Result<(PathBuf, String)> {
    node::packages(workspace)?;
    let script = workspace.path("end2end/node_modules/binaryen/bin/wasm-opt");
    let version = process::output(Command::new("node").arg(&script).arg("--version"))?;
    Ok((script, version))
}
