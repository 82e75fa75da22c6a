//! The mutable state of the emulator. A reset makes it again from the seed.

use crate::{
    clock::{self, Clock},
    ratelimit::Window,
    refresh::InFlight,
    seed::{self, AuthError, EndUser, Refresh, Seed},
    store::{
        actions::Run,
        integrations::{Integration, Providers, display_name},
        records::Records,
        sessions::{Session, lower_case},
        syncs::Sync,
    },
    webhooks::Outbox,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value};
use sha1::{Digest, Sha1};
use std::collections::{BTreeMap, HashSet};

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
    /// The integrations, by their names.
    pub integrations: Vec<Integration>,
    /// The external APIs of the seed.
    pub providers: Providers,
    /// Connect sessions that have not ended.
    pub sessions: Vec<Session>,
    /// The records of all connections.
    pub records: Records,
    /// The syncs that connections may have.
    pub known_syncs: Vec<seed::Sync>,
    /// The syncs of connections.
    pub syncs: Vec<Sync>,
    /// The actions of integrations.
    pub actions: Vec<seed::Action>,
    /// The actions whose callers do not wait.
    pub action_runs: Vec<Run>,
    /// The functions of integrations.
    pub functions: Vec<seed::Function>,
    /// Functions that were deployed as a whole folder, as they came.
    pub bundled_functions: Vec<Value>,
    /// Compilations, dry runs and deployments by their ids, with how often they are still pending.
    pub sandbox_runs: BTreeMap<String, (u32, Value)>,
    /// The service that compiles and runs code.
    pub sandbox: Option<seed::Sandbox>,
    /// The response of `GET /scripts/config`, by its format.
    pub scripts_config: BTreeMap<String, Value>,
    /// The environment's variables.
    pub variables: BTreeMap<String, String>,
    /// Webhooks.
    pub outbox: Outbox,
    /// The number of the newest connection.
    pub newest: u64,
    /// How many invented names were given out.
    serial: u64,
    /// How many UUIDs were given out: not counted among the names, whose numbers tests may know.
    uuids: u64,
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
        let mut state = Self {
            clock,
            connections: Vec::new(),
            window: None,
            retired_refresh_tokens: HashSet::new(),
            integrations: Vec::new(),
            providers: Providers::default(),
            sessions: Vec::new(),
            records: Records::default(),
            known_syncs: Vec::new(),
            syncs: Vec::new(),
            actions: Vec::new(),
            action_runs: Vec::new(),
            functions: Vec::new(),
            bundled_functions: Vec::new(),
            sandbox_runs: BTreeMap::new(),
            sandbox: None,
            scripts_config: BTreeMap::new(),
            variables: BTreeMap::new(),
            outbox: Outbox::new(),
            newest: 0,
            serial: 0,
            uuids: 0,
        };
        state.add(seed.addition());
        state
    }

    /// Nango lists integrations by their external APIs, and those of one API as they were made.
    pub fn sort_integrations(&mut self) {
        self.integrations.sort_by(|a, b| a.provider.cmp(&b.provider));
    }

    /// The integration of that name.
    pub fn integration(&self, unique_key: &str) -> Option<&Integration> {
        self.integrations
            .iter()
            .find(|integration| integration.unique_key == unique_key)
    }

    /// The auth mode of an integration: its own, that of its external API, or that of its connections.
    pub fn auth_mode(&self, integration: &Integration) -> String {
        let of_connection = || {
            let is_of = |connection: &&Connection| connection.provider == integration.provider;
            self.connections
                .iter()
                .find(is_of)
                .map(|it| it.mode().unwrap_or("NONE").to_owned())
        };
        let provider = self.providers.find(&integration.provider);
        integration
            .auth_mode
            .clone()
            .or_else(|| provider.and_then(|provider| provider.auth_mode.clone()))
            .or_else(of_connection)
            .unwrap_or_else(|| "OAUTH2".to_owned())
    }

    /// What Nango calls an integration.
    pub fn display_name(&self, integration: &Integration) -> String {
        let provider = self.providers.find(&integration.provider);
        let of_provider = provider.and_then(display_name);
        let own = integration.display_name.as_deref();
        own.or(of_provider).unwrap_or(&integration.provider).to_owned()
    }

    /// The number of a new connection.
    pub fn next_number(&mut self) -> u64 {
        self.newest += 1;
        self.newest
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
        self.uuids += 1;
        let hash = Sha1::digest(format!("uuid{}", self.uuids));
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
    /// One of a seed.
    pub fn new(seeded: &seed::Connection, integration: Option<&Integration>, id: u64, start: i64) -> Self {
        let provider = integration.map(|integration| integration.provider.clone());
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
            tags: lower_case(&seeded.tags),
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
