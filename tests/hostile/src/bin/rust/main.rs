//! The Rust runner: makes the calls that it is told to, and reports what came out.

mod later;
mod proxied;

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use nango::{CallOptions, Client, ClientOptions, Error};
use nango_hostile::pattern::Sum;
use nango_hostile::wire;
use proxied::Answered;

/// What came out of what the runner was told.
enum Success {
    Nothing,
    ApiKey(String),
    Answered(Answered),
}

/// What went wrong.
struct Failure {
    error: Error,
    /// What was read of a response before it failed, if there was one.
    read: Option<Sum>,
}

impl Failure {
    fn of_call(error: Error) -> Failure {
        Failure { error, read: None }
    }
}

fn number(value: &str) -> u64 {
    value.parse().unwrap_or_else(|_| panic!("no number: {value}"))
}

fn make(fields: &BTreeMap<String, String>) -> Result<Client, Error> {
    let mut options = ClientOptions::new();
    for (name, value) in fields {
        match name.as_str() {
            "secret_key" => options.secret_key(value),
            "base_url" => options.base_url(value),
            "http_proxy" => options.http_proxy(value),
            "ca_file" => options.ca_file(value),
            "timeout_ms" => options.timeout(Duration::from_millis(number(value))),
            "connect_timeout_ms" => options.connect_timeout(Duration::from_millis(number(value))),
            "max_retries" => options.max_retries(u32::try_from(number(value)).unwrap_or(u32::MAX)),
            "max_response_bytes" => options.max_response_bytes(number(value)),
            "allow_plaintext_http" => options.allow_plaintext_http(value == "1"),
            other => panic!("no such setting of a client: {other}"),
        };
    }
    Client::new(&options)
}

fn call(client: &Client, fields: &BTreeMap<String, String>) -> Result<String, Error> {
    let mut options = CallOptions::new();
    let mut connection_id = "c".to_owned();
    for (name, value) in fields {
        match name.as_str() {
            "force_refresh" => {
                options.force_refresh(value == "1");
            }
            "timeout_ms" => {
                options.timeout(Duration::from_millis(number(value)));
            }
            "connection_id_length" => connection_id = "c".repeat(usize::try_from(number(value)).unwrap_or(0)),
            "cancel_after_ms" => later::cancel(&mut options, number(value)),
            other => panic!("no such setting of a call: {other}"),
        }
    }
    let connection = client.get_connection(&connection_id, "p", &options)?;
    Ok(connection.api_key().unwrap_or_default().to_owned())
}

fn report(word: &str, result: Result<Success, Failure>, ms: u128) -> String {
    let mut fields = vec![("ms", ms.to_string())];
    match result {
        Ok(Success::Nothing) => fields.push(("kind", "OK".to_owned())),
        Ok(Success::ApiKey(api_key)) => fields.extend([("kind", "OK".to_owned()), ("api_key", api_key)]),
        Ok(Success::Answered(answered)) => {
            fields.extend([("kind", "OK".to_owned()), ("status", answered.status.to_string())]);
            fields.extend(sum_fields(answered.sum));
        }
        Err(Failure { error, read }) => {
            let retry_after = error
                .retry_after()
                .map_or(-1, |wait| i64::try_from(wait.as_millis()).unwrap_or(i64::MAX));
            fields.extend([
                ("kind", error.kind().name().to_owned()),
                ("status", error.http_status().to_string()),
                ("attempts", error.attempts().to_string()),
                ("retryable", i32::from(error.is_retryable()).to_string()),
                ("retry_after_ms", retry_after.to_string()),
                ("message", error.message().to_owned()),
            ]);
            match read {
                Some(sum) => {
                    fields.push(("at", "reading".to_owned()));
                    fields.extend(sum_fields(sum));
                }
                None if word == "proxy" => fields.push(("at", "call".to_owned())),
                None => {}
            }
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    wire::line("outcome", &fields)
}

fn sum_fields(sum: Sum) -> [(&'static str, String); 2] {
    [("read", sum.count.to_string()), ("sum", sum.value().to_string())]
}

fn main() -> io::Result<()> {
    let mut client = None;
    for line in io::stdin().lock().lines() {
        let (word, fields) = wire::parse(&line?);
        let start = Instant::now();
        let existing = || client.as_ref().expect("a client before a call");
        let result = match word.as_str() {
            "client" => make(&fields).map_err(Failure::of_call).map(|made| {
                client = Some(Arc::new(made));
                Success::Nothing
            }),
            "call" => call(existing(), &fields).map(Success::ApiKey).map_err(Failure::of_call),
            "proxy" => proxied::call(existing(), &fields).map(Success::Answered),
            _ => {
                client = None;
                Ok(Success::Nothing)
            }
        };
        let mut output = io::stdout().lock();
        writeln!(output, "{}", report(&word, result, start.elapsed().as_millis()))?;
        output.flush()?;
    }
    Ok(())
}
