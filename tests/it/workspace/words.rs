//! What must not be written where.

use super::sources::{self, Source};

/// Files below the folder that contain one of the texts.
fn containing(folder: &str, texts: &[&str]) -> Vec<String> {
    let contains = |source: &Source| texts.iter().any(|text| source.text.contains(text));
    sources::below(folder, "rs").into_iter().filter(contains).map(|source| source.name).collect()
}

#[test]
fn the_app_knows_the_server_build_in_at_most_one_file() {
    let found = containing("app", &["feature = \"ssr\""]);
    assert!(found.len() <= 1, "feature `ssr` decides in {found:?}");
}

#[test]
fn no_view_writes_raw_html() {
    assert_eq!(containing("app", &["inner_html"]), Vec::<String>::new());
}

#[test]
fn no_view_has_a_style_attribute_which_the_content_security_policy_would_block() {
    assert_eq!(containing("app", &[" style=", " style:"]), Vec::<String>::new());
}

#[test]
fn the_application_provides_few_contexts() {
    let provided: usize = sources::below("app", "rs")
        .iter()
        .map(|source| source.text.matches("provide_context(").count())
        .sum();
    assert!(provided <= 6, "{provided} contexts: pass values instead");
}
