//! Integrations, and the external APIs that they are of.

use crate::{
    clock, modes,
    seed::{self, Refresh},
};
use serde_json::{Map, Value, json};

/// An integration as the server stores it.
#[derive(Clone, Debug)]
pub struct Integration {
    pub unique_key: String,
    pub provider: String,
    pub display_name: Option<String>,
    /// As Nango shows them; `None` for auth modes that need none.
    pub credentials: Option<Map<String, Value>>,
    pub forward_webhooks: bool,
    pub webhook_url: Option<String>,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// Milliseconds since 1970.
    pub updated_at: i64,
    /// How a refresh goes.
    pub refresh: Refresh,
    /// The auth mode, where the seed has one.
    pub auth_mode: Option<String>,
    /// Texts that the external API refuses as credentials.
    pub refuses: Vec<String>,
}

impl Integration {
    /// One of a seed.
    pub fn new(seeded: &seed::Integration, now: i64) -> Self {
        let created = seeded.created_at.map_or(now, |when| when.resolve(now));
        Self {
            unique_key: seeded.id.clone(),
            provider: seeded.provider.clone().unwrap_or_else(|| seeded.id.clone()),
            display_name: seeded.display_name.clone(),
            credentials: seeded.credentials.clone(),
            forward_webhooks: seeded.forward_webhooks.unwrap_or(true),
            webhook_url: seeded.webhook_url.clone(),
            created_at: created,
            updated_at: created,
            refresh: seeded.refresh.clone(),
            auth_mode: seeded.auth_mode.clone(),
            refuses: seeded.refuses.clone(),
        }
    }
}

/// The external APIs of the seed.
#[derive(Debug, Default)]
pub struct Providers(Vec<seed::Provider>);

impl Providers {
    /// Adds one, in place of one of the same name.
    pub fn add(&mut self, provider: seed::Provider) {
        self.0.retain(|known| known.name != provider.name);
        self.0.push(provider);
    }

    /// The one of that name.
    pub fn find(&self, name: &str) -> Option<&seed::Provider> {
        self.0.iter().find(|provider| provider.name == name)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|provider| provider.name.as_str())
    }
}

/// What Nango calls an external API where the seed does not say it.
pub fn display_name(provider: &seed::Provider) -> Option<&str> {
    provider.more.get("display_name").and_then(Value::as_str)
}

/// Where the logo of an external API is.
pub fn logo(host: &str, provider: &str) -> String {
    format!("http://{host}/images/template-logos/{provider}.svg")
}

/// An integration as Nango shows it, with what `include` asks for.
pub fn document(integration: &Integration, display_name: &str, host: &str, include: &[String]) -> Value {
    let includes = |what: &str| include.iter().any(|included| included == what);
    let mut document = Map::new();
    let mut put = |name: &str, value: Value| drop(document.insert(name.into(), value));
    put("unique_key", json!(integration.unique_key));
    put("provider", json!(integration.provider));
    put("display_name", json!(display_name));
    put("logo", json!(logo(host, &integration.provider)));
    if includes("webhook") {
        put("webhook_url", json!(integration.webhook_url));
    }
    if includes("credentials") {
        put("credentials", json!(integration.credentials));
    }
    put("forward_webhooks", json!(integration.forward_webhooks));
    put("created_at", json!(clock::credential_time(integration.created_at)));
    put("updated_at", json!(clock::credential_time(integration.updated_at)));
    Value::Object(document)
}

/// The auth modes whose integrations hold credentials of an application.
pub fn has_credentials(auth_mode: &str) -> bool {
    ["OAUTH1", "OAUTH2", "TBA", "APP", "CUSTOM"].contains(&auth_mode)
}

/// The auth mode that a mode's credentials are shown with.
pub fn shown_mode(auth_mode: &str) -> &str {
    if auth_mode.starts_with("MCP_") {
        "OAUTH2"
    } else {
        auth_mode
    }
}

/// Credentials with every required field of a mode invented.
pub fn invented_credentials(auth_mode: &str, mut invent: impl FnMut(&str) -> String) -> Map<String, Value> {
    let mut credentials = Map::new();
    let Some(mode) = modes::find(auth_mode).filter(|mode| mode.name != "NONE") else {
        return credentials;
    };
    credentials.insert("type".into(), json!(shown_mode(auth_mode)));
    let renewed = mode.renewal.as_ref().map(|renewal| renewal.token_field);
    let fields = mode
        .required()
        .chain(renewed.filter(|field| mode.required().all(|own| own != *field)));
    for field in fields {
        credentials.insert(field.into(), json!(invent(&format!("invented_{field}"))));
    }
    credentials
}
