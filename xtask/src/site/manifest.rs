//! The one file that tells the server which build it serves.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::tree;

/// `manifest.json` at the site's root.
#[derive(Serialize)]
pub(crate) struct Manifest {
    /// Names the folder below `pkg`: the first 16 hexadecimal digits of a SHA-256.
    pub(crate) hash: String,
    /// The folder's files, relative to it and without their compressed twins.
    files: Vec<String>,
}

/// Describes the finished, not yet compressed assets.
pub(crate) fn of(assets: &Path) -> Result<Manifest> {
    let mut digest = Sha256::new();
    let mut files = Vec::new();
    for file in tree::files(assets)? {
        let content = fs::read(&file)?;
        let name = file.strip_prefix(assets)?.to_string_lossy().into_owned();
        digest.update(format!("{name}\0{}\0", content.len()));
        digest.update(content);
        files.push(name);
    }
    Ok(Manifest { hash: format!("{:x}", digest.finalize())[..16].to_owned(), files })
}

impl Manifest {
    pub(crate) fn write(&self, site: &Path) -> Result<()> {
        Ok(fs::write(site.join("manifest.json"), serde_json::to_vec_pretty(self)?)?)
    }
}
