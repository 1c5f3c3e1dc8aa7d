//! A whole server for each test, over real HTTP, and callers of both kinds.
//!
//! ```ignore
//! let server = TestServer::start().await;
//! let answer = server.script().post("/api/token-exchange", json!({"sandbox": true})).await;
//! answer.assert_status(422);
//! ```

mod caller;
mod clock;
mod log;
mod reply;
mod server;
mod site;

pub(crate) use caller::{Browser, Script};
pub(crate) use clock::TestClock;
pub(crate) use log::log_lines;
pub(crate) use reply::Reply;
pub(crate) use server::{TestServer, closed_port};
pub(crate) use site::{BUILD, SITE_FILES};
