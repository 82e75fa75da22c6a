//! What the driver accepts and what it refuses.

mod common;

use std::path::PathBuf;
use std::time::Duration;

use common::{case, directory, directory_of, error, real_cases};
use nango_conformance::driver::{Settings, run};
use serde_json::json;

const RUST: &str = env!("CARGO_BIN_EXE_nango-conformance-rust");

/// What a runner of two cases with ten comparisons each prints.
fn prints(language: &str, cases: usize, comparisons: usize, failures: usize, exit: i32) -> String {
    format!(
        "echo noise; echo 'conformance {language}: {cases} cases, {comparisons} comparisons, {failures} failures'; exit {exit}"
    )
}

fn good() -> String {
    prints("x", 2, 20, 0, 0)
}

fn noticing() -> String {
    prints("x", 2, 20, 3, 1)
}

/// Two cases that send nothing.
fn silent_cases(name: &str) -> PathBuf {
    let silent = |name: &str| case(json!({"name": name, "exchanges": []}));
    directory_of(name, &[silent("one"), silent("two")])
}

fn settings(name: &str, cases: PathBuf, runner: &str, broken: &str) -> Settings {
    let commands = |command: &str| vec![("x".to_owned(), command.to_owned())];
    Settings {
        cases,
        out: directory(&format!("{name}_out")),
        runners: commands(runner),
        broken: commands(broken),
        timeout: Duration::from_secs(60),
    }
}

/// Whether all was right, and what was printed.
fn outcome(settings: &Settings) -> (bool, String) {
    let mut output = Vec::new();
    let right = run(settings, &mut output).expect("the driver runs");
    (right, String::from_utf8(output).expect("UTF-8"))
}

fn outcome_of(name: &str, runner: &str, broken: &str) -> (bool, String) {
    outcome(&settings(name, silent_cases(name), runner, broken))
}

#[track_caller]
fn assert_refused((right, output): (bool, String), sentence: &str) {
    assert!(!right && output.contains(sentence), "{sentence:?} is not in:\n{output}");
    assert!(output.ends_with("1 passed, 1 failed\n"), "{output}");
}

#[test]
fn a_good_runner_and_one_that_notices_pass() {
    let (right, output) = outcome_of("a_good_runner", &good(), &noticing());
    assert!(right, "{output}");
    let expected = "runner      cases  comparisons  failures  result\n\
                    x               2           20         0  ok\n\
                    x, broken       2           20         3  ok\n\
                    2 passed, 0 failed\n";
    assert_eq!(output, expected);
}

#[test]
fn other_numbers_are_refused() {
    let fewer = prints("x", 2, 19, 0, 0);
    assert_refused(
        outcome_of("fewer_comparisons", &fewer, &noticing()),
        "2 cases and 19 comparisons, there are 2 and 20",
    );
    let fewer = prints("x", 1, 20, 0, 0);
    assert_refused(
        outcome_of("fewer_cases", &fewer, &noticing()),
        "1 cases and 20 comparisons, there are 2 and 20",
    );
    let fewer = prints("x", 2, 10, 3, 1);
    assert_refused(
        outcome_of("fewer_when_broken", &good(), &fewer),
        "2 cases and 10 comparisons, there are 2 and 20",
    );
}

#[test]
fn two_runners_that_disagree_are_refused() {
    let mut both = settings("two_runners", silent_cases("two_runners"), &good(), &noticing());
    both.runners.push(("y".to_owned(), prints("y", 2, 21, 0, 0)));
    both.broken.push(("y".to_owned(), prints("y", 2, 20, 1, 1)));
    let (right, output) = outcome(&both);
    assert!(!right, "{output}");
    assert!(output.contains("y: it made 2 cases and 21 comparisons"), "{output}");
    assert!(output.ends_with("3 passed, 1 failed\n"), "{output}");
}

#[test]
fn failures_are_refused() {
    let failing = prints("x", 2, 20, 1, 1);
    assert_refused(outcome_of("failures", &failing, &noticing()), "1 comparisons failed");
    let failing = prints("x", 2, 20, 1, 0);
    assert_refused(
        outcome_of("failures_and_exit_0", &failing, &noticing()),
        "1 comparisons failed",
    );
    let failing = prints("x", 2, 20, 0, 3);
    assert_refused(
        outcome_of("exit_3", &failing, &noticing()),
        "it ended with exit status: 3",
    );
}

