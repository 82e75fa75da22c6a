//! `/mcp`: actions as the tools of an agent, by the Model Context Protocol.

use crate::{
    external::in_pieces,
    operations::as_tools,
    ratelimit,
    respond::{Content, Reply, error},
    routes::{self, Call},
    seed::Action,
    store::actions::{Outcome, outcome},
    validate::{Complaints, header_text},
};
use axum::http::header;
use serde_json::{Value, json};
use std::time::Duration;

const SCOPE: &str = "environment:mcp";
const VERSION: &str = "2025-03-26";

/// Responds to one message.
pub async fn answer(call: &Call<'_>) -> Result<Reply, Reply> {
    let (key, allowance) = routes::admit(call.shared, call.method, call.path, call.headers)?;
    let reply = match key.require(&[SCOPE]) {
        Ok(()) => respond(call).await.unwrap_or_else(|refusal| refusal),
        Err(refusal) => refusal,
    };
    Ok(ratelimit::label(allowance, reply))
}

async fn respond(call: &Call<'_>) -> Result<Reply, Reply> {
    let mut complaints = Complaints::default();
    let connection_id = complaints.connection_header(call.headers);
    let key = complaints.integration_header(call.headers);
    complaints.finish("invalid_headers")?;
    if call.shared.state().position(&connection_id, &key).is_none() {
        return Err(error(400, "unknown_connection", "Failed to find connection"));
    }
    let accepted = header_text(call.headers, "accept").unwrap_or_default();
    if !accepted.contains("application/json") || !accepted.contains("text/event-stream") {
        let message = "Not Acceptable: Client must accept both application/json and text/event-stream";
        let body = json!({"jsonrpc": "2.0", "error": {"code": -32000, "message": message}, "id": null});
        return Err(Reply::plain(406, Content::Whole(body.to_string().into()))
            .with(header::CONTENT_TYPE, "application/json".into()));
    }
    let message = call.body.clone().unwrap_or_default();
    let Some(id) = message.get("id") else {
        // A notification.
        return Ok(Reply::plain(202, Content::Whole("".into())));
    };
    let result = |result: Value| event(&json!({"result": result, "jsonrpc": "2.0", "id": id}));
    let failure =
        |code: i32, text: &str| event(&json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": text}}));
    Ok(match message["method"].as_str().unwrap_or_default() {
        "initialize" => {
            let version = message["params"]["protocolVersion"].as_str().unwrap_or(VERSION);
            let server = json!({"name": "Nango MCP server", "version": "1.0.0"});
            whole(result(
                json!({"protocolVersion": version, "capabilities": {"tools": {}}, "serverInfo": server}),
            ))
        }
        "ping" => whole(result(json!({}))),
        "tools/list" => whole(result(json!({"tools": as_tools(&call.shared.state(), &key)}))),
        "tools/call" => {
            let name = message["params"]["name"].as_str().unwrap_or_default();
            let Some(action) = find(call, &key, name) else {
                return Ok(whole(failure(-32603, &format!("Action {name} not found"))));
            };
            tokio::time::sleep(Duration::from_millis(action.delay_ms)).await;
            later(match outcome(&action, message["params"].get("arguments")) {
                Outcome::Output(output) => {
                    let text = format!("{output:#}");
                    result(json!({"content": [{"type": "text", "text": text}]}))
                }
                Outcome::Failure(status, body) => failure(-32603, &problem(status, &body["error"])),
            })
        }
        other => whole(failure(-32601, &format!("Method not found: {other}"))),
    })
}

fn find(call: &Call<'_>, key: &str, name: &str) -> Option<Action> {
    let state = call.shared.state();
    let mut actions = state.actions.iter();
    let action = actions.find(|action| action.name == name && action.provider_config_key == key && !action.disabled);
    action.cloned()
}

/// What an agent is told of an action that failed.
fn problem(status: u16, error: &Value) -> String {
    json!({"type": error["code"], "status": status, "payload": error["payload"]}).to_string()
}

fn event(message: &Value) -> String {
    format!("event: message\ndata: {message}\n\n")
}

/// A response that is there at once.
fn whole(text: String) -> Reply {
    as_event_stream(Content::Whole(text.into()))
}

/// The response of something that has taken time.
fn later(text: String) -> Reply {
    as_event_stream(Content::Stream(in_pieces(text.into())))
}

fn as_event_stream(content: Content) -> Reply {
    Reply::plain(200, content).with(header::CONTENT_TYPE, "text/event-stream".into())
}
