//! Who may be asked for: this machine only.

use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Middleware: refuses a `Host` other than this machine's own names, so that a foreign page cannot reach the
/// sandbox by letting its own name point to loopback.
pub(crate) async fn only_loopback(State(port): State<u16>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    if host.is_some_and(|host| is_loopback(host, port)) {
        return next.run(request).await;
    }
    (StatusCode::MISDIRECTED_REQUEST, "The sandbox answers to localhost only.\n").into_response()
}

fn is_loopback(host: &str, port: u16) -> bool {
    let (name, given) = host.split_once(':').unwrap_or((host, "80"));
    matches!(name, "127.0.0.1" | "localhost") && given == port.to_string()
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn only_this_machine_and_port_are_meant() {
        assert!(is_loopback("127.0.0.1:9400", 9400) && is_loopback("localhost:9400", 9400));
        for host in
            ["localhost", "localhost:1", "rebound.example:9400", "localhost.example:9400", "", ":9400"]
        {
            assert!(!is_loopback(host, 9400), "{host}");
        }
    }
}
