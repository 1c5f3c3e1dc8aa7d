//! Resident memory of a server that nobody has called yet.

use std::fs;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::table::Measure;
use crate::server::Server;

/// Reads the kernel's accounting a moment after the start.
pub(crate) fn measure(server: &Server) -> Result<Measure> {
    thread::sleep(Duration::from_secs(1));
    let status =
        fs::read_to_string(format!("/proc/{}/status", server.id())).context("memory is measured on Linux")?;
    let ours = resident_mib(&status).context("the kernel reports no resident memory")?;
    Ok(Measure { name: "resident memory, idle", ours, budget: 25.0, unit: "MiB" })
}

fn resident_mib(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resident_memory_is_read_from_the_kernels_table() {
        assert_eq!(resident_mib("Name:\tx\nVmRSS:\t   20480 kB\n"), Some(20.0));
        assert_eq!(resident_mib("Name:\tx\n"), None);
    }
}
