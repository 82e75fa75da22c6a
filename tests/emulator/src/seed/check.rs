//! The requirements of a seed beyond its shape. Each problem is a sentence that begins with the JSON path.

use super::{Addition, Connection, Key, RateLimit, Refresh, Seed, time};
use crate::{auth, modes, validate, webhooks};
use serde_json::{Map, Value};
use std::collections::HashSet;

type Check = Result<(), String>;

/// Scopes that affect the emulator's responses.
const CONNECTION_SCOPES: [&str; 8] = [
    "read",
    "read_credentials",
    "list",
    "list_credentials",
    "update",
    "create",
    "delete",
    "write",
];

impl Seed {
    pub(super) fn check(&self) -> Check {
        let counts_nothing = |limit: &RateLimit| limit.requests == 0 || limit.window_seconds == 0;
        if self.rate_limit.as_ref().is_some_and(counts_nothing) {
            return Err(
                "rate_limit: requests and window_seconds must be at least 1; write null for no rate limit".into(),
            );
        }
        if matches!(self.clock, Some(super::When::FromStart(_))) {
            return Err(
                "clock: must be RFC 3339 (\"2026-11-22T01:16:10Z\"), since relative times are relative to it".into(),
            );
        }
        self.check_keys()?;
        self.addition().check(&[])
    }

    fn check_keys(&self) -> Check {
        let mut seen = HashSet::new();
        for (i, key) in self.keys.iter().enumerate() {
            let path = format!("keys[{i}]");
            if !auth::is_uuid_v4(&key.secret) {
                return Err(format!(
                    "{path}.secret: is not a UUID of version 4, which Nango's keys are; write one like 00000000-0000-4000-8000-000000000001"
                ));
            }
            if !seen.insert(&key.secret) {
                return Err(format!("{path}.secret: is there twice; each key needs its own"));
            }
            check_scopes(key, &path)?;
        }
        Ok(())
    }
}

impl Addition {
    /// The requirements, of an emulator that has these integrations already.
    pub(super) fn check(&self, existing: &[String]) -> Check {
        self.check_integrations()?;
        self.check_connections(existing)?;
        let named = |list: &str, keys: Vec<&String>| {
            keys.into_iter()
                .enumerate()
                .try_for_each(|(i, key)| self.check_integration(existing, key, &format!("{list}[{i}]")))
        };
        named(
            "records",
            self.records.iter().map(|it| &it.provider_config_key).collect(),
        )?;
        named("syncs", self.syncs.iter().map(|it| &it.provider_config_key).collect())?;
        named(
            "actions",
            self.actions.iter().map(|it| &it.provider_config_key).collect(),
        )?;
        named(
            "functions",
            self.functions.iter().map(|it| &it.provider_config_key).collect(),
        )?;
        for (i, records) in self.records.iter().enumerate() {
            if records
                .records
                .iter()
                .any(|record| !record.get("id").is_some_and(Value::is_string))
            {
                return Err(format!(
                    "records[{i}].records: each record needs an id, which is a string"
                ));
            }
        }
        match self.webhooks.as_ref().and_then(|webhooks| webhooks.url.as_deref()) {
            Some(url) => webhooks::Target::parse(url)
                .map(|_| ())
                .map_err(|problem| format!("webhooks.url: {problem}")),
            None => Ok(()),
        }
    }

    fn check_integration(&self, existing: &[String], key: &String, path: &str) -> Check {
        if existing.contains(key) || self.integrations.iter().any(|integration| integration.id == *key) {
            return Ok(());
        }
        Err(format!(
            "{path}.provider_config_key: there is no integration \"{key}\"; add it to integrations or name one of them"
        ))
    }

    fn check_integrations(&self) -> Check {
        let mut seen = HashSet::new();
        for (i, integration) in self.integrations.iter().enumerate() {
            let path = format!("integrations[{i}]");
            let id = &integration.id;
            if !validate::is_provider_config_key(id) {
                return Err(format!(
                    "{path}.id: \"{id}\" is not an id that Nango accepts; write 1 to 255 of the characters a-z A-Z 0-9 ~ : . @ _ - and space"
                ));
            }
            if !seen.insert(id) {
                return Err(format!(
                    "{path}.id: \"{id}\" is there twice; each integration needs its own"
                ));
            }
            check_refresh(&integration.refresh, &format!("{path}.refresh"))?;
        }
        Ok(())
    }

