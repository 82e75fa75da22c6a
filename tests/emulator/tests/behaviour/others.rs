//! The routes beside the described operations.

use crate::{
    client::{Answer, advance, send},
    operations::{Api, CUSTOMER},
    receiver::Receiver,
};
use serde_json::{Value, json};

/// The token of a session for an integration.
fn session(api: &Api, key: &str) -> String {
    let wanted = json!({"end_user": {"id": "u-1"}, "allowed_integrations": [key]});
    let session = api.ok("POST", "/connect/sessions", Some(&wanted));
    session["data"]["token"].as_str().expect("a token").to_owned()
}

/// A request of a customer's browser, which has no key.
fn browser(api: &Api, method: &str, target: &str, body: Option<&Value>) -> Answer {
    let body = body.map(Value::to_string);
    let headers: &[(&str, &str)] = match body {
        Some(_) => &[("content-type", "application/json")],
        None => &[],
    };
    send(api.address(), method, target, headers, body.as_deref())
}

fn with_token(api: &Api, method: &str, target: &str, token: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    send(api.address(), method, target, &[("authorization", &bearer)], None)
}

#[test]
fn what_a_customer_enters_becomes_a_connection() {
    let api = Api::with(&json!({}));
    let token = session(&api, "stripe-api-key");
    let target = format!("/api-auth/api-key/stripe-api-key?connect_session_token={token}");
    let made = browser(&api, "POST", &target, Some(&json!({"apiKey": "invented-key"})));
    assert_eq!(made.status, 200, "{made:?}");
    let id = made.json()["connectionId"].as_str().expect("an id").to_owned();
    let connection = api.ok(
        "GET",
        &format!("/connections/{id}?provider_config_key=stripe-api-key"),
        None,
    );
    assert_eq!(
        connection["credentials"],
        json!({"type": "API_KEY", "apiKey": "invented-key"})
    );
    assert_eq!(connection["tags"]["end_user_id"], "u-1");
    // The browser ends the session by itself.
    assert_eq!(with_token(&api, "GET", "/connect/session", &token).status, 200);
    assert_eq!(with_token(&api, "DELETE", "/connect/session", &token).status, 204);
    assert_eq!(
        browser(&api, "POST", &target, Some(&json!({"apiKey": "k"}))).status,
        401
    );
}

#[test]
fn what_a_customer_enters_may_be_refused() {
    let api = Api::with(&json!({"integrations": [
        {"id": "picky", "auth_mode": "BASIC", "refuses": ["wrong"]},
    ]}));
    let token = session(&api, "picky");
    let code = |key: &str, body: &Value| {
        let target = format!("/api-auth/basic/{key}?connect_session_token={token}");
        let answer = browser(&api, "POST", &target, Some(body));
        (answer.status, answer.code())
    };
    let refused = |status: u16, code: &str| (status, code.to_owned());
    let good = json!({"username": "u", "password": "p"});
    let wrong = json!({"username": "u", "password": "wrong"});
    assert_eq!(code("picky", &wrong), refused(400, "connection_test_failed"));
    assert_eq!(code("nope", &good), refused(404, "unknown_provider_config"));
    assert_eq!(code("picky", &json!({"username": 1})), refused(400, "invalid_body"));
    assert_eq!(code("picky", &good), (200, String::new()));
}

#[test]
fn a_token_is_good_for_half_an_hour_and_for_little() {
    let api = Api::with(&json!({}));
    let token = session(&api, "github");
    let offered = with_token(&api, "GET", "/integrations", &token).json();
    let keys: Vec<&Value> = offered["data"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| &it["unique_key"])
        .collect();
    assert_eq!(keys, ["github"]);
    for target in ["/connections", "/integrations/github", "/environment-variables"] {
        assert_eq!(with_token(&api, "GET", target, &token).status, 401, "{target}");
    }
    assert_eq!(with_token(&api, "POST", "/integrations", &token).status, 401);
    advance(api.address(), 30 * 60);
    let late = with_token(&api, "GET", "/integrations", &token);
    assert_eq!(
        (late.status, late.code().as_str()),
        (401, "unknown_connect_session_token")
    );
}

#[test]
fn webhooks_of_external_apis_are_forwarded() {
    let receiver = Receiver::listen();
    let api = Api::with(&receiver.seed("invented-key"));
    api.seed(&json!({"integrations": [{"id": "quiet", "forward_webhooks": false}]}));
    let hook = |key: &str| {
        let target = format!("/webhook/00000000-0000-4000-8000-0000000000e0/{key}");
        browser(&api, "POST", &target, Some(&json!({"issue": 7}))).status
    };
    assert_eq!((hook("quiet"), hook("github")), (204, 204));
    let webhook = receiver.next();
    assert!(webhook.is_signed_with("invented-key"));
    let expected = json!({"from": "github", "payload": {"issue": 7}, "providerConfigKey": "github", "type": "forward"});
    assert_eq!(webhook.json(), expected);
    let sent = crate::client::get(api.address(), crate::client::DEMO_KEY, "/__emulator/webhooks").json();
    assert_eq!(sent["webhooks"].as_array().map(Vec::len), Some(1));
}

