//! The mutable state of the emulator. A reset makes it again from the seed.

use crate::{
    clock::{self, Clock},
    ratelimit::Window,
    refresh::InFlight,
    seed::{self, AuthError, EndUser, Refresh, Seed},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value};
use sha1::{Digest, Sha1};
use std::collections::HashSet;

/// How long Nango waits after a failed refresh before it tries again.
const BACK_OFF_MS: i64 = 30_000;

/// Everything that a request can change.
pub struct State {
    /// The time.
    pub clock: Clock,
    /// The connections, by ascending number.
    pub connections: Vec<Connection>,
    /// The rate limit's current window.
    pub window: Option<Window>,
    /// Refresh tokens that were rotated away, with their integration.
    pub retired_refresh_tokens: HashSet<(String, String)>,
    /// How many invented names were given out.
    serial: u64,
}

/// A connection as the server stores it.
pub struct Connection {
    /// The number.
    pub id: u64,
    /// The program's name for it.
    pub connection_id: String,
    /// The integration's id.
    pub provider_config_key: String,
    /// The external API's name.
    pub provider: String,
    /// Recent errors.
    pub errors: Vec<AuthError>,
    /// The customer.
    pub end_user: Option<EndUser>,
    /// Names and texts.
    pub tags: Map<String, Value>,
    /// The program's data.
    pub metadata: Option<Map<String, Value>>,
    /// Values that the external API needs.
    pub connection_config: Map<String, Value>,
    /// Where webhooks go.
    pub webhook_url_override: Option<String>,
    /// Microseconds since 1970.
    pub created_at: i64,
    /// Milliseconds since 1970.
    pub updated_at: i64,
    /// Milliseconds since 1970.
    pub last_fetched_at: Option<i64>,
    /// The credentials, refresh token and all.
    pub credentials: Map<String, Value>,
    /// How a refresh goes.
    pub refresh: Refresh,
    /// Whether Nango has given up.
    pub exhausted: bool,
    /// Failures in a row.
    pub failures: u32,
    /// When the last refresh failed.
    pub failed_at: Option<i64>,
    /// The refresh that runs now.
    pub in_flight: Option<InFlight>,
}

impl State {
    /// The state at the start.
    pub fn new(seed: &Seed) -> Self {
        let fixed = seed.clock.map(|clock| clock.resolve(0));
        let clock = Clock::starting_at(fixed);
        let start = clock.now();
        let highest = seed.connections.iter().filter_map(|connection| connection.id).max();
        let mut next = highest.unwrap_or(0);
        let mut connections: Vec<Connection> = seed
            .connections
            .iter()
            .map(|connection| {
                let id = connection.id.unwrap_or_else(|| {
                    next += 1;
                    next
                });
                Connection::new(connection, seed, id, start)
            })
            .collect();
        connections.sort_by_key(|connection| connection.id);
        Self {
            clock,
            connections,
            window: None,
            retired_refresh_tokens: HashSet::new(),
            serial: 0,
        }
    }

    /// The place of a connection in the list.
    pub fn position(&self, connection_id: &str, provider_config_key: &str) -> Option<usize> {
        self.connections.iter().position(|connection| {
            connection.connection_id == connection_id && connection.provider_config_key == provider_config_key
        })
    }

    /// A name that was not given out before: the same ones in the same order after every start.
    pub fn invent(&mut self, prefix: &str) -> String {
        self.serial += 1;
        let serial = self.serial;
        format!("{prefix}_{serial:06}_{}", scramble(&format!("{prefix}{serial}")))
    }

    /// The name of an entry in Nango's log.
    pub fn invent_log_id(&mut self) -> String {
        self.serial += 1;
        let now = self.clock.now();
        format!("{now}_{}", scramble(&format!("log{}", self.serial)))
    }

    /// A UUID of version 4.
    pub fn invent_uuid(&mut self) -> String {
        self.serial += 1;
        let hash = Sha1::digest(format!("uuid{}", self.serial));
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        format!(
            "{}-{}-4{}-a{}-{}",
            &hex[..8],
            &hex[8..12],
            &hex[12..15],
            &hex[15..18],
            &hex[18..30]
        )
    }
}

fn scramble(text: &str) -> String {
    let mut name = URL_SAFE_NO_PAD.encode(Sha1::digest(text));
    name.retain(|c| c.is_ascii_alphanumeric());
    name.truncate(8);
    name
}

impl Connection {
    fn new(seeded: &seed::Connection, seed: &Seed, id: u64, start: i64) -> Self {
        let integration = seed
            .integrations
            .iter()
            .find(|integration| integration.id == seeded.provider_config_key);
        let provider = integration.and_then(|integration| integration.provider.clone());
        let refresh = seeded
            .refresh
            .clone()
            .or_else(|| integration.map(|integration| integration.refresh.clone()));
        let created = seeded.created_at.unwrap_or(seed::When::FromStart(0));
        Self {
            id,
            connection_id: seeded.connection_id.clone(),
            provider_config_key: seeded.provider_config_key.clone(),
            provider: provider.unwrap_or_else(|| seeded.provider_config_key.clone()),
            errors: seeded.errors.clone(),
            end_user: seeded.end_user.clone(),
            tags: seeded.tags.clone(),
            metadata: seeded.metadata.clone(),
            connection_config: seeded.connection_config.clone(),
            webhook_url_override: seeded.webhook_url_override.clone(),
            created_at: created.resolve_micros(start),
            updated_at: seeded.updated_at.unwrap_or(created).resolve(start),
            last_fetched_at: seeded.last_fetched_at.map(|when| when.resolve(start)),
            credentials: stored_credentials(&seeded.credentials, start),
            refresh: refresh.unwrap_or_default(),
            exhausted: seeded.refresh_exhausted,
            failures: 0,
            failed_at: None,
            in_flight: None,
        }
    }

    /// The auth mode's name, where there are credentials.
    pub fn mode(&self) -> Option<&str> {
        self.credentials.get("type").and_then(Value::as_str)
    }

    /// When the token ends.
    pub fn expires_at(&self) -> Option<i64> {
        self.credentials
            .get("expires_at")
            .and_then(Value::as_str)
            .and_then(clock::parse)
    }

    /// Whether a refresh failed so recently that Nango does not try again unless forced.
    pub fn backs_off(&self, now: i64) -> bool {
        self.failed_at.is_some_and(|failed_at| now - failed_at < BACK_OFF_MS)
    }
}

/// Turns relative times into those that Nango stores. A mode that has `raw` gets a copy of the credentials there, as
/// Nango makes it for an imported connection.
fn stored_credentials(seeded: &Map<String, Value>, start: i64) -> Map<String, Value> {
    let mut credentials = Value::Object(seeded.clone());
    resolve_times(&mut credentials, start);
    let Value::Object(mut credentials) = credentials else {
        return Map::new();
    };
    let mode = seeded.get("type").and_then(Value::as_str).and_then(crate::modes::find);
    if mode.is_some_and(|mode| mode.has("raw")) && !credentials.contains_key("raw") {
        let copy = credentials.clone();
        credentials.insert("raw".into(), Value::Object(copy));
    }
    credentials
}

fn resolve_times(value: &mut Value, start: i64) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                let relative = (name == "expires_at")
                    .then(|| value.as_str().and_then(seed::When::parse))
                    .flatten();
                match relative {
                    Some(when @ seed::When::FromStart(_)) => {
                        *value = clock::credential_time(when.resolve(start)).into();
                    }
                    _ => resolve_times(value, start),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|item| resolve_times(item, start)),
        _ => {}
    }
}
