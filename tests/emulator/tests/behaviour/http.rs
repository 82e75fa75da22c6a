//! HTTP itself, the rate limit and rejected requests, as far as the recorded exchanges do not show it.

use crate::client::{Answer, DEMO_KEY, advance, get, open, read_answer, send};
use nango_emulator::{Emulator, Seed, seed::RateLimit, start};
use serde_json::{Value, json};
use std::io::Read;

const FRESH: &str = "/connections/customer-api-key?provider_config_key=stripe-api-key";
const READ_ONLY_KEY: &str = "00000000-0000-4000-8000-0000000000ad";

fn demo() -> Emulator {
    start(Seed::demo().expect("a valid seed")).expect("an emulator")
}

fn get_with(emulator: &Emulator, target: &str, header: (&str, &str)) -> Answer {
    let bearer = format!("Bearer {DEMO_KEY}");
    let headers = [("authorization", bearer.as_str()), header];
    send(emulator.address(), "GET", target, &headers, None)
}

#[test]
fn both_routes_answer_the_same_bytes() {
    let emulator = demo();
    let modern = get(emulator.address(), READ_ONLY_KEY, FRESH);
    let legacy = FRESH.replace("/connections/", "/connection/");
    let legacy = get(emulator.address(), READ_ONLY_KEY, &legacy);
    assert_eq!(modern.body, legacy.body);
    assert_eq!(modern.json()["credentials"], json!({}));
}

#[test]
fn oversized_heads_are_refused_and_the_connection_is_closed() {
    let emulator = demo();
    let big = "a".repeat(20_000);
    let in_url = format!("{FRESH}&x={big}");
    for _ in 0..20 {
        for (target, value) in [(FRESH, big.as_str()), (in_url.as_str(), "small")] {
            let headers = [("x-big", value)];
            let mut stream = open(emulator.address(), "GET", target, &headers, None);
            let copy = stream.try_clone().expect("a second handle");
            let response = read_answer(copy).expect("an answer");
            assert_eq!((response.status, response.body.as_str()), (431, ""));
            assert_eq!(response.headers["connection"], "close");
            let mut rest = Vec::new();
            assert_eq!(stream.read_to_end(&mut rest).unwrap_or_default(), 0);
        }
    }
    let large = "a".repeat(12_000);
    let allowed = get_with(&emulator, FRESH, ("x-large", &large));
    assert_eq!(allowed.status, 200);
}

#[test]
fn any_upgrade_is_refused() {
    let emulator = demo();
    let response = get_with(&emulator, FRESH, ("upgrade", "websocket"));
    assert_eq!(response.status, 400);
}

#[test]
fn a_content_type_other_than_json_is_refused_even_on_a_get() {
    let emulator = demo();
    let refused = get_with(&emulator, FRESH, ("content-type", "text/plain"));
    assert_eq!((refused.status, refused.code().as_str()), (415, "invalid_content_type"));
    let json = ("content-type", "Application/JSON; charset=utf-8");
    assert_eq!(get_with(&emulator, FRESH, json).status, 200);
}

#[test]
fn a_client_may_ask_for_the_connection_to_be_closed() {
    let emulator = demo();
    let closed = get_with(&emulator, FRESH, ("connection", "close"));
    assert_eq!(closed.headers["connection"], "close");
    assert_eq!(closed.headers.get("keep-alive"), None);
}

#[test]
fn a_head_request_is_a_get_without_its_body() {
    let emulator = demo();
    let bearer = format!("Bearer {DEMO_KEY}");
    let headers = [("authorization", bearer.as_str()), ("connection", "close")];
    let mut stream = open(emulator.address(), "HEAD", FRESH, &headers, None);
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer");
    assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
    assert!(
        text.contains("content-length: ") && text.ends_with("\r\n\r\n"),
        "{text}"
    );
}

#[test]
fn the_rate_limit_counts_all_keys_and_begins_anew() {
    let mut seed = Seed::demo().expect("a valid seed");
    seed.rate_limit = RateLimit::per_minute(2);
    let emulator = start(seed).expect("an emulator");
    let address = emulator.address();
    let unknown = "11111111-1111-4111-8111-111111111111";
    assert_eq!(get(address, unknown, FRESH).status, 401);
    assert_eq!(get(address, DEMO_KEY, FRESH).headers["x-ratelimit-remaining"], "1");
    assert_eq!(get(address, READ_ONLY_KEY, FRESH).headers["x-ratelimit-remaining"], "0");
    let refused = get(address, DEMO_KEY, FRESH);
    assert_eq!((refused.status, refused.code().as_str()), (429, "too_many_request"));
    let wait: i64 = refused.headers["retry-after"].parse().expect("seconds");
    assert!((0..=60).contains(&wait), "{wait}");
    advance(address, wait + 1);
    assert_eq!(get(address, DEMO_KEY, FRESH).status, 200);
}

