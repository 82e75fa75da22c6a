//! Refreshes, as far as the recorded exchanges do not show them.

use crate::client::{DEMO_KEY, advance, get, open, read_answer, received, send, wait_for_requests};
use nango_emulator::{Emulator, Seed, start};
use serde_json::{Value, json};
use std::{net::SocketAddr, net::TcpStream};

/// An emulator with connections of one integration, `api`, whose external API behaves as given.
fn emulator(refresh: Value, connections: Value) -> Emulator {
    let seed = json!({
        "keys": [{"secret": DEMO_KEY, "scopes": ["environment:*"]}],
        "integrations": [{"id": "api", "refresh": refresh}],
        "connections": connections,
    });
    let seed = Seed::parse(&seed.to_string(), "test").expect("a valid seed");
    start(seed).expect("an emulator")
}

/// A connection `one` with a token of the given expiry.
fn one(expires_at: &str) -> Value {
    json!([connection("one", expires_at)])
}

fn connection(id: &str, expires_at: &str) -> Value {
    json!({
        "connection_id": id,
        "provider_config_key": "api",
        "credentials": {
            "type": "OAUTH2",
            "access_token": "old",
            "refresh_token": "first",
            "expires_at": expires_at,
        },
    })
}

fn target(id: &str, more: &str) -> String {
    format!("/connections/{id}?provider_config_key=api{more}")
}

fn credentials(address: SocketAddr, more: &str) -> Value {
    let response = get(address, DEMO_KEY, &target("one", more));
    assert_eq!(response.status, 200, "{response:?}");
    response.json()["credentials"].clone()
}

fn failure(address: SocketAddr, more: &str) -> (u16, String) {
    let response = get(address, DEMO_KEY, &target("one", more));
    let error = response.json()["error"].clone();
    assert_eq!(error["code"], "invalid_credentials", "{response:?}");
    assert_eq!(error["payload"]["connection"]["credentials"], json!({}));
    let message = error["message"].as_str().expect("a message");
    (response.status, message.to_owned())
}

#[test]
fn a_token_is_refreshed_when_it_ends_within_fifteen_minutes() {
    let emulator = emulator(json!({}), one("+20m"));
    let address = emulator.address();
    assert_eq!(credentials(address, "")["access_token"], "old");
    advance(address, 4 * 60);
    assert_eq!(credentials(address, "")["access_token"], "old");
    advance(address, 2 * 60);
    let renewed = credentials(address, "")["access_token"].clone();
    assert_ne!(renewed, "old");
    assert_eq!(credentials(address, "")["access_token"], renewed);
}

#[test]
fn a_refresh_token_rotates_only_where_the_seed_says_so() {
    let rotating = emulator(json!({"rotates_refresh_token": true}), one("+1m"));
    let new = credentials(rotating.address(), "&refresh_token=true");
    assert_ne!(new["refresh_token"], "first");
    assert_eq!(new["raw"]["refresh_token"], new["refresh_token"]);
    let keeping = emulator(json!({}), one("+1m"));
    let kept = credentials(keeping.address(), "&refresh_token=true");
    assert_eq!(kept["refresh_token"], "first");
    assert_eq!(kept["raw"].get("refresh_token"), None);
}

#[test]
fn a_rotated_refresh_token_is_refused() {
    let copies = json!([connection("one", "+1m"), connection("copy", "+1m")]);
    let emulator = emulator(json!({"rotates_refresh_token": true}), copies);
    let address = emulator.address();
    credentials(address, "");
    credentials(address, "&force_refresh=true");
    let copy = get(address, DEMO_KEY, &target("copy", ""));
    assert_eq!((copy.status, copy.code().as_str()), (400, "invalid_credentials"));
}

#[test]
fn tokens_of_fifteen_minutes_or_less_are_refreshed_every_time() {
    let emulator = emulator(json!({"expires_in": 600}), one("+1m"));
    let tokens: Vec<Value> = (0..3)
        .map(|_| credentials(emulator.address(), "")["access_token"].clone())
        .collect();
    assert!(tokens[0] != tokens[1] && tokens[1] != tokens[2], "{tokens:?}");
}

#[test]
fn tokens_without_expiry_are_refreshed_once() {
    let emulator = emulator(json!({"expires_in": null}), one("+1m"));
    let address = emulator.address();
    let first = credentials(address, "");
    assert_eq!(first.get("expires_at"), None);
    assert_eq!(first["raw"].get("expires_in"), None);
    advance(address, 86_400);
    assert_eq!(credentials(address, ""), first);
}

