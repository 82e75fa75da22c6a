//! What a customer's browser does with the token of a connect session.

use crate::{
    Shared,
    operations::{Finish, finish},
    ratelimit,
    respond::{Content, Reply, error},
    routes::{self, Call},
    seed::EndUser,
    state::State,
    store::{integrations::invented_credentials, sessions::Session},
    validate::{Complaints, header_text, kind},
};
use axum::http::{HeaderMap, Method};
use serde_json::{Map, Value, json};

const PREFIX: &str = "nango_connect_session_";

/// Whether a request has the token of a connect session where others have a key.
pub fn is_token(headers: &HeaderMap) -> bool {
    bearer(headers).is_some_and(|token| token.starts_with(PREFIX))
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    Some(
        header_text(headers, "authorization")?
            .strip_prefix("Bearer ")?
            .to_owned(),
    )
}

/// Finds the session of the token in the headers, and counts the request.
pub fn admit(
    shared: &Shared,
    method: &Method,
    path: &str,
    headers: &HeaderMap,
) -> Result<(Session, Option<ratelimit::Allowance>), Reply> {
    let session = find(&mut shared.state(), &bearer(headers).unwrap_or_default())?;
    Ok((session, routes::count(shared, method, path)?))
}

fn find(state: &mut State, token: &str) -> Result<Session, Reply> {
    let now = state.clock.now();
    state.sessions.retain(|session| session.expires_at > now);
    let session = state.sessions.iter().find(|session| session.token == token);
    session.cloned().ok_or_else(|| {
        let message = "Authentication failed. The provided connect session token does not match any account.";
        unauthenticated("unknown_connect_session_token", message)
    })
}

fn unauthenticated(code: &str, message: &str) -> Reply {
    Reply::json(
        401,
        &json!({"error": {"message": message, "code": code, "payload": {}}}),
    )
}

/// Shows the session, or ends it.
pub fn answer(call: &Call<'_>) -> Result<Reply, Reply> {
    let (session, allowance) = admit(call.shared, call.method, call.path, call.headers)?;
    if call.method == Method::DELETE {
        let mut state = call.shared.state();
        state.sessions.retain(|known| known.token != session.token);
        return Ok(ratelimit::label(allowance, Reply::plain(204, Content::Nothing)));
    }
    let mut data = Map::new();
    if let Some(user) = &session.end_user {
        data.insert("endUser".into(), shown(user));
    }
    let colors = json!({"light": {"primary": "#00B2E3"}, "dark": {"primary": "#00B2E3"}});
    let settings = json!({"showWatermark": true, "defaultTheme": "system", "theme": colors});
    data.insert("connectUISettings".into(), settings);
    if !session.allowed_integrations.is_empty() {
        data.insert("allowed_integrations".into(), json!(session.allowed_integrations));
    }
    data.insert("websocketsPath".into(), json!("/"));
    Ok(ratelimit::label(allowance, Reply::json(200, &json!({"data": data}))))
}

fn shown(user: &EndUser) -> Value {
    let organization = user.organization.as_ref();
    let organization = organization.map(|it| json!({"id": it.id, "display_name": it.display_name}));
    json!({
        "id": user.id,
        "display_name": user.display_name,
        "email": user.email,
        "tags": user.tags,
        "organization": organization,
    })
}

/// Makes a connection of the credentials that a customer has entered.
pub fn authorize(call: &Call<'_>, mode: &'static str, key: &str) -> Result<Reply, Reply> {
    let Some(token) = call.query.text("connect_session_token") else {
        let message = "Authentication failed. The request is missing a valid public key parameter.";
        return Err(unauthenticated("missing_public_key", message));
    };
    let session = find(&mut call.shared.state(), token)?;
    let allowance = routes::count(call.shared, call.method, call.path)?;
    let made = credentials(call, mode, key, &session).and_then(|credentials| {
        let finish_with = Finish {
            token: session.token,
            integration: Some(key.to_owned()),
            connection_id: None,
            credentials: Some(credentials),
        };
        finish(call.shared, finish_with, false).map_err(|problem| error(400, "invalid_body", &problem))
    });
    let reply = made.map(|made| {
        let (id, key) = (&made["connection_id"], &made["provider_config_key"]);
        let body = match mode {
            "OAUTH2_CC" => json!({"providerConfigKey": key, "connectionId": id}),
            _ => json!({"connectionId": id, "providerConfigKey": key}),
        };
        Reply::json(200, &body)
    });
    Ok(ratelimit::label(allowance, reply.unwrap_or_else(|refusal| refusal)))
}

/// The credentials of the body, with a token where an external API would give one.
fn credentials(call: &Call<'_>, mode: &'static str, key: &str, session: &Session) -> Result<Map<String, Value>, Reply> {
    let given = call
        .body
        .as_ref()
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    check(mode, &given)?;
    let refuse = |code: &str| Err(Reply::json(400, &json!({"error": {"code": code}})));
    let mut state = call.shared.state();
    let Some(integration) = state.integration(key).cloned() else {
        return Err(Reply::json(404, &json!({"error": {"code": "unknown_provider_config"}})));
    };
    if state.auth_mode(&integration) != mode {
        return refuse("invalid_auth_mode");
    }
    let allowed = &session.allowed_integrations;
    if !allowed.is_empty() && !allowed.iter().any(|it| it == key) {
        return refuse("integration_not_allowed");
    }
    if mode == "AWS_SIGV4" && integration.credentials.is_none() {
        let code = "missing_aws_sigv4_builtin_credentials";
        let message = "AWS SigV4 built-in mode requires AWS Access Key ID and Secret Access Key.";
        let body = json!({"error": {"message": message, "code": code, "payload": {}}});
        return Err(Reply::json(400, &body));
    }
    if given
        .values()
        .any(|text| integration.refuses.iter().any(|it| text == it))
    {
        return refuse("connection_test_failed");
    }
    let mut credentials = invented_credentials(mode, |name| state.invent(name));
    if mode != "NONE" {
        credentials.extend(given.into_iter().filter(|(name, _)| name != "type"));
    }
    Ok(credentials)
}

fn check(mode: &str, given: &Map<String, Value>) -> Result<(), Reply> {
    let required: &[&str] = match mode {
        "API_KEY" => &["apiKey"],
        "BASIC" => &["username", "password"],
        "TBA" => &["token_id", "token_secret"],
        "BILL" => &["username", "password", "organization_id", "dev_key"],
        "OAUTH2_CC" => &["client_id", "client_secret"],
        _ => &[],
    };
    let mut complaints = Complaints::default();
    for name in required {
        let value = given.get(*name);
        if !value.is_some_and(Value::is_string) {
            complaints.wrong_type("string", kind(value), &[name]);
        }
    }
    complaints.finish("invalid_body")
}
