//! Actions.

use super::{Outcome, Request};
use crate::{
    respond::{Reply, error},
    seed,
    state::State,
    store::actions::{self, Run, outcome},
    validate::flag,
    webhooks,
};
use axum::http::header;
use serde_json::{Map, Value, json};
use std::time::Duration;

/// Runs an action, or begins to.
pub async fn trigger(request: &Request<'_>) -> Outcome {
    let action = find(request, &request.shared.state())?;
    if flag(&request.header("x-async")) == Some(true) {
        return Ok(begin(request, &mut request.shared.state(), &action));
    }
    tokio::time::sleep(Duration::from_millis(action.delay_ms)).await;
    Ok(reply(outcome(&action, request.member("input"))))
}

fn find(request: &Request<'_>, state: &State) -> Result<seed::Action, Reply> {
    let key = request.header("provider-config-key");
    if state.position(&request.header("connection-id"), &key).is_none() {
        return Err(error(400, "unknown_connection", "Failed to find connection"));
    }
    let name = request.text("action_name").unwrap_or_default();
    let mut actions = state.actions.iter();
    let action = actions.find(|action| action.name == name && action.provider_config_key == key);
    let action = action.ok_or_else(|| error(404, "not_found", "Action not found"))?;
    if action.disabled {
        return Err(error(404, "disabled_resource", "The action is disabled"));
    }
    Ok(action.clone())
}

fn begin(request: &Request<'_>, state: &mut State, action: &seed::Action) -> Reply {
    let id = state.invent_uuid();
    let mut run = Run::new(
        id.clone(),
        &request.header("connection-id"),
        action,
        request.member("input"),
    );
    if run.is_done() {
        announce(request, state, &mut run);
    }
    state.action_runs.push(run);
    let status_url = format!("/action/{id}");
    Reply::json(202, &json!({"id": id, "statusUrl": status_url})).with(header::LOCATION, status_url)
}

fn reply(outcome: actions::Outcome) -> Reply {
    match outcome {
        actions::Outcome::Output(output) => Reply::json(200, &output),
        actions::Outcome::Failure(status, body) => Reply::json(status, &body),
    }
}

/// What an action has come to. One without an output is as if it had never been.
pub fn result(request: &Request<'_>, state: &mut State) -> Outcome {
    let id = request.segment("id");
    let missing = || error(404, "not_found", &format!("No action '{id}' found"));
    let position = state
        .action_runs
        .iter()
        .position(|run| run.id == id)
        .ok_or_else(missing)?;
    if !state.action_runs[position].poll() {
        return Err(missing());
    }
    let mut run = state.action_runs[position].clone();
    announce(request, state, &mut run);
    let outcome = run.outcome.clone();
    state.action_runs[position] = run;
    match outcome {
        actions::Outcome::Output(Value::Null) => Err(missing()),
        other => Ok(reply(other)),
    }
}

/// Tells by a webhook that an action has ended.
fn announce(request: &Request<'_>, state: &mut State, run: &mut Run) {
    if std::mem::replace(&mut run.is_announced, true) {
        return;
    }
    let body = [
        ("connectionId", json!(run.connection_id)),
        ("from", json!("nango")),
        (
            "payload",
            json!({"id": run.id, "statusUrl": format!("/action/{}", run.id)}),
        ),
        ("providerConfigKey", json!(run.provider_config_key)),
        ("type", json!("async_action")),
    ];
    let body: Map<String, Value> = body.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let position = state.position(&run.connection_id, &run.provider_config_key);
    let own_url = position.and_then(|position| state.connections[position].webhook_url_override.clone());
    webhooks::send(request.shared, state, own_url.as_deref(), body);
}
