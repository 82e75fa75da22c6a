//! What those who follow the calls of a client are told: records of the log with attributes, and the end of each call.

mod support;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use nango::{CallOptions, Cancel, Client, ErrorKind, LogLevel, LogRecord, LogValue, Request};
use support::{Script, Server};

/// Records as text: the level, the event and the whole of it.
#[derive(Clone, Default)]
struct Records(Arc<Mutex<Vec<(LogLevel, String, String)>>>);

impl Records {
    fn sink(&self) -> impl Fn(&LogRecord<'_>) + Send + Sync + 'static {
        let records = self.clone();
        move |record| {
            let event = match record.get("event") {
                Some(LogValue::Text(event)) => event.to_owned(),
                other => panic!("{other:?}"),
            };
            records
                .0
                .lock()
                .unwrap()
                .push((record.level(), event, record.to_json()));
        }
    }

    fn take(&self) -> Vec<(LogLevel, String, serde_json::Value)> {
        let records = std::mem::take(&mut *self.0.lock().unwrap());
        records
            .into_iter()
            .map(|(level, event, json)| (level, event, serde_json::from_str(&json).unwrap()))
            .collect()
    }
}

const CONNECTION: &str =
    r#"{"connection_id":"c","provider_config_key":"p","credentials":{"type":"API_KEY","apiKey":"invented-key"}}"#;

fn answer(status: u16, headers: &'static str, body: &'static str) -> Script {
    Box::new(move |peer| {
        peer.read_request();
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status} Status\r\n{headers}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
        );
        peer.send((head + body).as_bytes());
    })
}

#[test]
fn the_records_of_a_call_share_its_id_and_have_its_facts() {
    let server = Server::start(vec![answer(503, "", "{}"), answer(200, "", CONNECTION)]);
    let records = Records::default();
    let mut options = server.options();
    options.max_retries(1).log_records(LogLevel::Trace, records.sink());
    let client = Client::new(&options).unwrap();
    let id = "ada \"lovelace\"\n";
    client.get_connection(id, "p", &CallOptions::new()).unwrap();
    let all = records.take();
    server.finish();
    let events: Vec<&str> = all.iter().map(|(_, event, _)| event.as_str()).collect();
    assert_eq!(
        events,
        ["begin", "attempt", "response", "retry", "attempt", "response", "end"]
    );
    for (_, _, json) in &all {
        assert_eq!(json["call_id"], all[0].2["call_id"]);
        assert!(json["call_id"].is_u64());
        assert_eq!(json["operation"], "get_connection");
    }
    let (begin, retry, end) = (&all[0].2, &all[3].2, &all[6].2);
    assert_eq!(
        (&begin["connection_id"], &begin["provider_config_key"]),
        (&id.into(), &"p".into())
    );
    assert_eq!(
        (&retry["error"], &retry["status"], &retry["attempts"]),
        (&"SERVER".into(), &503.into(), &1.into())
    );
    assert!(retry["pause_ms"].is_f64());
    assert_eq!(all[5].2["bytes"], CONNECTION.len());
    assert_eq!(
        (&end["method"], &end["route"], &end["status"], &end["attempts"]),
        (&"GET".into(), &"connection".into(), &200.into(), &2.into())
    );
    assert!(end["duration_ms"].as_f64().unwrap() >= all[5].2["duration_ms"].as_f64().unwrap());
    assert_eq!(all[6].0, LogLevel::Debug);
}

#[test]
fn ids_are_in_no_record_above_debug_level_nor_in_the_hook() {
    let missing = r#"{"error":{"code":"not_found","message":"no row of ada@example.com"}}"#;
    let server = Server::start(vec![answer(404, "", missing)]);
    let (records, ends) = (Records::default(), Records::default());
    let mut options = server.options();
    options
        .log_records(LogLevel::Info, records.sink())
        .call_hook(ends.sink());
    let client = Client::new(&options).unwrap();
    let error = client
        .get_connection("ada@example.com", "p", &CallOptions::new())
        .unwrap_err();
    server.finish();
    assert!(
        error.message().contains("ada@example.com"),
        "the program is told: {error}"
    );
    let shown = format!("{:?} {:?}", records.take(), ends.take());
    assert!(shown.contains("NOT_FOUND") && !shown.contains("ada@"), "{shown}");
}

