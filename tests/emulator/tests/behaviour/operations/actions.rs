//! Actions, functions and the service that runs code.

use super::Api;
use crate::client::Answer;
use serde_json::{Value, json};

fn with_action(action: &Value) -> Api {
    let mut action = action.clone();
    action["name"] = json!("act");
    action["provider_config_key"] = json!("github");
    Api::with(&json!({"actions": [action]}))
}

fn trigger(api: &Api, input: &Value, more: &[(&str, &str)]) -> Answer {
    let headers = [&super::CUSTOMER, more].concat();
    let body = json!({"action_name": "act", "input": input});
    api.send("POST", "/action/trigger", &headers, Some(&body))
}

#[test]
fn an_action_returns_what_the_seed_says_or_its_input() {
    let api = with_action(&json!({"output": {"id": 7}}));
    assert_eq!(trigger(&api, &json!(1), &[]).json(), json!({"id": 7}));
    let api = with_action(&json!({"echo": true}));
    for input in [json!({"a": [1, null]}), json!("text"), json!(0), json!(null)] {
        assert_eq!(trigger(&api, &input, &[]).json(), input);
    }
    // As Nango has it.
    assert_eq!(trigger(&api, &json!(false), &[]).json(), json!(null));
}

#[test]
fn an_action_fails_by_itself_or_because_of_the_external_api() {
    let api =
        with_action(&json!({"error": {"status": 500, "code": "action_script_runtime_error", "payload": {"a": 1}}}));
    let failure = trigger(&api, &json!({}), &[]);
    assert_eq!(failure.status, 500);
    assert_eq!(
        failure.json(),
        json!({"error": {"code": "action_script_runtime_error", "payload": {"a": 1}}})
    );
    let api = with_action(&json!({"upstream": {"status": 404, "headers": {"x-a": "b"}, "body": {"message": "gone"}}}));
    let failure = trigger(&api, &json!({}), &[]);
    assert_eq!((failure.status, failure.code().as_str()), (424, "script_http_error"));
    assert_eq!(failure.json()["error"]["upstream"]["status"], 404);
    let api = with_action(&json!({"disabled": true}));
    assert_eq!(trigger(&api, &json!({}), &[]).code(), "disabled_resource");
}

#[test]
fn a_slow_action_takes_its_time() {
    let api = with_action(&json!({"delay_ms": 150, "output": 1}));
    let start = std::time::Instant::now();
    assert_eq!(trigger(&api, &json!({}), &[]).json(), json!(1));
    assert!(start.elapsed().as_millis() >= 150);
}

#[test]
fn the_result_of_an_action_comes_after_some_polls() {
    for (outcome, last) in [
        (json!({"pending_polls": 2, "output": {"n": 1}}), 200),
        (
            json!({"pending_polls": 2, "error": {"status": 500, "code": "boom"}}),
            500,
        ),
        // Without an output Nango never has a result.
        (json!({"pending_polls": 2, "output": null}), 404),
    ] {
        let api = with_action(&outcome);
        let queued = trigger(&api, &json!({}), &[("x-async", "true")]);
        assert_eq!(queued.status, 202);
        let url = queued.json()["statusUrl"].as_str().expect("a URL").to_owned();
        assert_eq!(queued.headers["location"], url);
        let statuses: Vec<u16> = (0..4).map(|_| api.send("GET", &url, &[], None).status).collect();
        assert_eq!(statuses, [404, 404, last, last], "{outcome}");
    }
}

#[test]
fn functions_are_listed_read_and_deleted() {
    let function = |name: &str, source: &str| json!({"name": name, "provider_config_key": "github", "type": "action", "source": source, "code": "export default 1"});
    let api = Api::with(
        &json!({"functions": [function("own", "standalone"), function("deployed", "repo"), function("ready", "template")]}),
    );
    let list = api.ok("GET", "/integrations/github/functions?limit=1&page=1", None);
    assert_eq!(
        (&list["data"][0]["name"], &list["pagination"]["total"]),
        (&json!("own"), &json!(2))
    );
    assert_eq!(
        api.ok("GET", "/integrations/github/functions/own/code", None)["code"],
        "export default 1"
    );
    assert_eq!(
        api.ok("GET", "/providers/github/templates", None)["data"][0]["name"],
        "ready"
    );
    let delete = |name: &str| {
        api.send(
            "DELETE",
            &format!("/integrations/github/functions/{name}?type=action"),
            &[],
            None,
        )
    };
    assert_eq!(delete("deployed").code(), "function_managed_by_deploy");
    assert_eq!(delete("own").status, 200);
    assert_eq!(delete("own").code(), "not_found");
    assert_eq!(
        api.ok("GET", "/scripts/config", None)[0]["actions"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

#[test]
fn code_is_run_if_the_seed_has_the_service_for_it() {
    let api = Api::with(&json!({}));
    let code = json!({"code": "export default 1"});
    assert_eq!(api.send("POST", "/functions/compile", &[], Some(&code)).status, 500);
    api.seed(&json!({"sandbox": {"bundled_js": "1", "dry_run": {"result": {"n": 1}}, "pending_polls": 1}}));
    assert_eq!(
        api.ok("POST", "/functions/compile", Some(&code))["bundle_size_bytes"],
        1
    );
    let run =
        json!({"integration_id": "github", "function_type": "action", "code": "1", "connection_id": "customer-oauth2"});
    let id = api.ok("POST", "/functions/dryruns", Some(&run))["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let result = || api.ok("GET", &format!("/functions/dryruns/{id}"), None);
    assert_eq!(result()["status"], "running");
    assert_eq!(
        (&result()["status"], &result()["result"]["n"]),
        (&json!("success"), &json!(1))
    );
    let deploy = json!({"type": "function", "integration_id": "github", "function_name": "f", "function_type": "action", "code": "1"});
    let id = api.ok("POST", "/functions/deployments", Some(&deploy))["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    api.ok("GET", &format!("/functions/deployments/{id}"), None);
    assert_eq!(
        api.ok("GET", &format!("/functions/deployments/{id}"), None)["function_name"],
        "f"
    );
}
