//! The records that syncs have stored, by connection, model and variant.

use crate::{clock, seed};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};
use sha1::{Digest, Sha1};
use std::collections::{BTreeMap, HashMap};

/// The variant of a sync without one.
pub const BASE: &str = "base";

/// Whose records they are, and of which model.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Owner {
    pub connection_id: String,
    pub provider_config_key: String,
    pub model: String,
    pub variant: String,
}

/// A place among the records: when one was changed (in microseconds since 1970), and Nango's own id of it.
pub type Position = (i64, String);

#[derive(Clone, Debug)]
struct Record {
    own_id: String,
    data: Map<String, Value>,
    first_seen: i64,
    modified: i64,
    /// As Nango writes it.
    deleted_at: Option<String>,
    /// The same.
    pruned_at: Option<String>,
}

/// Records of one owner, in the order of their last change.
#[derive(Clone, Debug, Default)]
struct Collection {
    by_id: HashMap<String, Record>,
    order: BTreeMap<Position, String>,
}

/// How many records a run has changed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Changes {
    pub added: u64,
    pub updated: u64,
    pub deleted: u64,
}

/// All records.
#[derive(Debug, Default)]
pub struct Records {
    collections: HashMap<Owner, Collection>,
    last_change: i64,
}

/// What is asked for.
#[derive(Debug, Default)]
pub struct Selection {
    pub after: Option<Position>,
    pub modified_after: Option<i64>,
    pub filter: Vec<String>,
    pub ids: Vec<String>,
    pub limit: usize,
}

/// What a cursor stands for.
pub fn read_cursor(cursor: &str) -> Option<Position> {
    let text = String::from_utf8(STANDARD.decode(cursor).ok()?).ok()?;
    let (time, own_id) = text.split_once("||")?;
    Some((clock::parse_micros(time)?, own_id.to_owned()))
}

fn cursor(record: &Record) -> String {
    STANDARD.encode(format!("{}||{}", clock::list_time(record.modified), record.own_id))
}

impl Owner {
    /// A UUID that depends on the owner and the record's id alone, as Nango's do.
    fn own_id(&self, id: &str) -> String {
        let name = format!(
            "{}\n{}\n{}\n{}\n{id}",
            self.connection_id, self.provider_config_key, self.model, self.variant
        );
        let hex: String = Sha1::digest(name).iter().map(|byte| format!("{byte:02x}")).collect();
        let (a, b, c, d, e) = (&hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32]);
        format!("{a}-{b}-5{c}-a{d}-{e}")
    }
}

impl Record {
    fn is_added(&self) -> bool {
        self.first_seen == self.modified
    }

    fn last_action(&self) -> &'static str {
        match &self.deleted_at {
            Some(_) => "DELETED",
            None if self.is_added() => "ADDED",
            None => "UPDATED",
        }
    }

    fn document(&self, id: &str) -> Value {
        let mut document = match self.pruned_at {
            Some(_) => Map::from_iter([("id".to_owned(), json!(id))]),
            None => self.data.clone(),
        };
        let metadata = json!({
            "first_seen_at": clock::list_time(self.first_seen),
            "last_modified_at": clock::list_time(self.modified),
            "last_action": self.last_action(),
            "deleted_at": self.deleted_at,
            "pruned_at": self.pruned_at,
            "cursor": cursor(self),
        });
        document.insert("_nango_metadata".into(), metadata);
        Value::Object(document)
    }

    /// Of several filters Nango obeys one.
    fn passes(&self, filter: &[String]) -> bool {
        let has = |word: &str| filter.iter().any(|own| own.eq_ignore_ascii_case(word));
        let is_there = self.deleted_at.is_none();
        match (has("added"), has("updated"), has("deleted")) {
            (true, true, _) => is_there,
            (_, true, _) => is_there && !self.is_added(),
            (true, ..) => is_there && self.is_added(),
            (_, _, true) => !is_there,
            _ => true,
        }
    }
}

impl Collection {
    fn put(&mut self, id: String, record: Record) {
        let position = (record.modified, record.own_id.clone());
        if let Some(old) = self.by_id.insert(id.clone(), record) {
            self.order.remove(&(old.modified, old.own_id));
        }
        self.order.insert(position, id);
    }
}

impl Records {
    /// A time later than that of every change so far, so that a cursor never skips one.
    pub fn next_change(&mut self, now_ms: i64) -> i64 {
        self.last_change = (self.last_change + 1).max(now_ms * 1_000);
        self.last_change
    }

