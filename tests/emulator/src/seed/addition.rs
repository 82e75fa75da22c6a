//! What a seed may have besides keys and limits. A running emulator takes the same, to add it to what it has.

use super::{Connection, Integration, SeedError};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Integrations and what belongs to them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Addition {
    /// The integrations.
    pub integrations: Vec<Integration>,
    /// Their connections.
    pub connections: Vec<Connection>,
    /// External APIs.
    pub providers: Vec<Provider>,
    /// Records of connections.
    pub records: Vec<Records>,
    /// Syncs of integrations.
    pub syncs: Vec<Sync>,
    /// Actions of integrations.
    pub actions: Vec<Action>,
    /// Functions of integrations.
    pub functions: Vec<Function>,
    /// The environment's variables.
    pub variables: BTreeMap<String, String>,
    /// Where webhooks go.
    pub webhooks: Option<Webhooks>,
    /// The service that compiles and runs code.
    pub sandbox: Option<Sandbox>,
    /// The response of `GET /scripts/config`, by its format; made of the functions without it.
    pub scripts_config: BTreeMap<String, Value>,
}

/// An external API that Nango knows.
#[derive(Clone, Debug, Deserialize)]
pub struct Provider {
    /// Its name.
    pub name: String,
    /// How customers authorize it; OAUTH2 without it.
    #[serde(default)]
    pub auth_mode: Option<String>,
    /// All else that Nango returns.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// Records of one model of one connection.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// Whose they are.
    pub connection_id: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// The name of the model.
    pub model: String,
    /// The variant of the sync; `base` without it.
    #[serde(default)]
    pub variant: Option<String>,
    /// Added, or updated if there is one with its id. With `_nango_metadata` a record is taken as Nango returned it.
    #[serde(default)]
    pub records: Vec<Map<String, Value>>,
    /// Deleted: ids, or records as Nango shows them when they are deleted.
    #[serde(default)]
    pub deleted: Vec<Value>,
}

/// A sync of an integration, which each of its connections has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sync {
    /// Its name.
    pub name: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// The models that it stores records of.
    #[serde(default)]
    pub models: Vec<String>,
    /// How often it runs; `every 1h` without it.
    #[serde(default)]
    pub frequency: Option<String>,
    /// Whether it is started with a connection; true without it.
    #[serde(default)]
    pub auto_start: Option<bool>,
    /// What each run finds, in turn. A run after the last finds nothing.
    #[serde(default)]
    pub runs: Vec<Run>,
}

/// One run of a sync.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Run {
    /// By model, what is added or updated.
    pub records: BTreeMap<String, Vec<Map<String, Value>>>,
    /// By model, what is deleted: ids, or records.
    pub deleted: BTreeMap<String, Vec<Value>>,
    /// Whether it fails.
    pub fails: bool,
    /// How many times its status is asked for while it runs.
    pub running_polls: u32,
}

/// An action of an integration.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Action {
    /// Its name.
    pub name: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// What it returns; null without it.
    pub output: Value,
    /// Whether it returns its input.
    pub echo: bool,
    /// Nango's error, with its `status`: {"status": 500, "code": ..., "payload": ...}.
    pub error: Option<Map<String, Value>>,
    /// The external API's response that it fails with: {"status": 404, "headers": {...}, "body": {...}}.
    pub upstream: Option<Map<String, Value>>,
    /// Whether it is disabled.
    pub disabled: bool,
    /// How long it takes if the caller waits for it, in real time.
    pub delay_ms: u64,
    /// How many times the result is asked for before it is there, if the caller does not wait.
    pub pending_polls: u32,
}

/// A function of an integration, as Nango shows it.
#[derive(Clone, Debug, Deserialize)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// Its code.
    #[serde(default)]
    pub code: Option<String>,
    /// All else that Nango returns.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// Where webhooks go, and how they are signed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhooks {
    /// On this machine.
    #[serde(default)]
    pub url: Option<String>,
    /// The key that they are signed with.
    #[serde(default)]
    pub signing_key: Option<String>,
}

/// What the service that compiles and runs code returns. Without it there is no such service.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sandbox {
    /// What the code becomes.
    pub bundled_js: String,
    /// The result of a dry run: its members besides id, times and what the request has.
    pub dry_run: Map<String, Value>,
    /// The same of a deployment.
    pub deployment: Map<String, Value>,
    /// How many times the result is asked for before it is there.
    pub pending_polls: u32,
}

impl Addition {
    /// Reads one that is added to an emulator which has these integrations.
    pub fn parse(text: &[u8], integrations: &[String]) -> Result<Self, SeedError> {
        let mut reader = serde_json::Deserializer::from_slice(text);
        let addition: Self = serde_path_to_error::deserialize(&mut reader)
            .map_err(|error| SeedError(format!("{}: {}", error.path(), error.inner())))?;
        reader.end().map_err(|error| SeedError(error.to_string()))?;
        addition.check(integrations).map_err(SeedError)?;
        Ok(addition)
    }
}
