//! A TCP server that does exactly what a test says, and keeps every byte it gets.

use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// What happens on a connection, in order; at the end it is closed.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// Reads one whole request.
    Read,
    /// Writes.
    Write(Vec<u8>),
    /// Writes one byte at a time, with this much time after each.
    Drip(Vec<u8>, Duration),
    /// Writes the same again and again, until nobody takes it any more.
    WriteForEver(Vec<u8>),
    /// Does nothing, until the other side goes.
    Hang,
    /// Drops the connection so that the other side gets a reset.
    Reset,
    /// Goes back to the first step.
    Again,
}

/// A server on a port of its own.
pub(crate) struct Upstream {
    /// `http://127.0.0.1:<port>`
    pub(crate) base: String,
    pub(crate) address: SocketAddr,
    seen: Arc<Seen>,
    serving: JoinHandle<()>,
}

#[derive(Default)]
struct Seen {
    connections: AtomicUsize,
    written: AtomicUsize,
    requests: Mutex<Vec<Vec<u8>>>,
}

/// A response with its length.
pub(crate) fn response(status: &str, headers: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n{headers}\r\n{body}", body.len()).into_bytes()
}

impl Upstream {
    /// A server that does `steps` on every connection.
    pub(crate) async fn doing(steps: Vec<Step>) -> Self {
        Self::choosing(move |_| steps.clone()).await
    }

    /// A server that answers every request of every connection with one response.
    pub(crate) async fn answering(response: Vec<u8>) -> Self {
        Self::doing(vec![Step::Read, Step::Write(response), Step::Again]).await
    }

    /// A server that answers `GET`s by path and everything else with 404.
    pub(crate) async fn publishing(documents: impl FnOnce(&str) -> Vec<(String, Vec<u8>)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let documents = documents(&format!("http://{}", listener.local_addr().unwrap()));
        Self::on(
            listener,
            move |request| {
                let path = String::from_utf8_lossy(request).split(' ').nth(1).unwrap_or_default().to_owned();
                let found = documents.iter().find(|(known, _)| *known == path);
                let answer =
                    found.map_or_else(|| response("404 Not Found", "", ""), |(_, answer)| answer.clone());
                vec![Step::Write(answer), Step::Again]
            },
            true,
        )
    }

    /// A server whose answer follows from the request.
    pub(crate) async fn reflecting(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let steps =
            move |request: &[u8]| vec![Step::Write(answer(&String::from_utf8_lossy(request))), Step::Again];
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap(), steps, true)
    }

    async fn choosing(steps: impl Fn(&[u8]) -> Vec<Step> + Send + Sync + 'static) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap(), steps, false)
    }

    /// With `read_first` the steps follow from the request, without they begin with the connection.
    fn on(
        listener: TcpListener,
        steps: impl Fn(&[u8]) -> Vec<Step> + Send + Sync + 'static,
        read_first: bool,
    ) -> Self {
        let address = listener.local_addr().unwrap();
        let (seen, steps) = (Arc::new(Seen::default()), Arc::new(steps));
        let shared = Arc::clone(&seen);
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                shared.connections.fetch_add(1, Ordering::Relaxed);
                let (seen, steps) = (Arc::clone(&shared), Arc::clone(&steps));
                tokio::spawn(async move { serve(stream, &seen, &*steps, read_first).await });
            }
        });
        Self { base: format!("http://{address}"), address, seen, serving }
    }

    /// The URL of a path here.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// How many connections were accepted.
    pub(crate) fn connections(&self) -> usize {
        self.seen.connections.load(Ordering::Relaxed)
    }

    /// How many bytes were taken off our hands.
    pub(crate) fn written(&self) -> usize {
        self.seen.written.load(Ordering::Relaxed)
    }

    /// Every request, byte for byte.
    pub(crate) fn requests(&self) -> Vec<String> {
        let requests = self.seen.requests.lock().unwrap();
        requests.iter().map(|request| String::from_utf8(request.clone()).unwrap()).collect()
    }
}

impl Drop for Upstream {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    seen: &Seen,
    steps: &(dyn Fn(&[u8]) -> Vec<Step> + Sync),
    read_first: bool,
) {
    loop {
        let request = if read_first { read(&mut stream, seen).await } else { Some(vec![]) };
        let Some(request) = request else { return };
        let mut again = false;
        for step in steps(&request) {
            match act(&mut stream, seen, step).await {
                Some(repeat) => again = repeat,
                None => return,
            }
        }
        if !again {
            return;
        }
    }
}

/// Whether to start over; `None` when the connection is over.
async fn act(stream: &mut TcpStream, seen: &Seen, step: Step) -> Option<bool> {
    match step {
        Step::Read => read(stream, seen).await.map(|_| false),
        Step::Write(bytes) => write(stream, seen, &bytes).await.map(|()| false),
        Step::Drip(bytes, pause) => {
            for byte in bytes {
                write(stream, seen, &[byte]).await?;
                tokio::time::sleep(pause).await;
            }
            Some(false)
        }
        Step::WriteForEver(bytes) => loop {
            write(stream, seen, &bytes).await?;
        },
        Step::Hang => {
            let mut rest = Vec::new();
            // An error is an end, too.
            let _ = stream.read_to_end(&mut rest).await;
            None
        }
        Step::Reset => {
            stream.set_zero_linger().unwrap();
            None
        }
        Step::Again => Some(true),
    }
}

async fn write(stream: &mut TcpStream, seen: &Seen, bytes: &[u8]) -> Option<()> {
    let written = stream.write(bytes).await.ok().filter(|written| *written > 0)?;
    seen.written.fetch_add(written, Ordering::Relaxed);
    if written < bytes.len() { Box::pin(write(stream, seen, &bytes[written..])).await } else { Some(()) }
}

/// Reads a request with its body; `None` when there is none.
async fn read(stream: &mut TcpStream, seen: &Seen) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        if stream.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
        let text = String::from_utf8_lossy(&request).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
        if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
            seen.requests.lock().unwrap().push(request.clone());
            return Some(request);
        }
    }
}