#[test]
fn only_what_looks_like_the_id_of_a_request_is_printed_as_one() {
    let responses = [
        ("X-Request-Id: 0HMVD9:00000001\r\n", true),
        ("X-Request-Id: 8d1f0c2e-3b4a/5_6.7+8=\r\n", true),
        ("X-Request-Id: up 1\r\n", false),
        ("X-Request-Id: \"invented\"\r\n", false),
        ("X-Request-Id: Bearer{invented}\r\n", false),
        ("", false),
    ];
    let scripts = responses.map(|(headers, _)| answer(500, headers, "{}"));
    let server = Server::start(scripts.into());
    let client = Client::new(server.options().max_retries(0)).unwrap();
    for (header, is_id) in responses {
        let error = client.get_connection("c", "p", &CallOptions::new()).unwrap_err();
        let id = header.trim().trim_start_matches("X-Request-Id: ");
        assert_eq!(error.request_id(), is_id.then_some(id));
        assert_eq!(format!("{error:?}").contains(id), is_id || id.is_empty(), "{error:?}");
    }
    server.finish();
}

#[test]
fn the_hook_is_told_the_end_of_each_call_whatever_the_level() {
    let limited = r#"{"error":{"code":"too_many_request","message":"invented"}}"#;
    let server = Server::start(vec![
        answer(200, "", CONNECTION),
        answer(429, "X-Request-Id: invented-request-7\r\n", limited),
        answer(200, "", "[]"),
    ]);
    let ends = Records::default();
    let mut options = server.options();
    options
        .max_retries(0)
        .cache_ttl(Duration::from_secs(60))
        .call_hook(ends.sink());
    let client = Client::new(&options).unwrap();
    let none = CallOptions::new();
    client.get_connection("c", "p", &none).unwrap();
    client.get_connection("c", "p", &none).unwrap();
    let error = client.get_connection("d", "p", &none).unwrap_err();
    client.proxy("c", "p", &Request::new("GET", "/x"), &none).unwrap();
    server.finish();
    let cancel = Cancel::new();
    cancel.trigger();
    client
        .request(
            &Request::new("GET", "/integrations"),
            CallOptions::new().cancel(&cancel),
        )
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.request_id()),
        (ErrorKind::RateLimited, Some("invented-request-7"))
    );
    let told: Vec<String> = ends
        .take()
        .iter()
        .map(|(level, event, json)| {
            let text = |name: &str| json[name].as_str().unwrap_or("-").to_owned();
            let number = |name: &str| json[name].as_u64().map_or("-".to_owned(), |number| number.to_string());
            assert!(json["duration_ms"].is_f64() && json["call_id"].is_u64(), "{json}");
            format!(
                "{level:?} {event} {} {} {} {} {} {} {}",
                text("operation"),
                text("route"),
                number("status"),
                number("attempts"),
                text("cache"),
                text("error"),
                text("request_id"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "Debug end get_connection connection 200 1 - - -",
            "Debug end get_connection - - 0 hit - -",
            "Error end get_connection connection 429 1 - RATE_LIMITED invented-request-7",
            "Debug end proxy proxy 200 1 - - -",
            "Warn end request - - 0 - CANCELLED -",
        ]
    );
}

#[test]
fn what_a_program_expects_is_not_an_error_of_the_log() {
    let missing = r#"{"error":{"code":"not_found","message":"invented"}}"#;
    let server = Server::start(vec![answer(404, "", missing)]);
    let records = Records::default();
    let mut options = server.options();
    options.log_records(LogLevel::Trace, records.sink());
    let client = Client::new(&options).unwrap();
    client.get_connection("c", "p", &CallOptions::new()).unwrap_err();
    server.finish();
    let levels: Vec<LogLevel> = records.take().into_iter().map(|(level, _, _)| level).collect();
    assert!(levels.iter().all(|level| *level > LogLevel::Warn), "{levels:?}");
}
