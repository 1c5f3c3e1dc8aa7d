//! `test`: every check and every test, with one truthful line at the end.
//!
//! A check (formatting, lints, docs, dependencies) is not counted when it passes, because it is no test; one that
//! fails counts as a failure, so that the last line can never read better than the exit code.

mod browser;
pub(crate) mod rust;
mod tally;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};

use self::tally::Tally;
use crate::setup;
use crate::workspace::Workspace;

/// One step: its name for `--only`, what it does in words, and the work.
struct Step {
    name: &'static str,
    title: &'static str,
    work: fn(&Workspace) -> Result<Tally>,
}

const STEPS: &[Step] = &[
    Step { name: "setup", title: "Setup", work: |workspace| check(setup::for_tests(workspace)) },
    Step { name: "fmt", title: "Formatting", work: |workspace| check(rust::formatting(workspace)) },
    Step { name: "clippy", title: "Clippy, native", work: |workspace| check(rust::clippy_native(workspace)) },
    Step {
        name: "clippy-wasm",
        title: "Clippy, browser",
        work: |workspace| check(rust::clippy_wasm(workspace)),
    },
    Step { name: "doc", title: "Documentation", work: |workspace| check(rust::documentation(workspace)) },
    Step { name: "deny", title: "Dependencies", work: |workspace| check(rust::dependencies(workspace)) },
    Step { name: "rust", title: "Unit and integration tests", work: rust::tests },
    Step { name: "browser", title: "Browser tests", work: browser::tests },
];

/// Runs every step, or the named one.
pub(crate) fn run(workspace: &Workspace, only: Option<&str>) -> Result<ExitCode> {
    let steps: Vec<&Step> = STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name)).collect();
    if steps.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!("no such step; there are {}", names.join(", "));
    }
    let total: Tally = steps.into_iter().map(|step| outcome(workspace, step)).sum();
    println!("\n{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Does one step; an error is one failure and does not keep the later steps from running.
fn outcome(workspace: &Workspace, step: &Step) -> Tally {
    println!("\n==> {}", step.title);
    let started = Instant::now();
    let tally = (step.work)(workspace).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        Tally { passed: 0, failed: 1 }
    });
    println!("    {}: {} in {:.1} s", step.title, in_words(tally), started.elapsed().as_secs_f32());
    tally
}

fn in_words(tally: Tally) -> String {
    match tally {
        Tally { failed: 1.., .. } => format!("FAILED ({tally})"),
        Tally { passed: 0, .. } => "passed".to_owned(),
        Tally { .. } => format!("passed ({tally})"),
    }
}

fn check(result: Result<()>) -> Result<Tally> {
    result.map(|()| Tally::default())
}