    fn check_connections(&self, existing: &[String]) -> Check {
        let mut names = HashSet::new();
        let mut numbers = HashSet::new();
        for (i, connection) in self.connections.iter().enumerate() {
            let path = format!("connections[{i}]");
            let (id, key) = (&connection.connection_id, &connection.provider_config_key);
            self.check_integration(existing, key, &path)?;
            if !names.insert((id, key)) {
                return Err(format!(
                    "{path}.connection_id: \"{id}\" of \"{key}\" is there twice; a connection id is unique within its integration"
                ));
            }
            if connection.id.is_some_and(|number| !numbers.insert(number)) {
                return Err(format!("{path}.id: is there twice; leave it out to have it numbered"));
            }
            check_connection(connection, &path)?;
        }
        Ok(())
    }
}

fn check_scopes(key: &Key, path: &str) -> Check {
    for (i, scope) in key.scopes.iter().enumerate() {
        let known = match scope.strip_prefix("environment:connections:") {
            Some(action) => CONNECTION_SCOPES.contains(&action),
            None => scope.starts_with("environment:") && !scope.starts_with("environment:connection:"),
        };
        if !known {
            return Err(format!(
                "{path}.scopes[{i}]: \"{scope}\" is not a scope; write environment:* for all, or environment:connections: followed by one of {}",
                CONNECTION_SCOPES.join(", ")
            ));
        }
    }
    Ok(())
}

/// The requirements of one connection.
pub(crate) fn check_connection(connection: &Connection, path: &str) -> Check {
    // Nango stores ids that it later refuses to read, so a seed may hold them too.
    if connection.connection_id.is_empty() {
        return Err(format!("{path}.connection_id: is empty; name the connection"));
    }
    let tags = connection.end_user.iter().filter_map(|user| user.tags.as_ref());
    check_texts(&connection.tags, &format!("{path}.tags"))?;
    for tags in tags {
        check_texts(tags, &format!("{path}.end_user.tags"))?;
    }
    if let Some(refresh) = &connection.refresh {
        check_refresh(refresh, &format!("{path}.refresh"))?;
    }
    check_credentials(&connection.credentials, &format!("{path}.credentials"))
}

fn check_texts(map: &Map<String, Value>, path: &str) -> Check {
    match map.iter().find(|(_, value)| !value.is_string()) {
        Some((name, _)) => Err(format!("{path}.{name}: must be a string, as every tag is")),
        None => Ok(()),
    }
}

fn check_credentials(credentials: &Map<String, Value>, path: &str) -> Check {
    if credentials.is_empty() {
        return Ok(());
    }
    let mode = credentials
        .get("type")
        .and_then(Value::as_str)
        .and_then(modes::find)
        .ok_or_else(|| format!("{path}.type: must be one of {}", modes::names()))?;
    if let Some(missing) = mode.required().find(|name| !credentials.contains_key(*name)) {
        return Err(format!(
            "{path}: {missing} is missing; {} credentials need it",
            mode.name
        ));
    }
    for (name, value) in credentials {
        let structured = ["raw", "config_override", "app", "user"].contains(&name.as_str());
        if name != "type" && !mode.allows(name) {
            let known: Vec<&str> = mode.order().collect();
            return Err(format!(
                "{path}.{name}: {} credentials have no such field; they have {}",
                mode.name,
                known.join(", ")
            ));
        }
        if mode.has(name) && !structured && !value.is_string() {
            return Err(format!("{path}.{name}: must be a string"));
        }
    }
    match credentials.get("expires_at").and_then(Value::as_str) {
        Some(text) if super::When::parse(text).is_none() => Err(format!(
            "{path}.expires_at: \"{text}\" is not a time; write {}",
            time::FORMS
        )),
        _ => Ok(()),
    }
}

fn check_refresh(refresh: &Refresh, path: &str) -> Check {
    match &refresh.raw {
        Some(raw) if !raw.is_object() => Err(format!("{path}.raw: must be an object")),
        Some(raw) => check_placeholders(raw, &format!("{path}.raw")),
        None => Ok(()),
    }
}

fn check_placeholders(raw: &Value, path: &str) -> Check {
    match raw {
        Value::String(text) => match text.strip_prefix('$') {
            Some(name) if !modes::PLACEHOLDERS.contains(&name) => Err(format!(
                "{path}: \"{text}\" is not a placeholder; write one of ${}",
                modes::PLACEHOLDERS.join(", $")
            )),
            _ => Ok(()),
        },
        Value::Object(map) => map
            .iter()
            .try_for_each(|(name, value)| check_placeholders(value, &format!("{path}.{name}"))),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .try_for_each(|(i, value)| check_placeholders(value, &format!("{path}[{i}]"))),
        _ => Ok(()),
    }
}
