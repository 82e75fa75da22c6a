//! Seeds: what they may contain, and the errors of invalid ones.

use nango_emulator::Seed;
use serde_json::{Value, json};

/// A seed that is right, with one part replaced.
fn seed_with(pointer: &str, value: Value) -> String {
    let mut seed = json!({
        "keys": [{"secret": "00000000-0000-4000-8000-000000000001", "scopes": ["environment:*"]}],
        "rate_limit": {"requests": 10},
        "clock": "2026-11-22T01:16:10Z",
        "integrations": [{"id": "api", "provider": "api", "refresh": {}}],
        "connections": [{
            "connection_id": "one",
            "provider_config_key": "api",
            "created_at": "-1h",
            "tags": {},
            "credentials": {"type": "API_KEY", "apiKey": "invented"},
        }],
    });
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    match seed.pointer_mut(parent).expect("a parent") {
        Value::Object(map) => {
            map.insert(name.to_owned(), value);
        }
        Value::Array(list) => list[name.parse::<usize>().expect("an index")] = value,
        other => panic!("{other} has no members"),
    }
    seed.to_string()
}

#[track_caller]
fn complaint(pointer: &str, value: Value) -> String {
    let text = seed_with(pointer, value);
    let problem = Seed::parse(&text, "my.json").expect_err("a wrong seed");
    problem.to_string()
}

#[test]
fn a_right_seed_is_read() {
    let seed = seed_with("/database_down", json!(false));
    assert!(Seed::parse(&seed, "my.json").is_ok());
}

#[test]
fn each_complaint_names_the_file_the_place_and_what_would_be_right() {
    let key = json!({"secret": "00000000-0000-4000-8000-000000000001", "scopes": []});
    let integration = json!({"id": "api"});
    let jwt = json!({"type": "JWT", "token": 7, "issuerId": "own"});
    let cases = [
        (
            "/conections",
            json!([]),
            "my.json: conections: unknown field `conections`, expected one of `keys`",
        ),
        (
            "/keys",
            json!(7),
            "my.json: keys: invalid type: integer `7`, expected a sequence",
        ),
        (
            "/keys/0/secret",
            json!("abc"),
            "my.json: keys[0].secret: is not a UUID of version 4",
        ),
        ("/keys", json!([key, key]), "my.json: keys[1].secret: is there twice"),
        (
            "/keys/0/scopes",
            json!(["environment:connections:reed"]),
            "my.json: keys[0].scopes[0]: \"environment:connections:reed\" is not a scope; write",
        ),
        (
            "/rate_limit/requests",
            json!(0),
            "my.json: rate_limit: requests and window_seconds must be at least 1; write null for no rate limit",
        ),
        ("/clock", json!("+1h"), "my.json: clock: must be RFC 3339"),
        (
            "/integrations",
            json!([integration, integration]),
            "my.json: integrations[1].id: \"api\" is there twice",
        ),
        (
            "/integrations/0/id",
            json!("a/b"),
            "my.json: integrations[0].id: \"a/b\" is not an id that Nango accepts; write",
        ),
        (
            "/integrations/0/refresh/answer",
            json!("nothing"),
            "my.json: integrations[0].refresh.answer: unknown variant `nothing`, expected one of `tokens`",
        ),
        (
            "/integrations/0/refresh/raw",
            json!([1]),
            "my.json: integrations[0].refresh.raw: must be an object",
        ),
        (
            "/integrations/0/refresh/raw",
            json!({"a": ["$tokn"]}),
            "my.json: integrations[0].refresh.raw.a[0]: \"$tokn\" is not a placeholder; write one of $token",
        ),
        (
            "/connections/0/provider_config_key",
            json!("other"),
            "my.json: connections[0].provider_config_key: there is no integration \"other\"; add",
        ),
        (
            "/connections/0/created_at",
            json!("soon"),
            "my.json: connections[0].created_at: \"soon\" is not a time; write a time relative to the start",
        ),
        (
            "/connections/0/tags",
            json!({"a": 1}),
            "my.json: connections[0].tags.a: must be a string",
        ),
        (
            "/connections/0/color",
            json!("red"),
            "my.json: connections[0].color: unknown field `color`, expected one of",
        ),
        (
            "/connections/0/connection_id",
            json!(""),
            "my.json: connections[0].connection_id: is empty",
        ),
        (
            "/connections/0/credentials/type",
            json!("KEY"),
            "my.json: connections[0].credentials.type: must be one of OAUTH1, OAUTH2",
        ),
        (
            "/connections/0/credentials",
            json!({"type": "API_KEY"}),
            "my.json: connections[0].credentials: apiKey is missing; API_KEY credentials need it",
        ),
        (
            "/connections/0/credentials/key",
            json!("x"),
            "my.json: connections[0].credentials.key: API_KEY credentials have no such field; they have apiKey",
        ),
        (
            "/connections/0/credentials",
            jwt,
            "my.json: connections[0].credentials.token: must be a string",
        ),
        (
            "/connections/0/credentials",
            json!({"type": "APP", "access_token": "a", "expires_at": "later"}),
            "my.json: connections[0].credentials.expires_at: \"later\" is not a time; write",
        ),
        (
            "/connections/0/refresh",
            json!({"delay": 5}),
            "my.json: connections[0].refresh.delay: unknown field `delay`, expected one of",
        ),
    ];
    for (pointer, value, expected) in cases {
        let problem = complaint(pointer, value);
        assert!(
            problem.starts_with(expected),
            "{pointer}\n  said:     {problem}\n  expected: {expected}"
        );
        assert!(!problem.contains('\n'), "{problem}");
    }
}

#[test]
fn text_that_is_not_json_is_refused_with_its_line() {
    for text in ["", "{", "{}x", "[]"] {
        let problem = Seed::parse(text, "my.json").expect_err("a wrong seed").to_string();
        assert!(problem.starts_with("my.json: "), "{problem}");
    }
}

#[test]
fn the_examples_of_the_readme_are_right() {
    let readme = include_str!("../../README.md");
    let examples: Vec<serde_json::Value> = readme
        .split("```json")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .map(|example| serde_json::from_str(example).expect("JSON"))
        .collect();
    // The first is a whole seed, and the second one is to be added to it.
    let mut whole = examples[0].clone();
    let added = examples[1].as_object().expect("an object").clone();
    for seed in [&examples[0], {
        whole.as_object_mut().expect("an object").extend(added);
        &whole
    }] {
        let read = Seed::parse(&seed.to_string(), "README.md");
        assert!(read.is_ok(), "{read:?}");
    }
}

#[test]
fn the_demo_seed_has_every_auth_mode() {
    let seed = Seed::demo().expect("a valid seed");
    let modes: Vec<&str> = seed
        .connections
        .iter()
        .filter_map(|connection| connection.credentials.get("type")?.as_str())
        .collect();
    let expected = [
        "OAUTH1",
        "OAUTH2",
        "OAUTH2_CC",
        "BASIC",
        "API_KEY",
        "APP",
        "APP_STORE",
        "CUSTOM",
        "TBA",
        "TABLEAU",
        "JWT",
        "BILL",
        "TWO_STEP",
        "SIGNATURE",
        "MCP_OAUTH2",
        "MCP_OAUTH2_GENERIC",
        "INSTALL_PLUGIN",
        "AWS_SIGV4",
        "NONE",
    ];
    for mode in expected {
        assert!(modes.contains(&mode), "{mode} is missing");
    }
    for id in ["expiring", "revoked", "gave-up", "stalled", "rich"] {
        let found = seed.connections.iter().any(|it| it.connection_id == id);
        assert!(found, "{id} is missing");
    }
}
