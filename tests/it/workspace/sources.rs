//! Finds and reads the files of this workspace.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Every crate's folder.
pub(super) const CRATES: &[&str] = &["app", "frontend", "oauth", "sandbox", "server", "tests", "xtask"];

/// One text file, named by its path from the root.
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
}

/// The workspace's folder.
pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// Every file with this extension below the folder; a folder without any is a test that checks nothing.
pub(super) fn below(folder: &str, extension: &str) -> Vec<Source> {
    let root = root();
    let found: Vec<Source> = WalkDir::new(root.join(folder))
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| Source {
            name: path.strip_prefix(&root).unwrap().display().to_string(),
            text: fs::read_to_string(&path).unwrap(),
        })
        .collect();
    assert!(!found.is_empty(), "no .{extension} file below {folder}");
    found
}

/// Every Rust file of every crate.
pub(super) fn rust() -> Vec<Source> {
    CRATES.iter().flat_map(|folder| below(folder, "rs")).collect()
}
