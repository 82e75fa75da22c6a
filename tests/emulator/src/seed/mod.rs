//! The seed file: the initial state of an emulator.

mod check;
mod time;

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::{fmt, fs, path::Path};

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
    /// Responds to every well-formed key as a server whose database is down.
    #[serde(default)]
    pub database_down: bool,
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
pub struct SeedError(String);

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SeedError {}

impl Seed {
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
