//! One connection from its first byte to its last.

use axum::Router;
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::Watcher,
};
use tokio::{net::TcpStream, time::timeout};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crate::config::Limits;

/// The parser's own bounds are wider than ours, so that an answer can say what is too large.
const HEAD_BYTES: usize = 128 * 1024;
const HEAD_FIELDS: usize = 256;

pub(super) async fn serve(stream: TcpStream, router: Router, limits: Limits, watcher: Watcher) {
    // A client that says nothing costs a socket, and not for long.
    if !matches!(timeout(limits.first_byte, stream.readable()).await, Ok(Ok(()))) {
        return;
    }
    // Answers are small and complete: they are not held back for more.
    let _ = stream.set_nodelay(true);
    // One that asks and does not read its answers would keep them, and its seat, for ever.
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.unread));
    let service = service_fn(move |request: http::Request<hyper::body::Incoming>| {
        router.clone().oneshot(request.map(axum::body::Body::new))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers)
        .max_headers(HEAD_FIELDS)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    // A client that breaks off or speaks something else than HTTP is its own affair.
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "connection ended");
    }
}
