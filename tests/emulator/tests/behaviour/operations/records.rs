//! Records and syncs.

use super::{Api, issues};
use serde_json::{Value, json};

const LIST: &str = "/records?model=Issue";

/// Each record's id and what was last done to it.
fn shown(page: &Value) -> Vec<(String, String)> {
    let record = |record: &Value| {
        let action = record["_nango_metadata"]["last_action"].as_str().expect("an action");
        (record["id"].as_str().expect("an id").to_owned(), action.to_owned())
    };
    page["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(record)
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(id, action)| ((*id).to_owned(), (*action).to_owned()))
        .collect()
}

fn sorted(mut list: Vec<(String, String)>) -> Vec<(String, String)> {
    list.sort();
    list
}

#[test]
fn pages_follow_one_another_to_the_last() {
    let records: Vec<Value> = (0..25).map(|i| json!({"id": format!("i-{i:02}")})).collect();
    let api = Api::with(&issues(&json!(records), &json!([])));
    let (mut ids, mut target) = (Vec::new(), format!("{LIST}&limit=10"));
    loop {
        let page = api.of_customer("GET", &target, None).json();
        ids.extend(shown(&page).into_iter().map(|(id, _)| id));
        let Some(cursor) = page["next_cursor"].as_str() else {
            break;
        };
        assert_eq!(page["records"].as_array().map(Vec::len), Some(10));
        let last = &page["records"][9]["_nango_metadata"]["cursor"];
        assert_eq!(last.as_str(), Some(cursor));
        target = format!("{LIST}&limit=10&cursor={cursor}");
    }
    ids.sort();
    assert_eq!(ids, (0..25).map(|i| format!("i-{i:02}")).collect::<Vec<_>>());
}

#[test]
fn after_the_last_cursor_only_changes_come() {
    let api = Api::with(&issues(
        &json!([{"id": "a", "n": 1}, {"id": "b"}, {"id": "c"}]),
        &json!([]),
    ));
    let first = api.of_customer("GET", LIST, None).json();
    assert_eq!(
        sorted(shown(&first)),
        pairs(&[("a", "ADDED"), ("b", "ADDED"), ("c", "ADDED")])
    );
    let cursor = first["records"][2]["_nango_metadata"]["cursor"]
        .as_str()
        .expect("a cursor")
        .to_owned();
    let after = format!("{LIST}&cursor={cursor}");
    // `b` is as it was.
    api.seed(&issues(
        &json!([{"id": "a", "n": 2}, {"id": "b"}, {"id": "d"}]),
        &json!(["c"]),
    ));
    let changes = api.of_customer("GET", &after, None).json();
    assert_eq!(
        sorted(shown(&changes)),
        pairs(&[("a", "UPDATED"), ("c", "DELETED"), ("d", "ADDED")])
    );
    let all = |filter: &str| shown(&api.of_customer("GET", &format!("{LIST}&filter={filter}"), None).json());
    assert_eq!(sorted(all("added")), pairs(&[("b", "ADDED"), ("d", "ADDED")]));
    assert_eq!(all("updated"), pairs(&[("a", "UPDATED")]));
    assert_eq!(all("deleted"), pairs(&[("c", "DELETED")]));
    let some = shown(
        &api.of_customer("GET", &format!("{LIST}&ids=a&ids=d&ids=x"), None)
            .json(),
    );
    assert_eq!(sorted(some), pairs(&[("a", "UPDATED"), ("d", "ADDED")]));
}

