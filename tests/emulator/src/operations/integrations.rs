//! Integrations.

use super::{Outcome, Request, success};
use crate::{
    respond::{Reply, error},
    state::State,
    store::integrations::{Integration, document, has_credentials, shown_mode},
    validate::Complaints,
};
use serde_json::{Map, Value, json};

const RSA_BEGIN: &str = "-----BEGIN RSA PRIVATE KEY----";
const RSA_END: &str = "-----END RSA PRIVATE KEY-----";

/// All of them; to the browser of a customer, those of its session.
pub fn list(request: &Request<'_>, state: &State) -> Reply {
    let host = request.host();
    let allowed = request.session.map_or(&[][..], |session| &session.allowed_integrations);
    let is_offered = |it: &&Integration| allowed.is_empty() || allowed.contains(&it.unique_key);
    let offered = state.integrations.iter().filter(is_offered);
    let shown = |integration: &Integration| document(integration, &state.display_name(integration), &host, &[]);
    Reply::json(200, &json!({"data": offered.map(shown).collect::<Vec<_>>()}))
}

/// One of them.
pub fn get(request: &Request<'_>, state: &State) -> Outcome {
    let integration = &state.integrations[find(request, state)?];
    let include = request
        .query
        .get("include")
        .map(|include| include.texts())
        .unwrap_or_default();
    Ok(shown(request, state, integration, &include))
}

fn shown(request: &Request<'_>, state: &State, integration: &Integration, include: &[String]) -> Reply {
    let document = document(integration, &state.display_name(integration), &request.host(), include);
    Reply::json(200, &json!({"data": document}))
}

fn find(request: &Request<'_>, state: &State) -> Result<usize, Reply> {
    let key = request.segment("uniqueKey");
    let position = state
        .integrations
        .iter()
        .position(|integration| integration.unique_key == key);
    position.ok_or_else(|| error(404, "not_found", &format!("Integration \"{key}\" does not exist")))
}

/// Makes one.
pub fn create(request: &Request<'_>, state: &mut State) -> Outcome {
    let integration = new(request, state);
    let auth_mode = known_auth_mode(state, &integration)?;
    let credentials = request.object("credentials");
    check_credentials(credentials, &auth_mode)?;
    if credentials.is_none() && has_credentials(&auth_mode) {
        return Err(error(400, "invalid_body", "Missing credentials"));
    }
    check_config(request, state, &integration)?;
    check_is_new(state, &integration.unique_key)?;
    let credentials = credentials.map(|given| stored_credentials(given, &auth_mode));
    add(
        request,
        state,
        Integration {
            credentials,
            ..integration
        },
    )
}

/// Makes one with an application of Nango's own.
pub fn create_quickstart(request: &Request<'_>, state: &mut State) -> Outcome {
    let integration = new(request, state);
    let auth_mode = known_auth_mode(state, &integration)?;
    check_is_new(state, &integration.unique_key)?;
    let none = Map::from_iter([
        ("client_id".to_owned(), json!("")),
        ("client_secret".to_owned(), json!("")),
    ]);
    let credentials = has_credentials(&auth_mode).then(|| stored_credentials(&none, &auth_mode));
    add(
        request,
        state,
        Integration {
            credentials,
            ..integration
        },
    )
}

fn new(request: &Request<'_>, state: &State) -> Integration {
    let text = |name: &str| request.text(name).unwrap_or_default().to_owned();
    let provider = text("provider");
    let same = state.integrations.iter().find(|known| known.provider == provider);
    let now = state.clock.now();
    Integration {
        unique_key: text("unique_key"),
        display_name: request.text("display_name").map(str::to_owned),
        credentials: None,
        forward_webhooks: request
            .member("forward_webhooks")
            .and_then(Value::as_bool)
            .unwrap_or(true),
        webhook_url: None,
        created_at: now,
        updated_at: now,
        refresh: same.map(|same| same.refresh.clone()).unwrap_or_default(),
        auth_mode: same.and_then(|same| same.auth_mode.clone()),
        refuses: same.map(|same| same.refuses.clone()).unwrap_or_default(),
        provider,
    }
}

fn add(request: &Request<'_>, state: &mut State, integration: Integration) -> Outcome {
    let reply = shown(request, state, &integration, &[]);
    state.integrations.push(integration);
    state.sort_integrations();
    Ok(reply)
}

/// The auth mode of its external API, which has to be one that the emulator knows.
fn known_auth_mode(state: &State, integration: &Integration) -> Result<String, Reply> {
    let is_used = state
        .integrations
        .iter()
        .any(|known| known.provider == integration.provider);
    if is_used || state.providers.find(&integration.provider).is_some() {
        return Ok(state.auth_mode(integration));
    }
    let mut complaints = Complaints::default();
    complaints.custom("invalid_string", "Invalid provider", &["provider"]);
    complaints.finish("invalid_body")?;
    Ok(String::new())
}

