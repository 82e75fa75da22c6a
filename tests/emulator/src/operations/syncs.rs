//! Syncs.

use super::{Outcome, Request, success};
use crate::{
    clock,
    metadata::no_matching_connection,
    respond::{Reply, error},
    state::State,
    store::{
        records::BASE,
        syncs::{End, Sync},
    },
    webhooks,
};
use serde_json::{Map, Value, json};

/// Starts runs.
pub fn trigger(request: &Request<'_>, state: &mut State) -> Outcome {
    let mode = request.text("sync_mode");
    let option = |name: &str| request.object("opts").and_then(|opts| opts.get(name));
    let mut complaints = crate::validate::Complaints::default();
    for name in ["reset", "emptyCache"] {
        if let Some(value) = option(name).filter(|value| !value.is_boolean()) {
            complaints.wrong_type("boolean", crate::validate::kind(Some(value)), &["opts", name]);
        }
    }
    complaints.finish("invalid_body")?;
    let is_set = |name: &str| option(name) == Some(&Value::Bool(true));
    let clear = mode == Some("full_refresh_and_clear_cache") || is_set("emptyCache");
    let full = clear || mode == Some("full_refresh") || is_set("reset");
    let now = state.clock.now();
    for position in meant(request, state)? {
        let end = state.syncs[position].run(&mut state.records, full, clear, now);
        announce(request, state, position, end, now);
    }
    Ok(success())
}

/// Stops or starts the schedules of syncs. A start is a run, if there was none.
pub fn pause(request: &Request<'_>, state: &mut State, pause: bool) -> Outcome {
    let now = state.clock.now();
    for position in meant(request, state)? {
        let sync = &mut state.syncs[position];
        let was_paused = std::mem::replace(&mut sync.is_paused, pause);
        if was_paused && !pause && !sync.has_run() {
            let end = sync.run(&mut state.records, false, false, now);
            announce(request, state, position, end, now);
        }
    }
    Ok(success())
}

/// The syncs that a request names, of one connection or of all.
fn meant(request: &Request<'_>, state: &State) -> Result<Vec<usize>, Reply> {
    let header = Some(request.header("provider-config-key")).filter(|key| !key.is_empty());
    let key = request.text("provider_config_key").map(str::to_owned).or(header);
    let key = key.ok_or_else(|| {
        error(
            400,
            "missing_provider_config_key",
            "Missing provider_config_key. Provide it in the body or headers.",
        )
    })?;
    let connection_id = request.text("connection_id");
    if let Some(id) = connection_id.filter(|id| state.position(id, &key).is_none()) {
        return Err(no_matching_connection(id, &key));
    }
    let names = request.member("syncs").and_then(Value::as_array);
    let names: Vec<(&str, Option<&str>)> = names
        .into_iter()
        .flatten()
        .filter_map(|sync| match sync {
            Value::Object(sync) => Some((sync.get("name")?.as_str()?, sync.get("variant").and_then(Value::as_str))),
            other => Some((other.as_str()?, None)),
        })
        .collect();
    let is_meant = |sync: &Sync| {
        sync.provider_config_key == key
            && connection_id.is_none_or(|id| sync.connection_id == id)
            && (names.is_empty() || names.iter().any(|(name, variant)| sync.is_meant(name, *variant)))
    };
    let found: Vec<usize> = (0..state.syncs.len()).filter(|i| is_meant(&state.syncs[*i])).collect();
    if found.is_empty() && !names.is_empty() {
        let message = "No syncs found given the inputs.";
        return Err(Reply::json(
            400,
            &json!({"error": {"message": message, "code": "no_syncs_found", "payload": {}}}),
        ));
    }
    Ok(found)
}

/// The state of syncs. While one runs, each look counts.
pub fn status(request: &Request<'_>, state: &mut State) -> Outcome {
    let key = request.query_text("provider_config_key");
    let connection_id = request.query.text("connection_id");
    if connection_id.is_some_and(|id| state.integration(key).is_some() && state.position(id, key).is_none()) {
        return Err(error(400, "invalid_body", "Connection not found"));
    }
    let names: Vec<&str> = request.query_text("syncs").split(',').collect();
    let now = state.clock.now();
    let mut shown = Vec::new();
    for position in 0..state.syncs.len() {
        let sync = &state.syncs[position];
        let is_meant = sync.provider_config_key == key
            && connection_id.is_none_or(|id| sync.connection_id == id)
            && names.iter().any(|name| sync.is_meant(name, None));
        if is_meant {
            let was = sync.document(&state.records);
            let end = state.syncs[position].poll(&mut state.records, now);
            let is_over = end.is_some();
            announce(request, state, position, end, now);
            shown.push(if is_over {
                state.syncs[position].document(&state.records)
            } else {
                was
            });
        }
    }
    Ok(Reply::json(200, &json!({"syncs": shown})))
}