#[test]
fn what_is_asked_for_is_checked() {
    let api = Api::with(&issues(&json!([{"id": "a"}]), &json!([])));
    let long = "x".repeat(1_001);
    let wrong = [
        ("cursor=".to_owned(), "too_small", json!(["cursor"])),
        (format!("cursor={long}"), "too_big", json!(["cursor"])),
        ("filter=deletd".to_owned(), "invalid_value", json!(["filter", "0"])),
        (
            "filter=added,,deletd".to_owned(),
            "invalid_value",
            json!(["filter", "1"]),
        ),
        ("filter=".to_owned(), "invalid_value", json!(["filter", "0"])),
        (format!("ids={}", &long[..257]), "invalid_union", json!(["ids"])),
    ];
    for (query, complaint, path) in wrong {
        let answer = api.of_customer("GET", &format!("{LIST}&{query}"), None);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "invalid_query_params"),
            "{query}"
        );
        let finding = &answer.json()["error"]["errors"][0];
        assert_eq!(
            (&finding["code"], &finding["path"]),
            (&json!(complaint), &path),
            "{query}"
        );
    }
    // What is in a cursor is not checked.
    let answer = api.of_customer("GET", &format!("{LIST}&cursor={}", &long[..1_000]), None);
    assert_eq!((answer.status, answer.code().as_str()), (500, "server_error"));
    for query in [
        "filter=added,updated",
        "filter=ADDED",
        &format!("ids=a&ids={}", &long[..256]),
    ] {
        let page = api.of_customer("GET", &format!("{LIST}&{query}"), None).json();
        assert_eq!(shown(&page), pairs(&[("a", "ADDED")]), "{query}");
    }
}

#[test]
fn pruned_records_have_their_ids_alone() {
    let api = Api::with(&issues(
        &json!([{"id": "a", "n": 1}, {"id": "b", "n": 2}, {"id": "c", "n": 3}]),
        &json!([]),
    ));
    let page = api.of_customer("GET", LIST, None).json();
    let cursor = &page["records"][1]["_nango_metadata"]["cursor"];
    let prune = |limit: u32| {
        let body = json!({"model": "Issue", "until_cursor": cursor, "limit": limit});
        api.of_customer("PATCH", "/records/prune", Some(&body)).json()
    };
    assert_eq!(prune(1), json!({"count": 1, "has_more": true}));
    assert_eq!(prune(9), json!({"count": 1, "has_more": false}));
    assert_eq!(prune(9), json!({"count": 0, "has_more": false}));
    let page = api.of_customer("GET", LIST, None).json();
    let has_data = |i: usize| !page["records"][i]["n"].is_null();
    assert_eq!((has_data(0), has_data(1), has_data(2)), (false, false, true));
    assert!(page["records"][0]["_nango_metadata"]["pruned_at"].is_string());
}

#[test]
fn a_record_goes_with_its_connection() {
    let api = Api::with(&issues(&json!([{"id": "a"}]), &json!([])));
    api.ok(
        "DELETE",
        "/connections/customer-oauth2?provider_config_key=github",
        None,
    );
    assert_eq!(api.of_customer("GET", LIST, None).code(), "unknown_connection");
    let imported = json!({
        "provider_config_key": "github", "connection_id": "customer-oauth2",
        "credentials": {"type": "OAUTH2", "access_token": "invented"},
    });
    api.ok("POST", "/connections", Some(&imported));
    assert_eq!(shown(&api.of_customer("GET", LIST, None).json()), []);
}

fn sync(runs: &Value) -> Value {
    json!({"syncs": [{
        "name": "issues", "provider_config_key": "github", "models": ["Issue"], "auto_start": false, "runs": runs,
    }]})
}

fn named() -> Value {
    json!({"provider_config_key": "github", "syncs": ["issues"], "connection_id": "customer-oauth2"})
}

fn status(api: &Api) -> Value {
    let target = "/sync/status?provider_config_key=github&syncs=issues&connection_id=customer-oauth2";
    api.ok("GET", target, None)["syncs"][0].clone()
}

