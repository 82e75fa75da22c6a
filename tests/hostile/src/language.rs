//! A language: how its probe is started, and its input and output in terms of the cases.

use std::collections::BTreeMap;
use std::time::Duration;

use nango_probe::process::Probe;
use nango_probe::protocol::{
    Answer, Body, ClientSettings, Operation, Outcome as Came, Reading, Request, Source, Step, Told, hex,
};

use crate::case::{Settings, Stage};
use crate::pattern::UPLOAD;

/// Longer than any call may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often a probe has the pattern of a body, so that it need not be copied in small parts.
const REPEATED: usize = 512;
/// The longest time that Go can represent, which replaces longer ones.
const LONGEST_IN_GO_MS: i64 = i64::MAX / 1_000_000;

/// The result of a call, by name: the values that the judge compares.
pub type Outcome = BTreeMap<String, String>;

/// How a probe is started: `language=command`, where the command goes through `sh`.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its name in the table.
    pub name: String,
    command: String,
}

impl Language {
    /// Reads `name=command`; `None` if there is no command.
    pub fn parse(text: &str) -> Option<Language> {
        let (name, command) = text.split_once('=').filter(|(_, command)| !command.is_empty())?;
        Some(Language {
            name: name.to_owned(),
            command: command.to_owned(),
        })
    }

