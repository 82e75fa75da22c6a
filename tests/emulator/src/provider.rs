//! The simulated external APIs: their responses when Nango requests new tokens.

use crate::{
    clock,
    modes::{self, Mode, Renewal},
    seed::{Answer, Lifetime},
    state::State,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};

const APP_JWT_LIFETIME_S: i64 = 600;

/// The external API has not given new tokens.
pub struct Refusal;

/// Requests new credentials from the external API of the connection at `position`.
pub fn renew(state: &mut State, position: usize) -> Result<Map<String, Value>, Refusal> {
    let connection = &state.connections[position];
    let mode = connection.mode().and_then(modes::find);
    let Some((mode, renewal)) = mode.and_then(|mode| Some((mode, mode.renewal.as_ref()?))) else {
        return Err(Refusal);
    };
    if connection.refresh.answer != Answer::Tokens {
        return Err(Refusal);
    }
    let old = connection.credentials.clone();
    let rotated = rotate_refresh_token(state, position, &old)?;
    let response = answer(state, position, renewal, &old, rotated);
    Ok(new_credentials(state, position, mode, renewal, &old, &response))
}

/// The new refresh token, where the external API gives one. One that was rotated away is refused, as a real API refuses
/// it when two copies of a connection live on.
fn rotate_refresh_token(
    state: &mut State,
    position: usize,
    old: &Map<String, Value>,
) -> Result<Option<String>, Refusal> {
    let connection = &state.connections[position];
    let rotates = connection.refresh.rotates_refresh_token;
    let integration = connection.provider_config_key.clone();
    let Some(token) = old.get("refresh_token").and_then(Value::as_str) else {
        return Ok(None);
    };
    let used = (integration, token.to_owned());
    if state.retired_refresh_tokens.contains(&used) {
        return Err(Refusal);
    }
    if !rotates {
        return Ok(None);
    }
    state.retired_refresh_tokens.insert(used);
    Ok(Some(state.invent("emulated_refresh_token")))
}

