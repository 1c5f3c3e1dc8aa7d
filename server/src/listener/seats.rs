//! How many connections there may be, in all and from one address.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use crate::config::Limits;

/// The server calls its own sandbox through the front door; a full house must not lock it out.
const RESERVED: usize = 128;

/// All connections there may be.
#[derive(Debug)]
pub(super) struct Seats {
    total: usize,
    per_address: usize,
    own: Option<IpAddr>,
    taken: Mutex<HashMap<IpAddr, usize>>,
}

/// The right to one connection, given back when dropped.
#[derive(Debug)]
pub(super) struct Seat {
    seats: Arc<Seats>,
    peer: IpAddr,
}

impl Seats {
    /// `own` is the address the server listens on: calls from there are its own.
    pub(super) fn new(limits: Limits, own: Option<IpAddr>) -> Self {
        let (total, per_address) = (limits.connections, limits.connections_per_address);
        Self { total, per_address, own, taken: Mutex::default() }
    }

    /// A seat for a connection from `peer`, unless all are taken.
    pub(super) fn take(seats: &Arc<Self>, peer: IpAddr) -> Option<Seat> {
        let (total, per_address) = seats.bounds(peer);
        let mut taken = seats.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = taken.values().sum();
        let from_peer = taken.get(&peer).copied().unwrap_or(0);
        if all >= total || from_peer >= per_address {
            return None;
        }
        taken.insert(peer, from_peer + 1);
        Some(Seat { seats: Arc::clone(seats), peer })
    }

    fn bounds(&self, peer: IpAddr) -> (usize, usize) {
        if peer.is_loopback() || Some(peer) == self.own {
            (self.total + RESERVED, self.total + RESERVED)
        } else {
            (self.total, self.per_address)
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.get_mut(&self.peer) {
            Some(count) if *count > 1 => *count -= 1,
            _ => {
                taken.remove(&self.peer);
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    fn seats() -> Arc<Seats> {
        let limits = Limits { connections: 3, connections_per_address: 2, ..Limits::ROOM };
        Arc::new(Seats::new(limits, Some("192.0.2.1".parse().unwrap())))
    }

    #[test]
    fn one_address_cannot_take_every_seat() {
        let (seats, greedy) = (seats(), "198.51.100.7".parse().unwrap());
        let first = Seats::take(&seats, greedy).unwrap();
        let _second = Seats::take(&seats, greedy).unwrap();
        assert!(Seats::take(&seats, greedy).is_none());
        assert!(Seats::take(&seats, "198.51.100.8".parse().unwrap()).is_some());
        drop(first);
        assert!(Seats::take(&seats, greedy).is_some());
    }

    #[test]
    fn a_full_house_still_lets_the_server_call_itself() {
        let seats = seats();
        let guests: Vec<Seat> = ["198.51.100.1", "198.51.100.2", "198.51.100.3"]
            .into_iter()
            .filter_map(|peer| Seats::take(&seats, peer.parse().unwrap()))
            .collect();
        assert_eq!(guests.len(), 3);
        assert!(Seats::take(&seats, "198.51.100.4".parse().unwrap()).is_none());
        assert!(Seats::take(&seats, "127.0.0.1".parse().unwrap()).is_some());
        assert!(Seats::take(&seats, "192.0.2.1".parse().unwrap()).is_some());
    }

    #[test]
    fn nothing_is_kept_of_those_who_left() {
        let seats = seats();
        drop(Seats::take(&seats, "198.51.100.1".parse().unwrap()));
        assert!(seats.taken.lock().unwrap().is_empty());
    }
}
