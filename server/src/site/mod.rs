//! The built pages' files: style sheet, script, module, fonts, icons.

mod asset;
mod encoding;

use std::{collections::HashMap, fs, io, path::Path};

use serde::Deserialize;

pub(crate) use asset::Asset;

/// Every file of the built site, in memory: no request ever names a path of this machine.
#[derive(Debug, Default)]
pub(crate) struct Site {
    hash: Option<String>,
    files: HashMap<String, Asset>,
}

/// Describes the build to this server, and to nobody else.
const MANIFEST: &str = "/manifest.json";

/// `manifest.json` at the root of the site.
#[derive(Deserialize)]
struct Manifest {
    hash: String,
}

impl Site {
    /// Reads the folder.
    ///
    /// # Errors
    ///
    /// When a file cannot be read or the manifest is not one.
    pub(crate) fn load(root: &Path) -> io::Result<Self> {
        let manifest: Manifest = serde_json::from_slice(&fs::read(root.join(&MANIFEST[1..]))?)?;
        let mut site = Self { hash: Some(manifest.hash), files: HashMap::new() };
        site.read_folder(root, "/")?;
        Ok(site)
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.read_folder(&entry.path(), &format!("{path}/"))?;
            } else if !asset::is_twin(&path) && path != MANIFEST {
                let immutable = path.starts_with("/pkg/");
                self.files.insert(path, Asset::read(&entry.path(), immutable)?);
            }
        }
        Ok(())
    }

    /// Names the build; `None` when the site was not built.
    pub(crate) fn hash(&self) -> Option<&str> {
        self.hash.as_deref()
    }

    /// The file at this path of a URL.
    pub(crate) fn file(&self, path: &str) -> Option<&Asset> {
        self.files.get(path)
    }
}
