//! Accepts connections: with deadlines for what a client owes, a bound on how many there are, and an
//! orderly end. `axum::serve` has none of the three.

mod connection;
mod seats;

use std::{future::Future, net::SocketAddr, sync::Arc};

use axum::Router;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;

use crate::config::Limits;
use seats::Seats;

/// Serves `router` until `shutdown`, then lets what is under way come to its end.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    shutdown: impl Future<Output = ()> + Send,
) {
    let graceful = GracefulShutdown::new();
    tokio::select! {
        () = accept(&listener, router, limits, &graceful) => {}
        () = shutdown => {}
    }
    // Nobody new is let in while those inside finish.
    drop(listener);
    if tokio::time::timeout(limits.drain, graceful.shutdown()).await.is_err() {
        tracing::warn!("stopped with requests still under way");
    }
}

/// Runs until it is dropped.
async fn accept(listener: &TcpListener, router: Router, limits: Limits, graceful: &GracefulShutdown) {
    let own = listener.local_addr().ok().map(|address| address.ip());
    let seats = Arc::new(Seats::new(limits, own));
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                pause_after(&error).await;
                continue;
            }
        };
        // Without a seat the connection is closed at once, which costs the least.
        let Some(seat) = Seats::take(&seats, peer.ip()) else { continue };
        let (router, watcher) = (router.clone(), graceful.watcher());
        tokio::spawn(async move {
            connection::serve(stream, router, limits, watcher).await;
            drop(seat);
        });
    }
}

/// Out of file descriptors, for example: accepting again at once would only burn the processor.
async fn pause_after(error: &std::io::Error) {
    tracing::warn!(%error, "cannot accept a connection");
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
}

/// Where a client finds the server.
pub(crate) async fn bind(addr: SocketAddr) -> std::io::Result<TcpListener> {
    TcpListener::bind(addr).await
}
