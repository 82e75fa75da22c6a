//! Descriptions that are wrong, and what is said of them.

use std::path::Path;

use super::{parse, read};
use crate::api::described::Api;

fn described() -> serde_json::Value {
    let text = include_str!("../../../api/operations.json");
    serde_json::from_str(text).unwrap()
}

/// What is said after the value at `pointer` is another.
fn refused(pointer: &str, value: serde_json::Value) -> String {
    let mut description = described();
    *description.pointer_mut(pointer).unwrap() = value;
    parse(&description.to_string()).err().unwrap_or_default()
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
        ("/operations/0/name", serde_json::json!("listConnections")),
        ("/operations/0/summary", "no sentence".into()),
        ("/operations/0/http", "OPTIONS".into()),
        ("/operations/0/path", "connections".into()),
        ("/operations/0/retry", "never".into()),
        ("/operations/0/parameters/0/in", "cookie".into()),
        (
            "/operations/0/parameters/0",
            serde_json::json!({"name": "a", "in": "query"}),
        ),
        (
            "/operations/0/result",
            serde_json::json!({"kind": "none", "status": 200, "other": 1}),
        ),
        ("/models/0/fields", serde_json::json!([])),
    ] {
        let mut description = described();
        *description.pointer_mut(pointer).unwrap() = value;
        assert!(!is_taken_by_the_schema(description), "{pointer}");
    }
}

#[test]
fn the_description_is_good_and_filled_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let api: Api = read(root).unwrap();
    let list = &api.operations[0];
    assert_eq!(list.name, "list_connections");
    assert_eq!(list.parameters[0].wire, "connectionId");
    assert_eq!(list.parameters[1].wire, "search");
    let in_groups: usize = api.groups.iter().map(|group| group.operations.len()).sum();
    assert_eq!(in_groups, api.operations.len());
    for operation in &api.operations {
        assert!(operation.parameters.is_sorted_by_key(|parameter| !parameter.required));
    }
}

#[test]
fn what_does_not_fit_together_is_refused() {
    for (pointer, value, said) in [
        ("/operations/0/group", "none", "no group none"),
        (
            "/operations/0/name",
            "import_connection",
            "import_connection is there twice",
        ),
        ("/operations/0/method", "import", "import is there twice"),
        ("/operations/0/retry", "write", "retry is read for GET"),
        ("/operations/0/http", "OPTIONS", "unknown variant"),
        ("/operations/0/result/model", "unknown", "no model unknown"),
        ("/operations/0/result/key", "unknown", "has no field unknown"),
        ("/operations/0/result/style", "", "pages have a style"),
        ("/operations/0/parameters/0/in", "body", "GET has no body"),
        ("/operations/0/parameters/2/style", "brackets", "needs a style"),
        ("/operations/0/parameters/0/type", "array<string", "is no type"),
        ("/operations/2/path", "/connections/{other}", "is not in the path"),
        (
            "/models/2/fields/4/type",
            "listed_connection",
            "no model listed_connection before it",
        ),
    ] {
        let problem = refused(pointer, value.into());
        assert!(problem.contains(said), "{pointer}: {problem}");
    }
    let problem = refused(
        "/operations/0/result",
        serde_json::json!({"kind": "none", "status": 200, "other": 1}),
    );
    assert!(problem.contains("unknown field"), "{problem}");
}
