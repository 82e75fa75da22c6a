//! What operations give: which values are compared, and which differences count.

use nango_conformance::compare::compare;
use nango_conformance::expectation::Expectation;
use nango_probe::protocol::{Answer, Outcome};
use serde_json::{Value, json};

fn failures(expected: Value, got: Value) -> usize {
    let expect: Expectation = serde_json::from_value(json!({ "result": expected })).unwrap();
    let answer = Answer {
        outcome: Outcome::Result,
        result: got,
        ..Answer::default()
    };
    compare("rust", &expect, &answer).len()
}

#[test]
fn a_result_is_compared_value_by_value() {
    let expected = json!([{"a/b": 1, "list": [], "none": null, "created": "2026-01-02T03:04:05.678+00:00"}]);
    let expect: Expectation = serde_json::from_value(json!({ "result": expected })).unwrap();
    assert_eq!(expect.comparisons(), 6);
    let same = json!([{"a/b": 1, "list": [], "none": null, "created": "2026-01-02T03:04:05.678Z"}]);
    assert_eq!(failures(expected.clone(), same), 0);
    for wrong in [
        json!([{"a/b": 2, "list": [], "none": null, "created": "2026-01-02T03:04:05.678Z"}]),
        json!([{"a/b": 1, "list": [0], "none": null, "created": "2026-01-02T03:04:05.678Z"}]),
        json!([{"a/b": 1, "list": [], "none": "", "created": "2026-01-02T03:04:05.678Z"}]),
        json!([{"a/b": 1, "list": [], "none": null, "created": "2026-01-02T03:04:05.679Z"}]),
        json!([{"a/b": 1, "list": [], "none": null, "created": "2026-01-02T03:04:05.678Z", "more": 1}]),
        json!([{"a/b": 1, "list": [], "none": null, "created": "2026-01-02T03:04:05.678Z"}, {}]),
    ] {
        assert_eq!(failures(expected.clone(), wrong), 1);
    }
}

#[test]
fn what_gives_nothing_is_compared_too() {
    assert_eq!(failures(Value::Null, Value::Null), 0);
    assert_eq!(failures(Value::Null, json!({})), 1);
    let expect: Expectation = serde_json::from_value(json!({ "result": null })).unwrap();
    let answer = Answer {
        outcome: Outcome::Error,
        ..Answer::default()
    };
    assert_eq!(compare("rust", &expect, &answer).len(), 1);
}