#[test]
fn an_external_api_can_fail_in_many_ways_that_look_the_same() {
    for response in ["invalid_grant", "error_500", "garbage", "refused"] {
        let emulator = emulator(json!({"answer": response}), one("+1m"));
        let (status, message) = failure(emulator.address(), "");
        assert_eq!(status, 400);
        assert!(message.starts_with("The external API returned an error"), "{message}");
    }
}

#[test]
fn nango_backs_off_for_thirty_seconds() {
    let emulator = emulator(json!({"answer": "error_500"}), one("+1m"));
    let address = emulator.address();
    assert_eq!(failure(address, "").0, 400);
    advance(address, 25);
    let (status, message) = failure(address, "");
    assert_eq!(status, 424);
    assert!(message.starts_with("A recent refresh attempt failed."), "{message}");
    assert_eq!(failure(address, "&force_refresh=true").0, 400);
    advance(address, 31);
    assert_eq!(failure(address, "").0, 400);
}

#[test]
fn an_ended_token_without_a_refresh_token_is_answered_and_the_connection_written() {
    let mut connection = connection("one", "-1h");
    connection["created_at"] = json!("-2h");
    let fields = connection["credentials"].as_object_mut().expect("an object");
    fields.shift_remove("refresh_token");
    let emulator = emulator(json!({}), json!([connection]));
    let response = get(emulator.address(), DEMO_KEY, &target("one", ""));
    assert_eq!(response.status, 200);
    let document = response.json();
    assert_eq!(document["credentials"]["access_token"], "old");
    assert_ne!(document["updated_at"], document["created_at"]);
    assert_eq!(document["updated_at"], document["last_fetched_at"]);
}

#[test]
fn a_refused_request_counts_as_a_fetch_that_the_next_one_shows() {
    let emulator = emulator(json!({"answer": "error_500"}), one("+1m"));
    let address = emulator.address();
    let last_fetched = || {
        let response = get(address, DEMO_KEY, &target("one", ""));
        response.json()["error"]["payload"]["connection"]["last_fetched_at"].clone()
    };
    assert_eq!(last_fetched(), Value::Null);
    advance(address, 1);
    let first = last_fetched();
    assert!(first.is_string());
    advance(address, 1);
    assert_ne!(last_fetched(), first);
}

#[test]
fn nango_gives_up_after_as_many_failures_as_the_seed_says() {
    let refresh = json!({"answer": "invalid_grant", "gives_up_after": 2});
    let emulator = emulator(refresh, one("+1m"));
    let address = emulator.address();
    assert_eq!(failure(address, "").0, 400);
    advance(address, 31);
    assert_eq!(failure(address, "").0, 400);
    advance(address, 31);
    let (status, message) = failure(address, "");
    assert_eq!(status, 424);
    assert_eq!(message, "The refresh limit has been reached for this connection.");
}

#[test]
fn a_successful_refresh_clears_what_went_wrong() {
    let mut connection = connection("one", "+1m");
    connection["errors"] = json!([{"type": "auth", "log_id": "1_a"}]);
    connection["refresh_exhausted"] = json!(true);
    let emulator = emulator(json!({}), json!([connection]));
    let address = emulator.address();
    assert_eq!(failure(address, "").0, 424);
    let forced = get(address, DEMO_KEY, &target("one", "&force_refresh=true"));
    assert_eq!(forced.json()["errors"], json!([]));
    assert_eq!(get(address, DEMO_KEY, &target("one", "")).status, 200);
}

#[test]
fn concurrent_refreshes_of_one_connection_are_one() {
    let emulator = emulator(json!({"delay_ms": 1_500}), one("+1m"));
    let address = emulator.address();
    let waiting: Vec<TcpStream> = (0..8)
        .map(|_| open_get(address, &target("one", "&force_refresh=true")))
        .collect();
    let tokens: Vec<Value> = waiting
        .into_iter()
        .map(|stream| {
            let response = read_answer(stream).expect("an answer");
            response.json()["credentials"]["access_token"].clone()
        })
        .collect();
    assert_ne!(tokens[0], "old");
    assert!(tokens.iter().all(|token| *token == tokens[0]), "{tokens:?}");
}