/// How often a sync of a connection runs.
pub fn update_frequency(request: &Request<'_>, state: &mut State) -> Outcome {
    let position = find(request, state, request.text("sync_name"), request.text("sync_variant"))?;
    let sync = &state.syncs[position];
    let usual = state
        .known_syncs
        .iter()
        .find(|known| known.name == sync.name && known.provider_config_key == sync.provider_config_key);
    let frequency = match request.text("frequency") {
        // Nango shows what was given without its first word, and the usual one as it is.
        Some(given) => given.strip_prefix("every ").unwrap_or(given).to_owned(),
        None => usual
            .and_then(|usual| usual.frequency.clone())
            .unwrap_or_else(|| "every 1h".to_owned()),
    };
    let stored = if frequency.starts_with("every ") {
        frequency.clone()
    } else {
        format!("every {frequency}")
    };
    state.syncs[position].frequency = stored;
    Ok(Reply::json(200, &json!({"frequency": frequency})))
}

/// Creates a variant, which is paused.
pub fn create_variant(request: &Request<'_>, state: &mut State) -> Outcome {
    let (name, variant) = (request.segment("name"), request.segment("variant"));
    let base = find(request, state, Some(name), None)?;
    if find(request, state, Some(name), Some(variant)).is_ok() {
        return Err(bare(400, "sync_variant_already_exists"));
    }
    let base = &state.syncs[base];
    let known = state
        .known_syncs
        .iter()
        .find(|known| known.name == name && known.provider_config_key == base.provider_config_key)
        .cloned()
        .ok_or_else(|| bare(400, "unknown_sync"))?;
    let connection_id = base.connection_id.clone();
    let id = state.invent_uuid();
    let now = state.clock.now();
    state
        .syncs
        .push(Sync::new(id.clone(), &connection_id, &known, variant, now));
    Ok(Reply::json(200, &json!({"id": id, "name": name, "variant": variant})))
}

/// Deletes a variant. Its records stay.
pub fn delete_variant(request: &Request<'_>, state: &mut State) -> Outcome {
    let (name, variant) = (request.segment("name"), request.segment("variant"));
    let position = find(request, state, Some(name), Some(variant)).map_err(|_| bare(404, "not_found"))?;
    state.syncs.remove(position);
    Ok(success())
}

fn find(request: &Request<'_>, state: &State, name: Option<&str>, variant: Option<&str>) -> Result<usize, Reply> {
    let connection_id = request.text("connection_id").unwrap_or_default();
    let key = request.text("provider_config_key").unwrap_or_default();
    if state.position(connection_id, key).is_none() {
        return Err(bare(400, "unknown_connection"));
    }
    let position = state.syncs.iter().position(|sync| {
        sync.connection_id == connection_id
            && sync.provider_config_key == key
            && Some(sync.name.as_str()) == name
            && sync.variant == variant.unwrap_or(BASE)
    });
    position.ok_or_else(|| bare(400, "unknown_sync"))
}

/// An error without a message.
fn bare(status: u16, code: &str) -> Reply {
    Reply::json(status, &json!({"error": {"code": code}}))
}

/// Tells by webhooks how a run has ended: one for each model.
fn announce(request: &Request<'_>, state: &mut State, position: usize, end: Option<End>, now: i64) {
    let Some(end) = end else {
        return;
    };
    let sync = state.syncs[position].clone();
    let connection = state.position(&sync.connection_id, &sync.provider_config_key);
    let own_url = connection.and_then(|position| state.connections[position].webhook_url_override.clone());
    let time = clock::credential_time(now);
    let base = json!({
        "from": "nango",
        "type": "sync",
        "connectionId": sync.connection_id,
        "providerConfigKey": sync.provider_config_key,
        "syncName": sync.name,
        "syncVariant": sync.variant,
        "syncType": sync.kind(),
        "startedAt": time,
    });
    let mut send = |model: &str, more: Value| {
        let mut body = Map::new();
        body.extend(base.as_object().cloned().unwrap_or_default());
        body.insert("model".into(), json!(model));
        body.extend(more.as_object().cloned().unwrap_or_default());
        webhooks::send(request.shared, state, own_url.as_deref(), body);
    };
    match end {
        End::Success(reports) => {
            for report in reports {
                let changes = report.changes;
                let results = json!({"added": changes.added, "updated": changes.updated, "deleted": changes.deleted});
                let more = json!({
                    "success": true,
                    "modifiedAfter": time,
                    "queryTimeStamp": time,
                    "responseResults": results,
                });
                send(&report.model, more);
            }
        }
        End::Failure => {
            let error = json!({"type": "sync_script_failure", "description": "The sync has failed."});
            let model = sync.models().join(",");
            send(&model, json!({"success": false, "failedAt": time, "error": error}));
        }
    }
}
