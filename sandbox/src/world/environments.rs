//! All environments of a sandbox, bounded.

use std::{
    collections::HashMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use uuid::Uuid;

use super::environment::Environment;

/// Environments by id. Beyond the limit the least recently used one goes.
pub(crate) struct Environments {
    limit: usize,
    uses: AtomicU64,
    by_id: RwLock<HashMap<Uuid, Arc<Environment>>>,
}

impl Environments {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit: limit.max(1), uses: AtomicU64::new(0), by_id: RwLock::default() }
    }

    /// The environment, which counts as a use of it. The lock is held for the look-up only.
    pub(crate) fn find(&self, id: Uuid) -> Option<Arc<Environment>> {
        let found = self.by_id.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        if let Some(environment) = &found {
            self.touch(environment);
        }
        found
    }

    /// Adds the environment unless there is one of its id; says which one is there now and whether it is new.
    pub(crate) fn add(&self, environment: Environment) -> (Arc<Environment>, bool) {
        let mut by_id = self.by_id.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(present) = by_id.get(&environment.id) {
            self.touch(present);
            return (Arc::clone(present), false);
        }
        if by_id.len() >= self.limit {
            let oldest = by_id.values().min_by_key(|other| other.last_used.load(Ordering::Relaxed));
            if let Some(id) = oldest.map(|environment| environment.id) {
                by_id.remove(&id);
            }
        }
        let added = Arc::new(environment);
        self.touch(&added);
        by_id.insert(added.id, Arc::clone(&added));
        (added, true)
    }

    /// The `count` most recently used environments, latest first, and how many there are.
    pub(crate) fn latest(&self, count: usize) -> (Vec<Arc<Environment>>, usize) {
        let mut all: Vec<_> =
            self.by_id.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        let total = all.len();
        all.sort_by_key(|environment| std::cmp::Reverse(environment.last_used.load(Ordering::Relaxed)));
        all.truncate(count);
        (all, total)
    }

    fn touch(&self, environment: &Environment) {
        let use_number = self.uses.fetch_add(1, Ordering::Relaxed) + 1;
        environment.last_used.store(use_number, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::seed::Seed, *};

    fn environment(number: u64) -> Environment {
        Environment::new(Seed::chosen(number), Some(number), String::new(), 0)
    }

    #[test]
    fn the_least_recently_used_environment_makes_room() {
        let environments = Environments::new(2);
        let (first, _) = environments.add(environment(1));
        let (second, _) = environments.add(environment(2));
        assert!(environments.find(first.id).is_some());
        let (third, _) = environments.add(environment(3));
        assert!(environments.find(second.id).is_none());
        assert!(environments.find(first.id).is_some() && environments.find(third.id).is_some());
    }

    #[test]
    fn an_environment_of_the_same_id_stays_as_it_is() {
        let environments = Environments::new(2);
        let (first, new) = environments.add(environment(1));
        assert!(new);
        let (again, new) = environments.add(environment(1));
        assert!(!new && Arc::ptr_eq(&first, &again));
    }

    #[test]
    fn the_latest_come_first_and_the_total_is_told() {
        let environments = Environments::new(9);
        let ids = [1, 2, 3].map(|number| environments.add(environment(number)).0.id);
        let (latest, total) = environments.latest(2);
        assert_eq!(latest.iter().map(|environment| environment.id).collect::<Vec<_>>(), [ids[2], ids[1]]);
        assert_eq!(total, 3);
    }
}
