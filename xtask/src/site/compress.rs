//! Compressed twins beside each file, so that the server never compresses an asset.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::tree;

/// Kinds of file that shrink; fonts and images are compressed already.
const COMPRESSIBLE: &[&str] = &["css", "html", "ico", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// Writes `.br` and `.gz` beside every compressible file, where they are smaller.
pub(crate) fn tree(site: &Path) -> Result<()> {
    for file in tree::files(site)?.iter().filter(|file| is_compressible(file)) {
        let content = fs::read(file)?;
        write_if_smaller(file, "br", &content, brotli(&content)?)?;
        write_if_smaller(file, "gz", &content, gzip(&content)?)?;
    }
    Ok(())
}

fn is_compressible(file: &Path) -> bool {
    let extension = file.extension().and_then(OsStr::to_str);
    extension.is_some_and(|extension| COMPRESSIBLE.contains(&extension))
}

fn write_if_smaller(file: &Path, suffix: &str, content: &[u8], compressed: Vec<u8>) -> Result<()> {
    if compressed.len() < content.len() {
        let mut twin = file.as_os_str().to_owned();
        twin.push(format!(".{suffix}"));
        fs::write(PathBuf::from(twin), compressed)?;
    }
    Ok(())
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
