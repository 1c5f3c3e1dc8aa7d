//! What is compiled for the browser.

use std::collections::BTreeSet;
use std::process::Command;

use super::sources;

/// Parts of a server: each would be dead weight, or would not build at all.
const OF_A_SERVER: &[&str] = &[
    "aws-lc-rs",
    "axum",
    "getrandom",
    "hyper",
    "jsonwebtoken",
    "rand",
    "reqwest",
    "rustls",
    "sandbox",
    "server",
    "tokio",
];

fn crates_in_the_browser() -> BTreeSet<String> {
    let arguments =
        ["tree", "--package", "frontend", "--target", "wasm32-unknown-unknown", "--prefix", "none"];
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--edges", "normal,no-proc-macro", "--format", "{p}"])
        .current_dir(sources::root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).unwrap();
    names.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn the_browser_gets_the_core_and_the_pages_and_no_part_of_a_server() {
    let crates = crates_in_the_browser();
    for expected in ["app", "leptos", "oauth"] {
        assert!(crates.contains(expected), "the tree lacks {expected}, so it is not the browser's");
    }
    let found: Vec<&&str> = OF_A_SERVER.iter().filter(|name| crates.contains(**name)).collect();
    assert!(found.is_empty(), "compiled for the browser: {found:?}");
}
