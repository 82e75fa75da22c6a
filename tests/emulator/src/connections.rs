//! `GET /connection/{id}` and `GET /connections/{id}`.

use crate::{
    Shared, auth, document,
    fresh::{self, Name, Trouble},
    query::Query,
    refresh::Wishes,
    respond::{Reply, error},
    seed::Key,
    state::Connection,
    validate::Complaints,
};
use serde_json::json;
use std::sync::Arc;

struct Request {
    connection_id: String,
    provider_config_key: String,
    refresh_token: bool,
    wishes: Wishes,
}

/// Responds to one connection.
pub async fn get(shared: &Arc<Shared>, key: &Key, connection_id: &str, query: &Query) -> Reply {
    match try_get(shared, key, connection_id, query).await {
        Ok(reply) | Err(reply) => reply,
    }
}

async fn try_get(shared: &Arc<Shared>, key: &Key, connection_id: &str, query: &Query) -> Result<Reply, Reply> {
    key.require(&[auth::READ, auth::READ_CREDENTIALS])?;
    let request = Request::read(connection_id, query)?;
    let may_read_credentials = key.may(auth::READ_CREDENTIALS);
    if !may_read_credentials && request.wants_credentials() {
        return Err(auth::forbidden(
            "Credential and refresh options require the environment:connections:read_credentials scope",
        ));
    }
    if shared.state().integration(&request.provider_config_key).is_none() {
        return Err(error(400, "unknown_provider_config", "Provider does not exists"));
    }
    let name = request.name();
    if may_read_credentials {
        return fresh::read(shared, name, request.wishes, |connection| request.document(connection))
            .await
            .map_err(|trouble| refuse(&trouble));
    }
    let state = shared.state();
    let position = state
        .position(name.connection_id, name.provider_config_key)
        .ok_or_else(not_found)?;
    let document = document::without_credentials(&state.connections[position]);
    Ok(Reply::json(200, &document))
}

impl Request {
    fn read(connection_id: &str, query: &Query) -> Result<Self, Reply> {
        const KNOWN: [&str; 4] = [
            "provider_config_key",
            "refresh_token",
            "force_refresh",
            "refresh_github_app_jwt_token",
        ];
        let mut complaints = Complaints::default();
        let request = Self {
            connection_id: connection_id.to_owned(),
            provider_config_key: complaints.provider_config_key(query.get(KNOWN[0])),
            refresh_token: complaints.flag(query, KNOWN[1]),
            wishes: Wishes {
                force: complaints.flag(query, KNOWN[2]),
                app_jwt: complaints.flag(query, KNOWN[3]),
            },
        };
        complaints.unknown(query.names(), &KNOWN);
        complaints.finish("invalid_query_params")?;
        let mut complaints = Complaints::default();
        complaints.connection_id(connection_id);
        complaints.finish("invalid_uri_params")?;
        Ok(request)
    }

    fn wants_credentials(&self) -> bool {
        self.refresh_token || self.wishes.force || self.wishes.app_jwt
    }

    fn name(&self) -> Name<'_> {
        Name {
            connection_id: &self.connection_id,
            provider_config_key: &self.provider_config_key,
        }
    }

    fn document(&self, connection: &Connection) -> Reply {
        Reply::json(200, &document::with_credentials(connection, self.refresh_token))
    }
}

fn not_found() -> Reply {
    error(404, "not_found", "Failed to find connection")
}

fn refuse(trouble: &Trouble) -> Reply {
    match trouble {
        Trouble::Unknown => not_found(),
        Trouble::Lacking(lack, connection) => Reply::json(
            lack.status(),
            &json!({"error": {
                "code": "invalid_credentials",
                "message": lack.message(),
                "payload": {"connection": connection},
            }}),
        ),
    }
}