    /// Starts the probe with these variables.
    pub fn start(&self, environment: &[(&'static str, String)]) -> Result<Probe, String> {
        Probe::start(&self.command, environment, PATIENCE)
    }

    /// The values of a probe's response. For a request through the proxy it has the failed step, once there was a
    /// client.
    pub fn outcome(&self, answer: &Answer, operation: Operation) -> Outcome {
        let mut outcome = Outcome::new();
        let mut say = |name: &str, text: String| outcome.insert(name.to_owned(), text);
        let text = |name: &str| match answer.fields.get(name) {
            None | Some(serde_json::Value::Null) => String::new(),
            Some(serde_json::Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        say("ms", answer.ms.to_string());
        match answer.outcome {
            Came::Connection => _ = say("api_key", text("api_key")),
            Came::Response => _ = say("status", text("status")),
            Came::Closed | Came::Result => {}
            Came::Error => {
                say("kind", text("kind_name"));
                say("status", text("http_status"));
                say("attempts", text("attempts"));
                say("retryable", text("is_retryable"));
                say("message", text("message"));
                let asked = text("retry_after_ms");
                let is_longest = self.name == "go" && asked == LONGEST_IN_GO_MS.to_string();
                say("retry_after_ms", if is_longest { i64::MAX.to_string() } else { asked });
            }
        }
        if answer.outcome != Came::Error {
            say("kind", "OK".to_owned());
        }
        match answer.at.filter(|_| operation == Operation::Proxy) {
            Some(Step::Call) => _ = say("at", "call".to_owned()),
            Some(Step::Reading) => _ = say("at", "reading".to_owned()),
            Some(Step::Client) | None => {}
        }
        if let Some(read) = answer.read {
            say("read", read.length.to_string());
            say("sum", read.sum.to_string());
        }
        outcome
    }
}

/// The probe's input for call `number`, from 0 on. The first makes the client.
pub fn told(stage: &Stage, number: usize) -> Told {
    let mut told = Told {
        operation: stage.operation,
        client: (number == 0).then(|| client(&stage.client)),
        connection_id: "c".to_owned(),
        provider_config_key: "p".to_owned(),
        request: (stage.operation == Operation::Proxy).then(Request::default),
        call: stage.called.map(str::to_owned),
        ..Told::default()
    };
    let settings = stage.settings(number);
    for (name, value) in &settings {
        match *name {
            "connection_id_length" => told.connection_id = "c".repeat(self::number(value)),
            "timeout_ms" => told.timeout_ms = Some(self::number(value)),
            "force_refresh" => told.force_refresh = value == "1",
            "cancel_after_ms" => told.cancel_after_ms = Some(self::number(value)),
            "shutdown_after_ms" => told.shutdown_after_ms = Some(self::number(value)),
            "read" if value == "collect" => told.read = Reading::Collect,
            "read" => told.read = Reading::Parts,
            // For a call that reads everything it is the same as in another call.
            "read_bytes" if of(&settings, "read") != "drop" => {}
            "read_bytes" => told.read_most = Some(self::number(value)),
            other => {
                let request = told
                    .request
                    .as_mut()
                    .unwrap_or_else(|| panic!("no setting of a call: {other}"));
                set(request, other, value, &settings);
            }
        }
    }
    told
}

fn set(request: &mut Request, name: &str, value: &str, settings: &Settings) {
    match name {
        "method" => request.method = value.to_owned(),
        "endpoint" => request.endpoint = value.to_owned(),
        "idle_timeout_ms" => request.idle_timeout_ms = Some(number(value)),
        "body_length" => {}
        "body" => {
            request.body = Some(Body {
                unit: hex(&UPLOAD.repeat(REPEATED)),
                length: number(value),
                piece: None,
                content_type: Some("text/plain".to_owned()),
                from: match of(settings, "body_length") {
                    "known" => Source::SizedReader,
                    "chunked" => Source::Reader,
                    "memory" => Source::Memory,
                    other => panic!("no such length of a body: {other}"),
                },
            });
        }
        other => panic!("no such setting of a request: {other}"),
    }
}

fn client(settings: &Settings) -> ClientSettings {
    let mut client = ClientSettings::default();
    for (name, value) in settings {
        match *name {
            "secret_key" => client.secret_key = value.clone(),
            "base_url" => client.base_url = value.clone(),
            "http_proxy" => client.http_proxy = Some(value.clone()),
            "ca_file" => client.ca_file = Some(value.clone()),
            "client_certificate" => client.client_certificate = Some(value.clone()),
            "timeout_ms" => client.timeout_ms = Some(number(value)),
            "connect_timeout_ms" => client.connect_timeout_ms = Some(number(value)),
            "max_retries" => client.max_retries = Some(number(value)),
            "max_response_bytes" => client.max_response_bytes = Some(number(value)),
            "allow_plaintext_http" => client.allow_plaintext_http = Some(value == "1"),
            other => panic!("no such setting of a client: {other}"),
        }
    }
    client
}

fn of<'a>(settings: &'a Settings, name: &str) -> &'a str {
    let found = settings.iter().find(|(other, _)| *other == name);
    found.map_or("", |(_, value)| value)
}

fn number<T: std::str::FromStr>(value: &str) -> T {
    value.parse().unwrap_or_else(|_| panic!("no number: {value}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(language: &str, operation: Operation, answer: serde_json::Value) -> Outcome {
        let answer: Answer = serde_json::from_value(answer).expect("an answer");
        Language::parse(&format!("{language}=true"))
            .expect("a command")
            .outcome(&answer, operation)
    }

    #[test]
    fn the_first_call_makes_the_client_and_the_last_has_settings_of_its_own() {
        let stage = Stage::at("http://127.0.0.1:1")
            .proxied("POST")
            .calls(2)
            .call("body", 20);
        let stage = stage
            .call("body_length", "chunked")
            .call("read", "drop")
            .call("read_bytes", 7);
        let stage = stage.last("read", "parts").last("endpoint", "/v1/next");
        let (first, last) = (told(&stage, 0), told(&stage, 1));
        let client = first.client.expect("a client");
        assert_eq!((client.max_retries, client.http_proxy.as_deref()), (Some(2), Some("")));
        assert!(last.client.is_none());
        assert_eq!((first.read_most, last.read_most), (Some(7), None));
        let (first, last) = (first.request.expect("a request"), last.request.expect("a request"));
        assert_eq!(
            (first.endpoint.as_str(), last.endpoint.as_str()),
            ("/v1/things", "/v1/next")
        );
        let body = last.body.expect("a body");
        assert_eq!((body.length, body.from), (20, Source::Reader));
        assert!(body.unit.starts_with("30313233"));
    }

    #[test]
    fn the_failing_step_is_told_of_the_proxy_alone() {
        let error = |at: &str| json!({"outcome": "error", "at": at, "ms": 1, "fields": {"kind_name": "IO"}});
        for (operation, at, expected) in [
            (Operation::Proxy, "call", Some("call")),
            (Operation::Proxy, "reading", Some("reading")),
            (Operation::Proxy, "client", None),
            (Operation::GetConnection, "call", None),
        ] {
            let outcome = said("c", operation, error(at));
            assert_eq!(outcome.get("at").map(String::as_str), expected, "{operation:?} {at}");
            assert_eq!(outcome["kind"], "IO");
        }
    }

    #[test]
    fn a_wait_that_go_cannot_hold_is_the_longest_of_all() {
        let asks = |ms: i64| json!({"outcome": "error", "ms": 1, "fields": {"retry_after_ms": ms}});
        let wait = |language, ms| said(language, Operation::GetConnection, asks(ms))["retry_after_ms"].clone();
        assert_eq!(wait("go", LONGEST_IN_GO_MS), i64::MAX.to_string());
        assert_eq!(wait("c", LONGEST_IN_GO_MS), LONGEST_IN_GO_MS.to_string());
        assert_eq!(wait("go", 1000), "1000");
    }
}