#[test]
fn an_agent_finds_and_calls_tools() {
    let api = Api::with(&json!({"actions": [
        {"name": "echo", "provider_config_key": "github", "echo": true},
        {"name": "off", "provider_config_key": "github", "disabled": true},
    ]}));
    let headers = [&CUSTOMER[..], &[("accept", "application/json, text/event-stream")]].concat();
    let ask = |message: &Value| {
        let answer = api.send("POST", "/mcp", &headers, Some(message));
        let data = answer.body.strip_prefix("event: message\ndata: ").unwrap_or_default();
        (answer.status, serde_json::from_str(data).unwrap_or_default())
    };
    let call = |method: &str, params: &Value| -> Value {
        let (status, message): (u16, Value) =
            ask(&json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}));
        assert_eq!((status, &message["id"]), (200, &json!(1)), "{message}");
        message
    };
    let hello = call("initialize", &json!({"protocolVersion": "2024-11-05"}));
    assert_eq!(hello["result"]["protocolVersion"], "2024-11-05");
    assert_eq!(
        ask(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"})).0,
        202
    );
    assert_eq!(call("ping", &json!({}))["result"], json!({}));
    let tools = call("tools/list", &json!({}));
    let names: Vec<&Value> = tools["result"]["tools"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| &it["name"])
        .collect();
    assert!(names.contains(&&json!("echo")), "{names:?}");
    let said = call("tools/call", &json!({"name": "echo", "arguments": {"a": 1}}));
    assert_eq!(said["result"]["content"][0]["text"], "{\n  \"a\": 1\n}");
    let off = call("tools/call", &json!({"name": "off", "arguments": {}}));
    assert_eq!(off["error"]["message"], "Action off not found");
    assert_eq!(call("resources/list", &json!({}))["error"]["code"], -32601);
}

#[test]
fn an_endpoint_is_a_function() {
    let records = json!([{"id": "1"}, {"id": "2"}, {"id": "3"}]);
    let mut addition = crate::operations::issues(&records, &json!([]));
    let function = |name: &str, kind: &str, method: &str| {
        json!({
            "name": name, "provider_config_key": "github", "type": kind, "returns": ["Issue"],
            "endpoints": [{"method": method, "path": "/all/issues"}],
        })
    };
    addition["functions"] = json!([function("issues", "sync", "GET"), function("echo", "action", "POST")]);
    addition["actions"] = json!([{"name": "echo", "provider_config_key": "github", "echo": true}]);
    let api = Api::with(&addition);
    let page = api.of_customer("GET", "/v1/all/issues?limit=2", None).json();
    assert_eq!(page["records"].as_array().map(Vec::len), Some(2));
    let echo = api.of_customer("POST", "/v1/all/issues", Some(&json!({"a": 1})));
    assert_eq!(echo.json(), json!({"a": 1}));
    let missing = api.of_customer("DELETE", "/v1/all/issues", None);
    assert_eq!((missing.status, missing.code().as_str()), (404, "unknown_endpoint"));
}

#[test]
fn a_folder_of_functions_is_forgotten_at_a_reset() {
    let api = Api::with(&json!({}));
    let function = json!({"name": "hello", "integrationId": "github", "trigger": {"kind": "http"}});
    let folder =
        json!({"reconciliationScope": {"kind": "integration", "integrationId": "github"}, "functions": [function]});
    let preview = api.ok("POST", "/functions/deployments/bundle/preview", Some(&folder));
    let deployed = api.ok("POST", "/functions/deployments/bundle", Some(&folder));
    assert_eq!(preview, deployed);
    let none = json!({"reconciliationScope": {"kind": "integration", "integrationId": "freshdesk"}, "functions": []});
    let other = api.ok("POST", "/functions/deployments/bundle", Some(&none));
    assert_eq!(other["deleted"], json!([]));
    let again = api.ok("POST", "/functions/deployments/bundle", Some(&folder));
    assert_eq!(
        again["unchanged"],
        json!([{"integrationId": "github", "name": "hello"}])
    );
    assert_eq!(api.control("reset", &json!({})).status, 200);
    let anew = api.ok("POST", "/functions/deployments/bundle", Some(&folder));
    assert_eq!(anew, deployed);
}

#[test]
fn any_page_may_ask() {
    let api = Api::with(&json!({}));
    for target in ["/connections", "/connect/session", "/nowhere"] {
        assert_eq!(browser(&api, "OPTIONS", target, None).status, 204, "{target}");
    }
}
