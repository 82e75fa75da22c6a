//! Any bytes as the response to a connection: every accessor and look-up is read and compared with serde_json.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nango::{AuthMode, Connection, fuzzing};
use serde_json::Value;

/// How many members and items are looked up one by one; more would only be slow.
const MAX_LOOK_UPS: usize = 200;

fuzz_target!(|body: &[u8]| {
    match fuzzing::decode(body) {
        Ok(connection) => check(&connection, body),
        Err((pointer, problem)) => {
            assert!(pointer.is_empty() || pointer.starts_with('/'), "{pointer}");
            assert!(!problem.is_empty());
            must_be_wrong(body);
        }
    }
});

fn check(connection: &Connection, body: &[u8]) {
    let json = connection.json();
    let text = std::str::from_utf8(body).expect("a document is UTF-8");
    assert!(text.contains(json), "the document is a part of the answer");
    assert_eq!(connection.get_json(""), Some(json));
    check_texts(connection);
    check_members(connection);
    let shown = format!("{connection:?}");
    assert!(shown.contains("[redacted]"));
    // serde_json refuses numbers beyond f64 and lone surrogates, which this library passes on as they were sent.
    if let Ok(document) = serde_json::from_str::<Value>(json) {
        compare(connection, &document);
    }
}

/// A value other than text must not be returned as text.
fn check_texts(connection: &Connection) {
    for text in accessors(connection).into_iter().flatten() {
        assert!(!text.contains('\0'), "C would see it cut short");
    }
    let is_json = |text: Option<&str>, first: &str| {
        if let Some(text) = text {
            assert!(text.starts_with(first) && fuzzing::document(text) == Some(text));
        }
    };
    is_json(connection.metadata_json(), "{");
    is_json(connection.connection_config_json(), "{");
    is_json(connection.tags_json(), "{");
    is_json(connection.end_user_json(), "{");
    is_json(connection.errors_json(), "[");
    is_json(connection.credentials_json(), "{");
    is_json(connection.raw_json(), "");
    match connection.auth_mode() {
        AuthMode::Absent => assert!(connection.auth_mode_name().is_none() && connection.token().is_none()),
        AuthMode::Unknown => assert!(connection.token().is_none()),
        _ => assert!(connection.auth_mode_name().is_some()),
    }
    if connection.expires_at_ms().is_some() {
        assert!(connection.expires_at().is_some());
    }
}

/// An accessor and the look-up of the same field agree.
fn check_members(connection: &Connection) {
    for (name, value) in [
        ("connection_id", Some(connection.connection_id())),
        ("provider_config_key", Some(connection.provider_config_key())),
        ("provider", connection.provider()),
        ("created_at", connection.created_at()),
        ("updated_at", connection.updated_at()),
        ("last_fetched_at", connection.last_fetched_at()),
        ("webhook_url_override", connection.webhook_url_override()),
        ("credentials/type", connection.auth_mode_name()),
        ("credentials/access_token", connection.access_token()),
        ("credentials/refresh_token", connection.refresh_token()),
        ("credentials/oauth_token", connection.oauth_token()),
        ("credentials/oauth_token_secret", connection.oauth_token_secret()),
        ("credentials/apiKey", connection.api_key()),
        ("credentials/username", connection.username()),
        ("credentials/password", connection.password()),
        ("credentials/expires_at", connection.expires_at()),
    ] {
        assert_eq!(connection.get_string(&format!("/{name}")), value, "{name}");
        if let Some(credential) = name.strip_prefix("credentials/") {
            assert_eq!(connection.credential(credential), value, "{credential}");
        }
    }
}

fn accessors(connection: &Connection) -> [Option<&str>; 16] {
    [
        Some(connection.connection_id()),
        Some(connection.provider_config_key()),
        connection.provider(),
        connection.created_at(),
        connection.updated_at(),
        connection.last_fetched_at(),
        connection.webhook_url_override(),
        connection.auth_mode_name(),
        connection.token(),
        connection.access_token(),
        connection.refresh_token(),
        connection.oauth_token(),
        connection.oauth_token_secret(),
        connection.api_key(),
        connection.username(),
        connection.password(),
    ]
}

/// Every member that serde_json finds is found here too, twice, with the same value.
fn compare(connection: &Connection, document: &Value) {
    let as_integer = |name: &str| document.get(name).and_then(Value::as_i64);
    assert_eq!(connection.id(), as_integer("id").unwrap_or(0));
    assert_eq!(connection.account_id(), as_integer("account_id"));
    let mut pointers = Vec::new();
    collect("", document, &mut pointers);
    for (pointer, expected) in pointers {
        for _ in 0..2 {
            let found = connection.get_json(&pointer).expect("a member that is there");
            let found: Value = serde_json::from_str(found).expect("JSON");
            assert_eq!(&found, expected, "{pointer}");
            let text = expected.as_str().filter(|text| !text.contains('\0'));
            assert_eq!(connection.get_string(&pointer), text, "{pointer}");
        }
    }
    if let Some(Value::Object(credentials)) = document.get("credentials") {
        for (name, value) in credentials.iter().take(MAX_LOOK_UPS) {
            let text = value.as_str().filter(|text| !text.contains('\0'));
            assert_eq!(connection.credential(name), text, "{name}");
        }
    }
}

/// JSON pointers to the values inside of `value`.
fn collect<'a>(pointer: &str, value: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    if found.len() >= MAX_LOOK_UPS {
        return;
    }
    found.push((pointer.to_owned(), value));
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                collect(&format!("{pointer}/{i}"), item, found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let token = name.replace('~', "~0").replace('/', "~1");
                collect(&format!("{pointer}/{token}"), member, found);
            }
        }
        _ => {}
    }
}

/// A program must not lose its token over a field that it never reads: a response that has everything a connection
/// needs is one.
fn must_be_wrong(body: &[u8]) {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let Ok(Value::Object(document)) = serde_json::from_slice::<Value>(body) else {
        return;
    };
    let is_text = |value: Option<&Value>| value.and_then(Value::as_str).is_some_and(|text| !text.contains('\0'));
    let ids = is_text(document.get("connection_id")) && is_text(document.get("provider_config_key"));
    let credentials = match document.get("credentials") {
        None | Some(Value::Null) => true,
        Some(Value::Object(members)) => NAMED_CREDENTIALS
            .iter()
            .all(|&name| members.get(name).is_none_or(Value::is_null) || is_text(members.get(name))),
        Some(_) => false,
    };
    assert!(!(ids && credentials), "refused, although nothing is wrong with it");
}

/// The credentials with their own accessor.
const NAMED_CREDENTIALS: [&str; 9] = [
    "type",
    "access_token",
    "refresh_token",
    "oauth_token",
    "oauth_token_secret",
    "apiKey",
    "username",
    "password",
    "token",
];
