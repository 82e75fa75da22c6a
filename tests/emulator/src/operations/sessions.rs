//! Connect sessions, and their end in a connection.

use super::{Outcome, Request, import};
use crate::{
    Shared, clock, document,
    fresh::Name,
    respond::{Reply, error},
    seed::{self, EndUser},
    state::State,
    store::{
        integrations::invented_credentials,
        sessions::{LIFETIME_MS, Session, lower_case, with_tags_of},
    },
    validate::Complaints,
    webhooks,
};
use ring::digest;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Creates a session for a new connection.
pub fn create(request: &Request<'_>, state: &mut State) -> Outcome {
    let end_user = request.end_user()?;
    if end_user.is_none() && request.object("tags").is_none() {
        let mut complaints = Complaints::default();
        complaints.wrong_type("object", "undefined", &["end_user"]);
        complaints.finish("invalid_body")?;
    }
    let allowed = request.member("allowed_integrations").and_then(Value::as_array);
    let allowed: Vec<String> = allowed
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    let mut complaints = Complaints::default();
    for (i, key) in allowed.iter().enumerate() {
        if state.integration(key).is_none() {
            let path = ["allowed_integrations", &i.to_string()];
            complaints.custom("custom", "Integration does not exist", &path);
        }
    }
    complaints.finish("invalid_body")?;
    open(request, state, end_user, allowed, None)
}

/// Creates a session with which a customer authorizes a connection again.
pub fn reconnect(request: &Request<'_>, state: &mut State) -> Outcome {
    let id = request.text("connection_id").unwrap_or_default().to_owned();
    let key = request.text("integration_id").unwrap_or_default().to_owned();
    if state.position(&id, &key).is_none() {
        return Err(error(
            400,
            "invalid_body",
            "ConnectionID or IntegrationId does not exists",
        ));
    }
    let end_user = request.end_user()?;
    open(request, state, end_user, vec![key.clone()], Some((id, key)))
}

fn open(
    request: &Request<'_>,
    state: &mut State,
    end_user: Option<EndUser>,
    allowed_integrations: Vec<String>,
    reconnects: Option<(String, String)>,
) -> Outcome {
    let defaults = request
        .object("integrations_config_defaults")
        .cloned()
        .unwrap_or_default();
    let mut complaints = Complaints::default();
    for key in defaults.keys().filter(|key| state.integration(key).is_none()) {
        let path = ["integrations_config_defaults", key.as_str()];
        complaints.custom("custom", "Integration does not exist", &path);
    }
    complaints.finish("invalid_body")?;
    if request
        .object("overrides")
        .is_some_and(|overrides| !overrides.is_empty())
    {
        return Err(error(
            403,
            "forbidden",
            "You are not allowed to override the docs connect url",
        ));
    }
    let hash = digest::digest(&digest::SHA256, state.invent("connect_session").as_bytes());
    let hex: String = hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let session = Session {
        token: format!("nango_connect_session_{hex}"),
        expires_at: state.clock.now() + LIFETIME_MS,
        allowed_integrations,
        tags: request.object("tags").map(lower_case).unwrap_or_default(),
        end_user,
        webhook_url_override: request.text("webhook_url_override").map(str::to_owned),
        defaults,
        reconnects,
    };
    let link = format!("http://{}/?session_token={}", request.host(), session.token);
    let expires_at = clock::credential_time(session.expires_at);
    let data = json!({"token": session.token, "connect_link": link, "expires_at": expires_at});
    state.sessions.push(session);
    Ok(Reply::json(201, &json!({"data": data})))
}

/// What a customer does in the browser.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finish {
    pub token: String,
    /// The integration that the customer chooses; needed only if the session offers several.
    #[serde(default)]
    pub integration: Option<String>,
    /// The id that the connection gets; a new UUID without it.
    #[serde(default)]
    pub connection_id: Option<String>,
    /// Invented without it.
    #[serde(default)]
    pub credentials: Option<Map<String, Value>>,
}

