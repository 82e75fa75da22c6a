//! What a request has to be like, on any route.

use super::Api;
use crate::client::{DEMO_KEY, send};
use serde_json::{Value, json};

fn findings(api: &Api, method: &str, target: &str, body: &Value) -> (String, Vec<Value>) {
    let answer = api.send(method, target, &super::CUSTOMER, Some(body));
    assert_eq!(answer.status, 400, "{answer:?}");
    let error = answer.json()["error"].clone();
    let errors = error["errors"].as_array().cloned().unwrap_or_default();
    (error["code"].as_str().unwrap_or_default().to_owned(), errors)
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let api = Api::with(&json!({}));
    let (code, errors) = findings(
        &api,
        "POST",
        "/integrations",
        &json!({"provider": 1, "unique_key": "a/b", "more": 1}),
    );
    assert_eq!(code, "invalid_body");
    let paths: Vec<&Value> = errors.iter().map(|finding| &finding["path"]).collect();
    assert_eq!(paths, [&json!(["provider"]), &json!(["unique_key"]), &json!([])]);
    let (code, errors) = findings(
        &api,
        "PATCH",
        "/records/prune",
        &json!({"model": "Issue", "until_cursor": "x", "limit": 0}),
    );
    assert_eq!((code.as_str(), &errors[0]["path"]), ("invalid_body", &json!(["limit"])));
    let (code, errors) = findings(&api, "POST", "/sync/trigger?x=1", &json!({}));
    assert_eq!(
        (code.as_str(), &errors[0]["code"]),
        ("invalid_query_params", &json!("unrecognized_keys"))
    );
    let (code, errors) = findings(
        &api,
        "POST",
        "/connections",
        &json!({
            "provider_config_key": "github", "credentials": {"type": "OAUTH2", "access_token": "invented"},
            "tags": {"a": 1, "b c": "x"},
        }),
    );
    assert_eq!(code, "invalid_body");
    let paths: Vec<&Value> = errors.iter().map(|finding| &finding["path"]).collect();
    assert_eq!(paths, [&json!(["tags", "a"]), &json!(["tags", "b c"])]);
}

#[test]
fn only_json_is_accepted() {
    let api = Api::with(&json!({}));
    let bearer = format!("Bearer {DEMO_KEY}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "text/plain")];
    for target in ["/action/trigger", "/connect/sessions", "/integrations", "/sync/trigger"] {
        let answer = send(api.address(), "POST", target, &headers, Some("{}"));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (415, "invalid_content_type"),
            "{target}"
        );
    }
}

#[test]
fn each_route_wants_its_scope() {
    let api = Api::with(&json!({}));
    // This key may read and list connections alone.
    let headers = [("authorization", "Bearer 00000000-0000-4000-8000-0000000000ad")];
    for (method, target, scope) in [
        ("GET", "/records", "environment:records:read"),
        ("POST", "/action/trigger", "environment:actions:execute"),
        ("DELETE", "/integrations/github", "environment:integrations:delete"),
        ("POST", "/connect/sessions", "environment:connect_sessions:write"),
        ("GET", "/environment-variables", "environment:variables:read"),
        ("DELETE", "/connections/a", "environment:connections:delete"),
    ] {
        let answer = send(api.address(), method, target, &headers, None);
        assert_eq!(answer.status, 403, "{target}: {answer:?}");
        assert!(answer.body.contains(scope), "{target}: {answer:?}");
    }
    // Any key may look at providers.
    assert_eq!(
        send(api.address(), "GET", "/providers/github", &headers, None).status,
        200
    );
}
