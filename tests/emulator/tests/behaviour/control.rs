//! The control routes.

use crate::client::{DEMO_KEY, advance, get, open, read_answer, received, send, wait_for_requests};
use nango_emulator::{Seed, seed::RateLimit, start};
use serde_json::{Value, json};
use std::net::SocketAddr;

const EXPIRING: &str = "/connections/expiring?provider_config_key=hubspot";

fn demo_seed() -> Seed {
    Seed::demo().expect("a valid seed")
}

fn control(address: SocketAddr, method: &str, name: &str, body: Option<&str>) -> (u16, Value) {
    let response = send(address, method, &format!("/__emulator/{name}"), &[], body);
    (response.status, response.json())
}

#[test]
fn the_clock_moves_forward_by_whole_seconds() {
    let mut seed = demo_seed();
    seed.clock = nango_emulator::seed::When::parse("2030-01-01T00:00:00Z");
    let emulator = start(seed).expect("an emulator");
    let address = emulator.address();
    let (status, body) = control(address, "POST", "clock", Some(r#"{"advance_seconds": 86400}"#));
    assert_eq!(status, 200);
    let now = body["now"].as_str().expect("a time");
    assert!(now.starts_with("2030-01-02T00:0"), "{now}");
    for wrong in [
        "",
        "{}",
        r#"{"advance_seconds": -1}"#,
        r#"{"advance_seconds": 1, "x": 1}"#,
    ] {
        let (status, body) = control(address, "POST", "clock", Some(wrong));
        assert_eq!(status, 400, "{wrong}");
        assert!(body["error"]["message"].is_string());
    }
}

#[test]
fn a_reset_brings_back_the_seed() {
    let emulator = start(demo_seed()).expect("an emulator");
    let address = emulator.address();
    let token = || {
        let response = get(address, DEMO_KEY, EXPIRING);
        response.json()["credentials"]["access_token"].clone()
    };
    let first = token();
    advance(address, 3_600);
    assert_ne!(token(), first);
    let metadata = json!({"connection_id": "expiring", "provider_config_key": "hubspot", "metadata": {"a": 1}});
    let bearer = format!("Bearer {DEMO_KEY}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let body = metadata.to_string();
    let changed = send(address, "POST", "/connections/metadata", &headers, Some(&body));
    assert_eq!(changed.status, 201);

    assert_eq!(control(address, "POST", "reset", None).0, 200);
    assert_eq!(received(address).len(), 0);
    let response = get(address, DEMO_KEY, EXPIRING);
    assert_eq!(response.json()["metadata"], Value::Null);
    assert_eq!(response.json()["credentials"]["access_token"], first);
    assert_eq!(response.headers["x-ratelimit-remaining"], "199");
}

#[test]
fn a_request_that_waits_for_a_refresh_starts_anew_after_a_reset() {
    let mut seed = demo_seed();
    let hubspot = seed.integrations.iter_mut().find(|it| it.id == "hubspot");
    hubspot.expect("the integration").refresh.delay_ms = 500;
    let emulator = start(seed).expect("an emulator");
    let address = emulator.address();
    let bearer = format!("Bearer {DEMO_KEY}");
    let waiting = open(address, "GET", EXPIRING, &[("authorization", &bearer)], None);
    wait_for_requests(address, 1);
    assert_eq!(control(address, "POST", "reset", None).0, 200);
    assert_eq!(read_answer(waiting).expect("an answer").status, 200);
}

#[test]
fn a_mistyped_control_route_is_no_success() {
    let emulator = start(demo_seed()).expect("an emulator");
    assert_eq!(control(emulator.address(), "GET", "request", None).0, 404);
    let wrong_method = send(emulator.address(), "GET", "/__emulator/reset", &[], None);
    assert_eq!(wrong_method.status, 405);
}

#[test]
fn requests_are_listed_without_any_key() {
    let emulator = start(demo_seed()).expect("an emulator");
    let address = emulator.address();
    get(address, DEMO_KEY, &format!("{EXPIRING}&secret={DEMO_KEY}"));
    get(address, DEMO_KEY, "/nope");
    let expected = json!([
        {"method": "GET", "target": format!("{EXPIRING}&secret=[key]"), "status": 400},
        {"method": "GET", "target": "/nope", "status": 200},
    ]);
    assert_eq!(json!(received(address)), expected);
}

#[test]
fn control_routes_need_no_key_and_count_for_no_limit() {
    let mut seed = demo_seed();
    seed.rate_limit = RateLimit::per_minute(1);
    let emulator = start(seed).expect("an emulator");
    let address = emulator.address();
    for _ in 0..3 {
        assert_eq!(control(address, "GET", "requests", None).0, 200);
    }
    let allowed = "/connections/customer-basic?provider_config_key=freshdesk";
    assert_eq!(get(address, DEMO_KEY, allowed).status, 200);
}