    /// Stores what a run has found: records are added, or updated if they are different.
    pub fn apply(&mut self, owner: &Owner, records: &[Map<String, Value>], deleted: &[Value], now_ms: i64) -> Changes {
        let at = self.next_change(now_ms);
        let collection = self.collections.entry(owner.clone()).or_default();
        let mut changes = Changes::default();
        for data in records {
            let Some(id) = data.get("id").and_then(Value::as_str) else {
                continue;
            };
            let mut data = data.clone();
            let metadata = data.shift_remove("_nango_metadata");
            let old = collection.by_id.get(id).filter(|old| old.deleted_at.is_none());
            if let Some(Value::Object(metadata)) = metadata {
                collection.put(id.to_owned(), as_returned(data, &metadata, owner, at));
                continue;
            }
            match old {
                Some(old) if old.data == data => continue,
                Some(_) => changes.updated += 1,
                None => changes.added += 1,
            }
            let record = Record {
                own_id: owner.own_id(id),
                first_seen: old.map_or(at, |old| old.first_seen),
                data,
                modified: at,
                deleted_at: None,
                pruned_at: None,
            };
            collection.put(id.to_owned(), record);
        }
        let later = self.next_change(now_ms);
        let collection = self.collections.entry(owner.clone()).or_default();
        for gone in deleted {
            let (id, shown) = match gone {
                Value::Object(record) => (record.get("id").and_then(Value::as_str), Some(record)),
                other => (other.as_str(), None),
            };
            let old = id.and_then(|id| collection.by_id.get(id));
            let (Some(id), Some(old)) = (id, old.filter(|old| old.deleted_at.is_none())) else {
                continue;
            };
            let mut record = old.clone();
            if let Some(shown) = shown {
                record.data = shown.clone();
            }
            record.modified = later;
            record.deleted_at = Some(clock::list_time(later));
            collection.put(id.to_owned(), record);
            changes.deleted += 1;
        }
        changes
    }

    /// A page, and the cursor of the next one.
    pub fn select(&self, owner: &Owner, selection: &Selection) -> (Vec<Value>, Option<String>) {
        let Some(collection) = self.collections.get(owner) else {
            return (Vec::new(), None);
        };
        let start = selection.after.as_ref();
        let mut found = collection
            .order
            .range((
                start.map_or(std::ops::Bound::Unbounded, std::ops::Bound::Excluded),
                std::ops::Bound::Unbounded,
            ))
            .filter_map(|(_, id)| Some((id, collection.by_id.get(id)?)))
            .filter(|(id, record)| {
                selection.modified_after.is_none_or(|time| record.modified > time)
                    && record.passes(&selection.filter)
                    && (selection.ids.is_empty() || selection.ids.contains(id))
            });
        let page: Vec<_> = found.by_ref().take(selection.limit).collect();
        let next = found.next().and(page.last()).map(|(_, record)| cursor(record));
        (page.into_iter().map(|(id, record)| record.document(id)).collect(), next)
    }

    /// Empties records up to a place. Gives how many, and whether there are more.
    pub fn prune(&mut self, owner: &Owner, until: &Position, limit: usize, now_ms: i64) -> (usize, bool) {
        let at = clock::list_time(self.next_change(now_ms));
        let Some(collection) = self.collections.get_mut(owner) else {
            return (0, false);
        };
        let (mut count, mut has_more) = (0, false);
        for (_, id) in collection.order.range(..=until.clone()) {
            let Some(record) = collection.by_id.get_mut(id).filter(|record| record.pruned_at.is_none()) else {
                continue;
            };
            if count == limit {
                has_more = true;
                break;
            }
            record.data = Map::new();
            record.pruned_at = Some(at.clone());
            count += 1;
        }
        (count, has_more)
    }

    /// How many records there are that are not deleted.
    pub fn count(&self, owner: &Owner) -> usize {
        let collection = self.collections.get(owner);
        collection.map_or(0, |collection| {
            collection
                .by_id
                .values()
                .filter(|record| record.deleted_at.is_none())
                .count()
        })
    }

    /// Forgets the records of one owner.
    pub fn clear(&mut self, owner: &Owner) {
        self.collections.remove(owner);
    }

    /// Forgets the records of every owner that is not kept.
    pub fn retain(&mut self, keeps: impl Fn(&Owner) -> bool) {
        self.collections.retain(|owner, _| keeps(owner));
    }

    /// Gives the records of an integration to its new name.
    pub fn rename(&mut self, from: &str, to: &str) {
        let all = std::mem::take(&mut self.collections);
        self.collections = all
            .into_iter()
            .map(|(mut owner, collection)| {
                if owner.provider_config_key == from {
                    owner.provider_config_key = to.to_owned();
                }
                (owner, collection)
            })
            .collect();
    }

    /// Adds those of a seed.
    pub fn seed(&mut self, seeded: &seed::Records, now_ms: i64) {
        let owner = Owner {
            connection_id: seeded.connection_id.clone(),
            provider_config_key: seeded.provider_config_key.clone(),
            model: seeded.model.clone(),
            variant: seeded.variant.clone().unwrap_or_else(|| BASE.to_owned()),
        };
        self.apply(&owner, &seeded.records, &seeded.deleted, now_ms);
    }
}

/// A record as Nango has returned it.
fn as_returned(data: Map<String, Value>, metadata: &Map<String, Value>, owner: &Owner, at: i64) -> Record {
    let text = |name: &str| metadata.get(name).and_then(Value::as_str);
    let time = |name: &str| text(name).and_then(clock::parse_micros);
    let position = text("cursor").and_then(read_cursor);
    let id = data.get("id").and_then(Value::as_str).unwrap_or_default();
    let own_id = position
        .as_ref()
        .map_or_else(|| owner.own_id(id), |(_, own_id)| own_id.clone());
    let modified = time("last_modified_at")
        .or(position.map(|(modified, _)| modified))
        .unwrap_or(at);
    Record {
        own_id,
        first_seen: time("first_seen_at").unwrap_or(modified),
        modified,
        deleted_at: text("deleted_at").map(str::to_owned),
        pruned_at: text("pruned_at").map(str::to_owned),
        data,
    }
}
