//! The calls of a session: an append-only log, redacted before it gets here, bounded in number and size.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use oauth::{
    exchange::{Answer, Exchange, Outcome},
    request::Reveal,
};

use crate::transport::Busy;

/// Most entries of one session.
const MAX_ENTRIES: usize = 500;
/// Most bytes of one session, as far as texts are concerned.
const MAX_BYTES: usize = 5 * 1024 * 1024;

/// Keeps the calls of one session. The oldest go when there is no more room.
pub trait CallStore: Send + Sync {
    /// Adds a call that has ended.
    fn append(&self, exchange: Exchange);
    /// All calls, newest first.
    fn list(&self) -> Vec<Arc<Exchange>>;
    /// One call.
    fn find(&self, id: &str) -> Option<Arc<Exchange>>;
    /// Forgets all calls.
    fn clear(&self);
}

/// The call log of one session, and how many of its calls are under way.
pub struct CallLog {
    store: Box<dyn CallStore>,
    under_way: Arc<AtomicUsize>,
}

impl Default for CallLog {
    fn default() -> Self {
        Self { store: Box::new(MemoryCalls::default()), under_way: Arc::default() }
    }
}

impl std::ops::Deref for CallLog {
    type Target = dyn CallStore;

    fn deref(&self) -> &Self::Target {
        &*self.store
    }
}

impl CallLog {
    /// Reserves room for one call of this session, if fewer than `limit` are under way.
    ///
    /// # Errors
    ///
    /// [`Busy`]; there is no queue.
    pub fn reserve(&self, limit: usize) -> Result<UnderWay, Busy> {
        let more = |count: usize| (count < limit).then_some(count + 1);
        let counted = self.under_way.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        counted.map(|_| UnderWay(Arc::clone(&self.under_way))).map_err(|_| Busy)
    }
}

/// A call that has not ended; dropping it makes room for the next.
#[derive(Debug)]
pub struct UnderWay(Arc<AtomicUsize>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Calls in memory.
#[derive(Default)]
struct MemoryCalls(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// Oldest first, each with its size.
    calls: VecDeque<(Arc<Exchange>, usize)>,
    bytes: usize,
}

impl MemoryCalls {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CallStore for MemoryCalls {
    fn append(&self, exchange: Exchange) {
        let size = size(&exchange);
        let mut kept = self.kept();
        kept.calls.push_back((Arc::new(exchange), size));
        kept.bytes += size;
        while kept.calls.len() > MAX_ENTRIES || kept.bytes > MAX_BYTES {
            let Some((_, gone)) = kept.calls.pop_front() else { break };
            kept.bytes -= gone;
        }
    }

    fn list(&self) -> Vec<Arc<Exchange>> {
        self.kept().calls.iter().rev().map(|(call, _)| Arc::clone(call)).collect()
    }

    fn find(&self, id: &str) -> Option<Arc<Exchange>> {
        self.kept().calls.iter().find(|(call, _)| call.id == id).map(|(call, _)| Arc::clone(call))
    }

    fn clear(&self) {
        *self.kept() = Kept::default();
    }
}

/// The bytes of a call's texts.
fn size(exchange: &Exchange) -> usize {
    let request = &exchange.request;
    let headers = request.headers.iter().map(|(name, value)| name.len() + value.show(Reveal::Label).len());
    let body = request
        .body
        .parts()
        .iter()
        .map(|(name, part)| name.len() + part.show(Reveal::Label).len())
        .sum::<usize>();
    let answer = match &exchange.outcome {
        Outcome::Answered(answer) => answer_size(answer),
        Outcome::Failed(failure) => failure.detail.len() + failure.answer.as_ref().map_or(0, answer_size),
    };
    request.url.as_str().len() + headers.sum::<usize>() + body + answer
}

fn answer_size(answer: &Answer) -> usize {
    answer.body.len() + answer.headers.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use oauth::{exchange::Category, request::metadata};

    use super::*;

    fn call(id: usize, body: usize) -> Exchange {
        let answer = Answer { status: 200, headers: vec![], body: "x".repeat(body), truncated: false };
        Exchange {
            id: id.to_string(),
            category: Category::Metadata,
            started_at_ms: 0,
            duration_us: 0,
            request: metadata::fetch("https://as.example/".parse().unwrap()),
            assertion: None,
            outcome: Outcome::Answered(answer),
        }
    }

    #[test]
    fn the_newest_call_comes_first_and_is_found_by_id() {
        let log = CallLog::default();
        log.append(call(1, 0));
        log.append(call(2, 0));
        assert_eq!(log.list().iter().map(|call| call.id.as_str()).collect::<Vec<_>>(), ["2", "1"]);
        assert_eq!(log.find("1").unwrap().id, "1");
        log.clear();
        assert!(log.find("1").is_none());
    }

    #[test]
    fn the_oldest_calls_go_when_there_are_too_many() {
        let log = CallLog::default();
        (0..=MAX_ENTRIES).for_each(|id| log.append(call(id, 0)));
        assert_eq!(log.list().len(), MAX_ENTRIES);
        assert!(log.find("0").is_none());
    }

    #[test]
    fn the_oldest_calls_go_when_they_are_too_large_together() {
        let log = CallLog::default();
        (0..10).for_each(|id| log.append(call(id, 1024 * 1024)));
        assert_eq!(log.list().len(), 4);
        assert!(log.find("9").is_some());
    }

    #[test]
    fn a_session_has_a_limit_of_calls_under_way() {
        let log = CallLog::default();
        let first = log.reserve(1).unwrap();
        assert_eq!(log.reserve(1).unwrap_err(), Busy);
        drop(first);
        assert!(log.reserve(1).is_ok());
    }
}
