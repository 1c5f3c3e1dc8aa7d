//! The log of every server in this process, at its most talkative.

use std::{
    io::{self, Write},
    sync::{Mutex, OnceLock},
};

use server::telemetry::{LogFormat, subscriber};

static LOG: OnceLock<Mutex<Vec<u8>>> = OnceLock::new();

struct Memory;

impl Write for Memory {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        LOG.get_or_init(Mutex::default).lock().unwrap().extend_from_slice(event);
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Keeps what is logged from now on; only the first call has an effect.
pub(super) fn keep() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let subscriber = subscriber("trace", LogFormat::Text, || Memory).unwrap();
        tracing::subscriber::set_global_default(subscriber).unwrap();
    });
}

/// Every line that was logged so far.
pub(crate) fn log_lines() -> Vec<String> {
    let log = LOG.get_or_init(Mutex::default).lock().unwrap().clone();
    String::from_utf8(log).unwrap().split_terminator('\n').map(str::to_owned).collect()
}
