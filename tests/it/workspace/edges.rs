//! Which crate may know which.

use std::collections::BTreeSet;

use cargo_metadata::{Metadata, MetadataCommand, Package};

use super::sources;

/// Every edge between our crates; the direction is the architecture.
const ALLOWED: &[(&str, &str)] = &[
    ("sandbox", "oauth"),
    ("app", "oauth"),
    ("server", "app"),
    ("server", "oauth"),
    ("server", "sandbox"),
    ("frontend", "app"),
    ("tests", "app"),
    ("tests", "oauth"),
    ("tests", "sandbox"),
    ("tests", "server"),
];

/// Crates of the core that only know the language and small libraries.
const NOT_IN_THE_CORE: &[&str] = &["axum", "hyper", "leptos", "rand", "reqwest", "tokio", "tracing"];

fn metadata() -> Metadata {
    let manifest = sources::root().join("Cargo.toml");
    MetadataCommand::new().cargo_path(env!("CARGO")).manifest_path(manifest).no_deps().exec().unwrap()
}

fn declared(package: &Package) -> BTreeSet<&str> {
    package.dependencies.iter().map(|dependency| dependency.name.as_str()).collect()
}

#[test]
fn our_crates_depend_on_each_other_only_along_the_edges() {
    let metadata = metadata();
    let ours: BTreeSet<&str> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    assert_eq!(ours, sources::CRATES.iter().copied().collect());
    for package in &metadata.packages {
        for dependency in declared(package).intersection(&ours) {
            let edge = (package.name.as_str(), *dependency);
            assert!(ALLOWED.contains(&edge), "{} must not depend on {}", edge.0, edge.1);
        }
    }
}

#[test]
fn the_protocol_core_does_no_input_or_output() {
    let metadata = metadata();
    let core = metadata.packages.iter().find(|package| package.name.as_str() == "oauth").unwrap();
    let found: Vec<&str> = declared(core).into_iter().filter(|name| NOT_IN_THE_CORE.contains(name)).collect();
    assert_eq!(found, Vec::<&str>::new());
}

#[test]
fn the_sandbox_shares_only_names_and_shapes_with_the_client() {
    for source in sources::below("sandbox", "rs") {
        for (number, line) in source.text.lines().enumerate() {
            for rest in line.split("oauth::").skip(1) {
                assert!(
                    is_wire(rest),
                    "{}:{}: the sandbox may use oauth::wire only",
                    source.name,
                    number + 1
                );
            }
            assert!(!line.contains("use oauth as "), "{}:{}: name the module", source.name, number + 1);
        }
    }
}

fn is_wire(path: &str) -> bool {
    path.strip_prefix("wire")
        .is_some_and(|rest| rest.starts_with("::") || rest.starts_with(';') || rest.is_empty())
}
