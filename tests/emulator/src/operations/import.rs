//! The import of a connection with credentials from elsewhere.

use super::{Outcome, Request};
use crate::{
    clock, document,
    respond::{Reply, error},
    seed,
    state::{Connection, State},
    store::{integrations::Integration, sessions::with_tags_of},
    validate::{Complaints, kind},
};
use serde_json::{Map, Value, json};

/// The types of credentials that Nango takes.
const IMPORTED: [&str; 9] = [
    "OAUTH1",
    "OAUTH2",
    "OAUTH2_CC",
    "BASIC",
    "API_KEY",
    "APP",
    "CUSTOM",
    "TBA",
    "NONE",
];

/// Creates a connection, or replaces one of the same id.
pub fn import(request: &Request<'_>, state: &mut State) -> Outcome {
    let given = request.object("credentials").cloned().unwrap_or_default();
    let mode = given.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    check_credentials(&mode, &given)?;
    let end_user = request.end_user()?;
    let integration = state
        .integration(request.text("provider_config_key").unwrap_or_default())
        .cloned()
        .ok_or_else(|| error(404, "not_found", "Integration does not exist"))?;
    let auth_mode = state.auth_mode(&integration);
    if mode != auth_mode {
        let message = format!("Provider {auth_mode} does not support {mode} auth");
        return Err(error(400, "invalid_body", &message));
    }
    let is_refused = |text: &Value| {
        text.as_str()
            .is_some_and(|text| integration.refuses.iter().any(|it| it == text))
    };
    if given.values().any(is_refused) {
        return Err(error(
            400,
            "connection_test_failed",
            "The given credentials were found to be invalid. Please check the credentials and try again.",
        ));
    }
    let mut config = request.object("connection_config").cloned().unwrap_or_default();
    if mode == "TBA" {
        add_application(&integration, &mut config)?;
    }
    let connection_id = match request.text("connection_id") {
        Some(id) => id.to_owned(),
        None => state.invent_uuid(),
    };
    let credentials = made_of(state, &mode, given);
    let now = state.clock.now();
    let made = seed::Connection {
        id: None,
        connection_id,
        provider_config_key: integration.unique_key.clone(),
        errors: Vec::new(),
        tags: document::in_stored_order(with_tags_of(
            end_user.as_ref(),
            request.object("tags").unwrap_or(&Map::new()),
        )),
        end_user,
        metadata: Some(document::in_stored_order(
            request.object("metadata").cloned().unwrap_or_default(),
        )),
        connection_config: config,
        webhook_url_override: request.text("webhook_url_override").map(str::to_owned),
        created_at: None,
        updated_at: None,
        last_fetched_at: (mode != "NONE").then_some(seed::When::At(now * 1_000)),
        credentials,
        refresh_exhausted: false,
        refresh: None,
    };
    let number = put(state, &made, &integration);
    let position = state.position(&made.connection_id, &made.provider_config_key);
    let connection = position.map(|position| &state.connections[position]);
    let mut shown = connection.map_or(Value::Null, |connection| document::with_credentials(connection, true));
    shown["id"] = json!(number);
    // This response has its times in another form than all others.
    for name in ["created_at", "updated_at", "last_fetched_at"] {
        if let Some(time) = shown[name].as_str().and_then(clock::parse) {
            shown[name] = json!(clock::credential_time(time));
        }
    }
    Ok(Reply::json(201, &shown))
}

/// Stores a connection, in place of one of the same id. Gives its number.
pub fn put(state: &mut State, made: &seed::Connection, integration: &Integration) -> u64 {
    let position = state.position(&made.connection_id, &made.provider_config_key);
    let old = position.map(|position| state.connections.remove(position));
    let number = old.as_ref().map_or_else(|| state.next_number(), |old| old.id);
    let mut connection = Connection::new(made, Some(integration), number, state.clock.now());
    if let Some(old) = old {
        connection.created_at = old.created_at;
    }
    state.connections.push(connection);
    state.connections.sort_by_key(|connection| connection.id);
    state.give_syncs();
    number
}

fn check_credentials(mode: &str, given: &Map<String, Value>) -> Result<(), Reply> {
    let mut complaints = Complaints::default();
    if !IMPORTED.contains(&mode) {
        complaints.no_alternative(&["credentials", "type"]);
        return complaints.finish("invalid_body");
    }
    let required: &[&str] = match mode {
        "OAUTH2" => &["access_token"],
        "OAUTH1" => &["oauth_token", "oauth_token_secret"],
        "OAUTH2_CC" => &["token", "client_id", "client_secret"],
        "BASIC" => &["username", "password"],
        "API_KEY" => &["apiKey"],
        "APP" | "CUSTOM" => &["app_id", "installation_id"],
        "TBA" => &["token_id", "token_secret"],
        _ => &[],
    };
    for name in required {
        let value = given.get(*name);
        if !value.is_some_and(Value::is_string) {
            complaints.wrong_type("string", kind(value), &["credentials", name]);
        }
    }
    let expiry = given.get("expires_at").and_then(Value::as_str);
    if expiry.is_some_and(|expiry| clock::parse(expiry).is_none()) {
        complaints.wrong_type("date", "Date", &["credentials", "expires_at"]);
    }
    complaints.finish("invalid_body")
}

/// NetSuite's credentials need those of the integration and the account.
fn add_application(integration: &Integration, config: &mut Map<String, Value>) -> Result<(), Reply> {
    if !config.contains_key("accountId") {
        return Err(error(
            400,
            "invalid_body",
            "Missing accountId in connection_config. This is required to create a TBA connection.",
        ));
    }
    let application = integration.credentials.as_ref();
    for name in ["client_id", "client_secret"] {
        let value = application.and_then(|credentials| credentials.get(name)).cloned();
        config.insert(format!("oauth_{name}"), value.unwrap_or_else(|| json!("")));
    }
    Ok(())
}

/// The credentials that Nango stores: a copy of what was given is kept with tokens, and an app gets a token at once.
fn made_of(state: &mut State, mode: &str, mut given: Map<String, Value>) -> Map<String, Value> {
    let expiry = given.get("expires_at").and_then(Value::as_str).and_then(clock::parse);
    if let Some(expiry) = expiry {
        given.insert("expires_at".into(), json!(clock::credential_time(expiry)));
    }
    match mode {
        "NONE" => Map::new(),
        "APP" | "CUSTOM" => {
            let token = state.invent("ghs_emulated");
            let expires_at = clock::credential_time(state.clock.now() + 3_600_000);
            let members = [
                ("type", json!("APP")),
                ("access_token", json!(token)),
                ("expires_at", json!(expires_at)),
                ("raw", json!({"token": token, "expires_at": expires_at})),
                ("jwtToken", json!(state.invent("eyJ_emulated_jwt"))),
            ];
            members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()
        }
        _ => given,
    }
}