#[test]
fn each_trigger_does_the_next_run_of_the_seed() {
    let api = Api::with(&sync(&json!([
        {"records": {"Issue": [{"id": "a", "n": 1}, {"id": "b"}]}},
        {"records": {"Issue": [{"id": "a", "n": 2}]}, "deleted": {"Issue": ["b"]}},
        {"fails": true},
    ])));
    assert_eq!(status(&api)["status"], "PAUSED");
    assert!(status(&api)["finishedAt"].is_null());
    // The start is the first run.
    api.ok("POST", "/sync/start", Some(&named()));
    let now = status(&api);
    assert_eq!((&now["status"], &now["type"]), (&json!("SUCCESS"), &json!("INITIAL")));
    assert_eq!(
        now["latestResult"],
        json!({"Issue": {"added": 2, "deleted": 0, "updated": 0}})
    );
    api.ok("POST", "/sync/trigger", Some(&named()));
    let now = status(&api);
    assert_eq!(
        now["latestResult"],
        json!({"Issue": {"added": 0, "deleted": 1, "updated": 1}})
    );
    assert_eq!(
        (&now["type"], &now["recordCount"]),
        (&json!("INCREMENTAL"), &json!({"Issue": 1}))
    );
    let page = api.of_customer("GET", LIST, None).json();
    assert_eq!(shown(&page), pairs(&[("a", "UPDATED"), ("b", "DELETED")]));
    api.ok("POST", "/sync/trigger", Some(&named()));
    assert_eq!(status(&api)["status"], "ERROR");
    api.ok("POST", "/sync/pause", Some(&named()));
    assert_eq!(status(&api)["status"], "PAUSED");
    // A start does not run it again, and clearing the cache begins with the first run.
    api.ok("POST", "/sync/start", Some(&named()));
    assert_eq!(status(&api)["status"], "ERROR");
    let mut cleared = named();
    cleared["sync_mode"] = json!("full_refresh_and_clear_cache");
    api.ok("POST", "/sync/trigger", Some(&cleared));
    let page = api.of_customer("GET", LIST, None).json();
    assert_eq!(sorted(shown(&page)), pairs(&[("a", "ADDED"), ("b", "ADDED")]));
}

#[test]
fn a_run_lasts_for_some_looks_at_its_status() {
    let api = Api::with(&sync(
        &json!([{"running_polls": 2, "records": {"Issue": [{"id": "a"}]}}]),
    ));
    api.ok("POST", "/sync/trigger", Some(&named()));
    let seen: Vec<Value> = (0..4).map(|_| status(&api)["latestExecutionStatus"].clone()).collect();
    assert_eq!(seen, ["RUNNING", "RUNNING", "SUCCESS", "SUCCESS"]);
    assert_eq!(status(&api)["recordCount"], json!({"Issue": 1}));
}

#[test]
fn a_variant_has_records_and_a_frequency_of_its_own() {
    let api = Api::with(&sync(&json!([{"records": {"Issue": [{"id": "a"}]}}])));
    let owner = json!({"provider_config_key": "github", "connection_id": "customer-oauth2"});
    api.ok("POST", "/sync/issues/variant/eu", Some(&owner));
    let trigger = json!({"provider_config_key": "github", "syncs": [{"name": "issues", "variant": "eu"}]});
    api.ok("POST", "/sync/trigger", Some(&trigger));
    assert_eq!(shown(&api.of_customer("GET", LIST, None).json()), []);
    let of_variant = format!("{LIST}&variant=eu");
    assert_eq!(
        shown(&api.of_customer("GET", &of_variant, None).json()),
        pairs(&[("a", "ADDED")])
    );
    let mut frequency = owner.clone();
    frequency["sync_name"] = json!("issues");
    frequency["sync_variant"] = json!("eu");
    frequency["frequency"] = json!("every 2h");
    api.ok("PUT", "/sync/update-connection-frequency", Some(&frequency));
    let target = "/sync/status?provider_config_key=github&syncs=issues,issues::eu&connection_id=customer-oauth2";
    let statuses = api.ok("GET", target, None);
    let frequencies: Vec<&Value> = statuses["syncs"]
        .as_array()
        .expect("syncs")
        .iter()
        .map(|it| &it["frequency"])
        .collect();
    assert_eq!(frequencies, ["every 1h", "every 2h"]);
    api.ok("DELETE", "/sync/issues/variant/eu", Some(&owner));
    assert_eq!(
        shown(&api.of_customer("GET", &of_variant, None).json()),
        pairs(&[("a", "ADDED")])
    );
}
