//! `docs/security.md` names a test for every promise; the tests are there.

use std::fs;

use super::sources;

/// What the document names as `file::test`.
fn named(document: &str) -> Vec<(&str, &str)> {
    document.split('`').skip(1).step_by(2).filter_map(|code| code.split_once("::")).collect()
}

/// Whether the file has this test: a function, or a title in the browser's tests.
fn has(source: &str, test: &str) -> bool {
    [format!("fn {test}("), format!("test(\"{test}"), format!("test(`{test}")]
        .iter()
        .any(|beginning| source.contains(beginning))
}

#[test]
fn every_test_that_the_security_document_names_exists() {
    let document = fs::read_to_string(sources::root().join("docs/security.md")).unwrap();
    let named = named(&document);
    assert!(named.len() > 50, "{} tests", named.len());
    for (file, test) in named {
        let text = fs::read_to_string(sources::root().join(file)).unwrap_or_default();
        assert!(has(&text, test), "{file} has no test {test}");
    }
}

#[test]
fn every_row_of_the_security_document_names_a_test() {
    let document = fs::read_to_string(sources::root().join("docs/security.md")).unwrap();
    let promises = document.split("## ").filter(|section| section.contains("| Promise |"));
    let rows = promises.flat_map(|section| section.lines().filter(|line| line.starts_with("| ")).skip(1));
    let without: Vec<&str> =
        rows.filter(|row| named(row).is_empty() && !row.contains("`cargo deny check bans`")).collect();
    assert_eq!(without, [""; 0]);
}

#[test]
fn a_test_is_found_by_its_beginning() {
    assert_eq!(named("a `b.rs` and `c.rs::d e` or `f`"), [("c.rs", "d e")]);
    assert!(has("async fn d() {}", "d") && has("test(\"d e\", async", "d e") && !has("fn dd() {}", "d"));
}
