//! Which case files are accepted, and how they are read.

mod common;

use std::fs;

use common::{case, cases_of, directory, directory_of, error, real_cases};
use nango_conformance::load::load;
use nango_conformance::value::Value;
use nango_probe::protocol::Outcome;
use serde_json::json;

/// The error that a directory of these cases gives.
fn refusal(name: &str, cases: &[serde_json::Value]) -> String {
    load(&directory_of(name, cases))
        .expect_err("the cases are refused")
        .to_string()
}

#[test]
fn the_case_files_of_this_repository_are_valid() {
    let cases = load(&real_cases()).expect("they are valid");
    assert!(cases.len() > 250, "only {} cases", cases.len());
    for outcome in [Outcome::Connection, Outcome::Response, Outcome::Error] {
        assert!(cases.iter().any(|case| case.expect.outcome == outcome));
    }
    assert!(cases.iter().any(|case| case.in_c.is_some()));
}

#[test]
fn a_name_can_be_taken_once() {
    assert!(
        refusal("a_name_can_be_taken_once", &[case(json!({})), case(json!({}))]).contains("one: the name is taken")
    );
}

#[test]
fn a_name_can_be_taken_once_among_all_files() {
    let directory = directory_of("a_name_among_all_files", &[case(json!({}))]);
    fs::copy(directory.join("cases.json"), directory.join("more.json")).expect("the file can be copied");
    assert!(
        load(&directory)
            .expect_err("the second file is refused")
            .to_string()
            .contains("the name is taken")
    );
}

#[test]
fn a_name_is_a_path_segment() {
    assert!(refusal("a_name_is_a_path_segment", &[case(json!({"name": "a/b"}))]).contains("a-z"));
}

#[test]
fn what_the_format_does_not_have_is_refused() {
    let mut call = case(json!({}));
    call["call"]["force_refrehs"] = json!(true);
    assert!(refusal("an_unknown_setting", &[call]).contains("force_refrehs"));
    assert!(refusal("an_unknown_member", &[case(json!({"expects": {}}))]).contains("expects"));
    let unknown = case(json!({"expect": error(json!({"kinds": 1}))}));
    assert!(refusal("an_unknown_field", &[unknown]).contains("kinds is no accessor"));
}

#[test]
fn every_field_must_be_there_and_of_its_type() {
    let mut missing = case(json!({}));
    missing["expect"]["error"]
        .as_object_mut()
        .expect("an object")
        .remove("attempts");
    assert!(refusal("a_missing_field", &[missing]).contains("attempts is missing"));
    let text = case(json!({"expect": error(json!({"kind": "17"}))}));
    assert!(refusal("a_field_of_another_type", &[text]).contains("kind cannot be"));
    let absent = case(json!({"expect": error(json!({"attempts": null}))}));
    assert!(refusal("an_absent_number", &[absent]).contains("attempts cannot be"));
}

#[test]
fn every_language_must_make_as_many_comparisons_as_the_others() {
    let text = fs::read_to_string(real_cases().join("auto_ok.json")).expect("it is there");
    let file: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let cases = file["cases"].as_array().expect("it has cases").iter();
    let mut expectations = cases.map(|case| &case["expect"]);
    let expect = expectations
        .find(|expect| expect["connection"].is_object())
        .expect("there is one");
    let fewer = case(json!({"in_c": {"exchanges": [], "expect": expect}}));
    assert!(refusal("as_many_in_c", &[fewer]).contains("in_c has another number"));
    let target = json!([{
        "request": {"target": "nowhere"}, "response": {"status": 200, "headers": [], "body": ""}
    }]);
    let case = case(json!({"in_c": {"exchanges": target, "expect": error(json!({}))}}));
    assert!(refusal("another_target_in_c", &[case]).contains("is no request target"));
}

#[test]
fn a_directory_without_cases_is_refused() {
    assert!(load(&directory("without_cases")).is_err());
}

#[test]
fn repetition_is_written_out() {
    let mut long = case(json!({"expect": error(json!({"body": ["<", ["ab", 3], ["é", 2], ">"]}))}));
    long["exchanges"][0]["response"]["body"] = json!([["x", 100_000], "y"]);
    let cases = cases_of("repetition_is_written_out", &[long]);
    let body = cases[0]
        .expect
        .fields
        .iter()
        .find(|(name, _)| *name == "body")
        .map(|(_, value)| value.clone());
    assert_eq!(body, Some(Value::Text("<abababéé>".to_owned())));
    assert_eq!(
        cases[0].exchanges[0].response.body,
        format!("{}y", "x".repeat(100_000)).into_bytes()
    );
}

#[test]
fn a_body_may_be_any_bytes() {
    let mut binary = case(json!({}));
    binary["exchanges"][0]["response"] = json!({"status": 503, "headers": [], "body_base64": "AP8K"});
    assert_eq!(
        cases_of("a_body_may_be_any_bytes", &[binary])[0].exchanges[0]
            .response
            .body,
        [0, 0xff, b'\n']
    );
    let mut both = case(json!({}));
    both["exchanges"][0]["response"]["body_base64"] = json!("AP8K");
    assert!(refusal("two_bodies", &[both]).contains("in one way, not in two"));
    let mut none = case(json!({}));
    none["exchanges"][0]["response"]
        .as_object_mut()
        .expect("an object")
        .remove("body");
    assert!(refusal("no_body", &[none]).contains("either body or body_base64"));
}

#[test]
fn a_probe_is_told_the_full_url_and_what_is_not_set_by_its_default() {
    let mut odd = case(json!({}));
    odd["call"]["base_url"] = json!("http://localhost:{port}/sub/{name}/");
    odd["call"]["route"] = json!("connections");
    let told = |name: &str, case: serde_json::Value| {
        let told = cases_of(name, &[case])[0].told(4711);
        (told.client.clone().expect("a client"), told)
    };
    let (odd, _) = told("an_odd_case", odd);
    assert_eq!(odd.base_url, "http://localhost:4711/sub/one/");
    assert_eq!(odd.route.as_deref(), Some("connections"));
    let (usual, told) = told("a_usual_case", case(json!({})));
    assert_eq!(usual.base_url, "http://127.0.0.1:4711/one");
    assert_eq!((usual.route.as_deref(), usual.max_retries), (Some("auto"), Some(0)));
    assert_eq!(
        (usual.user_agent, usual.timeout_ms, told.timeout_ms),
        (None, None, None)
    );
}
