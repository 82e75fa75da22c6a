//! The log's messages, and secrets: they appear in the accessors only.

mod support;

use std::sync::{Arc, Mutex};

use nango::{CallOptions, Client, ClientOptions, ErrorKind, LogLevel, Request, Route};
use support::{Script, Server};

const KEY: &str = "c0ffee00-1234-4abc-8def-cafecafecafe";
const TOKEN: &str = "invented-access-token-Qw7Zk2Lm9Xv4";
const REFRESH_TOKEN: &str = "invented-refresh-token-Bn3Hs8Td1Yp6";
const GATEWAY: &str = "invented-gateway-secret-Rf5Gj0Kc2Ew9";

/// Messages with their levels, collected.
#[derive(Clone, Default)]
struct Messages(Arc<Mutex<Vec<(LogLevel, String)>>>);

impl Messages {
    fn collect(&self, options: &mut ClientOptions, max_level: LogLevel) {
        let messages = self.clone();
        options.log(max_level, move |level, message| {
            messages.0.lock().unwrap().push((level, message.to_owned()));
        });
    }

    fn take(&self) -> Vec<(LogLevel, String)> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

fn answer(status: u16, body: String) -> Script {
    Box::new(move |peer| {
        peer.read_request();
        peer.answer(status, "application/json", &body);
    })
}

fn connection() -> String {
    format!(
        r#"{{"connection_id":"c","provider_config_key":"p","credentials":{{"type":"OAUTH2","access_token":"{TOKEN}","refresh_token":"{REFRESH_TOKEN}"}}}}"#
    )
}

fn run(max_level: LogLevel, scripts: Vec<Script>) -> Vec<(LogLevel, String)> {
    let server = Server::start(scripts);
    let messages = Messages::default();
    let mut options = server.options();
    messages.collect(options.secret_key(KEY).max_retries(1), max_level);
    let client = Client::new(&options).unwrap();
    let _ = client.get_connection("customer@example.com", "p", &CallOptions::new());
    drop(client);
    server.finish();
    messages.take()
}

/// A message without the number of its call, which it begins with.
fn without_number(message: &str) -> &str {
    let (number, text) = message
        .strip_prefix("call ")
        .and_then(|rest| rest.split_once(": "))
        .unwrap();
    assert!(number.parse::<u64>().is_ok(), "{message}");
    text
}

/// A message with its numbers of milliseconds, which differ from run to run, taken out.
fn timeless(message: &str) -> String {
    let message = without_number(message);
    let words = message.split(' ').collect::<Vec<_>>();
    let kept = words
        .iter()
        .enumerate()
        .filter(|&(i, _)| words.get(i + 1) != Some(&"ms"));
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_attempt_is_told_at_its_level() {
    let scripts = || vec![answer(503, "{}".to_owned()), answer(200, connection())];
    let size = connection().len();
    let all = [
        (
            LogLevel::Debug,
            r#"get connection "customer@example.com" of "p""#.to_owned(),
        ),
        (LogLevel::Trace, "GET /connection: sending".to_owned()),
        (LogLevel::Info, "GET /connection: 503, 2 bytes in ms".to_owned()),
        (
            LogLevel::Warn,
            "attempt 1 failed (SERVER 503), retrying in ms".to_owned(),
        ),
        (LogLevel::Trace, "GET /connection: sending".to_owned()),
        (LogLevel::Info, format!("GET /connection: 200, {size} bytes in ms")),
        (LogLevel::Debug, "get_connection succeeded in ms".to_owned()),
    ];
    for max_level in [
        LogLevel::Error,
        LogLevel::Warn,
        LogLevel::Info,
        LogLevel::Debug,
        LogLevel::Trace,
    ] {
        let logged: Vec<_> = run(max_level, scripts())
            .into_iter()
            .map(|(level, text)| (level, timeless(&text)))
            .collect();
        let expected: Vec<_> = all.iter().filter(|(level, _)| *level <= max_level).cloned().collect();
        assert_eq!(logged, expected, "{max_level:?}");
    }
}

#[test]
fn a_failure_is_told_with_what_to_do_but_not_with_what_the_server_said() {
    let refusal = format!(r#"{{"error":{{"code":"unknown_account","message":"row of {TOKEN}"}}}}"#);
    let logged = run(LogLevel::Error, vec![answer(401, refusal)]);
    assert_eq!(logged.len(), 1);
    let (level, message) = &logged[0];
    assert_eq!(*level, LogLevel::Error);
    assert!(
        without_number(message).starts_with("failed after 1 attempt (UNAUTHORIZED 401 unknown_account): "),
        "{message}"
    );
    assert!(
        message.contains("secret_key") && !message.contains("customer@"),
        "{message}"
    );
}

#[test]
fn no_secret_is_anywhere_but_in_the_accessors() {
    let failure =
        |code: &str| format!(r#"{{"error":{{"code":"{code}","message":"{TOKEN}"}},"row":"{REFRESH_TOKEN}"}}"#);
    let wrong_type = connection().replace(&format!(r#""{REFRESH_TOKEN}""#), "1");
    let cases: Vec<(Option<ErrorKind>, u16, String)> = vec![
        (None, 200, connection()),
        (Some(ErrorKind::Unauthorized), 401, failure("unknown_account")),
        (Some(ErrorKind::Forbidden), 403, failure("forbidden")),
        (Some(ErrorKind::NotFound), 404, failure("not_found")),
        (Some(ErrorKind::RefreshFailed), 424, failure("invalid_credentials")),
        (Some(ErrorKind::RateLimited), 429, failure("too_many_request")),
        (
            Some(ErrorKind::UnknownIntegration),
            400,
            failure("unknown_provider_config"),
        ),
        (Some(ErrorKind::Api), 400, failure("invalid_query_params")),
        (Some(ErrorKind::Server), 500, failure("server_error")),
        (
            Some(ErrorKind::NotNango),
            404,
            format!("<html>{TOKEN}{REFRESH_TOKEN}</html>"),
        ),
        (Some(ErrorKind::Decode), 200, wrong_type),
        (Some(ErrorKind::TooLarge), 200, connection() + &" ".repeat(10_000)),
    ];
    for (kind, status, body) in cases {
        let server = Server::start(vec![answer(status, body)]);
        let messages = Messages::default();
        let mut options = server.options();
        options
            .secret_key(KEY)
            .header("x-gateway", GATEWAY)
            .max_response_bytes(5000)
            .route(Route::Connection);
        messages.collect(&mut options, LogLevel::Trace);
        let client = Client::new(&options).unwrap();
        let result = client.get_connection("c", "p", CallOptions::new().refresh_token(true));
        let mut shown = format!("{options:?} {options:#?} {client:?} {client:#?} {result:?} {result:#?}");
        match &result {
            Ok(connection) => assert_eq!((kind, connection.refresh_token()), (None, Some(REFRESH_TOKEN))),
            Err(error) => {
                assert_eq!(Some(error.kind()), kind);
                shown.push_str(&format!("{error} {}", error.message()));
            }
        }
        shown.push_str(&format!("{:?}", messages.take()));
        for secret in [KEY, TOKEN, REFRESH_TOKEN, GATEWAY] {
            assert!(!shown.contains(&secret[8..]), "{kind:?}: {shown}");
        }
        drop(client);
        server.finish();
    }
}

#[test]
fn a_proxied_call_is_told_without_what_it_carries() {
    let refusal = r#"{"error":{"code":"unknown_provider_config","message":"invented"}}"#;
    for (status, body, expected) in [
        (200, TOKEN, "POST /proxy: 200 in ms"),
        (404, refusal, "POST /proxy: 404 in ms"),
    ] {
        let server = Server::start(vec![answer(status, body.to_owned())]);
        let messages = Messages::default();
        let mut options = server.options();
        messages.collect(options.secret_key(KEY), LogLevel::Trace);
        let client = Client::new(&options).unwrap();
        let mut request = Request::new("post", &format!("/x?token={TOKEN}"));
        request
            .query("q", TOKEN)
            .header("X-Secret", GATEWAY)
            .body(REFRESH_TOKEN, "text/plain");
        let mut result = client.proxy("customer@example.com", "p", &request, &CallOptions::new());
        if let Ok(response) = &mut result {
            assert_eq!(response.body().unwrap(), TOKEN.as_bytes());
        }
        drop(client);
        let logged = messages.take();
        let shown = format!("{logged:?} {request:?} {result:?}");
        for secret in [KEY, TOKEN, REFRESH_TOKEN, GATEWAY, "invented"] {
            assert!(!shown.contains(secret), "{shown}");
        }
        let texts: Vec<String> = logged.iter().map(|(_, message)| timeless(message)).collect();
        assert_eq!(texts[0], r#"proxy POST for connection "customer@example.com" of "p""#);
        assert_eq!(texts[1..3], ["POST /proxy: sending", expected]);
        drop(result);
        server.finish();
    }
}
