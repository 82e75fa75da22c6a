//! The Rust runner: makes each case's call through the crate `nango` and compares everything that comes out.
//!
//! `--break-accessor NAME` breaks the accessor of this name, to show that the comparison can fail.

mod accessors;
mod calls;

use std::env;
use std::fs;
use std::process::ExitCode;

use accessors::{Fields, LookUps, Shared};
use calls::{Answer, Outcome};
use nango::Error;
use nango_conformance::case::Task;
use nango_conformance::expectation::{self, LookUp};
use nango_conformance::value::Value;

fn main() -> ExitCode {
    let broken = match env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => None,
        [option, name] if option == "--break-accessor" => Some(name.clone()),
        _ => return failed("usage: nango-conformance-rust [--break-accessor NAME]"),
    };
    let tasks = match read() {
        Ok(tasks) => tasks,
        Err(error) => return failed(&error),
    };
    let mut runner = Runner {
        connection: accessors::connection_fields(),
        connection_look_ups: accessors::connection_look_ups(),
        response: accessors::response_fields(),
        response_look_ups: accessors::response_look_ups(),
        error: accessors::error_fields(),
        tally: Tally::default(),
    };
    if let Some(name) = broken {
        match runner.connection.get_mut(name.as_str()) {
            Some(accessor) => *accessor = |_| Value::Text("broken".to_owned()),
            None => return failed(&format!("there is no accessor {name}")),
        }
    }
    for task in &tasks {
        runner.run(task);
    }
    println!(
        "conformance rust: {} cases, {} comparisons, {} failures",
        tasks.len(),
        runner.tally.comparisons,
        runner.tally.failures
    );
    if runner.tally.failures == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn failed(sentence: &str) -> ExitCode {
    eprintln!("nango-conformance-rust: {sentence}");
    ExitCode::from(2)
}

fn read() -> Result<Vec<Task>, String> {
    let path = env::var("NANGO_CONFORMANCE_CASES").map_err(|error| format!("NANGO_CONFORMANCE_CASES: {error}"))?;
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
}

struct Runner {
    connection: Fields<Shared>,
    connection_look_ups: LookUps<Shared>,
    response: Fields<Answer>,
    response_look_ups: LookUps<Answer>,
    error: Fields<Error>,
    tally: Tally,
}

/// What was compared.
#[derive(Default)]
struct Tally {
    comparisons: usize,
    failures: usize,
}

impl Runner {
    fn run(&mut self, task: &Task) {
        use expectation::Outcome as Expected;

        let expect = &task.expect;
        match (calls::call(&task.call), expect.outcome) {
            (Ok(Outcome::Connection(mut connection)), Expected::Connection) => {
                self.tally
                    .compare_all(task, &self.connection, &self.connection_look_ups, &mut connection);
            }
            (Ok(Outcome::Response(mut answer)), Expected::Response) => {
                self.tally
                    .compare_all(task, &self.response, &self.response_look_ups, &mut *answer);
            }
            (Err(error), Expected::Error) => {
                for (name, expected) in &expect.fields {
                    let got = match (*name, expected) {
                        // The one field that is a part of something.
                        ("message_contains", Value::Text(part)) if error.message().contains(part.as_str()) => {
                            Some(expected.clone())
                        }
                        ("message_contains", _) => Some(Value::Text(error.message().to_owned())),
                        _ => self.error.get(name).map(|accessor| accessor(&error)),
                    };
                    self.tally.compare(&task.name, name, got, expected);
                }
            }
            (other, expected) => {
                let got = match other {
                    Ok(Outcome::Connection(_)) => "a connection".to_owned(),
                    Ok(Outcome::Response(answer)) => format!("a response with {}", answer.response.status()),
                    Err(error) => format!("{}: {}", error.kind().name(), error.message()),
                };
                println!(
                    "{}: got {got}, expected {} {:?}",
                    task.name,
                    expected.name(),
                    expect.fields
                );
                self.tally.comparisons += expect.comparisons();
                self.tally.failures += expect.comparisons();
            }
        }
    }
}

impl Tally {
    /// Everything that is expected of a connection or a response.
    fn compare_all<Of>(&mut self, task: &Task, fields: &Fields<Of>, look_ups: &LookUps<Of>, of: &mut Of) {
        for (name, expected) in &task.expect.fields {
            let got = fields.get(name).map(|accessor| accessor(of));
            self.compare(&task.name, name, got, expected);
        }
        for LookUp {
            function,
            argument,
            value,
        } in &task.expect.look_ups
        {
            let got = look_ups.get(function).map(|accessor| accessor(of, argument));
            self.compare(&task.name, &format!("{function} {argument:?}"), got, value);
        }
    }

    fn compare(&mut self, case: &str, what: &str, got: Option<Value>, expected: &Value) {
        self.comparisons += 1;
        if got.as_ref() != Some(expected) {
            self.failures += 1;
            match got {
                Some(got) => println!("{case}: {what}: got {got:?}, expected {expected:?}"),
                None => println!("{case}: {what}: the runner does not know this"),
            }
        }
    }
}
