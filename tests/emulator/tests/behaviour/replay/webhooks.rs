//! The exchanges of the folder `webhooks`: what Nango sent to a receiver, after something that these repeat.

use super::{Recorded, Replay, operations::Base, recorded::Exchange};
use crate::{
    client::send,
    receiver::{Receiver, Webhook},
};
use nango_emulator::Emulator;
use serde_json::{Value, json};

const FULL_KEY: &str = "Bearer 52c3f492-4019-4a02-8995-81c9a5b9a554";
/// The key of the recorded server, and the emulator's own.
const SIGNING_KEY: &str = "nango_webhook_signing_key_invented_0123456789";
/// Headers with values that depend on where the receiver is.
const OF_THE_CONNECTION: [&str; 3] = ["host", "content-length", "connection"];

/// Replays them.
pub fn replay(recorded: &Recorded, replay: &mut Replay) {
    for (name, base, cause) in [
        ("webhook_sent_auth_creation_ok_api_key", Base::Second, connect as Cause),
        ("webhook_sent_auth_creation_ok_none", Base::Second, connect),
        ("webhook_sent_auth_refresh_failed_oauth2", Base::First, refresh),
        ("webhook_sent_async_action", Base::Second, act),
    ] {
        let exchange = recorded.get(name);
        let (emulator, receiver) = (base.start(), Receiver::listen());
        let url = json!({"webhooks": {"url": receiver.url()}});
        post(&emulator, "/__emulator/seed", &url, &[]);
        let body = serde_json::from_str(exchange.request.body.as_deref().unwrap_or_default()).expect("JSON");
        let made_up = cause(&emulator, &body);
        compare(exchange, &receiver.next(), made_up.as_ref(), &mut replay.failures);
        replay.names.insert(name.to_owned());
    }
}

/// What makes the server send such a webhook. It gives the id that was made up when it was recorded, and that of now.
type Cause = fn(&Emulator, &Value) -> Option<(String, String)>;

fn connect(emulator: &Emulator, webhook: &Value) -> Option<(String, String)> {
    let key = &webhook["providerConfigKey"];
    let session = json!({"end_user": {"id": "u-1"}, "allowed_integrations": [key]});
    let session = post(emulator, "/connect/sessions", &session, &[]);
    let finish = json!({"token": session["data"]["token"], "connection_id": webhook["connectionId"]});
    post(emulator, "/__emulator/connect", &finish, &[]);
    None
}

fn refresh(emulator: &Emulator, webhook: &Value) -> Option<(String, String)> {
    let text = |name: &str| webhook[name].as_str().expect("a text").to_owned();
    let (id, key) = (text("connectionId"), text("providerConfigKey"));
    let target = format!("/connections/{id}?provider_config_key={key}");
    let answer = send(emulator.address(), "GET", &target, &[("authorization", FULL_KEY)], None);
    assert_eq!(answer.status, 400, "{answer:?}");
    None
}

fn act(emulator: &Emulator, webhook: &Value) -> Option<(String, String)> {
    let text = |name: &str| webhook[name].as_str().expect("a text").to_owned();
    let (id, key) = (text("connectionId"), text("providerConfigKey"));
    let action = json!({"actions": [{"name": "echo", "provider_config_key": key, "echo": true}]});
    post(emulator, "/__emulator/seed", &action, &[]);
    let headers = [
        ("connection-id", id.as_str()),
        ("provider-config-key", &key),
        ("x-async", "true"),
    ];
    let queued = post(emulator, "/action/trigger", &json!({"action_name": "echo"}), &headers);
    let id = |value: &Value| value.as_str().expect("an id").to_owned();
    Some((id(&webhook["payload"]["id"]), id(&queued["id"])))
}

fn post(emulator: &Emulator, target: &str, body: &Value, more: &[(&str, &str)]) -> Value {
    let own = [("authorization", FULL_KEY), ("content-type", "application/json")];
    let headers = [&own[..], more].concat();
    let answer = send(emulator.address(), "POST", target, &headers, Some(&body.to_string()));
    assert!(answer.status < 300, "{target}: {answer:?}");
    serde_json::from_str(&answer.body).unwrap_or_default()
}

/// A webhook with an id of its own has signatures of its own, too.
fn compare(exchange: &Exchange, webhook: &Webhook, made_up: Option<&(String, String)>, failures: &mut Vec<String>) {
    let name = &exchange.name;
    let request = &exchange.request;
    let expected = request.body.clone().unwrap_or_default();
    let expected = made_up.map_or(expected.clone(), |(old, new)| expected.replace(old, new));
    if webhook.body != expected {
        failures.push(format!("{name}: body {} instead of {expected}", webhook.body));
    }
    if !webhook.is_signed_with(SIGNING_KEY) {
        failures.push(format!("{name}: not signed with the key"));
    }
    let is_own = |header: &str| OF_THE_CONNECTION.contains(&header);
    let headers: Vec<&String> = webhook.headers.keys().filter(|it| !is_own(it)).collect();
    let wanted: Vec<&String> = request.headers.keys().filter(|it| !is_own(it)).collect();
    if headers != wanted {
        failures.push(format!("{name}: headers {headers:?} instead of {wanted:?}"));
    }
    for (header, value) in request.headers.iter().filter(|(header, _)| !is_own(header)) {
        let is_signature = header.starts_with("x-nango-");
        let actual = webhook.headers.get(header);
        if actual != Some(value) && (made_up.is_none() || !is_signature) {
            failures.push(format!("{name}: header {header}: {actual:?} instead of {value}"));
        }
    }
}
