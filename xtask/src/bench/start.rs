//! From starting the process to the first answer of `/readyz`.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::table::Measure;
use crate::server::Server;
use crate::site::tree;
use crate::workspace::Workspace;

const ROUNDS: usize = 9;

/// The median of several starts.
pub(crate) fn measure(workspace: &Workspace, program: &Path, folder: &Path) -> Result<Measure> {
    let mut times = Vec::with_capacity(ROUNDS);
    tree::recreate(folder)?;
    for _ in 0..ROUNDS {
        times.push(once(workspace, program, folder)?);
    }
    times.sort();
    let median = times.get(ROUNDS / 2).context("no start was measured")?;
    Ok(Measure {
        name: "server start to ready, median",
        ours: median.as_secs_f64() * 1e3,
        budget: 150.0,
        unit: "ms",
    })
}

fn once(workspace: &Workspace, program: &Path, folder: &Path) -> Result<Duration> {
    let started = Instant::now();
    let server = Server::start_alone(workspace, program, folder)?;
    let elapsed = started.elapsed();
    server.stop()?;
    Ok(elapsed)
}
