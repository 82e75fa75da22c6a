//! Webhooks of external APIs, which are forwarded.

use crate::{
    ratelimit,
    respond::{Content, Reply, etag},
    routes::{self, Call},
    webhooks,
};
use axum::http::header::ETAG;
use serde_json::{Map, json};

/// Takes a webhook for an integration, and forwards it.
pub fn answer(call: &Call<'_>, environment: &str, key: &str) -> Result<Reply, Reply> {
    let allowance = routes::count(call.shared, call.method, call.path)?;
    Ok(ratelimit::label(allowance, take(call, environment, key)))
}

fn take(call: &Call<'_>, environment: &str, key: &str) -> Reply {
    let refuse = |code: &str| Reply::json(404, &json!({"error": {"code": code}}));
    if environment != call.shared.seed.environment_uuid {
        return refuse("unknown_environment");
    }
    let mut state = call.shared.state();
    let Some(integration) = state.integration(key).cloned() else {
        return refuse("unknown_provider_config");
    };
    if integration.forward_webhooks {
        let members = [
            ("from", json!(integration.provider)),
            ("type", json!("forward")),
            ("providerConfigKey", json!(integration.unique_key)),
            ("payload", call.body.clone().unwrap_or_else(|| json!({}))),
        ];
        let body: Map<_, _> = members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        webhooks::send(call.shared, &mut state, None, body);
    }
    Reply::plain(204, Content::Nothing).with(ETAG, etag(b""))
}
