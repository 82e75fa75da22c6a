//! Actions, and those that run without their caller waiting.

use crate::seed;
use serde_json::{Map, Value, json};

/// What an action has come to.
#[derive(Clone, Debug)]
pub enum Outcome {
    Output(Value),
    /// The status and the error.
    Failure(u16, Value),
}

/// An action whose caller does not wait.
#[derive(Clone, Debug)]
pub struct Run {
    pub id: String,
    pub connection_id: String,
    pub provider_config_key: String,
    pub outcome: Outcome,
    pending_polls: u32,
    /// Whether the webhook about its end was sent.
    pub is_announced: bool,
}

impl Run {
    /// One that has just begun.
    pub fn new(id: String, connection_id: &str, action: &seed::Action, input: Option<&Value>) -> Self {
        Self {
            id,
            connection_id: connection_id.to_owned(),
            provider_config_key: action.provider_config_key.clone(),
            outcome: outcome(action, input),
            pending_polls: action.pending_polls,
            is_announced: false,
        }
    }

    /// Whether it has ended.
    pub fn is_done(&self) -> bool {
        self.pending_polls == 0
    }

    /// Counts a look at it; gives whether it has ended.
    pub fn poll(&mut self) -> bool {
        let is_done = self.is_done();
        self.pending_polls = self.pending_polls.saturating_sub(1);
        is_done
    }
}

/// What an action comes to with this input.
pub fn outcome(action: &seed::Action, input: Option<&Value>) -> Outcome {
    if let Some(error) = &action.error {
        let status = error
            .get("status")
            .and_then(Value::as_u64)
            .and_then(|status| u16::try_from(status).ok());
        let mut error = error.clone();
        error.shift_remove("status");
        return Outcome::Failure(status.unwrap_or(500), json!({"error": error}));
    }
    if let Some(upstream) = &action.upstream {
        return Outcome::Failure(424, json!({"error": upstream_failure(upstream)}));
    }
    let output = if action.echo {
        input.cloned().unwrap_or_default()
    } else {
        action.output.clone()
    };
    // The server takes both for no output.
    Outcome::Output(if output == json!(false) {
        Value::Null
    } else {
        as_javascript_has_it(output)
    })
}

fn upstream_failure(upstream: &Map<String, Value>) -> Value {
    let member = |name: &str, default: Value| upstream.get(name).cloned().unwrap_or(default);
    let body = member("body", json!({}));
    json!({
        "payload": body,
        "code": "script_http_error",
        "upstream": {"status": member("status", json!(500)), "headers": member("headers", json!({})), "body": body},
    })
}

/// Numbers in JavaScript have 53 bits.
fn as_javascript_has_it(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_u64().filter(|it| *it > 1 << 53) {
            // Rust writes the digits of a floating point number out, as JavaScript does.
            Some(large) => serde_json::from_str(&(large as f64).to_string()).unwrap_or(Value::Number(number)),
            None => Value::Number(number),
        },
        Value::Array(list) => list.into_iter().map(as_javascript_has_it).collect(),
        Value::Object(map) => map
            .into_iter()
            .map(|(name, value)| (name, as_javascript_has_it(value)))
            .collect(),
        other => other,
    }
}
