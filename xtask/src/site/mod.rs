//! What the browser loads, built into `target/site`.
//!
//! ```text
//! target/site/manifest.json                              {"hash": "…", "files": ["app.js", …]}
//! target/site/pkg/<hash>/{app.js,app_bg.wasm,app.css}    immutable, each beside its .br and .gz
//! target/site/pkg/<hash>/fonts/*.woff2
//! target/site/{favicon.svg,icons.svg,robots.txt,…}       from public/
//! ```
//!
//! The hash covers every file below `pkg/<hash>`, so a browser may keep them for ever.

mod compress;
mod fingerprint;
mod manifest;
mod optimise;
mod style;
pub(crate) mod tree;
mod wasm;

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result};

use self::manifest::Manifest;
use self::optimise::Optimiser;
use crate::progress::step;
use crate::workspace::Workspace;

/// Builds the site unless its inputs are those of the last build.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    let _alone = alone(workspace)?;
    let optimiser = Optimiser::find(workspace);
    let inputs = fingerprint::of_inputs(workspace, &optimiser)?;
    if fingerprint::is_current(workspace, &inputs) {
        println!("==> Site: up to date");
        return Ok(());
    }
    let staging = workspace.target("site.new");
    tree::recreate(&staging)?;
    let manifest = assets(workspace, &optimiser, &staging)?;
    tree::copy(&workspace.path("public"), &staging)?;
    step("Compress the site", || compress::tree(&staging))?;
    manifest.write(&staging)?;
    publish(workspace, &staging)?;
    println!("    Site {} is in {}", manifest.hash, workspace.target("site").display());
    fingerprint::write(workspace, &inputs)
}

/// Waits until no other task builds the site; holds others off until it is dropped.
fn alone(workspace: &Workspace) -> Result<File> {
    let lock = File::create(workspace.target("site.lock"))?;
    if lock.try_lock().is_err() {
        println!("==> Site: waiting for another task that builds it");
        lock.lock()?;
    }
    Ok(lock)
}

/// Builds the immutable files and names their folder by what is in them.
fn assets(workspace: &Workspace, optimiser: &Optimiser, staging: &Path) -> Result<Manifest> {
    let unnamed = staging.join("pkg/unnamed");
    fs::create_dir_all(&unnamed)?;
    wasm::build(workspace, optimiser, &unnamed)?;
    step("Bundle the style sheets", || style::write(&workspace.path("style/main.css"), &unnamed))?;
    tree::copy(&workspace.path("style/fonts"), &unnamed.join("fonts"))?;
    let manifest = manifest::of(&unnamed)?;
    fs::rename(&unnamed, staging.join("pkg").join(&manifest.hash))?;
    Ok(manifest)
}

/// Puts the finished site in the place of the former one.
fn publish(workspace: &Workspace, staging: &Path) -> Result<()> {
    let site = workspace.target("site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::rename(staging, &site).context("cannot put the new site in place")
}
