//! Changes of a connection, and its end.

use super::{Outcome, Request, success};
use crate::{
    document::in_stored_order,
    respond::{Reply, error},
    state::State,
    store::sessions::with_tags_of,
};
use serde_json::{Map, json};

/// Changes tags, end user and webhook URL.
pub fn update(request: &Request<'_>, state: &mut State) -> Outcome {
    let position = find(request, state)?.ok_or_else(|| error(404, "not_found", "Failed to find connection"))?;
    let end_user = request.end_user()?;
    let now = state.clock.now();
    let connection = &mut state.connections[position];
    let tags = request.object("tags");
    if tags.is_some() || end_user.is_some() {
        // Whichever of them is given, the tags that were there go.
        connection.tags = in_stored_order(with_tags_of(end_user.as_ref(), tags.unwrap_or(&Map::new())));
        connection.updated_at = now;
    }
    if end_user.is_some() {
        connection.end_user = end_user;
    }
    if let Some(url) = request.text("webhook_url_override") {
        connection.webhook_url_override = Some(url.to_owned()).filter(|url| !url.is_empty());
    }
    Ok(success())
}

/// Deletes a connection with all that belongs to it.
pub fn delete(request: &Request<'_>, state: &mut State) -> Outcome {
    let unknown = || Reply::json(400, &json!({"error": {"code": "unknown_connection"}}));
    let position = find(request, state)?.ok_or_else(unknown)?;
    let connection = state.connections.remove(position);
    let (id, key) = (&connection.connection_id, &connection.provider_config_key);
    state
        .syncs
        .retain(|sync| sync.connection_id != *id || sync.provider_config_key != *key);
    state
        .records
        .retain(|owner| owner.connection_id != *id || owner.provider_config_key != *key);
    Ok(success())
}

fn find(request: &Request<'_>, state: &State) -> Result<Option<usize>, Reply> {
    let provider_config_key = request.query_text("provider_config_key");
    if state.integration(provider_config_key).is_none() {
        return Err(error(400, "unknown_provider_config", "Provider does not exists"));
    }
    Ok(state.position(request.segment("connectionId"), provider_config_key))
}
