//! The received requests, for tests. No header is kept, and no key.

use crate::seed::Seed;
use axum::http::Method;
use serde_json::{Value, json};
use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Older entries go when there are more.
const KEPT: usize = 10_000;

/// The requests, the oldest first.
pub struct Log {
    entries: Mutex<Entries>,
    secrets: Vec<String>,
}

#[derive(Default)]
struct Entries {
    dropped: u64,
    kept: VecDeque<Received>,
}

struct Received {
    method: String,
    target: String,
    status: Option<u16>,
}

/// The place of one request.
pub struct Entry<'a> {
    log: &'a Log,
    number: u64,
}

impl Log {
    /// An empty log.
    pub fn new(seed: &Seed) -> Self {
        Self {
            entries: Mutex::default(),
            secrets: seed.keys.iter().map(|key| key.secret.clone()).collect(),
        }
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records a request as soon as it arrives; one without a response yet has no status.
    pub fn arrived(&self, method: &Method, target: &str) -> Entry<'_> {
        let mut target = target.to_owned();
        for secret in &self.secrets {
            target = target.replace(secret.as_str(), "[key]");
        }
        let mut entries = self.entries();
        entries.kept.push_back(Received {
            method: method.to_string(),
            target,
            status: None,
        });
        if entries.kept.len() > KEPT {
            entries.kept.pop_front();
            entries.dropped += 1;
        }
        let number = entries.dropped + entries.kept.len() as u64 - 1;
        drop(entries);
        Entry { log: self, number }
    }

    /// Forgets everything.
    pub fn clear(&self) {
        let mut entries = self.entries();
        entries.dropped += entries.kept.len() as u64;
        entries.kept.clear();
    }

    /// As JSON.
    pub fn to_json(&self) -> Value {
        let entries = self.entries();
        let list = entries
            .kept
            .iter()
            .map(|it| json!({"method": it.method, "target": it.target, "status": it.status}));
        json!({"requests": list.collect::<Vec<Value>>()})
    }
}

impl Entry<'_> {
    /// Records the response.
    pub fn answered(self, status: u16) {
        let mut entries = self.log.entries();
        let index = self.number.checked_sub(entries.dropped);
        let entry = index.and_then(|index| entries.kept.get_mut(usize::try_from(index).ok()?));
        if let Some(entry) = entry {
            entry.status = Some(status);
        }
    }
}