fn check_is_new(state: &State, unique_key: &str) -> Result<(), Reply> {
    if state.integration(unique_key).is_none() {
        return Ok(());
    }
    let mut complaints = Complaints::default();
    complaints.custom("invalid_string", "Unique key already exists", &["uniqueKey"]);
    complaints.finish("invalid_body")
}

fn check_config(request: &Request<'_>, state: &State, integration: &Integration) -> Result<(), Reply> {
    let provider = state.providers.find(&integration.provider);
    let accepts = provider.is_some_and(|provider| provider.more.contains_key("integration_config"));
    if request.member("integration_config").is_some() && !accepts {
        return Err(error(
            400,
            "invalid_body",
            "This provider does not accept integration configuration",
        ));
    }
    Ok(())
}

fn check_credentials(given: Option<&Map<String, Value>>, auth_mode: &str) -> Result<(), Reply> {
    let Some(given) = given else {
        return Ok(());
    };
    let mode = given.get("type").and_then(Value::as_str).unwrap_or_default();
    let mut complaints = Complaints::default();
    if !has_credentials(mode) {
        complaints.custom("invalid_union", "invalid credentials object", &["credentials", "type"]);
    }
    if let Some(key) = given.get("private_key").and_then(Value::as_str) {
        let path = ["credentials", "private_key"];
        if !key.starts_with(RSA_BEGIN) {
            let message = format!("Invalid string: must start with \"{RSA_BEGIN}\"");
            complaints.custom("invalid_format", &message, &path);
        }
        if !key.ends_with(RSA_END) {
            let message = format!("Invalid string: must end with \"{RSA_END}\"");
            complaints.custom("invalid_format", &message, &path);
        }
    }
    complaints.finish("invalid_body")?;
    if mode != shown_mode(auth_mode) {
        return Err(error(
            400,
            "invalid_body",
            "incompatible credentials auth type and provider auth",
        ));
    }
    Ok(())
}

/// Credentials with the members that Nango always shows.
fn stored_credentials(given: &Map<String, Value>, auth_mode: &str) -> Map<String, Value> {
    let mut credentials = Map::from_iter([("type".to_owned(), json!(shown_mode(auth_mode)))]);
    credentials.extend(given.clone());
    if ["OAUTH1", "OAUTH2", "TBA"].contains(&shown_mode(auth_mode)) {
        credentials.entry("scopes").or_insert_with(|| json!(""));
        credentials.entry("webhook_secret").or_insert(Value::Null);
    }
    credentials
}

/// Changes one. A new name takes along what belongs to it.
pub fn update(request: &Request<'_>, state: &mut State) -> Outcome {
    let position = find(request, state)?;
    let auth_mode = state.auth_mode(&state.integrations[position]);
    let credentials = request.object("credentials");
    check_credentials(credentials, &auth_mode)?;
    check_config(request, state, &state.integrations[position])?;
    let from = state.integrations[position].unique_key.clone();
    let to = request.text("unique_key").unwrap_or(&from).to_owned();
    if to != from {
        check_is_new(state, &to)?;
        rename(state, &from, &to);
    }
    let now = state.clock.now();
    let integration = &mut state.integrations[position];
    integration.unique_key = to;
    integration.updated_at = now;
    if let Some(name) = request.text("display_name") {
        integration.display_name = Some(name.to_owned());
    }
    if let Some(forwards) = request.member("forward_webhooks").and_then(Value::as_bool) {
        integration.forward_webhooks = forwards;
    }
    if let Some(given) = credentials {
        integration.credentials = Some(stored_credentials(given, &auth_mode));
    }
    let reply = shown(request, state, &state.integrations[position], &[]);
    state.sort_integrations();
    Ok(reply)
}

fn rename(state: &mut State, from: &str, to: &str) {
    let keys = state
        .connections
        .iter_mut()
        .map(|it| &mut it.provider_config_key)
        .chain(state.syncs.iter_mut().map(|it| &mut it.provider_config_key))
        .chain(state.known_syncs.iter_mut().map(|it| &mut it.provider_config_key))
        .chain(state.actions.iter_mut().map(|it| &mut it.provider_config_key))
        .chain(state.functions.iter_mut().map(|it| &mut it.provider_config_key));
    for key in keys.filter(|key| *key == from) {
        to.clone_into(key);
    }
    state.records.rename(from, to);
}

/// Deletes one with its connections and all that belongs to them.
pub fn delete(request: &Request<'_>, state: &mut State) -> Outcome {
    let key = request.segment("uniqueKey").to_owned();
    let position = state.integrations.iter().position(|it| it.unique_key == key);
    let position = position.ok_or_else(|| error(404, "not_found", "Integration does not exist"))?;
    state.integrations.remove(position);
    state.connections.retain(|it| it.provider_config_key != key);
    state.syncs.retain(|it| it.provider_config_key != key);
    state.known_syncs.retain(|it| it.provider_config_key != key);
    state.actions.retain(|it| it.provider_config_key != key);
    state.functions.retain(|it| it.provider_config_key != key);
    state.records.retain(|owner| owner.provider_config_key != key);
    Ok(success())
}
