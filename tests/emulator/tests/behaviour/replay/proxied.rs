//! The exchanges of the folder `proxy`: calls of an external API, whose place an API on loopback takes.

use super::{Recorded, Replay, connections::limited, recorded::Exchange};
use crate::external_api;
use nango_emulator::{Emulator, Seed, start};
use serde_json::{Value, json};

/// Beyond the rate limit.
const RATE_LIMITED: &[&str] = &["err_429_head_proxy", "proxy_head_err_429"];
/// The external API's own 429, which shows Nango's limit.
const WITH_LIMIT: &str = "proxy_all_headers_429";
/// With the key of an environment that has no integrations.
const OTHER_ENVIRONMENT: &str = "proxy_err_other_environment";
/// Ports of the recorded API that behave badly, and the paths that do so here.
const BAD: [(&str, &str); 5] = [
    (":18911", "/bad-http"),
    (":18912", "/two-lengths"),
    (":18913", "/long-head"),
    (":18914", "/broken-gzip"),
    (":18916", "/loop"),
];
/// The beginnings of headers by which the recorded server traced its calls.
const TRACING: [&str; 2] = ["x-datadog-", "trace"];

/// Replays them.
pub fn replay(recorded: &Recorded, replay: &mut Replay) {
    let api = external_api::start();
    let patient = emulator(&json!({"providers": provider(api.port()), "rate_limit": {"requests": 1_000_000}}));
    let limiting = emulator(&json!({"providers": provider(api.port())}));
    let other_key = json!([{"secret": "1285493e-874e-431d-85ce-4c7f829f894c", "scopes": ["environment:*"]}]);
    let empty = emulator(&json!({
        "keys": other_key, "integrations": [], "connections": [], "rate_limit": {"requests": 1_000_000},
    }));
    let limited = limited();
    for exchange in recorded.of("proxy") {
        let address = match exchange.name.as_str() {
            name if RATE_LIMITED.contains(&name) => limited.address(),
            WITH_LIMIT => limiting.address(),
            OTHER_ENVIRONMENT => empty.address(),
            _ => patient.address(),
        };
        replay.one(address, &adapted(exchange, api.port()));
    }
}

fn provider(port: u16) -> Value {
    json!([{"name": "fake-oauth2", "proxy": {"base_url": format!("http://127.0.0.1:{port}")}}])
}

/// An emulator with the recorded seed, some of whose parts are others.
fn emulator(others: &Value) -> Emulator {
    let text = include_str!("../../../seeds/recorded.json");
    let mut seed: Value = serde_json::from_str(text).expect("JSON");
    for (name, part) in others.as_object().expect("parts") {
        seed[name] = part.clone();
    }
    let account = json!({"secret": "77777777-7777-4777-8777-777777777777", "scopes": []});
    seed["keys"].as_array_mut().expect("keys").push(account);
    start(Seed::parse(&seed.to_string(), "the seed").expect("a valid seed")).expect("an emulator")
}

/// The exchange with the names of the API that is there now.
fn adapted(exchange: &Exchange, port: u16) -> Exchange {
    let mut adapted = exchange.clone();
    let other_host = format!("http%3A%2F%2Flocalhost%3A{port}%2F");
    adapted.request.target = exchange
        .request
        .target
        .replace("http%3A%2F%2Fprovider.test%2F", &other_host);
    if let Some(base) = adapted.request.headers.get_mut("base-url-override") {
        for (bad, path) in BAD {
            if base.ends_with(bad) {
                *base = format!("http://127.0.0.1:{port}{path}");
            }
        }
    }
    if let Ok(Value::Object(mut echo)) = serde_json::from_str(&exchange.response.body) {
        if let Some(Value::Object(headers)) = echo.get_mut("headers") {
            headers.retain(|name, _| !is_tracing(name));
        }
        if let Some(Value::Array(raw)) = echo.get_mut("rawHeaders") {
            let pairs = raw.chunks(2).filter(|pair| !pair[0].as_str().is_some_and(is_tracing));
            *raw = pairs.flatten().cloned().collect();
        }
        adapted.response.body = Value::Object(echo).to_string();
    }
    adapted
}

fn is_tracing(name: &str) -> bool {
    TRACING.iter().any(|start| name.starts_with(start))
}
