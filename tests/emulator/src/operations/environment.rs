//! The environment: its variables and the key that its webhooks are signed with.

use crate::{respond::Reply, state::State};
use serde_json::{Value, json};

/// The variables.
pub fn variables(state: &State) -> Reply {
    let variables: Vec<Value> = state
        .variables
        .iter()
        .map(|(name, value)| json!({"name": name, "value": value}))
        .collect();
    Reply::json(200, &Value::Array(variables))
}

/// A new key, which counts at once.
pub fn rotate_signing_key(state: &mut State) -> Reply {
    let key = state.invent("nango_webhook_signing_key");
    state.outbox.signing_key.clone_from(&key);
    Reply::json(200, &json!({"data": {"webhook_signing_key": key}}))
}
