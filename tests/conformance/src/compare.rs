//! Compares a probe's output with the expected result.

use nango_probe::protocol::{Answer, Outcome};

use crate::expectation::Expectation;
use crate::value::{Value, leaves};
use crate::views::{is_same_moment, view};

/// One sentence for each comparison that failed. A call that went another way than expected fails all of them.
#[must_use]
pub fn compare(language: &str, expect: &Expectation, answer: &Answer) -> Vec<String> {
    let mut failures = Vec::new();
    let mut compare = |name: &str, what: String, got: Option<&serde_json::Value>, value: &Value| {
        let expected = view(language, name, value);
        let got = got.filter(|_| answer.outcome == expect.outcome);
        match got {
            Some(got) if expected.matches(got) => {}
            Some(got) => failures.push(format!("{what}: got {got}, expected {expected:?}")),
            None => failures.push(format!("{what}: got {}, expected {expected:?}", instead(answer))),
        }
    };
    for (name, value) in &expect.fields {
        let reported = if *name == "message_contains" { "message" } else { name };
        compare(name, (*name).to_owned(), answer.fields.get(reported), value);
    }
    for (index, look_up) in expect.look_ups.iter().enumerate() {
        let what = format!("{}({:?})", look_up.function, look_up.argument);
        compare(look_up.function, what, answer.look_ups.get(index), &look_up.value);
    }
    failures.extend(compare_results(expect, answer));
    failures
}

/// The result of an operation. A time may be written in another form, if it is the same time.
fn compare_results(expect: &Expectation, answer: &Answer) -> Vec<String> {
    let got = match answer.outcome {
        Outcome::Result => leaves(&answer.result),
        _ => Vec::new(),
    };
    let wrong = |(pointer, expected): &(String, serde_json::Value)| {
        let time = answer.result.pointer(pointer);
        if time.is_some_and(|time| is_same_moment(time, expected)) {
            return None;
        }
        let value = got.iter().find(|(known, _)| known == pointer).map(|(_, value)| value);
        match value {
            Some(value) if value == expected => None,
            Some(value) => Some(format!("result{pointer}: got {value}, expected {expected}")),
            None => Some(format!("result{pointer}: got {}, expected {expected}", instead(answer))),
        }
    };
    expect.result.iter().filter_map(wrong).collect()
}

/// A result of an unexpected kind.
fn instead(answer: &Answer) -> String {
    let field = |name| answer.fields.get(name).unwrap_or(&serde_json::Value::Null);
    match answer.outcome {
        Outcome::Error => format!("the error {}: {}", field("kind_name"), field("message")),
        Outcome::Response => format!("nothing of a response with {}", field("status")),
        Outcome::Connection => "nothing of a connection".to_owned(),
        Outcome::Result => "nothing there in the result".to_owned(),
        Outcome::Closed => "no answer to the call".to_owned(),
    }
}
