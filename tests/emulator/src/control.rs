//! The emulator's own routes, under `/__emulator/`. They need no key and do not count for the rate limit.

use crate::{Shared, clock, respond::Reply, state::State};
use axum::{
    Router,
    body::Bytes,
    extract::State as Extract,
    response::Response,
    routing::{any, get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// A hundred years.
const FURTHEST_S: i64 = 100 * 366 * 86_400;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: i64,
}

/// Adds the routes.
pub fn add(router: Router<Arc<Shared>>) -> Router<Arc<Shared>> {
    router
        .route("/__emulator/clock", post(advance_clock))
        .route("/__emulator/reset", post(reset))
        .route("/__emulator/requests", get(requests))
        .route("/__emulator/external", get(external_requests))
        .route("/__emulator/{*rest}", any(unknown))
}

async fn advance_clock(Extract(shared): Extract<Arc<Shared>>, body: Bytes) -> Response {
    let seconds = serde_json::from_slice::<Advance>(&body)
        .map(|advance| advance.advance_seconds)
        .ok()
        .filter(|seconds| (0..=FURTHEST_S).contains(seconds));
    let Some(seconds) = seconds else {
        let message = "the body must be {\"advance_seconds\": N}, N a whole number of at least 0";
        return respond(&shared, 400, &json!({"error": {"message": message}}));
    };
    shared.state().clock.advance(seconds * 1_000);
    time(&shared)
}

async fn reset(Extract(shared): Extract<Arc<Shared>>) -> Response {
    *shared.state() = State::new(&shared.seed);
    shared.log.clear();
    shared.external_log.clear();
    time(&shared)
}

async fn requests(Extract(shared): Extract<Arc<Shared>>) -> Response {
    respond(&shared, 200, &shared.log.to_json())
}

/// One for each call of the built-in external API, so a repeated one is there more than once.
async fn external_requests(Extract(shared): Extract<Arc<Shared>>) -> Response {
    respond(&shared, 200, &shared.external_log.to_json())
}

/// Without it a mistyped route would get Nango's dashboard and look like a success.
async fn unknown(Extract(shared): Extract<Arc<Shared>>) -> Response {
    let message = "there is POST /__emulator/clock, POST /__emulator/reset, GET /__emulator/requests and GET /__emulator/external";
    respond(&shared, 404, &json!({"error": {"message": message}}))
}

fn time(shared: &Shared) -> Response {
    let now = clock::credential_time(shared.state().clock.now());
    respond(shared, 200, &json!({"now": now}))
}

fn respond(shared: &Shared, status: u16, body: &Value) -> Response {
    Reply::json(status, body).into_response(false, shared.date())
}
