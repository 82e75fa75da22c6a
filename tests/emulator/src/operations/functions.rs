//! Functions of integrations.

use super::{Outcome, Request};
use crate::{
    clock,
    respond::{Reply, error},
    seed::Function,
    state::State,
};
use serde_json::{Map, Value, json};

const USUAL_PAGE: usize = 20;

/// A page, actions before syncs, by their names.
pub fn list(request: &Request<'_>, state: &State) -> Outcome {
    let key = request.segment("uniqueKey");
    if state.integration(key).is_none() {
        return Err(error(
            404,
            "not_found",
            &format!("Integration \"{key}\" does not exist"),
        ));
    }
    let search = request.query_text("search").to_lowercase();
    let wanted = request.query.text("type");
    let mut found: Vec<&Function> = state
        .functions
        .iter()
        .filter(|function| function.provider_config_key == key && source(function) != "template")
        .filter(|function| wanted.is_none_or(|wanted| kind(function) == wanted))
        .filter(|function| function.name.to_lowercase().contains(&search))
        .collect();
    found.sort_by_key(|function| (kind(function), &function.name));
    let limit = request.query.number("limit").unwrap_or(USUAL_PAGE);
    let page = request.query.number("page").unwrap_or(0);
    let total = found.len();
    let shown = found.into_iter().skip(page.saturating_mul(limit)).take(limit);
    let shown: Vec<Value> = shown.map(|function| document(state, function)).collect();
    let pagination = json!({"total": total, "page": page, "limit": limit});
    Ok(Reply::json(200, &json!({"data": shown, "pagination": pagination})))
}

/// One of them.
pub fn get(request: &Request<'_>, state: &State) -> Outcome {
    let position = find(request, state).ok_or_else(|| error(404, "not_found", "Function does not exist"))?;
    Ok(Reply::json(
        200,
        &json!({"data": document(state, &state.functions[position])}),
    ))
}

/// Its code.
pub fn code(request: &Request<'_>, state: &State) -> Outcome {
    let (name, key) = (request.segment("name"), request.segment("uniqueKey"));
    let function = find(request, state).map(|position| &state.functions[position]);
    let code = function.and_then(|function| Some((kind(function), function.code.as_ref()?)));
    let (kind, code) = code.ok_or_else(|| {
        let message = format!("Function '{name}' not found for integration '{key}'");
        error(404, "not_found", &message)
    })?;
    Ok(Reply::json(200, &json!({"type": kind, "code": code})))
}

/// Deletes one that was not deployed from a repository.
pub fn delete(request: &Request<'_>, state: &mut State) -> Outcome {
    let position = find(request, state).ok_or_else(|| error(404, "not_found", "Function does not exist"))?;
    if source(&state.functions[position]) == "repo" {
        return Err(error(
            400,
            "function_managed_by_deploy",
            "repo functions are deleted through `nango deploy`, not this endpoint",
        ));
    }
    state.functions.remove(position);
    Ok(Reply::json(200, &json!({"data": {"success": true}})))
}

fn find(request: &Request<'_>, state: &State) -> Option<usize> {
    let (name, key) = (request.segment("name"), request.segment("uniqueKey"));
    let wanted = request.query.text("type");
    state.functions.iter().position(|function| {
        function.name == name
            && function.provider_config_key == key
            && source(function) != "template"
            && wanted.is_none_or(|wanted| kind(function) == wanted)
    })
}

fn kind(function: &Function) -> &str {
    function.more.get("type").and_then(Value::as_str).unwrap_or("action")
}

/// Where a function comes from.
pub fn source(function: &Function) -> &str {
    function.more.get("source").and_then(Value::as_str).unwrap_or("repo")
}

/// A function as Nango shows it, with what the seed leaves out.
pub fn document(state: &State, function: &Function) -> Value {
    let mut document = Map::from_iter([("name".to_owned(), json!(function.name))]);
    document.extend(function.more.clone());
    let same = |it: &&Function| std::ptr::eq(*it, function);
    let number = state.functions.iter().take_while(|it| !same(it)).count() + 1;
    let defaults = [
        ("type", json!(kind(function))),
        ("returns", json!([])),
        ("id", json!(number)),
        ("enabled", json!(true)),
        ("last_deployed", json!(clock::credential_time(state.clock.now()))),
        ("source", json!(source(function))),
    ];
    for (name, value) in defaults {
        document.entry(name).or_insert(value);
    }
    Value::Object(document)
}

/// All functions, as `nango` or as `openai` wants them.
pub fn scripts_config(request: &Request<'_>, state: &State) -> Reply {
    let format = request.query.text("format").unwrap_or("nango");
    if let Some(seeded) = state.scripts_config.get(format) {
        return Reply::json(200, seeded);
    }
    let functions: Vec<&Function> = state.functions.iter().filter(|it| source(it) != "template").collect();
    if format == "openai" {
        let shown: Vec<Value> = functions.iter().map(|function| as_tool(function)).collect();
        return Reply::json(200, &json!({"data": shown}));
    }
    let of = |key: &str, wanted: &str| -> Vec<Value> {
        let own = functions
            .iter()
            .filter(|it| it.provider_config_key == key && kind(it) == wanted);
        own.map(|function| document(state, function)).collect()
    };
    let shown: Vec<Value> = state
        .integrations
        .iter()
        .filter(|integration| {
            functions
                .iter()
                .any(|it| it.provider_config_key == integration.unique_key)
        })
        .map(|integration| {
            let key = &integration.unique_key;
            json!({
                "actions": of(key, "action"),
                "providerConfigKey": key,
                "provider": integration.provider,
                "syncs": of(key, "sync"),
                "on-events": of(key, "on-event"),
            })
        })
        .collect();
    Reply::json(200, &Value::Array(shown))
}

/// A function as OpenAI describes tools: its input is a model of its schema.
fn as_tool(function: &Function) -> Value {
    let member = |name: &str| function.more.get(name);
    let model = input_model(function);
    let properties = model.and_then(|model| model.get("properties")).cloned();
    let required = model.and_then(|model| model.get("required")).cloned();
    json!({
        "name": function.name,
        "description": member("description").cloned().unwrap_or_default(),
        "parameters": {
            "type": "object",
            "properties": properties.unwrap_or_else(|| json!({})),
            "required": required.unwrap_or_else(|| json!([])),
        },
    })
}

/// The schema of a function's input.
fn input_model(function: &Function) -> Option<&Value> {
    let input = function.more.get("input").and_then(Value::as_str)?;
    function.more.get("json_schema")?.get("definitions")?.get(input)
}

/// The actions of an integration as the Model Context Protocol describes tools.
pub fn as_tools(state: &State, key: &str) -> Vec<Value> {
    let without_input = json!({"type": "object", "properties": {}});
    let own = state.functions.iter().filter(|function| {
        function.provider_config_key == key && kind(function) == "action" && source(function) != "template"
    });
    let described = own.map(|function| {
        json!({
            "name": function.name,
            "inputSchema": input_model(function).unwrap_or(&without_input),
            "description": function.more.get("description"),
        })
    });
    let mut tools: Vec<Value> = described.collect();
    for action in state.actions.iter().filter(|action| action.provider_config_key == key) {
        if !tools.iter().any(|tool| tool["name"] == action.name.as_str()) {
            tools.push(json!({"name": action.name, "inputSchema": without_input}));
        }
    }
    tools
}
