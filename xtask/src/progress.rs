//! Says what is being done, and how long it took.

use std::time::Instant;

use anyhow::Result;

/// Announces a piece of work, does it, and prints its time and outcome.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {name}");
    let started = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "done" } else { "FAILED" };
    println!("    {name}: {outcome} in {:.1} s", started.elapsed().as_secs_f32());
    result
}
