//! Whole folders of functions, which are deployed at once, and their invocations. No other route shows these functions.

use crate::{
    ratelimit,
    respond::{Reply, error},
    routes::{self, Call},
    validate::{Complaints, kind},
};
use serde_json::{Map, Value, json};

const MAY_DEPLOY: &str = "environment:deploy";
const MAY_INVOKE: &str = "environment:functions:invocations";

/// Puts the functions of a folder in the place of those that are there, or says only what would change.
pub fn deploy(call: &Call<'_>, is_preview: bool) -> Result<Reply, Reply> {
    let (key, allowance) = routes::admit(call.shared, call.method, call.path, call.headers)?;
    let reply = key.require(&[MAY_DEPLOY]).and_then(|()| reconcile(call, is_preview));
    Ok(ratelimit::label(allowance, reply.unwrap_or_else(|refusal| refusal)))
}

fn reconcile(call: &Call<'_>, is_preview: bool) -> Result<Reply, Reply> {
    let body = members(call);
    let mut complaints = Complaints::default();
    if !body.get("reconciliationScope").is_some_and(Value::is_object) {
        complaints.wrong_type(
            "object",
            kind(body.get("reconciliationScope")),
            &["reconciliationScope"],
        );
    }
    if !body.get("functions").is_some_and(Value::is_array) {
        complaints.wrong_type("array", kind(body.get("functions")), &["functions"]);
    }
    complaints.finish("invalid_body")?;
    let wanted = body["functions"].as_array().cloned().unwrap_or_default();
    // Without an integration it is about all of them.
    let scope = body["reconciliationScope"]["integrationId"].as_str();
    let is_in_scope = |function: &Value| scope.is_none_or(|scope| function["integrationId"] == scope);
    if !wanted.iter().all(is_in_scope) {
        let message = "Functions must match the integration reconciliation scope";
        let mut complaints = Complaints::default();
        complaints.custom("custom", message, &["functions"]);
        complaints.finish("invalid_body")?;
    }
    let mut state = call.shared.state();
    let is_same = |a: &Value, b: &Value| a["integrationId"] == b["integrationId"] && a["name"] == b["name"];
    let (mut created, mut updated, mut unchanged) = (Vec::new(), Vec::new(), Vec::new());
    for function in &wanted {
        let there = state.bundled_functions.iter().find(|known| is_same(known, function));
        let list = match there {
            None => &mut created,
            Some(there) if there == function => &mut unchanged,
            Some(_) => &mut updated,
        };
        list.push(named(function));
    }
    let is_dropped = |known: &Value| is_in_scope(known) && !wanted.iter().any(|function| is_same(known, function));
    let deleted = state.bundled_functions.iter().filter(|known| is_dropped(known));
    let deleted: Vec<Value> = deleted.map(named).collect();
    if !is_preview {
        state.bundled_functions.retain(|known| !is_in_scope(known));
        state.bundled_functions.extend(wanted.iter().cloned());
    }
    Ok(Reply::json(
        200,
        &json!({"created": created, "updated": updated, "unchanged": unchanged, "deleted": deleted}),
    ))
}

fn named(function: &Value) -> Value {
    json!({"integrationId": function["integrationId"], "name": function["name"]})
}

/// Checks an invocation. Nango does no more yet.
pub fn invoke(call: &Call<'_>) -> Result<Reply, Reply> {
    let (key, allowance) = routes::admit(call.shared, call.method, call.path, call.headers)?;
    let refusal = key.require(&[MAY_INVOKE]).and_then(|()| check(call)).err();
    let usual = || error(501, "not_implemented", "Function invocation is not implemented yet");
    Ok(ratelimit::label(allowance, refusal.unwrap_or_else(usual)))
}

fn check(call: &Call<'_>) -> Result<(), Reply> {
    let body = members(call);
    let mut complaints = Complaints::default();
    for name in ["connection_id", "integration_id", "name"] {
        if !body.get(name).is_some_and(Value::is_string) {
            complaints.wrong_type("string", kind(body.get(name)), &[name]);
        }
    }
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    let how = text("invocation_type");
    if how != "wait" && how != "no_wait" {
        let message = r#"Invalid option: expected one of "wait"|"no_wait""#;
        complaints.custom("invalid_value", message, &["invocation_type"]);
    }
    complaints.finish("invalid_body")?;
    let (id, key, name) = (text("connection_id"), text("integration_id"), text("name"));
    let state = call.shared.state();
    if state.position(id, key).is_none() {
        let message = format!("Connection '{id}' was not found for integration '{key}'");
        return Err(error(404, "connection_not_found", &message));
    }
    let mut functions = state.bundled_functions.iter();
    let function = functions.find(|function| function["integrationId"] == key && function["name"] == name);
    let missing = || error(404, "unknown_function", &format!("Function '{name}' was not found"));
    let function = function.ok_or_else(missing)?;
    let is_invokable = match function["trigger"]["kind"].as_str() {
        Some("http") => true,
        Some("schedule") => how == "no_wait",
        _ => false,
    };
    if !is_invokable {
        let message = format!("Function '{name}' is not invokable with {how}");
        return Err(error(400, "invalid_invocation", &message));
    }
    if body.contains_key("input") && function["input_schema_ref"].is_null() {
        let finding = json!({"code": "validation_error", "message": "unexpected_function_input", "errors": []});
        return Err(Reply::json(400, &json!({"error": finding})));
    }
    Ok(())
}

fn members(call: &Call<'_>) -> Map<String, Value> {
    call.body
        .as_ref()
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default()
}
