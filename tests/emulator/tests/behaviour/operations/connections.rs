//! Connections: imports, changes, connect sessions.

use super::Api;
use crate::client::{Answer, DEMO_KEY, advance, open, read_answer, wait_for_requests};
use serde_json::{Value, json};

fn found_by_tag(api: &Api, tag: &str) -> Vec<Value> {
    let list = api.ok(
        "GET",
        &format!("/connections?integrationId=github&tags[order]={tag}&limit=1"),
        None,
    );
    list["connections"].as_array().cloned().unwrap_or_default()
}

#[test]
fn tags_are_stored_and_looked_for_in_lower_case() {
    let credentials = json!({"type": "OAUTH2", "access_token": "invented"});
    let seeded = json!({
        "connection_id": "seeded", "provider_config_key": "github", "tags": {"Order": "S"}, "credentials": credentials,
    });
    let api = Api::with(&json!({"connections": [seeded]}));
    let imported = json!({
        "connection_id": "imported", "provider_config_key": "github", "tags": {"Order": "I"}, "credentials": credentials,
        "end_user": {"id": "u-1", "tags": {"Plan": "Pro"}},
    });
    api.ok("POST", "/connections", Some(&imported));
    let found = |filter: &str| {
        let list = api.ok("GET", &format!("/connections?{filter}"), None);
        let ids = list["connections"].as_array().expect("connections").iter();
        ids.map(|it| it["connection_id"].clone()).collect::<Vec<_>>()
    };
    for key in ["Order", "order", "ORDER"] {
        assert_eq!(found(&format!("tags[{key}]=S")), ["seeded"]);
        assert_eq!(found(&format!("tags[{key}]=I&tags[pLan]=Pro")), ["imported"]);
    }
    // Values are compared as they are.
    assert_eq!(found("tags[order]=s"), [""; 0]);
}

fn session(api: &Api, more: &Value) -> String {
    let mut body = json!({"tags": {"order": "o-1"}, "allowed_integrations": ["github"]});
    body.as_object_mut()
        .expect("an object")
        .extend(more.as_object().cloned().unwrap_or_default());
    let made = api.ok("POST", "/connect/sessions", Some(&body));
    made["data"]["token"].as_str().expect("a token").to_owned()
}

fn finish(api: &Api, body: &Value) -> Answer {
    api.control("connect", body)
}

#[test]
fn a_finished_session_is_a_connection_with_its_tags() {
    let api = Api::with(&json!({}));
    let token = session(&api, &json!({"end_user": {"id": "u-1", "email": "ada@example.com"}}));
    assert_eq!(found_by_tag(&api, "o-1").len(), 0);
    let made = finish(&api, &json!({"token": token}));
    assert_eq!(made.status, 200, "{made:?}");
    let found = found_by_tag(&api, "o-1");
    assert_eq!(found[0]["connection_id"], made.json()["connection_id"]);
    assert_eq!(
        found[0]["tags"],
        json!({"order": "o-1", "end_user_id": "u-1", "end_user_email": "ada@example.com"})
    );
    assert_eq!(found[0]["end_user"]["id"], "u-1");
    let id = found[0]["connection_id"].as_str().expect("an id");
    let whole = api.ok("GET", &format!("/connections/{id}?provider_config_key=github"), None);
    assert!(whole["credentials"]["access_token"].is_string());
    // A session is for one connection.
    assert_eq!(finish(&api, &json!({"token": token})).status, 400);
}

#[test]
fn a_session_ends_after_half_an_hour() {
    let api = Api::with(&json!({}));
    let token = session(&api, &json!({}));
    advance(api.address(), 31 * 60);
    let refused = finish(&api, &json!({"token": token}));
    assert!(refused.status == 400 && refused.body.contains("expired"), "{refused:?}");
}

