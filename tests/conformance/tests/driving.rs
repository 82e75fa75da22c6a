//! Probes that the driver accepts and rejects.

mod common;

use std::path::PathBuf;
use std::time::Duration;

use common::{case, directory_of, error, real_cases};
use nango_conformance::driver::{Settings, run};
use serde_json::{Value, json};

const RUST: &str = env!("CARGO_BIN_EXE_nango-probe-rust");

/// The response that the cases expect, with these fields instead.
fn answer(fields: Value) -> String {
    let mut answer = json!({"outcome": "error", "at": "call", "ms": 0, "fields": error(json!({}))["error"]});
    answer["fields"]["message"] = json!("a message");
    for (name, value) in fields.as_object().expect("fields are an object") {
        answer["fields"][name] = value.clone();
    }
    answer.to_string()
}

/// A probe that responds to every line with this, and ends with `exit`.
fn says(answer: &str, exit: i32) -> String {
    format!("while read -r line; do echo '{answer}'; done; exit {exit}")
}

fn good() -> String {
    says(&answer(json!({})), 0)
}

fn broken() -> String {
    says(&answer(json!({"kind_name": "broken"})), 0)
}

/// Two cases that send nothing, with ten comparisons each.
fn silent_cases(name: &str) -> PathBuf {
    let silent = |name: &str| case(json!({"name": name, "exchanges": []}));
    directory_of(name, &[silent("one"), silent("two")])
}

fn settings(cases: PathBuf, probe: &str, broken: &str) -> Settings {
    let commands = |command: &str| vec![("x".to_owned(), command.to_owned())];
    Settings {
        cases,
        probes: commands(probe),
        broken: commands(broken),
        timeout: Duration::from_secs(60),
    }
}

/// Whether all passed, and the output.
fn outcome(settings: &Settings) -> (bool, String) {
    let mut output = Vec::new();
    let right = run(settings, &mut output).expect("the driver runs");
    (right, String::from_utf8(output).expect("UTF-8"))
}

fn outcome_of(name: &str, probe: &str, broken: &str) -> (bool, String) {
    outcome(&settings(silent_cases(name), probe, broken))
}

#[track_caller]
fn assert_refused((right, output): (bool, String), sentence: &str) {
    assert!(!right && output.contains(sentence), "{sentence:?} is not in:\n{output}");
    assert!(output.ends_with("1 passed, 1 failed\n"), "{output}");
}

#[test]
fn a_good_probe_and_one_that_is_noticed_pass() {
    let (right, output) = outcome_of("a_good_probe", &good(), &broken());
    assert!(right, "{output}");
    let expected = "probe       cases  comparisons  failures  result\n\
                    x               2           20         0  ok\n\
                    x, broken       2           20         2  ok\n\
                    2 passed, 0 failed\n";
    assert_eq!(output, expected);
}

#[test]
fn each_field_is_compared() {
    let expected = error(json!({}));
    for (name, value) in expected["error"].as_object().expect("an object") {
        if name == "message_contains" {
            continue; // It may be empty.
        }
        let other = if value.is_i64() { json!(99) } else { json!("another") };
        let probe = says(&answer(json!({name: other})), 0);
        let refused = outcome_of(&format!("another_{name}"), &probe, &broken());
        assert!(
            refused.1.contains("           20         2  FAILED"),
            "{name}: {}",
            refused.1
        );
        assert_refused(refused, &format!("x: one: {name}: got {other}"));
    }
}

#[test]
fn a_message_without_what_it_must_contain_is_refused() {
    let mut wordy = case(json!({"exchanges": []}));
    wordy["expect"] = error(json!({"message_contains": "another word"}));
    let (right, output) = outcome(&settings(directory_of("a_message", &[wordy]), &good(), &broken()));
    assert!(
        !right && output.contains("one: message_contains: got \"a message\""),
        "{output}"
    );
}

#[test]
fn a_field_that_is_missing_is_refused() {
    let mut answer: Value = serde_json::from_str(&answer(json!({}))).expect("JSON");
    answer["fields"].as_object_mut().expect("an object").remove("code");
    let probe = says(&answer.to_string(), 0);
    assert_refused(outcome_of("a_missing_field", &probe, &broken()), "x: one: code: got ");
}

#[test]
fn another_outcome_fails_every_comparison() {
    for outcome in ["connection", "response", "closed"] {
        let probe = says(&answer(json!({})).replace("\"error\"", &format!("\"{outcome}\"")), 0);
        let refused = outcome_of(&format!("an_outcome_{outcome}"), &probe, &broken());
        assert_refused(refused, "           20        20  FAILED");
    }
}

#[test]
fn a_probe_that_passes_when_broken_is_refused() {
    assert_refused(
        outcome_of("passes_when_broken", &good(), &good()),
        "x, broken: one accessor is broken and no comparison failed",
    );
    let without_a_word = "echo segmentation fault >&2; exit 139";
    assert_refused(
        outcome_of("dies_when_broken", &good(), without_a_word),
        "| segmentation fault",
    );
    assert_refused(
        outcome_of(
            "exits_when_broken",
            &good(),
            &says(&answer(json!({"kind_name": "broken"})), 3),
        ),
        "x, broken: the probe ended with exit status: 3",
    );
}

