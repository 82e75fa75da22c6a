//! Whether a call carries the credentials of the account that it is for.

use super::{Answer, Call};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};

/// Responds whether the call is authenticated.
pub fn answer(call: &Call) -> Answer {
    let mode = call.account.get("type").and_then(Value::as_str).unwrap_or("NONE");
    match is_authenticated(call, mode) {
        true => Answer::json(200, &json!({"authenticated": true, "mode": mode})),
        false => Answer::json(401, &json!({"authenticated": false})),
    }
}

fn is_authenticated(call: &Call, mode: &str) -> bool {
    let own = |name: &str| text(&call.account, name);
    let shows = |header: &str, name: &str| own(name).is_some() && call.header(header) == own(name);
    let bearer = || call.header("authorization").and_then(|it| it.strip_prefix("Bearer "));
    match mode {
        "OAUTH2" | "MCP_OAUTH2" | "MCP_OAUTH2_GENERIC" | "APP" | "APP_STORE" => {
            bearer().is_some() && bearer() == own("access_token")
        }
        "OAUTH2_CC" | "JWT" | "TWO_STEP" | "SIGNATURE" => bearer().is_some() && bearer() == own("token"),
        "CUSTOM" => ["app", "user"]
            .iter()
            .filter_map(|part| text(call.account.get(*part)?.as_object()?, "access_token"))
            .any(|token| bearer() == Some(token)),
        "BASIC" | "INSTALL_PLUGIN" => is_basic(call, own("username"), own("password")),
        "API_KEY" => shows("x-api-key", "apiKey"),
        "TABLEAU" => shows("x-tableau-auth", "token"),
        "BILL" => shows("sessionid", "session_id") && shows("devkey", "dev_key"),
        "OAUTH1" => is_signed_with(call, "oauth_token", own("oauth_token")),
        "TBA" => is_signed_with(call, "oauth_token", own("token_id")),
        "AWS_SIGV4" => is_signed_for_aws(call, own("access_key_id")) && shows("x-amz-security-token", "session_token"),
        _ => true,
    }
}

fn text<'a>(map: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    map.get(name).and_then(Value::as_str)
}

fn is_basic(call: &Call, username: Option<&str>, password: Option<&str>) -> bool {
    let encoded = call.header("authorization").and_then(|it| it.strip_prefix("Basic "));
    let decoded = encoded.and_then(|encoded| STANDARD.decode(encoded).ok());
    let (Some(username), Some(password)) = (username, password) else {
        return false;
    };
    decoded.is_some_and(|decoded| decoded == format!("{username}:{password}").as_bytes())
}

/// An OAuth 1 header that names the token. The signature is not computed again, as the secret of the integration is
/// nowhere in a seed.
fn is_signed_with(call: &Call, name: &str, token: Option<&str>) -> bool {
    let parameters = call.header("authorization").and_then(|it| it.strip_prefix("OAuth "));
    let (Some(parameters), Some(token)) = (parameters, token) else {
        return false;
    };
    let has = |wanted: &str| parameters.split(", ").any(|parameter| parameter.starts_with(wanted));
    has(&format!("{name}=\"{token}\"")) && has("oauth_signature=\"")
}

fn is_signed_for_aws(call: &Call, access_key_id: Option<&str>) -> bool {
    let start = access_key_id.map(|id| format!("AWS4-HMAC-SHA256 Credential={id}/"));
    let authorization = call.header("authorization");
    authorization.is_some_and(|it| start.is_some_and(|start| it.starts_with(&start)) && it.contains(", Signature="))
}
