//! `POST` and `PATCH /connections/metadata`, and the older `POST /connection/{id}/metadata`.

use crate::{
    Shared, auth,
    document::in_stored_order,
    query::Argument,
    respond::{Reply, error},
    seed::Key,
    state::State,
    validate::Complaints,
};
use serde_json::{Map, Value, json};

/// How to treat existing metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It goes.
    Replace,
    /// It stays where the new one does not name it.
    Merge,
}

struct Request {
    connection_id: Value,
    provider_config_key: String,
    metadata: Map<String, Value>,
}

/// Changes the metadata of one connection or of several.
pub fn change(shared: &Shared, key: &Key, body: &Value, change: Change) -> Reply {
    let result = key
        .require(&[auth::UPDATE])
        .and_then(|()| Request::read(body))
        .and_then(|request| request.carry_out(&mut shared.state(), change));
    match result {
        Ok(reply) | Err(reply) => reply,
    }
}

/// Replaces the metadata of the connection in the path, as programs did before 2024.
pub fn replace_legacy(
    shared: &Shared,
    key: &Key,
    connection_id: &str,
    provider_config_key: Option<&str>,
    body: &Value,
) -> Reply {
    let result = key.require(&[auth::UPDATE]).and_then(|()| {
        let provider_config_key = provider_config_key.ok_or_else(|| {
            error(
                400,
                "missing_provider_config_key",
                "The Provider-Config-Key header is missing",
            )
        })?;
        let request = Request {
            connection_id: json!(connection_id),
            provider_config_key: provider_config_key.to_owned(),
            metadata: object(body, &[])?,
        };
        request.carry_out(&mut shared.state(), Change::Replace)?;
        Ok(Reply::json(201, body))
    });
    match result {
        Ok(reply) | Err(reply) => reply,
    }
}

impl Request {
    fn read(body: &Value) -> Result<Self, Reply> {
        const KNOWN: [&str; 3] = ["connection_id", "provider_config_key", "metadata"];
        let fields = object(body, &[])?;
        let mut complaints = Complaints::default();
        let connection_id = fields.get(KNOWN[0]).filter(|id| names_connections(id));
        if connection_id.is_none() {
            complaints.no_alternative(&[KNOWN[0]]);
        }
        let provider_config_key = match fields.get(KNOWN[1]) {
            Some(Value::String(text)) => complaints.provider_config_key(Some(&Argument::Text(text.clone()))),
            other => {
                complaints.wrong_type("string", kind(other), &[KNOWN[1]]);
                String::new()
            }
        };
        let metadata = fields.get(KNOWN[2]).and_then(Value::as_object);
        if metadata.is_none() {
            complaints.wrong_type("record", kind(fields.get(KNOWN[2])), &[KNOWN[2]]);
        }
        complaints.unknown(fields.keys().map(String::as_str), &KNOWN);
        complaints.finish("invalid_body")?;
        Ok(Self {
            connection_id: connection_id.cloned().unwrap_or_default(),
            provider_config_key,
            metadata: metadata.cloned().unwrap_or_default(),
        })
    }

    fn carry_out(self, state: &mut State, change: Change) -> Result<Reply, Reply> {
        let positions = self.positions(state)?;
        for position in positions {
            let stored = &mut state.connections[position].metadata;
            let mut metadata = match change {
                Change::Replace => Map::new(),
                Change::Merge => stored.take().unwrap_or_default(),
            };
            metadata.extend(self.metadata.clone());
            *stored = Some(in_stored_order(metadata));
        }
        let status = match change {
            Change::Replace => 201,
            Change::Merge => 200,
        };
        Ok(Reply::json(
            status,
            &json!({
                "connection_id": self.connection_id,
                "provider_config_key": self.provider_config_key,
                "metadata": self.metadata,
            }),
        ))
    }

    /// Where the connections are; none is changed unless all exist.
    fn positions(&self, state: &State) -> Result<Vec<usize>, Reply> {
        let (names, many) = match &self.connection_id {
            Value::Array(names) => (names.as_slice(), true),
            one => (std::slice::from_ref(one), false),
        };
        names
            .iter()
            .map(|name| {
                let name = name.as_str().unwrap_or_default();
                state
                    .position(name, &self.provider_config_key)
                    .ok_or_else(|| self.unknown(name, many))
            })
            .collect()
    }

    fn unknown(&self, connection_id: &str, many: bool) -> Reply {
        let mut message = format!(
            "Connection with connection id {connection_id} and provider config key {} not found. Please make sure the connection exists in the Nango dashboard",
            self.provider_config_key
        );
        if many {
            message += ". No actions were taken on any of the connections as a result of this failure.";
        }
        error(404, "unknown_connection", &message)
    }
}

fn names_connections(id: &Value) -> bool {
    match id {
        Value::String(_) => true,
        Value::Array(ids) => ids.iter().all(Value::is_string),
        _ => false,
    }
}

fn object(value: &Value, path: &[&str]) -> Result<Map<String, Value>, Reply> {
    if let Value::Object(map) = value {
        return Ok(map.clone());
    }
    let mut complaints = Complaints::default();
    complaints.wrong_type("object", kind(Some(value)), path);
    complaints.finish("invalid_body")?;
    Ok(Map::new())
}

/// The name of the type in JavaScript's validation.
fn kind(value: Option<&Value>) -> &'static str {
    match value {
        None => "undefined",
        Some(Value::Null) => "null",
        Some(Value::Bool(_)) => "boolean",
        Some(Value::Number(_)) => "number",
        Some(Value::String(_)) => "string",
        Some(Value::Array(_)) => "array",
        Some(Value::Object(_)) => "object",
    }
}
