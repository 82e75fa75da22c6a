//! The emulator's own routes, under `/__emulator/`. They need no key and do not count for the rate limit.

use crate::{
    Shared, clock,
    operations::{self, Finish},
    respond::Reply,
    seed::Addition,
    state::State,
    webhooks,
};
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
        .route("/__emulator/seed", post(seed))
        .route("/__emulator/connect", post(connect))
        .route("/__emulator/webhooks", get(sent_webhooks).post(send_webhook))
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

/// Adds to the state what a seed file may have.
async fn seed(Extract(shared): Extract<Arc<Shared>>, body: Bytes) -> Response {
    let integrations: Vec<String> = {
        let state = shared.state();
        state.integrations.iter().map(|it| it.unique_key.clone()).collect()
    };
    match Addition::parse(&body, &integrations) {
        Ok(addition) => {
            shared.state().add(addition);
            time(&shared)
        }
        Err(problem) => refuse(&shared, &problem.to_string()),
    }
}

/// Does what a customer does with a connect session.
async fn connect(Extract(shared): Extract<Arc<Shared>>, body: Bytes) -> Response {
    let finish = serde_json::from_slice::<Finish>(&body).map_err(|problem| {
        format!("the body must be {{\"token\": ..., \"integration\": ..., \"connection_id\": ..., \"credentials\": ...}}: {problem}")
    });
    match finish.and_then(|finish| operations::finish(&shared, finish, true)) {
        Ok(connection) => respond(&shared, 200, &connection),
        Err(problem) => refuse(&shared, &problem),
    }
}

async fn sent_webhooks(Extract(shared): Extract<Arc<Shared>>) -> Response {
    let sent = shared.state().outbox.to_json();
    respond(&shared, 200, &sent)
}

/// Sends the body as a webhook.
async fn send_webhook(Extract(shared): Extract<Arc<Shared>>, body: Bytes) -> Response {
    let body = match serde_json::from_slice::<Value>(&body) {
        Ok(body) => body,
        Err(problem) => {
            return refuse(
                &shared,
                &format!("the body must be the webhook, which is JSON: {problem}"),
            );
        }
    };
    match webhooks::send_now(&shared, body).await {
        Ok(status) => respond(&shared, 200, &json!({"status": status})),
        Err(problem) => refuse(&shared, &problem),
    }
}

/// Without it a mistyped route would get Nango's dashboard and look like a success.
async fn unknown(Extract(shared): Extract<Arc<Shared>>) -> Response {
    let message = "there is POST /__emulator/clock, reset, seed, connect and webhooks, and GET /__emulator/requests, external and webhooks";
    respond(&shared, 404, &json!({"error": {"message": message}}))
}

fn refuse(shared: &Shared, message: &str) -> Response {
    respond(shared, 400, &json!({"error": {"message": message}}))
}

fn time(shared: &Shared) -> Response {
    let now = clock::credential_time(shared.state().clock.now());
    respond(shared, 200, &json!({"now": now}))
}

fn respond(shared: &Shared, status: u16, body: &Value) -> Response {
    Reply::json(status, body).into_response(false, shared.date())
}
