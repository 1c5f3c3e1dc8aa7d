//! One style sheet from `style/main.css` and what it imports.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// Chrome 125, Firefox 128, Safari 17.5: the first with every feature the style sheets use.
const BASELINE: Browsers = Browsers {
    chrome: Some(125 << 16),
    firefox: Some(128 << 16),
    safari: Some((17 << 16) | (5 << 8)),
    android: None,
    edge: None,
    ie: None,
    ios_saf: None,
    opera: None,
    samsung: None,
};

/// Bundles, minifies and writes `app.css` into `folder`.
pub(crate) fn bundle(main: &Path, folder: &Path) -> Result<()> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| anyhow!("{error}"))?;
    let css = minified(&mut sheet)?;
    Ok(fs::write(folder.join("app.css"), css)?)
}

fn minified(sheet: &mut StyleSheet) -> Result<String> {
    let targets = Targets::from(BASELINE);
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| anyhow!("{error}"))?.code)
}
