//! Bytes on a socket, for what no HTTP client would send.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::timeout,
};

use crate::harness::TestServer;

/// Ten times what the servers of these tests are set to: nothing here waits for it unless a limit fails.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// One connection.
pub(super) struct Wire(TcpStream);

impl Wire {
    pub(super) async fn to(server: &TestServer) -> Self {
        Self(TcpStream::connect(server.address).await.unwrap())
    }

    /// One that takes little before it has to be read.
    pub(super) async fn narrow(server: &TestServer) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4 * 1024).unwrap();
        Self(socket.connect(server.address).await.unwrap())
    }

    pub(super) async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.write_all(bytes.as_ref()).await.unwrap();
    }

    /// Sends what the server may already have stopped to read.
    pub(super) async fn send_if_open(&mut self, bytes: impl AsRef<[u8]>) {
        self.try_send(bytes).await;
    }

    /// The same, and whether the connection still stands.
    pub(super) async fn try_send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.0.write_all(bytes.as_ref()).await.is_ok()
    }

    /// What has arrived within a moment, if anything has.
    pub(super) async fn read_ready(&mut self) -> Option<String> {
        let mut buffer = vec![0; 64 * 1024];
        let read = timeout(Duration::from_millis(20), self.0.read(&mut buffer)).await.ok()?;
        let read = read.unwrap_or_default();
        Some(String::from_utf8_lossy(&buffer[..read]).into_owned())
    }

    /// Everything until the server closes; `None` when it does not in time.
    pub(super) async fn read_to_end(&mut self) -> Option<String> {
        let mut read = Vec::new();
        let end = timeout(PATIENCE, self.0.read_to_end(&mut read)).await.ok()?;
        // A reset is a way to close, too.
        end.ok();
        Some(String::from_utf8_lossy(&read).into_owned())
    }

    /// The next piece, at least one byte.
    pub(super) async fn read_some(&mut self) -> String {
        let mut buffer = vec![0; 64 * 1024];
        let read = timeout(PATIENCE, self.0.read(&mut buffer)).await.unwrap().unwrap();
        String::from_utf8_lossy(&buffer[..read]).into_owned()
    }

    /// Sends one request and reads the answer to its end.
    pub(super) async fn ask(server: &TestServer, request: impl AsRef<[u8]>) -> String {
        let mut wire = Self::to(server).await;
        wire.send(request).await;
        wire.read_to_end().await.unwrap_or_default()
    }
}
