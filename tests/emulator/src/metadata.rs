//! `POST` and `PATCH /connections/metadata`, and the older `POST /connection/{id}/metadata`.

use crate::{
    Shared, auth,
    document::in_stored_order,
    respond::{Reply, error},
    seed::Key,
    state::State,
    validate::{Complaints, kind},
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
pub fn change(state: &mut State, body: &Map<String, Value>, change: Change) -> Result<Reply, Reply> {
    let member = |name: &str| body.get(name).cloned().unwrap_or_default();
    let request = Request {
        connection_id: member("connection_id"),
        provider_config_key: member("provider_config_key").as_str().unwrap_or_default().to_owned(),
        metadata: body
            .get("metadata")
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default(),
    };
    request.carry_out(state, change)
}

/// Changes the metadata of the connection in the path, as programs did before 2024.
pub fn change_legacy(
    shared: &Shared,
    key: &Key,
    connection_id: &str,
    provider_config_key: Option<&str>,
    body: &Value,
    change: Change,
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
        let mut state = shared.state();
        if state.position(connection_id, provider_config_key).is_none() {
            return Err(no_matching_connection(connection_id, provider_config_key));
        }
        let status = request.carry_out(&mut state, change)?.status();
        Ok(Reply::json(status, body))
    });
    match result {
        Ok(reply) | Err(reply) => reply,
    }
}

impl Request {
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

/// The 404 of the older routes for a connection that does not exist.
pub fn no_matching_connection(connection_id: &str, provider_config_key: &str) -> Reply {
    let payload = json!({"connectionId": connection_id, "providerConfigKey": provider_config_key});
    let message = format!(
        "No connection matching the provided params of 'connection_id' and 'provider_config_key'. Please make sure these values exist in the Nango dashboard {payload:#}"
    );
    Reply::json(
        404,
        &json!({"error": {"message": message, "code": "unknown_connection", "payload": payload}}),
    )
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
