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
use nango::{Connection, Error};
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
        comparisons: 0,
        failures: 0,
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
        runner.comparisons,
        runner.failures
    );
    if runner.failures == 0 {
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
    connection: Fields<Connection>,
    connection_look_ups: LookUps<Shared>,
    response: Fields<Answer>,
    response_look_ups: LookUps<Answer>,
    error: Fields<Error>,
    comparisons: usize,
    failures: usize,
}

impl Runner {
    fn run(&mut self, task: &Task) {
        use expectation::Outcome as Expected;

        let expect = &task.expect;
        match (calls::call(&task.call), expect.outcome) {
            (Ok(Outcome::Connection(mut connection)), Expected::Connection) => {
                for (name, expected) in &expect.fields {
                    let got = self.connection.get(name).map(|accessor| accessor(&connection));
                    self.compare(&task.name, name, got, expected);
                }
                for look_up in &expect.look_ups {
                    let accessor = self.connection_look_ups.get(look_up.function).copied();
                    self.look_up(&task.name, look_up, accessor, &mut connection);
                }
            }
            (Ok(Outcome::Response(mut answer)), Expected::Response) => {
                for (name, expected) in &expect.fields {
                    let got = self.response.get(name).map(|accessor| accessor(&answer));
                    self.compare(&task.name, name, got, expected);
                }
                for look_up in &expect.look_ups {
                    let accessor = self.response_look_ups.get(look_up.function).copied();
                    self.look_up(&task.name, look_up, accessor, &mut *answer);
                }
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
                    self.compare(&task.name, name, got, expected);
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
                self.comparisons += expect.comparisons();
                self.failures += expect.comparisons();
            }
        }
    }

    fn look_up<Of>(&mut self, case: &str, look_up: &LookUp, accessor: Option<fn(&mut Of, &str) -> Value>, of: &mut Of) {
        let LookUp {
            function,
            argument,
            value,
        } = look_up;
        let got = accessor.map(|accessor| accessor(of, argument));
        self.compare(case, &format!("{function} {argument:?}"), got, value);
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
