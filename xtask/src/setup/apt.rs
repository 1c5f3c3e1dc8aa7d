//! Debian's package manager, where this process may use it.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// Installs packages; an error when this is not root on a Debian-like system.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    if process::on_path("apt-get").is_none() || !nix::unistd::Uid::effective().is_root() {
        bail!("only root may install packages here");
    }
    println!("    installing {} with apt-get", packages.join(", "));
    process::run(Command::new("apt-get").args(["update", "--quiet"]))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    process::run(install.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
}
