//! The shape of the workspace, kept by tests: crate edges, sizes, and what must not appear where.

mod browser_tree;
mod edges;
mod secrets;
mod security;
mod sizes;
mod sources;
mod style;
mod words;
