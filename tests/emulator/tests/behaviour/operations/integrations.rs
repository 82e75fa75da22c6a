//! Integrations, providers and the environment.

use super::{Api, issues};
use serde_json::json;

#[test]
fn a_new_name_takes_along_what_belongs_to_an_integration() {
    let api = Api::with(&issues(&json!([{"id": "a"}]), &json!([])));
    api.ok(
        "PATCH",
        "/integrations/github",
        Some(&json!({"unique_key": "github-new", "display_name": "New"})),
    );
    assert_eq!(api.send("GET", "/integrations/github", &[], None).status, 404);
    assert_eq!(
        api.ok("GET", "/integrations/github-new", None)["data"]["display_name"],
        "New"
    );
    api.ok(
        "GET",
        "/connections/customer-oauth2?provider_config_key=github-new",
        None,
    );
    let headers = [
        ("connection-id", "customer-oauth2"),
        ("provider-config-key", "github-new"),
    ];
    let page = api.send("GET", "/records?model=Issue", &headers, None).json();
    assert_eq!(page["records"][0]["id"], "a");
}

#[test]
fn connections_go_with_their_integration() {
    let api = Api::with(&issues(&json!([{"id": "a"}]), &json!([])));
    api.ok("DELETE", "/integrations/github", None);
    let gone = api.send(
        "GET",
        "/connections/customer-oauth2?provider_config_key=github",
        &[],
        None,
    );
    assert_eq!(gone.code(), "unknown_provider_config");
    let list = api.ok("GET", "/connections?integrationId=github", None);
    assert_eq!(list["connections"], json!([]));
    // The other ones stay.
    api.ok("GET", "/connections/customer-basic?provider_config_key=freshdesk", None);
}

#[test]
fn an_integration_shows_credentials_only_if_asked() {
    let api = Api::with(&json!({}));
    let credentials = json!({"type": "OAUTH2", "client_id": "invented-id", "client_secret": "invented-secret"});
    let body = json!({"provider": "github", "unique_key": "mine", "credentials": credentials});
    let made = api.ok("POST", "/integrations", Some(&body));
    assert!(made["data"].get("credentials").is_none());
    let shown = api.ok("GET", "/integrations/mine?include=credentials&include=webhook", None);
    assert_eq!(shown["data"]["credentials"]["client_secret"], "invented-secret");
    assert!(shown["data"].get("webhook_url").is_some());
    let list = api.ok("GET", "/integrations", None);
    let list = list["data"].as_array().expect("integrations");
    assert!(list.iter().any(|it| it["unique_key"] == "mine"));
}

#[test]
fn variables_and_providers_are_those_of_the_seed() {
    let provider = json!({"name": "acme", "display_name": "Acme", "auth_mode": "API_KEY", "categories": ["crm"]});
    let api = Api::with(&json!({"variables": {"REGION": "eu"}, "providers": [provider]}));
    let variables = api.ok("GET", "/environment-variables", None);
    let variables = variables.as_array().expect("variables");
    assert!(variables.contains(&json!({"name": "REGION", "value": "eu"})));
    let found = api.ok("GET", "/providers?search=ACM", None);
    assert_eq!(
        (&found["data"][0]["name"], &found["data"][0]["auth_mode"]),
        (&json!("acme"), &json!("API_KEY"))
    );
    assert_eq!(found["data"].as_array().map(Vec::len), Some(1));
    // One of an integration is known too.
    assert_eq!(
        api.ok("GET", "/providers/freshdesk", None)["data"]["auth_mode"],
        "BASIC"
    );
}

#[test]
fn an_addition_that_is_wrong_is_refused_as_a_whole() {
    let api = Api::with(&json!({}));
    let action = json!({"name": "a", "provider_config_key": "nowhere"});
    let refused = api.control("seed", &json!({"variables": {"A": "b"}, "actions": [action]}));
    assert_eq!(refused.status, 400);
    let message = refused.json()["error"]["message"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(
        message.starts_with("actions[0].provider_config_key: there is no integration \"nowhere\""),
        "{message}"
    );
    let refused = api.control("seed", &json!({"action": []}));
    assert!(refused.body.contains("unknown field `action`"), "{refused:?}");
    let before = api.ok("GET", "/environment-variables", None).to_string();
    assert!(!before.contains("\"A\""), "{before}");
}
