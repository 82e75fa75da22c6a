//! Shared by the tests of the driver and the server.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::fs;
use std::path::{Path, PathBuf};

use nango_conformance::case::Case;
use nango_conformance::load::load;
use serde_json::{Value, json};

/// The case files of this repository.
pub fn real_cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// An empty directory of this name.
pub fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        fs::remove_dir_all(&path).expect("an old directory of this test can be removed");
    }
    fs::create_dir_all(&path).expect("the directory can be made");
    path
}

/// A directory with one file of these cases.
pub fn directory_of(name: &str, cases: &[Value]) -> PathBuf {
    let path = directory(name);
    let file = json!({"about": "A test.", "cases": cases});
    fs::write(path.join("cases.json"), file.to_string()).expect("the file can be written");
    path
}

/// These cases, loaded.
pub fn cases_of(name: &str, cases: &[Value]) -> Vec<Case> {
    load(&directory_of(name, cases)).expect("the cases are valid")
}

/// An error with these fields besides the usual; 10 comparisons.
pub fn error(fields: Value) -> Value {
    let mut error = json!({
        "kind": 17, "kind_name": "SERVER", "http_status": 503, "code": null, "server_message": null, "body": "",
        "retry_after_ms": -1, "attempts": 1, "is_retryable": 1, "message_contains": ""
    });
    for (name, value) in fields.as_object().expect("fields are an object") {
        error[name] = value.clone();
    }
    json!({"error": error})
}

/// A case of one request with the response 503, with these members instead.
pub fn case(members: Value) -> Value {
    let mut case = json!({
        "name": "one",
        "why": "A test.",
        "call": {"connection_id": "rich", "provider_config_key": "github"},
        "exchanges": [{
            "request": {"target": "/connection/rich?provider_config_key=github"},
            "response": {"status": 503, "headers": [], "body": ""}
        }],
        "expect": error(json!({}))
    });
    for (name, value) in members.as_object().expect("members are an object") {
        case[name] = value.clone();
    }
    case
}

/// The target of a proxied call.
pub const PROXIED: &str = "/proxy/v1/items";

/// A proxied call whose response is a text, with these members instead; 6 comparisons.
pub fn proxied(members: Value) -> Value {
    let mut proxied = json!({
        "call": {
            "connection_id": "c", "provider_config_key": "p", "proxy": {"method": "GET", "endpoint": "/v1/items"}
        },
        "exchanges": [{
            "request": {"target": PROXIED, "headers": {"connection-id": "c", "provider-config-key": "p"}},
            "response": {"status": 200, "headers": [], "body": "hello"}
        }],
        "expect": response(json!({}))
    });
    for (name, value) in members.as_object().expect("members are an object") {
        proxied[name] = value.clone();
    }
    case(proxied)
}

/// A response with these members besides the usual.
pub fn response(members: Value) -> Value {
    let mut response = json!({
        "status": 200, "header_count": 1, "body": "hello",
        "header": {"content-length": "5"}, "get_string": {"": null}, "get_json": {"": null}
    });
    for (name, value) in members.as_object().expect("members are an object") {
        response[name] = value.clone();
    }
    json!({"response": response})
}
