//! The syncs of connections, and their runs.

use super::records::{BASE, Changes, Owner, Records};
use crate::{clock, seed};
use serde_json::{Map, Value, json};

/// A sync of one connection.
#[derive(Clone, Debug)]
pub struct Sync {
    pub id: String,
    pub connection_id: String,
    pub provider_config_key: String,
    pub name: String,
    pub variant: String,
    pub frequency: String,
    pub is_paused: bool,
    models: Vec<String>,
    runs: Vec<seed::Run>,
    next_run: usize,
    has_run: bool,
    is_full: bool,
    finished_at: Option<i64>,
    latest: Option<Latest>,
    /// When it is to run next, while it is not paused.
    next_at: i64,
}

#[derive(Clone, Debug)]
struct Latest {
    status: &'static str,
    result: Map<String, Value>,
    running_polls: u32,
    /// What the run does when it ends.
    pending: Option<seed::Run>,
}

/// What has changed of one model, for a webhook.
#[derive(Clone, Debug)]
pub struct Report {
    pub model: String,
    pub changes: Changes,
}

/// The end of a run.
#[derive(Clone, Debug)]
pub enum End {
    Success(Vec<Report>),
    Failure,
}

impl Sync {
    /// A sync that a connection gets.
    pub fn new(id: String, connection_id: &str, seeded: &seed::Sync, variant: &str, now: i64) -> Self {
        Self {
            id,
            connection_id: connection_id.to_owned(),
            provider_config_key: seeded.provider_config_key.clone(),
            name: seeded.name.clone(),
            variant: variant.to_owned(),
            frequency: seeded.frequency.clone().unwrap_or_else(|| "every 1h".to_owned()),
            // Only what is asked for starts a variant.
            is_paused: !seeded.auto_start.unwrap_or(true) || variant != BASE,
            models: seeded.models.clone(),
            runs: seeded.runs.clone(),
            next_run: 0,
            has_run: false,
            is_full: true,
            finished_at: None,
            latest: None,
            next_at: now + 3_600_000,
        }
    }

    /// Whether a name in a request means it: `items`, `items::eu`, or `*`.
    pub fn is_meant(&self, name: &str, variant: Option<&str>) -> bool {
        if name == "*" {
            return true;
        }
        let (name, own) = name.split_once("::").unwrap_or((name, variant.unwrap_or(BASE)));
        self.name == name && self.variant == own
    }

    /// Whose records it stores.
    pub fn owner(&self, model: &str) -> Owner {
        Owner {
            connection_id: self.connection_id.clone(),
            provider_config_key: self.provider_config_key.clone(),
            model: model.to_owned(),
            variant: self.variant.clone(),
        }
    }

    /// Starts a run, which ends at once unless its status is to be asked for first. A full one begins again with the first run
    /// of the seed.
    pub fn run(&mut self, records: &mut Records, full: bool, clear: bool, now: i64) -> Option<End> {
        if full {
            self.next_run = 0;
        }
        if clear {
            for model in &self.models {
                records.clear(&self.owner(model));
            }
        }
        if self.latest.as_ref().is_some_and(|latest| latest.status == "RUNNING") {
            // A trigger ends a run that is going on.
            self.latest = Some(Latest::ended("STOPPED"));
            self.finished_at = Some(now);
            return Some(End::Failure);
        }
        self.is_full = full || !self.has_run;
        self.has_run = true;
        let run = self.runs.get(self.next_run).cloned().unwrap_or_default();
        self.next_run += 1;
        self.latest = Some(Latest {
            status: "RUNNING",
            result: Map::new(),
            running_polls: run.running_polls,
            pending: Some(run),
        });
        self.end_if_done(records, now)
    }

    /// Counts a look at its status; gives the end of its run, if that was it.
    pub fn poll(&mut self, records: &mut Records, now: i64) -> Option<End> {
        let end = self.end_if_done(records, now);
        if let Some(latest) = &mut self.latest {
            latest.running_polls = latest.running_polls.saturating_sub(1);
        }
        end
    }

    fn end_if_done(&mut self, records: &mut Records, now: i64) -> Option<End> {
        let latest = self.latest.as_mut().filter(|latest| latest.running_polls == 0)?;
        let run = latest.pending.take()?;
        self.finished_at = Some(now);
        self.next_at = now + 3_600_000;
        if run.fails {
            self.latest = Some(Latest::ended("STOPPED"));
            return Some(End::Failure);
        }
        let (mut result, mut reports) = (Map::new(), Vec::new());
        for model in &self.models {
            let none = (Vec::new(), Vec::new());
            let found = run.records.get(model).unwrap_or(&none.0);
            let deleted = run.deleted.get(model).unwrap_or(&none.1);
            let changes = records.apply(&self.owner(model), found, deleted, now);
            let (added, updated, deleted) = (changes.added, changes.updated, changes.deleted);
            result.insert(
                model.clone(),
                json!({"added": added, "deleted": deleted, "updated": updated}),
            );
            reports.push(Report {
                model: model.clone(),
                changes,
            });
        }
        self.latest = Some(Latest {
            result,
            ..Latest::ended("SUCCESS")
        });
        Some(End::Success(reports))
    }

    /// Whether it has ever run.
    pub fn has_run(&self) -> bool {
        self.has_run
    }

    /// The models that it stores records of.
    pub fn models(&self) -> &[String] {
        &self.models
    }

    /// The kind of its latest run.
    pub fn kind(&self) -> &'static str {
        if self.is_full { "INITIAL" } else { "INCREMENTAL" }
    }

    /// As `GET /sync/status` shows it.
    pub fn document(&self, records: &Records) -> Value {
        let latest = self.latest.as_ref();
        let status = match latest.map(|latest| latest.status) {
            Some("RUNNING") => "RUNNING",
            _ if self.is_paused => "PAUSED",
            Some("STOPPED") => "ERROR",
            _ => "SUCCESS",
        };
        let count = |model: &String| (model.clone(), json!(records.count(&self.owner(model))));
        let mut document = Map::new();
        let mut put = |name: &str, value: Value| drop(document.insert(name.into(), value));
        put("id", json!(self.id));
        put("connection_id", json!(self.connection_id));
        put("type", json!(self.kind()));
        if let Some(finished_at) = self.finished_at {
            put("finishedAt", json!(clock::credential_time(finished_at)));
        }
        let next = (!self.is_paused).then(|| clock::credential_time(self.next_at));
        put("nextScheduledSyncAt", json!(next));
        put("name", json!(self.name));
        put("variant", json!(self.variant));
        put("status", json!(status));
        put("frequency", json!(self.frequency));
        if let Some(latest) = latest {
            put("latestResult", Value::Object(latest.result.clone()));
            put("latestExecutionStatus", json!(latest.status));
        }
        put("recordCount", Value::Object(self.models.iter().map(count).collect()));
        put("checkpoint", Value::Null);
        Value::Object(document)
    }
}

impl Latest {
    fn ended(status: &'static str) -> Self {
        Self {
            status,
            result: Map::new(),
            running_polls: 0,
            pending: None,
        }
    }
}
