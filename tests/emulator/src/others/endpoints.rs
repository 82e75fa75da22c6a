//! `/v1`: functions by their endpoints. An action is run, of a sync the records are read.

use crate::{
    described::Route,
    operations::Request,
    query::Query,
    ratelimit,
    respond::{Reply, error},
    routes::{self, Call},
    seed::Function,
    state::State,
    validate::header_text,
};
use form_urlencoded::byte_serialize;
use serde_json::{Value, json};

/// What an endpoint stands for.
enum Meaning {
    /// The name of an action.
    Action(String),
    /// A model of a sync.
    Records(String),
}

/// Does what the function of an endpoint does.
pub async fn answer(call: &Call<'_>, path: &str) -> Result<Reply, Reply> {
    let (key, allowance) = routes::admit(call.shared, call.method, call.path, call.headers)?;
    let integration = header_text(call.headers, "provider-config-key").unwrap_or_default();
    let meaning = find(&call.shared.state(), &integration, call.method.as_str(), path);
    let Some(meaning) = meaning else {
        let message = format!("There is no endpoint {} {path} of this integration", call.method);
        return Ok(ratelimit::label(allowance, error(404, "unknown_endpoint", &message)));
    };
    let (route, query, body) = match meaning {
        Meaning::Action(name) => {
            let input = call.body.clone().unwrap_or_else(|| json!({}));
            let body = json!({"action_name": name, "input": input});
            (Route::find("POST", "/action/trigger"), Query::parse(""), Some(body))
        }
        Meaning::Records(model) => {
            let model: String = byte_serialize(model.as_bytes()).collect();
            let query = format!("model={model}&{}", call.raw_query);
            (Route::find("GET", "/records"), Query::parse(&query), None)
        }
    };
    let Some((route, _)) = route else {
        return Err(routes::unforeseen(call.shared));
    };
    let request = Request {
        shared: call.shared,
        route,
        segments: Vec::new(),
        query: &query,
        headers: call.headers,
        body: body.as_ref(),
        session: None,
    };
    Ok(ratelimit::label(allowance, request.answer(Some(key)).await))
}

fn find(state: &State, key: &str, method: &str, path: &str) -> Option<Meaning> {
    let has_endpoint = |function: &&Function| {
        let endpoints = function.more.get("endpoints").and_then(Value::as_array);
        let is_it = |endpoint: &Value| endpoint["method"] == method && endpoint["path"] == path;
        function.provider_config_key == key && endpoints.is_some_and(|it| it.iter().any(is_it))
    };
    let function = state.functions.iter().find(has_endpoint)?;
    if function.more.get("type").and_then(Value::as_str) != Some("sync") {
        return Some(Meaning::Action(function.name.clone()));
    }
    let model = function.more.get("returns")?.get(0)?.as_str()?;
    Some(Meaning::Records(model.to_owned()))
}
