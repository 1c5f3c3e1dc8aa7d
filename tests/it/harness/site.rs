//! A built site in small: what the server does with files does not depend on what is in them.

use std::{fs, path::PathBuf};

/// The build's name.
pub(crate) const BUILD: &str = "0123456789abcdef";

/// Paths as in a URL, with their content.
pub(crate) const SITE_FILES: [(&str, &str); 9] = [
    ("/pkg/0123456789abcdef/app.js", "export const hydrate = () => {};"),
    ("/pkg/0123456789abcdef/app.js.br", "the same in brotli"),
    ("/pkg/0123456789abcdef/app.js.gz", "the same in gzip"),
    ("/pkg/0123456789abcdef/app_bg.wasm", "\0asm"),
    ("/pkg/0123456789abcdef/app.css", "body { margin: 0 }"),
    ("/pkg/0123456789abcdef/fonts/geist.woff2", "a font"),
    ("/favicon.ico", "an icon"),
    ("/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("/robots.txt", "User-agent: *"),
];

/// Writes the site below a folder of this test's own.
pub(super) fn write(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (path, content) in SITE_FILES {
        let file = root.join(path.trim_start_matches('/'));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }
    fs::write(root.join("manifest.json"), format!(r#"{{"hash":"{BUILD}","files":[]}}"#)).unwrap();
    root
}
