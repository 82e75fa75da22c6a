//! Descriptions that are wrong, and what is said of them.

use std::path::Path;

use serde_json::json;

use super::{parse, read};
use crate::api::described::Api;

fn described() -> serde_json::Value {
    let text = include_str!("../../../api/operations.json");
    serde_json::from_str(text).unwrap()
}

/// The description with another value at `pointer`. `list_connections/group` is the group of that operation.
fn changed(pointer: &str, value: serde_json::Value) -> serde_json::Value {
    let mut description = described();
    let (place, member) = pointer.rsplit_once('/').unwrap();
    let (first, rest) = place.split_once('/').unwrap_or((place, ""));
    let operations = description["operations"].as_array_mut().unwrap();
    let parent = match operations.iter_mut().find(|operation| operation["name"] == first) {
        Some(operation) if rest.is_empty() => operation,
        Some(operation) => operation.pointer_mut(&format!("/{rest}")).unwrap(),
        None => description.pointer_mut(place).unwrap(),
    };
    match member.parse::<usize>() {
        Ok(index) => parent[index] = value,
        Err(_) => parent[member] = value,
    }
    description
}

/// What is said after the value at `pointer` is another.
fn refused(pointer: &str, value: serde_json::Value) -> String {
    parse(&changed(pointer, value).to_string()).err().unwrap_or_default()
}

/// Whether api/operations.schema.json, by which an editor checks the description, takes this one.
fn is_taken_by_the_schema(description: serde_json::Value) -> bool {
    let schema = serde_json::from_str(include_str!("../../../api/operations.schema.json")).unwrap();
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("file:///schema", schema).unwrap();
    let index = compiler.compile("file:///schema", &mut schemas).unwrap();
    schemas.validate(&description, index).is_ok()
}

#[test]
fn the_schema_takes_the_description_and_no_slip() {
    assert!(is_taken_by_the_schema(described()));
    for (pointer, value) in [
        ("list_connections/name", json!("listConnections")),
        ("list_connections/summary", "no sentence".into()),
        ("list_connections/http", "OPTIONS".into()),
        ("list_connections/path", "connections".into()),
        ("list_connections/retry", "never".into()),
        ("list_connections/parameters/0/in", "cookie".into()),
        ("list_connections/parameters/0", json!({"name": "a", "in": "query"})),
        (
            "list_connections/result",
            json!({"kind": "none", "status": 200, "other": 1}),
        ),
        ("/models/0/fields", json!([])),
    ] {
        assert!(!is_taken_by_the_schema(changed(pointer, value)), "{pointer}");
    }
}

#[test]
fn the_schema_takes_the_description_of_webhooks() {
    let text = include_str!("../../../api/webhooks.json");
    assert!(is_taken_by_the_schema(serde_json::from_str(text).unwrap()));
}

#[test]
fn the_models_of_webhooks_come_after_those_of_operations() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let api = read(root).unwrap();
    let place = |name: &str| api.models.iter().position(|model| model.name == name).unwrap();
    assert!(place("environment_variable") < place("auth_webhook"));
    assert_eq!(api.models[place("auth_webhook")].fields[1].wire, "from");
}

#[test]
fn the_description_is_good_and_filled_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let api: Api = read(root).unwrap();
    let named = |name: &str| api.operations.iter().find(|operation| operation.name == name).unwrap();
    let list = named("list_connections");
    assert_eq!(list.parameters[0].wire, "connectionId");
    assert_eq!(list.parameters[1].wire, "search");
    assert_eq!(named("wait_for_connection").result.steps, ["connections", "0"]);
    let in_groups: usize = api.groups.iter().map(|group| group.operations.len()).sum();
    assert_eq!(in_groups, api.operations.len());
    for operation in &api.operations {
        assert!(operation.parameters.is_sorted_by_key(|parameter| !parameter.required));
    }
}

#[test]
fn what_does_not_fit_together_is_refused() {
    for (pointer, value, said) in [
        ("list_connections/group", json!("none"), "no group none"),
        (
            "list_connections/name",
            json!("import_connection"),
            "import_connection is there twice",
        ),
        ("list_connections/method", json!("import"), "import is there twice"),
        ("list_connections/retry", json!("write"), "retry is read for GET"),
        ("list_connections/http", json!("OPTIONS"), "unknown variant"),
        ("list_connections/result/model", json!("unknown"), "no model unknown"),
        ("list_connections/result/key", json!("unknown"), "has no field unknown"),
        ("list_connections/result/style", json!(""), "pages have a style"),
        ("list_connections/parameters/0/in", json!("body"), "GET has no body"),
        (
            "list_connections/parameters/2/style",
            json!("brackets"),
            "needs a style",
        ),
        (
            "list_connections/parameters/0/type",
            json!("array<string"),
            "is no type",
        ),
        (
            "update_connection/path",
            json!("/connections/{other}"),
            "is not in the path",
        ),
        (
            "deploy_function/constants",
            json!({"code": "x"}),
            "code is a constant and a parameter",
        ),
        (
            "deploy_function/constants",
            json!({"type": []}),
            "a constant is one value",
        ),
        (
            "list_records/result/cursor",
            json!(""),
            "pages by cursor name the field",
        ),
        (
            "list_connections/result/cursor",
            json!("end_user"),
            "pages by cursor name the field",
        ),
        (
            "list_records/result/cursor",
            json!("id"),
            "record.id has no field cursor",
        ),
        ("wait_for_connection/http", json!("POST"), "retry is read for GET"),
        (
            "/models/2/fields/4/type",
            json!("listed_connection"),
            "no model listed_connection before it",
        ),
    ] {
        let problem = refused(pointer, value);
        assert!(problem.contains(said), "{pointer}: {problem}");
    }
    let problem = refused(
        "list_connections/result",
        json!({"kind": "none", "status": 200, "other": 1}),
    );
    assert!(problem.contains("unknown field"), "{problem}");
}