/// Makes the connection of a session, and tells it by a webhook. The session then has ended, if that is wanted: a browser ends
/// it by itself.
pub fn finish(shared: &Arc<Shared>, finish: Finish, ends: bool) -> Result<Value, String> {
    let mut state = shared.state();
    let now = state.clock.now();
    state.sessions.retain(|session| session.expires_at > now);
    let position = state.sessions.iter().position(|session| session.token == finish.token);
    let position = position.ok_or("there is no session with this token; it may have expired")?;
    let session = state.sessions[position].clone();
    let key = choose(&state, &session, finish.integration)?;
    let integration = state
        .integration(&key)
        .cloned()
        .ok_or_else(|| format!("there is no integration \"{key}\""))?;
    let auth_mode = state.auth_mode(&integration);
    let credentials = match finish.credentials {
        Some(credentials) => credentials,
        None => invented_credentials(&auth_mode, |name| state.invent(name)),
    };
    let id = session
        .reconnects
        .as_ref()
        .map(|(id, _)| id.clone())
        .or(finish.connection_id);
    let id = id.unwrap_or_else(|| state.invent_uuid());
    let old = state.position(&id, &key).map(|position| &state.connections[position]);
    let is_new = old.is_none();
    let own_tags = with_tags_of(session.end_user.as_ref(), &session.tags);
    let mut tags = old.map(|old| old.tags.clone()).unwrap_or_default();
    tags.extend(own_tags);
    let defaults = session
        .defaults
        .get(&key)
        .and_then(|defaults| defaults.get("connection_config"));
    let made = seed::Connection {
        id: None,
        connection_id: id.clone(),
        provider_config_key: key.clone(),
        errors: Vec::new(),
        end_user: session
            .end_user
            .clone()
            .or_else(|| old.and_then(|old| old.end_user.clone())),
        tags: document::in_stored_order(tags),
        metadata: old.and_then(|old| old.metadata.clone()),
        connection_config: defaults.and_then(Value::as_object).cloned().unwrap_or_default(),
        webhook_url_override: session.webhook_url_override.clone(),
        created_at: None,
        updated_at: None,
        last_fetched_at: Some(seed::When::At(now * 1_000)),
        credentials,
        refresh_exhausted: false,
        refresh: None,
    };
    seed::check_connection(&made, "the connection")?;
    import::put(&mut state, &made, &integration);
    if ends {
        state.sessions.remove(position);
    }
    let name = Name {
        connection_id: &id,
        provider_config_key: &key,
    };
    announce(
        shared,
        &mut state,
        name,
        &auth_mode,
        if is_new { "creation" } else { "override" },
        None,
    );
    Ok(json!({"connection_id": id, "provider_config_key": key}))
}

fn choose(state: &State, session: &Session, chosen: Option<String>) -> Result<String, String> {
    let offered: Vec<&str> = match session.allowed_integrations.as_slice() {
        [] => state.integrations.iter().map(|it| it.unique_key.as_str()).collect(),
        some => some.iter().map(String::as_str).collect(),
    };
    match (chosen, offered.as_slice()) {
        (Some(chosen), offered) if offered.contains(&chosen.as_str()) => Ok(chosen),
        (None, [one]) => Ok((*one).to_owned()),
        (_, offered) => Err(format!(
            "integration must be one that the session offers: {}",
            offered.join(", ")
        )),
    }
}

/// Tells by a webhook what has become of the credentials of a connection.
pub fn announce(
    shared: &Arc<Shared>,
    state: &mut State,
    name: Name<'_>,
    auth_mode: &str,
    operation: &str,
    failure: Option<(&str, &str)>,
) {
    let Some(position) = state.position(name.connection_id, name.provider_config_key) else {
        return;
    };
    let connection = &state.connections[position];
    let mut body = Map::new();
    let mut put = |name: &str, value: Value| drop(body.insert(name.into(), value));
    put("authMode", json!(auth_mode));
    put("connectionId", json!(connection.connection_id));
    put("environment", json!("dev"));
    if let Some((kind, description)) = failure {
        put("error", json!({"type": kind, "description": description}));
    }
    put("from", json!("nango"));
    put("operation", json!(operation));
    put("provider", json!(connection.provider));
    put("providerConfigKey", json!(connection.provider_config_key));
    put("success", json!(failure.is_none()));
    put("tags", Value::Object(connection.tags.clone()));
    put("type", json!("auth"));
    let own_url = connection.webhook_url_override.clone();
    webhooks::send(shared, state, own_url.as_deref(), body);
}