#[test]
fn a_refresh_goes_on_when_its_client_leaves() {
    let emulator = emulator(json!({"delay_ms": 200}), one("+1m"));
    let address = emulator.address();
    let leaving = open_get(address, &target("one", "&force_refresh=true"));
    wait_for_requests(address, 1);
    drop(leaving);
    // The first token of this emulator: the request joins the refresh, or comes after it.
    let token = credentials(address, "")["access_token"].clone();
    let token = token.as_str().expect("a token");
    assert!(token.starts_with("emulated_token_000001_"), "{token}");
}

#[test]
fn a_reset_ends_the_refreshes_that_run() {
    let connections = json!([connection("one", "+1h"), connection("two", "+1h")]);
    let emulator = emulator(json!({"delay_ms": 200}), connections);
    let address = emulator.address();
    let forced = open_get(address, &target("one", "&force_refresh=true"));
    wait_for_requests(address, 1);
    drop(forced);
    let reset = send(address, "POST", "/__emulator/reset", &[], None);
    assert_eq!(reset.status, 200);
    // It takes as long, so the refresh of before the reset would be over by then.
    let later = get(address, DEMO_KEY, &target("two", "&force_refresh=true"));
    assert_eq!(later.status, 200);
    assert_eq!(credentials(address, "")["access_token"], "old");
}

#[test]
fn an_external_api_that_never_answers_blocks_nobody_else() {
    let mut others = vec![connection("one", "+1m")];
    others.push(connection("two", "+1h"));
    let emulator = emulator(json!({"answer": "never"}), json!(others));
    let address = emulator.address();
    let stalled = open_get(address, &target("one", ""));
    let joined = open_get(address, &target("one", ""));
    wait_for_requests(address, 2);
    assert_eq!(get(address, DEMO_KEY, &target("two", "")).status, 200);
    let unanswered = received(address)
        .iter()
        .filter(|request| request["status"].is_null())
        .count();
    assert_eq!(unanswered, 2);
    emulator.shutdown();
    assert!(read_answer(stalled).is_err());
    assert!(read_answer(joined).is_err());
}

#[test]
fn a_github_app_gets_a_new_jwt_when_the_old_one_has_ended() {
    let app = json!([{
        "connection_id": "one",
        "provider_config_key": "api",
        "connection_config": {"app_id": "7"},
        "credentials": {"type": "APP", "access_token": "old", "expires_at": "+2h", "jwtToken": "old"},
    }]);
    let emulator = emulator(json!({}), app);
    let address = emulator.address();
    let jwt = |more| credentials(address, more)["jwtToken"].clone();
    assert_eq!(jwt(""), "old");
    let renewed = jwt("&refresh_github_app_jwt_token=true");
    assert_ne!(renewed, "old");
    assert_eq!(jwt("&refresh_github_app_jwt_token=true"), renewed);
    assert_eq!(credentials(address, "")["access_token"], "old");
    advance(address, 601);
    assert_ne!(jwt("&refresh_github_app_jwt_token=true"), renewed);
}

#[test]
fn every_mode_keeps_its_fields_when_it_is_refreshed() {
    let demo = start(Seed::demo().expect("a valid seed")).expect("an emulator");
    let address = demo.address();
    let names = |value: &Value| -> Vec<String> {
        let map = value["credentials"].as_object().expect("credentials");
        let mut names: Vec<String> = map.keys().cloned().collect();
        names.sort();
        names
    };
    let connections = Seed::demo().expect("a valid seed").connections;
    let modes = connections
        .iter()
        .filter(|connection| connection.connection_id.starts_with("customer-"));
    for connection in modes {
        let (id, key) = (&connection.connection_id, &connection.provider_config_key);
        let get = |more: &str| {
            let target = format!("/connection/{id}?provider_config_key={key}{more}");
            let response = get(address, DEMO_KEY, &target);
            assert_eq!(response.status, 200, "{id}: {response:?}");
            response.json()
        };
        let (before, after) = (get(""), get("&force_refresh=true"));
        assert_eq!(names(&before), names(&after), "{id}");
        assert_eq!(before["credentials"]["type"], after["credentials"]["type"]);
    }
}

fn open_get(address: SocketAddr, target: &str) -> TcpStream {
    let bearer = format!("Bearer {DEMO_KEY}");
    open(address, "GET", target, &[("authorization", &bearer)], None)
}
