//! Cross-crate tests: one file for each capability, over real HTTP where there is any.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod canary;
mod curl;
mod exchange;
mod harness;
mod http;
mod readme;
mod sandbox;
mod upstream;
mod vectors;
mod workspace;
mod wycheproof;
