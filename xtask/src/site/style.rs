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
pub(crate) fn write(main: &Path, folder: &Path) -> Result<()> {
    Ok(fs::write(folder.join("app.css"), bundle(main)?)?)
}

fn bundle(main: &Path) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| anyhow!("{}: {error}", main.display()))?;
    minified(&mut sheet)
}

fn minified(sheet: &mut StyleSheet) -> Result<String> {
    let targets = Targets::from(BASELINE);
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| anyhow!("{error}"))?.code)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn main_css() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../style/main.css")
    }

    #[test]
    fn the_style_sheets_become_one_that_needs_only_its_fonts() {
        let css = bundle(&main_css()).unwrap();
        assert!(!css.contains("@import"));
        let addresses: Vec<&str> = css.split("url(").skip(1).collect();
        assert!(!addresses.is_empty());
        assert!(addresses.iter().all(|address| address.trim_start_matches('"').starts_with("fonts/")));
    }

    #[test]
    fn a_missing_style_sheet_is_an_error_that_names_it() {
        let error = bundle(Path::new("absent.css")).unwrap_err();
        assert!(format!("{error:#}").contains("absent.css"), "{error:#}");
    }
}