#[test]
fn only_what_a_session_offers_can_be_chosen() {
    let api = Api::with(&json!({}));
    let token = session(&api, &json!({"allowed_integrations": ["github", "slack"]}));
    for wrong in [
        json!({"token": token}),
        json!({"token": token, "integration": "hubspot"}),
    ] {
        let refused = finish(&api, &wrong);
        assert!(
            refused.status == 400 && refused.body.contains("github, slack"),
            "{refused:?}"
        );
    }
    let credentials = json!({"type": "OAUTH2", "access_token": "invented-chosen"});
    let chosen = json!({"token": token, "integration": "slack", "connection_id": "mine", "credentials": credentials});
    assert_eq!(
        finish(&api, &chosen).json(),
        json!({"connection_id": "mine", "provider_config_key": "slack"})
    );
    let whole = api.ok("GET", "/connections/mine?provider_config_key=slack", None);
    assert_eq!(whole["credentials"]["access_token"], "invented-chosen");
}

#[test]
fn a_reconnect_replaces_the_credentials_of_its_connection() {
    let api = Api::with(&json!({}));
    let body = json!({"connection_id": "customer-oauth2", "integration_id": "github"});
    let made = api.ok("POST", "/connect/sessions/reconnect", Some(&body));
    let credentials = json!({"type": "OAUTH2", "access_token": "invented-again"});
    let finished = finish(
        &api,
        &json!({"token": made["data"]["token"], "credentials": credentials}),
    );
    assert_eq!(finished.json()["connection_id"], "customer-oauth2");
    let whole = api.ok("GET", "/connections/customer-oauth2?provider_config_key=github", None);
    assert_eq!(whole["credentials"]["access_token"], "invented-again");
}

#[test]
fn an_import_replaces_all_of_a_connection_but_its_number() {
    let api = Api::with(&json!({}));
    let get = || api.ok("GET", "/connections/rich?provider_config_key=slack", None);
    let before = get();
    let body = json!({
        "provider_config_key": "slack", "connection_id": "rich",
        "credentials": {"type": "OAUTH2", "access_token": "invented-imported"},
    });
    assert_eq!(api.ok("POST", "/connections", Some(&body))["id"], before["id"]);
    let after = get();
    assert_eq!(
        (&after["id"], &after["tags"], &after["end_user"]),
        (&before["id"], &json!({}), &json!(null))
    );
    assert_eq!(after["credentials"]["access_token"], "invented-imported");
    api.ok(
        "PATCH",
        "/connections/rich?provider_config_key=slack",
        Some(&json!({"tags": {"Plan": "pro"}})),
    );
    assert_eq!(get()["tags"], json!({"plan": "pro"}));
}

#[test]
fn the_external_api_can_refuse_what_is_imported() {
    let integration = json!({"id": "picky", "auth_mode": "API_KEY", "refuses": ["bad"]});
    let api = Api::with(&json!({"integrations": [integration]}));
    let import = |key: &str| {
        let body = json!({"provider_config_key": "picky", "credentials": {"type": "API_KEY", "apiKey": key}});
        api.send("POST", "/connections", &[], Some(&body))
    };
    assert_eq!(import("bad").code(), "connection_test_failed");
    assert_eq!(import("good").status, 201);
}

#[test]
fn a_refresh_goes_on_while_another_connection_is_deleted() {
    let slow = json!({"id": "slow", "refresh": {"delay_ms": 300}});
    let connection = |id: &str| {
        let token = format!("invented-{id}");
        let credentials =
            json!({"type": "OAUTH2", "access_token": token, "refresh_token": "invented", "expires_at": "-1h"});
        json!({"connection_id": id, "provider_config_key": "slow", "credentials": credentials})
    };
    let api = Api::with(&json!({"integrations": [slow], "connections": [connection("first"), connection("second")]}));
    let bearer = format!("Bearer {DEMO_KEY}");
    let headers = [("authorization", bearer.as_str())];
    let waiting = open(
        api.address(),
        "GET",
        "/connections/second?provider_config_key=slow",
        &headers,
        None,
    );
    wait_for_requests(api.address(), 1);
    api.ok("DELETE", "/connections/first?provider_config_key=slow", None);
    let refreshed = read_answer(waiting).expect("an answer");
    assert_eq!(
        (refreshed.status, &refreshed.json()["connection_id"]),
        (200, &json!("second"))
    );
    assert_ne!(refreshed.json()["credentials"]["access_token"], "invented-second");
}
