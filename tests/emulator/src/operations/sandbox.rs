//! Compiling, trying and deploying code, which Nango leaves to another service. Without a seed for it there is none.

use super::{Outcome, Request};
use crate::{
    clock,
    respond::{Reply, error},
    seed::Sandbox,
    state::State,
    validate::{Complaints, kind},
};
use serde_json::{Map, Value, json};

/// Compiles code.
pub fn compile(state: &State) -> Outcome {
    let sandbox = service(state)?;
    let compiled_at = clock::credential_time(state.clock.now());
    let (bundle, size) = (&sandbox.bundled_js, sandbox.bundled_js.len());
    Ok(Reply::json(
        200,
        &json!({"bundled_js": bundle, "bundle_size_bytes": size, "compiled_at": compiled_at}),
    ))
}

/// Begins to try code.
pub fn start_dry_run(request: &Request<'_>, state: &mut State) -> Outcome {
    let sandbox = service(state)?;
    let members = ["integration_id", "function_type"];
    Ok(begin(request, state, &members, sandbox.dry_run, sandbox.pending_polls))
}

/// Begins to deploy code or a template.
pub fn deploy(request: &Request<'_>, state: &mut State) -> Outcome {
    let mut complaints = Complaints::default();
    let required: &[&str] = match request.text("type") {
        Some("function") => &["integration_id", "function_name", "function_type", "code"],
        Some("template") => &["integration_id", "template"],
        _ => {
            complaints.no_alternative(&["type"]);
            &[]
        }
    };
    for name in required {
        let value = request.member(name);
        if !value.is_some_and(Value::is_string) {
            complaints.wrong_type("string", kind(value), &[name]);
        }
    }
    complaints.finish("invalid_body")?;
    let text = |name: &str| request.text(name).unwrap_or_default();
    let key = text("integration_id");
    if state.integration(key).is_none() {
        let message = format!("Integration '{key}' was not found");
        return Err(error(404, "integration_not_found", &message));
    }
    let function = |name: &str| {
        let mut functions = state.functions.iter();
        functions.find(|function| function.name == name && function.provider_config_key == key)
    };
    let (template, name) = (text("template"), text("function_name"));
    if text("type") == "template" && function(template).is_none_or(|it| super::functions::source(it) != "template") {
        let message = format!("No template named '{template}' exists for this integration");
        return Err(error(404, "template_not_found", &message));
    }
    if text("type") == "function" && function(name).is_some_and(|it| super::functions::source(it) == "repo") {
        let message = format!("Cannot overwrite existing function '{name}'");
        return Err(error(400, "invalid_request", &message));
    }
    let sandbox = service(state)?;
    let members = ["integration_id", "function_name", "function_type"];
    Ok(begin(
        request,
        state,
        &members,
        sandbox.deployment,
        sandbox.pending_polls,
    ))
}

/// The state of a dry run or of a deployment.
pub fn result(request: &Request<'_>, state: &mut State) -> Outcome {
    let id = request.segment("id");
    let Some((pending, document)) = state.sandbox_runs.get_mut(id) else {
        return Err(error(404, "not_found", &format!("No run '{id}' found")));
    };
    if *pending > 0 {
        *pending -= 1;
        let mut shown = document.clone();
        shown["status"] = json!("running");
        return Ok(Reply::json(200, &shown));
    }
    Ok(Reply::json(200, document))
}

fn service(state: &State) -> Result<Sandbox, Reply> {
    state.sandbox.clone().ok_or_else(|| {
        error(
            500,
            "server_error",
            "Failed to initialize the function execution environment",
        )
    })
}

fn begin(
    request: &Request<'_>,
    state: &mut State,
    members: &[&str],
    result: Map<String, Value>,
    pending_polls: u32,
) -> Reply {
    let id = state.invent_uuid();
    let created_at = clock::credential_time(state.clock.now());
    let mut document = Map::from_iter([("id".to_owned(), json!(id)), ("status".to_owned(), json!("success"))]);
    for name in members {
        document.insert((*name).into(), request.member(name).cloned().unwrap_or_default());
    }
    document.insert("created_at".into(), json!(created_at));
    document.extend(result);
    state
        .sandbox_runs
        .insert(id.clone(), (pending_polls, Value::Object(document)));
    Reply::json(202, &json!({"id": id, "status": "queued", "created_at": created_at}))
}