#[test]
fn a_runner_that_passes_when_broken_is_refused() {
    assert_refused(
        outcome_of("passes_when_broken", &good(), &good()),
        "the runner reports no failure",
    );
    let ends_with_0 = prints("x", 2, 20, 3, 0);
    assert_refused(
        outcome_of("ends_with_0_when_broken", &good(), &ends_with_0),
        "the runner ends with 0",
    );
    let without_a_word = "echo segmentation fault >&2; exit 139";
    assert_refused(
        outcome_of("dies_when_broken", &good(), without_a_word),
        "| segmentation fault",
    );
}

#[test]
fn a_runner_without_a_last_line_is_refused() {
    for (index, command) in ["true", "echo hello", "echo 'conformance x: 2 cases, 20 comparisons'"]
        .iter()
        .enumerate()
    {
        assert_refused(
            outcome_of(&format!("no_last_line_{index}"), command, &noticing()),
            "its last line is not",
        );
    }
    let line_before = format!("{}; echo more", prints("x", 2, 20, 0, 0).replace("; exit 0", ""));
    assert_refused(
        outcome_of("not_the_last_line", &line_before, &noticing()),
        "its last line is not",
    );
}

#[test]
fn a_runner_of_another_language_is_refused() {
    assert_refused(
        outcome_of("another_language", &prints("y", 2, 20, 0, 0), &noticing()),
        "it says that it is y",
    );
}

#[test]
fn a_runner_that_hangs_is_killed_with_what_it_started() {
    let name = "a_runner_that_hangs";
    // It waits for a process that outlives it, both of which hold its output open.
    let hangs = "sleep 3600 & wait";
    let mut hanging = settings(name, silent_cases(name), hangs, hangs);
    hanging.timeout = Duration::from_millis(100);
    let (right, output) = outcome(&hanging);
    assert!(!right && output.ends_with("0 passed, 2 failed\n"), "{output}");
    assert_eq!(output.matches(": it was killed after ").count(), 2, "{output}");
}

#[test]
fn a_request_that_is_missing_is_refused() {
    let name = "a_request_that_is_missing";
    let cases = directory_of(name, &[case(json!({}))]);
    let (runner, broken) = (prints("x", 1, 10, 0, 0), prints("x", 1, 10, 3, 1));
    assert_refused(
        outcome(&settings(name, cases, &runner, &broken)),
        "one: GET /connection/rich?provider_config_key=github was never sent",
    );
}

/// The Rust runner over one case, with a broken run that is right whatever the case is.
fn rust(name: &str, case: serde_json::Value) -> (bool, String) {
    let mut settings = settings(name, directory_of(name, &[case]), RUST, "");
    settings.runners[0].0 = "rust".to_owned();
    settings.broken = vec![("rust".to_owned(), prints("rust", 1, 10, 1, 1))];
    outcome(&settings)
}

#[test]
fn the_right_requests_are_accepted() {
    let (right, output) = rust("the_right_requests", case(json!({})));
    assert!(right, "{output}");
}

#[test]
fn a_request_that_no_case_expects_is_refused() {
    // The runner sees what it expects, since the server answers even this; only the server knows better.
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
fn every_runner_needs_its_broken_run() {
    let refusal = |runners: &[&str], broken: &[&str]| {
        let mut settings = settings("every_runner", PathBuf::from("not read"), "", "");
        let commands = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), good())).collect();
        (settings.runners, settings.broken) = (commands(runners), commands(broken));
        run(&settings, &mut Vec::new()).expect_err("it is refused").to_string()
    };
    assert!(refusal(&["x", "y"], &["x"]).contains("[x, y] and [x]"));
    assert!(refusal(&["x"], &["x", "y"]).contains("[x] and [x, y]"));
    assert!(refusal(&["x", "x"], &["x"]).contains("x is given twice"));
    assert!(refusal(&[], &[]).contains("no --runner"));
}

#[test]
fn the_rust_crate_conforms_and_its_runner_can_fail() {
    let name = "the_rust_crate";
    let broken = format!("{RUST} --break-accessor provider");
    let mut settings = settings(name, real_cases(), RUST, &broken);
    settings.runners[0].0 = "rust".to_owned();
    settings.broken[0].0 = "rust".to_owned();
    let (right, output) = outcome(&settings);
    assert!(right, "{output}");
}
