//! The seed file: the initial state of an emulator.

mod addition;
mod check;
mod time;

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, fmt, fs, path::Path};

pub use addition::{Action, Addition, Function, Provider, Records, Run, Sandbox, Sync, Webhooks};
pub(crate) use check::check_connection;
pub use time::When;

const DEMO: &str = include_str!("../../seeds/demo.json");

/// Everything that an emulator is started with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// The environment's secret keys.
    pub keys: Vec<Key>,
    /// The environment's integrations.
    pub integrations: Vec<Integration>,
    /// The environment's connections.
    pub connections: Vec<Connection>,
    /// How many requests the account has; `None` for any number.
    #[serde(default = "usual_rate_limit")]
    pub rate_limit: Option<RateLimit>,
    /// The time of the emulator's clock at the start; the wall clock's time without it.
    #[serde(default)]
    pub clock: Option<When>,
    /// The environment, in the addresses that external APIs send webhooks to.
    #[serde(default = "usual_environment")]
    pub environment_uuid: String,
    /// Responds to every well-formed key as a server whose database is down.
    #[serde(default)]
    pub database_down: bool,
    /// External APIs; made of the integrations where there are none.
    #[serde(default)]
    pub providers: Vec<Provider>,
    /// Records of connections.
    #[serde(default)]
    pub records: Vec<Records>,
    /// Syncs of integrations.
    #[serde(default)]
    pub syncs: Vec<Sync>,
    /// Actions of integrations.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// Functions of integrations.
    #[serde(default)]
    pub functions: Vec<Function>,
    /// The environment's variables.
    #[serde(default)]
    pub variables: BTreeMap<String, String>,
    /// Where webhooks go.
    #[serde(default)]
    pub webhooks: Option<Webhooks>,
    /// The service that compiles and runs code.
    #[serde(default)]
    pub sandbox: Option<Sandbox>,
    /// The response of `GET /scripts/config`, by its format.
    #[serde(default)]
    pub scripts_config: BTreeMap<String, Value>,
}

/// A secret key and its scopes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// A UUID of version 4.
    pub secret: String,
    /// Such as `environment:connections:read`; `environment:*` is all of them.
    pub scopes: Vec<String>,
}

/// The number of requests in a fixed window, of all keys together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimit {
    /// Requests in one window.
    pub requests: u32,
    /// The window's length.
    #[serde(default = "default_window")]
    pub window_seconds: u32,
}

impl RateLimit {
    /// So many requests a minute; `None`, which is no limit, for 0.
    #[must_use]
    pub fn per_minute(requests: u32) -> Option<Self> {
        (requests > 0).then(|| Self {
            requests,
            window_seconds: default_window(),
        })
    }
}

fn usual_rate_limit() -> Option<RateLimit> {
    RateLimit::per_minute(200)
}

fn usual_environment() -> String {
    "00000000-0000-4000-8000-0000000000e0".to_owned()
}

fn default_window() -> u32 {
    60
}

/// An integration and the external API behind it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Integration {
    /// The `provider_config_key` of a request.
    pub id: String,
    /// The external API's name; the integration's id without it.
    #[serde(default)]
    pub provider: Option<String>,
    /// How the external API responds to a refresh.
    #[serde(default)]
    pub refresh: Refresh,
    /// The provider's name without it.
    #[serde(default)]
    pub display_name: Option<String>,
    /// The application's credentials, as Nango shows them; null for auth modes that need none.
    #[serde(default)]
    pub credentials: Option<Map<String, Value>>,
    /// Whether webhooks of the external API are forwarded; true without it.
    #[serde(default)]
    pub forward_webhooks: Option<bool>,
    /// Where the external API sends webhooks.
    #[serde(default)]
    pub webhook_url: Option<String>,
    /// That of the provider without it, or of the first connection.
    #[serde(default)]
    pub auth_mode: Option<String>,
    /// Texts that the external API refuses as credentials.
    #[serde(default)]
    pub refuses: Vec<String>,
    /// The start without it.
    #[serde(default)]
    pub created_at: Option<When>,
}

/// How a simulated external API responds when Nango requests new tokens.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Refresh {
    /// Its response.
    pub answer: Answer,
    /// How long it takes to respond.
    pub delay_ms: u64,
    /// How long the new tokens live.
    pub expires_in: Lifetime,
    /// Whether each refresh gives a new refresh token and ends the old one.
    pub rotates_refresh_token: bool,
    /// The body of its response, with placeholders such as `$token`; a plain one without it.
    pub raw: Option<Value>,
    /// After how many failures in a row Nango gives up for good; never without it.
    pub gives_up_after: Option<u32>,
}

