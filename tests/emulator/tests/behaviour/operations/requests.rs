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
fn tags_have_limits_wherever_they_are() {
    let api = Api::with(&json!({}));
    let longest = "ü".repeat(255);
    let too_long = format!("{longest}x");
    let many = |number: usize| (0..number).map(|i| (format!("k{i}"), json!("v"))).collect::<Value>();
    let right = [json!({"a": longest}), many(10), json!({})];
    let wrong = [
        (json!({"a": ""}), "too_small", json!(["tags", "a"])),
        (json!({"a": too_long}), "too_big", json!(["tags", "a"])),
        (json!({"1a": "v"}), "invalid_key", json!(["tags", "1a"])),
        (many(11), "custom", json!(["tags"])),
    ];
    let import = |tags: &Value| {
        json!({
            "provider_config_key": "github", "credentials": {"type": "OAUTH2", "access_token": "invented"}, "tags": tags,
        })
    };
    let reconnect =
        |tags: &Value| json!({"connection_id": "customer-oauth2", "integration_id": "github", "tags": tags});
    type Body<'a> = &'a dyn Fn(&Value) -> Value;
    let requests: [(&str, &str, Body<'_>); 4] = [
        ("POST", "/connections", &import),
        (
            "PATCH",
            "/connections/customer-oauth2?provider_config_key=github",
            &|tags| json!({"tags": tags}),
        ),
        ("POST", "/connect/sessions", &|tags| json!({"tags": tags})),
        ("POST", "/connect/sessions/reconnect", &reconnect),
    ];
    for (method, target, body) in requests {
        for tags in &right {
            api.ok(method, target, Some(&body(tags)));
        }
        for (tags, complaint, path) in &wrong {
            let (code, errors) = findings(&api, method, target, &body(tags));
            assert_eq!(code, "invalid_body", "{method} {target}");
            assert_eq!(
                (&errors[0]["code"], &errors[0]["path"]),
                (&json!(complaint), path),
                "{target}"
            );
        }
    }
    let list = |tags: &Value| {
        let filter: Vec<String> = tags
            .as_object()
            .expect("tags")
            .iter()
            .map(|(key, value)| format!("tags[{key}]={}", value.as_str().expect("a text")))
            .collect();
        format!("/connections?{}", filter.join("&").replace('ü', "%C3%BC"))
    };
    for tags in &right {
        api.ok("GET", &list(tags), None);
    }
    for (tags, complaint, path) in &wrong {
        let answer = api.send("GET", &list(tags), &[], None);
        let error = &answer.json()["error"];
        assert_eq!((answer.status, &error["code"]), (400, &json!("invalid_query_params")));
        let finding = &error["errors"][0];
        assert_eq!((&finding["code"], &finding["path"]), (&json!(complaint), path));
    }
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