/// The values of the response, by the names of the placeholders.
fn answer(
    state: &mut State,
    position: usize,
    renewal: &Renewal,
    old: &Map<String, Value>,
    refresh_token: Option<String>,
) -> Map<String, Value> {
    let seconds = match state.connections[position].refresh.expires_in {
        Lifetime::Usual => Some(renewal.lifetime),
        Lifetime::Unlimited => None,
        Lifetime::Seconds(seconds) => Some(seconds),
    };
    let now = state.clock.now();
    let expires_at = seconds.map(|seconds| clock::credential_time(now + i64::from(seconds) * 1_000));
    let values = [
        ("token", Some(json!(state.invent("emulated_token")))),
        ("refresh_token", refresh_token.map(Value::from)),
        ("expires_in", seconds.map(Value::from)),
        ("expires_at", expires_at.map(Value::from)),
        ("access_key_id", Some(json!(state.invent("ASIAEMULATED")))),
        ("secret_access_key", Some(json!(state.invent("emulated_secret_key")))),
        ("organization_id", old.get("organization_id").cloned()),
        (
            "user_id",
            Some(old.get("user_id").cloned().unwrap_or_else(|| json!("emulated-user"))),
        ),
    ];
    values
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

fn new_credentials(
    state: &mut State,
    position: usize,
    mode: &Mode,
    renewal: &Renewal,
    old: &Map<String, Value>,
    response: &Map<String, Value>,
) -> Map<String, Value> {
    let mut values = old.clone();
    let mut set = |name: &str, value: Option<Value>| match value {
        Some(value) => {
            values.insert(name.to_owned(), value);
        }
        None => {
            values.shift_remove(name);
        }
    };
    let expires_at = response.get("expires_at").cloned();
    let token = token(mode, old, response, state.clock.now());
    set(renewal.token_field, Some(token));
    set("expires_at", expires_at);
    for name in ["refresh_token", "access_key_id", "secret_access_key", "user_id"] {
        if let Some(value) = response.get(name).filter(|_| mode.has(name)) {
            set(name, Some(value.clone()));
        }
    }
    if mode.has("raw") {
        let usual = || serde_json::from_str(renewal.raw).unwrap_or_default();
        let template = state.connections[position].refresh.raw.clone();
        set("raw", fill(&template.unwrap_or_else(usual), response));
    }
    if mode.name == "APP" {
        values.insert("jwtToken".into(), app_jwt(state, position).into());
        whole_seconds(&mut values);
    }
    in_order(mode, values)
}

/// GitHub names an expiry without milliseconds.
fn whole_seconds(credentials: &mut Map<String, Value>) {
    let expires_at = credentials
        .get("expires_at")
        .and_then(Value::as_str)
        .and_then(clock::parse);
    let Some(text) = expires_at.map(clock::whole_second_time) else {
        return;
    };
    if let Some(inner) = credentials.get_mut("raw").and_then(|raw| raw.get_mut("expires_at")) {
        *inner = json!(text);
    }
    credentials.insert("expires_at".into(), text.into());
}

/// The new token: a made-up word, or the one that the mode computes from the credentials.
fn token(mode: &Mode, old: &Map<String, Value>, response: &Map<String, Value>, now: i64) -> Value {
    let text =
        |map: &Map<String, Value>, name: &str| map.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let word = text(response, "token");
    match mode.name {
        "JWT" => {
            let expires_at = clock::parse(&text(response, "expires_at")).unwrap_or(now);
            let claims = json!({
                "iss": text(old, "issuerId"),
                "iat": now / 1_000,
                "exp": expires_at / 1_000,
            });
            jwt("ES256", &claims, &word).into()
        }
        "SIGNATURE" => {
            let (user, created) = (text(old, "username"), clock::credential_time(now));
            format!(
                "UsernameToken Username=\"{user}\", PasswordDigest=\"{word}\", Nonce=\"{word}\", Created=\"{created}\""
            )
            .into()
        }
        _ => word.into(),
    }
}

/// The JWT by which a GitHub App shows who it is.
pub fn app_jwt(state: &mut State, position: usize) -> String {
    let now = state.clock.now() / 1_000;
    let app_id = state.connections[position].connection_config.get("app_id").cloned();
    let claims = json!({"iat": now, "exp": now + APP_JWT_LIFETIME_S, "iss": app_id});
    let signature = state.invent("emulated_signature");
    jwt("RS256", &claims, &signature)
}

/// When a JWT ends, in milliseconds since 1970.
pub fn jwt_expires_at(jwt: &str) -> Option<i64> {
    let payload = URL_SAFE_NO_PAD.decode(jwt.split('.').nth(1)?).ok()?;
    let claims: Value = serde_json::from_slice(&payload).ok()?;
    claims.get("exp")?.as_i64()?.checked_mul(1_000)
}

/// A JWT in form only: its signature is a made-up word.
fn jwt(algorithm: &str, claims: &Value, signature: &str) -> String {
    let header = json!({"alg": algorithm, "typ": "JWT"});
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    format!(
        "{}.{}.{}",
        encode(&header.to_string()),
        encode(&claims.to_string()),
        encode(signature)
    )
}

/// Replaces the placeholders by their values; a member whose value the response does not have is left out.
fn fill(template: &Value, response: &Map<String, Value>) -> Option<Value> {
    match template {
        Value::String(text) => match text.strip_prefix('$') {
            Some(name) => response.get(name).cloned(),
            None => Some(template.clone()),
        },
        Value::Object(map) => {
            let members = map
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), fill(value, response)?)));
            Some(Value::Object(members.collect()))
        }
        Value::Array(list) => {
            let items = list.iter().filter_map(|item| fill(item, response));
            Some(Value::Array(items.collect()))
        }
        other => Some(other.clone()),
    }
}

/// The fields of a refreshed response in order, with the user's own fields where the mode has them.
fn in_order(mode: &Mode, mut values: Map<String, Value>) -> Map<String, Value> {
    let mut ordered = Map::new();
    let mut take = |name: &str, values: &mut Map<String, Value>| {
        if let Some(value) = values.shift_remove(name) {
            ordered.insert(name.to_owned(), value);
        }
    };
    take("type", &mut values);
    for field in mode.order() {
        if field == "*" {
            let own: Vec<String> = values.keys().filter(|name| !mode.has(name)).cloned().collect();
            own.iter().for_each(|name| take(name, &mut values));
        } else {
            take(field, &mut values);
        }
    }
    ordered
}
