//! The server as a child process.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::process;
use crate::progress::step;
use crate::workspace::Workspace;

/// How long a start may take before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a stop may take before the process is killed: longer than the server's own drain.
const DRAIN: Duration = Duration::from_secs(15);

/// Builds what is shipped, and says where it is.
pub(crate) fn build_release(workspace: &Workspace) -> Result<PathBuf> {
    step("Build the server (release)", || {
        process::run(&mut workspace.cargo([
            "build",
            "--release",
            "--package",
            "server",
            "--bin",
            "authz-flows",
        ]))
    })?;
    Ok(workspace.target("release/authz-flows"))
}

/// A running server; stopped when dropped.
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts `command`, which must listen on `address`.
    pub(crate) fn start(command: &mut Command, address: SocketAddr) -> Result<Self> {
        if let Err(error) = TcpListener::bind(address) {
            bail!("cannot listen on {address} ({error}): set AUTHZ_FLOWS_ADDR to a free address");
        }
        let child =
            command.spawn().with_context(|| format!("cannot start {}", command.get_program().display()))?;
        Ok(Self { child, address })
    }

    /// Starts the program on a free port, deaf to the developer's settings, with its log in `folder`.
    pub(crate) fn start_alone(workspace: &Workspace, program: &Path, folder: &Path) -> Result<Self> {
        let address = free_address()?;
        let log = File::create(folder.join("server.log"))?;
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os().filter(|(name, _)| is_setting(&name.to_string_lossy())) {
            command.env_remove(name);
        }
        command.current_dir(workspace.path(".")).stdout(log.try_clone()?).stderr(log);
        command.env("AUTHZ_FLOWS_ADDR", address.to_string());
        let mut server = Self::start(&mut command, address)?;
        server.wait_until_ready(Duration::from_millis(20)).with_context(|| log_hint(folder))?;
        Ok(server)
    }

    /// Where it answers.
    pub(crate) fn url(&self) -> String {
        let host =
            if self.address.ip().is_unspecified() { "localhost".to_owned() } else { host(self.address) };
        format!("http://{host}:{}", self.address.port())
    }

    /// The process, for its accounting.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for `/readyz`; an error when the process ends or does not become ready.
    pub(crate) fn wait_until_ready(&mut self, between: Duration) -> Result<()> {
        let started = Instant::now();
        let readiness = format!("{}/readyz", self.url());
        while ureq::get(&readiness).call().is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended with {status} before it was ready");
            }
            if started.elapsed() > PATIENCE {
                bail!("the server is not ready after {} s", PATIENCE.as_secs());
            }
            thread::sleep(between);
        }
        Ok(())
    }

    /// Waits for the process to end by itself or by a signal.
    pub(crate) fn wait(&mut self) -> Result<ExitStatus> {
        Ok(self.child.wait()?)
    }

    /// Asks for an orderly stop and reports whether it was one.
    pub(crate) fn stop(mut self) -> Result<()> {
        terminate(self.child.id());
        let started = Instant::now();
        while started.elapsed() < DRAIN {
            if let Some(status) = self.child.try_wait()? {
                if status.success() {
                    return Ok(());
                }
                bail!("the server ended with {status}");
            }
            thread::sleep(Duration::from_millis(20));
        }
        bail!("the server did not stop within {} s", DRAIN.as_secs())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Fails only when the process has ended, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends SIGTERM; a process that is gone needs none.
pub(crate) fn terminate(id: u32) {
    if let Ok(id) = i32::try_from(id) {
        let _ = kill(Pid::from_raw(id), Signal::SIGTERM);
    }
}

fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

fn is_setting(name: &str) -> bool {
    name.starts_with("AUTHZ_FLOWS_") || name.starts_with("PINGONE_")
}

fn host(address: SocketAddr) -> String {
    if address.is_ipv6() { format!("[{}]", address.ip()) } else { address.ip().to_string() }
}

fn log_hint(folder: &Path) -> String {
    let log: PathBuf = folder.join("server.log");
    format!("see {}", log.display())
}
