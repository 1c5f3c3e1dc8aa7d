//! The project's tasks: `cargo xtask run`, `test`, `check`, `bench`, `setup`, `site`.
//!
//! A thin layer over ordinary tools (cargo, wasm-bindgen, lightningcss, Playwright), so that one command on a
//! bare machine is enough and every exact invocation stands in one place.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool talks to a person")]
#![expect(
    clippy::disallowed_methods,
    reason = "tasks read the developer's environment and measure real time"
)]

mod bench;
mod check;
mod process;
mod progress;
mod run;
mod server;
mod setup;
mod site;
mod test;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};
use workspace::Workspace;

const USAGE: &str = "\
usage: cargo xtask <task>

  run                 build everything and start the server with its sandbox
  test [--only STEP]  every check and every test; ends with `N passed, N failed`
  check               the fast loop: formatting, clippy for both targets, unit tests
  bench               first visit in bytes, start time, idle memory, against their budgets
  site                build only what the browser loads, into target/site
  setup               install only what `test` needs";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match words {
        ["run"] => run::run(&workspace)?,
        ["test"] => return test::run(&workspace, None),
        ["test", "--only", step] => return test::run(&workspace, Some(step)),
        ["check"] => check::run(&workspace)?,
        ["bench"] => return bench::run(&workspace),
        ["site"] => site::build(&workspace)?,
        ["setup"] => setup::for_tests(&workspace)?,
        _ => bail!("unknown task\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}
