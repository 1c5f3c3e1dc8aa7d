//! Bytes of everything a browser with an empty cache loads for the first flow.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::table::Measure;
use crate::process;
use crate::server::Server;
use crate::setup::browser::Browser;
use crate::workspace::Workspace;

const PAGE: &str = "/flows/client-credentials";

/// One response, as the browser's network layer counted it.
#[derive(Deserialize)]
struct Transfer {
    path: String,
    bytes: u32,
    encoding: String,
}

/// Lets a real browser open the page, headers counted, and adds up.
pub(crate) fn measure(workspace: &Workspace, browser: &Browser, server: &Server) -> Result<Measure> {
    let mut node = workspace.in_end2end("node", ["bench/first-visit.mjs"]);
    browser.name_to(node.arg(format!("{}{PAGE}", server.url())));
    let transfers: Vec<Transfer> =
        serde_json::from_str(&process::output(&mut node)?).context("first-visit.mjs")?;
    for Transfer { path, bytes, encoding } in &transfers {
        println!("    {bytes:>8} {encoding:<9} {path}");
    }
    let ours = transfers.iter().map(|transfer| f64::from(transfer.bytes)).sum::<f64>() / 1000.0;
    Ok(Measure { name: "first visit of /flows/client-credentials, brotli", ours, budget: 300.0, unit: "kB" })
}