/// The external API's response to a refresh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Answer {
    /// New tokens.
    #[default]
    #[serde(rename = "tokens")]
    Tokens,
    /// The customer has revoked the access.
    #[serde(rename = "invalid_grant")]
    InvalidGrant,
    /// Status 500.
    #[serde(rename = "error_500")]
    Error500,
    /// Something that is not a token response.
    #[serde(rename = "garbage")]
    Garbage,
    /// The connection is refused.
    #[serde(rename = "refused")]
    Refused,
    /// Nothing, ever.
    #[serde(rename = "never")]
    Never,
}

/// How long new tokens live.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lifetime {
    /// As usual for the auth mode.
    #[default]
    Usual,
    /// The external API names no expiry.
    Unlimited,
    /// So many seconds.
    Seconds(u32),
}

impl<'de> Deserialize<'de> for Lifetime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seconds = Option::<u32>::deserialize(deserializer)?;
        Ok(seconds.map_or(Self::Unlimited, Self::Seconds))
    }
}

/// A connection: the fields of Nango's document, and how its refreshes go.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connection {
    /// The number; counted up from the highest of the seed without it.
    #[serde(default)]
    pub id: Option<u64>,
    /// The id in a request.
    pub connection_id: String,
    /// The id of one of the integrations.
    pub provider_config_key: String,
    /// Recent errors.
    #[serde(default)]
    pub errors: Vec<AuthError>,
    /// The customer.
    #[serde(default)]
    pub end_user: Option<EndUser>,
    /// Names and texts.
    #[serde(default)]
    pub tags: Map<String, Value>,
    /// Any data that the program stores with the connection.
    #[serde(default)]
    pub metadata: Option<Map<String, Value>>,
    /// Values that the external API needs in addition to credentials.
    #[serde(default)]
    pub connection_config: Map<String, Value>,
    /// Where webhooks of this connection go.
    #[serde(default)]
    pub webhook_url_override: Option<String>,
    /// The start without it.
    #[serde(default)]
    pub created_at: Option<When>,
    /// `created_at` without it.
    #[serde(default)]
    pub updated_at: Option<When>,
    /// Null without it.
    #[serde(default)]
    pub last_fetched_at: Option<When>,
    /// The credentials of any auth mode; `{}` where none are needed.
    pub credentials: Map<String, Value>,
    /// Whether Nango has given up refreshing.
    #[serde(default)]
    pub refresh_exhausted: bool,
    /// Replaces the integration's `refresh` for this connection.
    #[serde(default)]
    pub refresh: Option<Refresh>,
}

/// One entry of a connection's `errors`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthError {
    /// `auth` or `sync`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Where Nango's log has more.
    pub log_id: String,
}

/// The customer behind a connection.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndUser {
    /// The program's own id of the customer.
    pub id: String,
    /// A name to show.
    #[serde(default)]
    pub display_name: Option<String>,
    /// An address.
    #[serde(default)]
    pub email: Option<String>,
    /// Names and texts.
    #[serde(default)]
    pub tags: Option<Map<String, Value>>,
    /// Where the customer belongs.
    #[serde(default)]
    pub organization: Option<Organization>,
}

/// A customer's organization.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// The program's own id of the organization.
    pub id: String,
    /// A name to show.
    #[serde(default)]
    pub display_name: Option<String>,
}

/// The error in a seed, as one sentence.
#[derive(Debug)]
pub struct SeedError(pub(crate) String);

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SeedError {}

impl Seed {
    /// What a running emulator could have been given later.
    pub(crate) fn addition(&self) -> Addition {
        Addition {
            integrations: self.integrations.clone(),
            connections: self.connections.clone(),
            providers: self.providers.clone(),
            records: self.records.clone(),
            syncs: self.syncs.clone(),
            actions: self.actions.clone(),
            functions: self.functions.clone(),
            variables: self.variables.clone(),
            webhooks: self.webhooks.clone(),
            sandbox: self.sandbox.clone(),
            scripts_config: self.scripts_config.clone(),
        }
    }

    /// The built-in seed: one connection for each auth mode, and some that misbehave.
    pub fn demo() -> Result<Self, SeedError> {
        Self::parse(DEMO, "seeds/demo.json")
    }

    /// Reads a seed file.
    pub fn load(path: &Path) -> Result<Self, SeedError> {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| SeedError(format!("{name}: cannot be read: {error}")))?;
        Self::parse(&text, &name)
    }

    /// Reads a seed from text; `name` is the prefix of its errors.
    pub fn parse(text: &str, name: &str) -> Result<Self, SeedError> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let seed: Self = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            let problem = error.into_inner();
            SeedError(match path.as_str() {
                "." => format!("{name}: {problem}"),
                _ => format!("{name}: {path}: {problem}"),
            })
        })?;
        reader.end().map_err(|error| SeedError(format!("{name}: {error}")))?;
        seed.check()
            .map_err(|problem| SeedError(format!("{name}: {problem}")))?;
        Ok(seed)
    }
}