#[test]
fn a_probe_that_ends_too_early_or_wrongly_is_refused() {
    let once = format!("read -r line; echo '{}'", answer(json!({})));
    let refused = outcome_of("once", &once, &broken());
    assert!(
        refused.1.contains("x               1           10         0  FAILED"),
        "{}",
        refused.1
    );
    assert_refused(refused, "x: two: the probe ended");
    assert_refused(
        outcome_of("exit_3", &says(&answer(json!({})), 3), &broken()),
        "x: the probe ended with exit status: 3",
    );
}

#[test]
fn what_is_no_answer_is_refused() {
    for (index, line) in ["hello", "{}", r#"{"outcome":"error","ms":0,"more":1}"#]
        .iter()
        .enumerate()
    {
        assert_refused(
            outcome_of(&format!("no_answer_{index}"), &says(line, 0), &broken()),
            "x: one: the probe said ",
        );
    }
    let more = format!("{}; echo more", good().replace("; exit 0", ""));
    assert_refused(
        outcome_of("a_word_more", &more, &broken()),
        "x: the probe said \"more\" without being asked",
    );
}

#[test]
fn a_probe_that_hangs_is_killed_with_what_it_started() {
    let name = "a_probe_that_hangs";
    // It waits for a process that outlives it, both of which hold its output open.
    let hangs = "sleep 3600 & wait";
    let mut hanging = settings(silent_cases(name), hangs, hangs);
    hanging.timeout = Duration::from_millis(100);
    let (right, output) = outcome(&hanging);
    assert!(!right && output.ends_with("0 passed, 2 failed\n"), "{output}");
    assert_eq!(output.matches(": the probe was killed after ").count(), 2, "{output}");
}

#[test]
fn a_request_that_is_missing_is_refused() {
    let cases = directory_of("a_request_that_is_missing", &[case(json!({}))]);
    assert_refused(
        outcome(&settings(cases, &good(), &broken())),
        "one: GET /connection/rich?provider_config_key=github was never sent",
    );
}

/// The Rust probe over one case, with a broken run that is detected in any case.
fn rust(name: &str, case: Value) -> (bool, String) {
    let mut settings = settings(directory_of(name, &[case]), RUST, &broken());
    settings.probes[0].0 = "rust".to_owned();
    settings.broken[0].0 = "rust".to_owned();
    outcome(&settings)
}

#[test]
fn the_right_requests_are_accepted() {
    let (right, output) = rust("the_right_requests", case(json!({})));
    assert!(right, "{output}");
}

#[test]
fn a_request_that_no_case_expects_is_refused() {
    // The probe gets the expected result, since the server responds even to this; only the server sees the difference.
    let mut unexpected = case(json!({"exchanges": []}));
    unexpected["expect"] = error(json!({
        "http_status": 599, "body": "one does not send GET /connection/rich?provider_config_key=github here"
    }));
    assert_refused(rust("an_unexpected_request", unexpected), "should not have been sent");
}

#[test]
fn a_wrong_header_is_refused() {
    let mut wrong = case(json!({}));
    wrong["exchanges"][0]["request"]["headers"] = json!({"x-gateway": "abc"});
    assert_refused(rust("a_wrong_header", wrong), "the header x-gateway");
}

#[test]
fn every_probe_needs_its_broken_run() {
    let refusal = |probes: &[&str], broken: &[&str]| {
        let mut settings = settings(PathBuf::from("not read"), "", "");
        let commands = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), good())).collect();
        (settings.probes, settings.broken) = (commands(probes), commands(broken));
        run(&settings, &mut Vec::new()).expect_err("it is refused").to_string()
    };
    assert!(refusal(&["x", "y"], &["x"]).contains("[x, y] and [x]"));
    assert!(refusal(&["x"], &["x", "y"]).contains("[x] and [x, y]"));
    assert!(refusal(&["x", "x"], &["x"]).contains("x is given twice"));
    assert!(refusal(&[], &[]).contains("no --probe"));
}

#[test]
fn the_rust_crate_conforms_and_its_probe_can_fail() {
    let broken = format!("{RUST} --break-accessor provider");
    let mut settings = settings(real_cases(), RUST, &broken);
    settings.probes[0].0 = "rust".to_owned();
    settings.broken[0].0 = "rust".to_owned();
    let (right, output) = outcome(&settings);
    assert!(right, "{output}");
}

#[test]
fn in_c_the_exchanges_or_the_expectation_are_others() {
    let cases = nango_conformance::load::load(&real_cases()).expect("they are valid");
    for language in ["c", "rust"] {
        let mut others = 0;
        for case in &cases {
            let there = case.in_language(language);
            let is_other = language == "c" && case.in_c.is_some();
            assert_eq!(case.call, there.call);
            let is_same =
                case.expect == there.expect && format!("{:?}", case.exchanges) == format!("{:?}", there.exchanges);
            assert_eq!(is_same, !is_other, "{language}: {}", case.name);
            others += usize::from(!is_same);
        }
        assert_eq!(others > 0, language == "c", "{language}");
    }
}
