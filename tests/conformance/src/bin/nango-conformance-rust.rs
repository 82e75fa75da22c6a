//! The Rust runner: makes each case's call through the crate `nango` and compares everything that comes out.
//!
//! `--break-accessor NAME` breaks the accessor of this name, to show that the comparison can fail.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use nango::{CallOptions, Client, ClientOptions, Connection, Error};
use nango_conformance::case::{Call, Route, Task};
use nango_conformance::expectation::{LookUp, Outcome};
use nango_conformance::value::Value;

type Fields<Of> = BTreeMap<&'static str, fn(&Of) -> Value>;
type LookUps = BTreeMap<&'static str, fn(&Connection, &str) -> Value>;

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
        connection: connection_fields(),
        look_ups: look_ups(),
        error: error_fields(),
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
    look_ups: LookUps,
    error: Fields<Error>,
    comparisons: usize,
    failures: usize,
}

impl Runner {
    fn run(&mut self, task: &Task) {
        let expect = &task.expect;
        match (call(&task.call), expect.outcome) {
            (Ok(connection), Outcome::Connection) => {
                for (name, expected) in &expect.fields {
                    let got = self.connection.get(name).map(|accessor| accessor(&connection));
                    self.compare(&task.name, name, got, expected);
                }
                for LookUp {
                    function,
                    argument,
                    value,
                } in &expect.look_ups
                {
                    let got = self
                        .look_ups
                        .get(function)
                        .map(|accessor| accessor(&connection, argument));
                    self.compare(&task.name, &format!("{function} {argument:?}"), got, value);
                }
            }
            (Err(error), Outcome::Error) => {
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
                    Ok(_) => "a connection".to_owned(),
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

/// Makes the call; what goes wrong with the client is the error of the case too.
fn call(call: &Call) -> Result<Arc<Connection>, Error> {
    let mut options = ClientOptions::new();
    options
        .secret_key(&call.secret_key)
        .base_url(&call.base_url)
        .max_retries(0)
        .http_proxy("")
        .allow_plaintext_http(call.allow_plaintext_http)
        .route(match call.route {
            Route::Auto => nango::Route::Auto,
            Route::Connection => nango::Route::Connection,
            Route::Connections => nango::Route::Connections,
        });
    if let Some(bytes) = call.max_response_bytes {
        options.max_response_bytes(u64::try_from(bytes).expect("a case sets no negative limit"));
    }
    if let Some(product) = &call.user_agent {
        options.user_agent(product);
    }
    for (name, value) in &call.headers {
        options.header(name, value);
    }
    let mut of_call = CallOptions::new();
    of_call
        .force_refresh(call.force_refresh)
        .refresh_token(call.refresh_token)
        .refresh_github_app_jwt_token(call.refresh_github_app_jwt_token);
    if let Some(ms) = call.timeout_ms {
        of_call.timeout(Duration::from_millis(
            u64::try_from(ms).expect("a case sets no negative timeout"),
        ));
    }
    Client::new(&options)?.get_connection(&call.connection_id, &call.provider_config_key, &of_call)
}

fn text(text: Option<&str>) -> Value {
    text.map_or(Value::Absent, |text| Value::Text(text.to_owned()))
}

fn number(number: Option<i64>) -> Value {
    number.map_or(Value::Absent, Value::Integer)
}

fn connection_fields() -> Fields<Connection> {
    BTreeMap::from([
        ("id", (|c| Value::Integer(c.id())) as fn(&Connection) -> Value),
        ("connection_id", |c| text(Some(c.connection_id()))),
        ("provider_config_key", |c| text(Some(c.provider_config_key()))),
        ("provider", |c| text(c.provider())),
        ("created_at", |c| text(c.created_at())),
        ("updated_at", |c| text(c.updated_at())),
        ("last_fetched_at", |c| text(c.last_fetched_at())),
        ("account_id", |c| number(c.account_id())),
        ("webhook_url_override", |c| text(c.webhook_url_override())),
        ("metadata_json", |c| text(c.metadata_json())),
        ("connection_config_json", |c| text(c.connection_config_json())),
        ("tags_json", |c| text(c.tags_json())),
        ("end_user_json", |c| text(c.end_user_json())),
        ("errors_json", |c| text(c.errors_json())),
        ("json", |c| text(Some(c.json()))),
        ("auth_mode", |c| Value::Integer(c.auth_mode().number().into())),
        ("auth_mode_name", |c| text(c.auth_mode_name())),
        ("token", |c| text(c.token())),
        ("access_token", |c| text(c.access_token())),
        ("refresh_token", |c| text(c.refresh_token())),
        ("oauth_token", |c| text(c.oauth_token())),
        ("oauth_token_secret", |c| text(c.oauth_token_secret())),
        ("api_key", |c| text(c.api_key())),
        ("username", |c| text(c.username())),
        ("password", |c| text(c.password())),
        ("credentials_json", |c| text(c.credentials_json())),
        ("raw_json", |c| text(c.raw_json())),
        ("expires_at", |c| text(c.expires_at())),
        ("expires_at_ms", |c| number(c.expires_at_ms())),
    ])
}

fn look_ups() -> LookUps {
    BTreeMap::from([
        (
            "credential",
            (|c, field| text(c.credential(field))) as fn(&Connection, &str) -> Value,
        ),
        ("get_string", |c, pointer| text(c.get_string(pointer))),
        ("get_json", |c, pointer| text(c.get_json(pointer))),
    ])
}

fn error_fields() -> Fields<Error> {
    BTreeMap::from([
        (
            "kind",
            (|e| Value::Integer(e.kind().number().into())) as fn(&Error) -> Value,
        ),
        ("kind_name", |e| text(Some(e.kind().name()))),
        ("http_status", |e| Value::Integer(e.http_status().into())),
        ("code", |e| text(e.code())),
        ("server_message", |e| text(e.server_message())),
        ("body", |e| text(e.body())),
        ("retry_after_ms", |e| Value::Integer(e.retry_after().map_or(-1, in_ms))),
        ("attempts", |e| Value::Integer(e.attempts().into())),
        ("is_retryable", |e| Value::Integer(e.is_retryable().into())),
    ])
}

fn in_ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
