//! The Rust runner: makes the calls that it is told to, and reports what came out.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::thread;
use std::time::{Duration, Instant};

use nango::{CallOptions, Cancel, Client, ClientOptions, Error};
use nango_hostile::wire;

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
            "cancel_after_ms" => {
                let (cancel, after) = (Cancel::new(), Duration::from_millis(number(value)));
                options.cancel(&cancel);
                thread::spawn(move || {
                    thread::sleep(after);
                    cancel.trigger();
                });
            }
            other => panic!("no such setting of a call: {other}"),
        }
    }
    let connection = client.get_connection(&connection_id, "p", &options)?;
    Ok(connection.api_key().unwrap_or_default().to_owned())
}

fn report(result: Result<String, Error>, ms: u128) -> String {
    let ms = ms.to_string();
    let error = match result {
        Ok(api_key) => return wire::line("outcome", &[("kind", "OK"), ("ms", &ms), ("api_key", &api_key)]),
        Err(error) => error,
    };
    let retry_after = error
        .retry_after()
        .map_or(-1, |wait| i64::try_from(wait.as_millis()).unwrap_or(i64::MAX));
    wire::line(
        "outcome",
        &[
            ("kind", error.kind().name()),
            ("status", &error.http_status().to_string()),
            ("attempts", &error.attempts().to_string()),
            ("retryable", &i32::from(error.is_retryable()).to_string()),
            ("retry_after_ms", &retry_after.to_string()),
            ("ms", &ms),
            ("message", error.message()),
        ],
    )
}

fn main() -> io::Result<()> {
    let mut client = None;
    for line in io::stdin().lock().lines() {
        let (word, fields) = wire::parse(&line?);
        let start = Instant::now();
        let result = match word.as_str() {
            "client" => make(&fields).map(|made| {
                client = Some(made);
                String::new()
            }),
            "call" => call(client.as_ref().expect("a client before a call"), &fields),
            _ => {
                client = None;
                Ok(String::new())
            }
        };
        let mut output = io::stdout().lock();
        writeln!(output, "{}", report(result, start.elapsed().as_millis()))?;
        output.flush()?;
    }
    Ok(())
}
