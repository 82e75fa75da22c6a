//! Records.

use super::{Outcome, Request};
use crate::{
    clock,
    respond::{Reply, error},
    state::State,
    store::records::{BASE, Owner, Selection, read_cursor},
};
use serde_json::{Value, json};

const USUAL_PAGE: usize = 100;
const LARGEST_PRUNE: usize = 1_000;

/// A page of the records of a model, from the one that was changed first.
pub fn list(request: &Request<'_>, state: &State) -> Outcome {
    let owner = owner(
        request,
        state,
        request.query_text("model"),
        request.query.text("variant"),
    )?;
    let after = match request.query.text("cursor") {
        Some(cursor) => Some(read_cursor(cursor).ok_or_else(|| error(500, "server_error", "Failed to fetch records"))?),
        None => None,
    };
    let time = request.query.text("modified_after").or(request.query.text("delta"));
    let filter = request
        .query
        .get("filter")
        .map(|filter| filter.texts())
        .unwrap_or_default();
    let selection = Selection {
        after,
        modified_after: time.and_then(clock::parse_micros),
        filter: filter
            .iter()
            .flat_map(|text| text.split(','))
            .map(str::to_owned)
            .collect(),
        ids: request.query.get("ids").map(|ids| ids.texts()).unwrap_or_default(),
        limit: request.query.number("limit").unwrap_or(USUAL_PAGE),
    };
    let (records, next_cursor) = state.records.select(&owner, &selection);
    Ok(Reply::json(
        200,
        &json!({"next_cursor": next_cursor, "records": records}),
    ))
}

/// Empties records up to one that was processed.
pub fn prune(request: &Request<'_>, state: &mut State) -> Outcome {
    let owner = owner(
        request,
        state,
        request.text("model").unwrap_or_default(),
        request.text("variant"),
    )?;
    let until = read_cursor(request.text("until_cursor").unwrap_or_default());
    let until = until.ok_or_else(|| error(500, "server_error", "Failed to prune records"))?;
    let limit = request.member("limit").and_then(Value::as_u64);
    let limit = limit
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(LARGEST_PRUNE);
    let now = state.clock.now();
    let (count, has_more) = state.records.prune(&owner, &until, limit, now);
    Ok(Reply::json(200, &json!({"count": count, "has_more": has_more})))
}

fn owner(request: &Request<'_>, state: &State, model: &str, variant: Option<&str>) -> Result<Owner, Reply> {
    let owner = Owner {
        connection_id: request.header("connection-id"),
        provider_config_key: request.header("provider-config-key"),
        model: model.to_owned(),
        variant: variant.unwrap_or(BASE).to_owned(),
    };
    let position = state.position(&owner.connection_id, &owner.provider_config_key);
    position.map(|_| owner).ok_or_else(|| {
        error(
            400,
            "unknown_connection",
            "Provided ConnectionId and ProviderConfigKey does not match a valid connection",
        )
    })
}