#[test]
fn without_a_rate_limit_nothing_is_counted_nor_told() {
    let mut seed: Value = serde_json::from_str(include_str!("../../seeds/demo.json")).expect("JSON");
    seed["rate_limit"] = Value::Null;
    let seed = Seed::parse(&seed.to_string(), "my.json").expect("a valid seed");
    let emulator = start(seed).expect("an emulator");
    for _ in 0..201 {
        assert_eq!(get(emulator.address(), DEMO_KEY, FRESH).status, 200);
    }
    let bearer = format!("Bearer {DEMO_KEY}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("connection-id", "customer-oauth2"),
        ("provider-config-key", "github"),
    ];
    let through = send(emulator.address(), "GET", "/proxy/auth", &headers, None);
    for response in [get(emulator.address(), DEMO_KEY, FRESH), through] {
        assert_eq!(response.status, 200);
        let told = response.headers.keys().find(|name| name.starts_with("x-ratelimit"));
        assert_eq!(told, None);
    }
}

#[test]
fn complaints_name_what_is_wrong() {
    let emulator = demo();
    let errors = |more: &str| -> Value {
        let response = get(emulator.address(), DEMO_KEY, &format!("{FRESH}{more}"));
        assert_eq!(
            (response.status, response.code().as_str()),
            (400, "invalid_query_params")
        );
        response.json()["error"]["errors"].clone()
    };
    let unknown = errors("&b=1&c=2");
    assert_eq!(unknown[0]["message"], "Unrecognized keys: \"b\", \"c\"");
    let repeated = errors("&force_refresh=true&force_refresh=true");
    assert_eq!(repeated[0]["code"], "invalid_type");
    assert_eq!(repeated[0]["path"], json!(["force_refresh"]));
    let empty = errors("&refresh_token=");
    assert_eq!(empty[0]["code"], "invalid_value");
    for (yes, status) in [("1", 200), ("YES", 200), ("on", 200), ("disabled", 200)] {
        let target = format!("{FRESH}&refresh_token={yes}");
        assert_eq!(get(emulator.address(), DEMO_KEY, &target).status, status);
    }
}

#[test]
fn metadata_comes_back_in_the_order_of_the_database() {
    let emulator = demo();
    let bearer = format!("Bearer {DEMO_KEY}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let metadata = r#"{"bb":1,"a":{"dd":1,"c":[{"f":1,"e":2}]}}"#;
    let body = format!(
        r#"{{"connection_id":"customer-api-key","provider_config_key":"stripe-api-key","metadata":{metadata}}}"#
    );
    let changed = send(
        emulator.address(),
        "POST",
        "/connections/metadata",
        &headers,
        Some(&body),
    );
    assert_eq!(changed.json()["metadata"].to_string(), metadata);
    let stored = get(emulator.address(), DEMO_KEY, FRESH).json()["metadata"].to_string();
    assert_eq!(stored, r#"{"a":{"c":[{"e":2,"f":1}],"dd":1},"bb":1}"#);
}

#[test]
fn the_list_can_be_searched() {
    let emulator = demo();
    let found = |query: &str| -> Vec<Value> {
        let response = get(emulator.address(), DEMO_KEY, &format!("/connections?{query}"));
        assert_eq!(response.status, 200, "{response:?}");
        let list = response.json()["connections"].clone();
        let list = list.as_array().expect("a list");
        list.iter().map(|it| it["connection_id"].clone()).collect()
    };
    assert_eq!(found("search=M%C3%9CLLER"), ["rich"]);
    assert_eq!(found("search=oauth2-cc"), ["customer-oauth2-cc"]);
    assert_eq!(found("endUserOrganizationId=org-1"), ["rich"]);
    assert_eq!(found("tags[team]=growth&tags[project_id]=P-42"), ["rich"]);
    assert_eq!(found("tags[team]=sales").len(), 0);
    let refused = get(emulator.address(), DEMO_KEY, "/connections?limit=many");
    assert_eq!(refused.json()["error"]["errors"][0]["code"], "invalid_type");
}
