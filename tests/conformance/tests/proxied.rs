//! Calls through the proxy: accepted cases, serving and checking them, and the results of the Rust probe.

mod common;

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use common::{PROXIED, cases_of, directory_of, error, proxied, response};
use nango_conformance::case::Case;
use nango_conformance::check::check;
use nango_conformance::driver::{Settings, run};
use nango_conformance::load::load;
use nango_conformance::server::Server;
use nango_probe::protocol::Source;
use serde_json::{Value, json};

const RUST: &str = env!("CARGO_BIN_EXE_nango-probe-rust");
const KEY: &str = "5ec2e7a1-0000-4000-8000-00000000c0de";

#[track_caller]
fn assert_refused(name: &str, case: Value, sentence: &str) {
    let refusal = load(&directory_of(name, &[case]))
        .expect_err("it is refused")
        .to_string();
    assert!(refusal.contains(sentence), "{sentence:?} is not in: {refusal}");
}

/// The call with these members of its request.
fn with(members: Value) -> Value {
    let mut case = proxied(json!({}));
    for (name, value) in members.as_object().expect("members are an object") {
        case["call"]["proxy"][name] = value.clone();
    }
    case
}

#[test]
fn a_response_must_have_everything_and_nothing_else() {
    for name in ["status", "header_count", "body", "header"] {
        let mut case = proxied(json!({}));
        case["expect"]["response"]
            .as_object_mut()
            .expect("an object")
            .remove(name);
        assert_refused(&format!("without_{name}"), case, &format!("{name} is missing"));
    }
    let more = proxied(json!({"expect": response(json!({"token": "x"}))}));
    assert_refused("more_than_a_response", more, "token is no accessor");
    let other = proxied(json!({"expect": response(json!({"status": "200"}))}));
    assert_refused("a_status_in_words", other, "status cannot be");
    let absent = proxied(json!({"expect": response(json!({"body": null}))}));
    assert_refused("an_absent_body", absent, "did not match");
    let none = proxied(json!({"expect": response(json!({"header": {}}))}));
    assert_refused("no_header_at_all", none, "header has no entry");
    let both = proxied(json!({"expect": response(json!({"body_base64": "aGVsbG8="}))}));
    assert_refused("a_body_twice", both, "in one way, not in two");
    let status = proxied(json!({"expect": response(json!({"status_base64": "aGVsbG8="}))}));
    assert_refused("a_status_in_base64", status, "status is not written in base64");
}

#[test]
fn each_kind_of_call_has_its_own_outcome_and_settings() {
    let mut connection = proxied(json!({}));
    connection["call"].as_object_mut().expect("an object").remove("proxy");
    assert_refused("a_response_of_no_proxy", connection, "only a call through the proxy");
    for (name, value) in [("force_refresh", json!(true)), ("route", json!("connection"))] {
        let mut case = proxied(json!({}));
        case["call"][name] = value;
        assert_refused(&format!("proxied_{name}"), case, "a setting of a call for a connection");
    }
    assert_refused("an_unknown_setting_of_a_request", with(json!({"bodi": null})), "bodi");
}

#[test]
fn what_some_language_cannot_do_is_refused() {
    assert_refused(
        "a_query_out_of_order",
        with(json!({"query": [["b", "1"], ["a", "2"]]})),
        "sorted by name",
    );
    let empty = json!({"body": {"text": "", "content_type": "text/plain", "from": "sized_reader"}});
    assert_refused("a_reader_of_nothing", with(empty), "Go cannot say");
}

#[test]
fn the_body_of_a_request_is_text_or_base64_and_has_a_type() {
    let body = |body: Value| with(json!({"body": body}));
    assert_refused(
        "a_body_of_nothing",
        body(json!({"content_type": "text/plain"})),
        "needs text or base64",
    );
    let untyped = &cases_of("a_body_without_type", &[body(json!({"text": "x"}))])[0]
        .call
        .proxy;
    let untyped = untyped.as_ref().and_then(|proxied| proxied.body.as_ref());
    assert_eq!(
        untyped.map(|body| (body.content_type.as_deref(), body.source)),
        Some((None, Source::Memory))
    );
    let both = json!({"text": "x", "base64": "eA==", "content_type": "text/plain"});
    assert_refused("a_body_in_two_ways", body(both), "in one way");
    let elsewhere = json!({"text": "x", "content_type": "text/plain", "from": "disk"});
    assert_refused("a_body_from_elsewhere", body(elsewhere), "disk");
    let long = json!({"text": [["ab", 3], "c"], "content_type": "text/plain", "from": "reader"});
    let read = &cases_of("a_body_in_parts", &[body(long)])[0].call.proxy;
    let read = read
        .as_ref()
        .and_then(|proxied| proxied.body.as_ref())
        .expect("it has a body");
    assert_eq!((read.bytes.as_slice(), read.source), (&b"abababc"[..], Source::Reader));
}

#[test]
fn a_body_that_is_read_in_parts_is_not_looked_into() {
    let parts = |expect: Value| {
        let mut case = with(json!({"read_size": 2}));
        case["expect"] = expect;
        case
    };
    assert_refused(
        "a_look_into_parts",
        parts(response(json!({}))),
        "a body that is collected",
    );
    let mut without = response(json!({}));
    for name in ["get_string", "get_json"] {
        without["response"].as_object_mut().expect("an object").remove(name);
    }
    assert_eq!(cases_of("parts", &[parts(without.clone())])[0].expect.comparisons(), 4);
    assert_refused(
        "no_look_into_the_whole",
        proxied(json!({"expect": without})),
        "a body that is collected",
    );
    assert_refused("parts_of_nothing", with(json!({"read_size": 0})), "reads nothing");
}

#[test]
fn a_body_that_breaks_off_must_lack_something() {
    for (name, end) in [("breaks_off_after", 5), ("stalls_after", 6)] {
        let mut case = proxied(json!({}));
        case["exchanges"][0]["response"]["end"] = json!({name: end});
        assert_refused(name, case, "nothing is missing");
    }
}

#[test]
fn a_probe_is_told_everything_that_the_case_sets() {
    let mut case = with(json!({
        "method": "POST", "query": [["b", "2"]], "headers": [["X-A", "1"]], "base_url_override": "https://example.test",
        "body": {"text": "\u{0}x", "content_type": "text/plain"}, "retries": 3, "retry_on": [429], "decompress": true,
        "nango_parses_body": true, "forward_headers_on_redirect": true, "idle_timeout_ms": 100, "read_size": 7
    }));
    case["call"]["max_response_bytes"] = json!(500);
    case["call"]["timeout_ms"] = json!(5000);
    case["exchanges"] = json!([]);
    case["expect"]["response"]
        .as_object_mut()
        .expect("an object")
        .retain(|name, _| !name.starts_with("get_"));
    let told = cases_of("a_told_case", &[case])[0].told(4711);
    assert_eq!(
        serde_json::to_value(&told).expect("it can be written"),
        json!({
            "operation": "proxy", "connection_id": "c", "provider_config_key": "p", "timeout_ms": 5000,
            "client": {
                "secret_key": KEY, "base_url": "http://127.0.0.1:4711/one", "route": "auto", "http_proxy": "",
                "max_response_bytes": 500, "allow_plaintext_http": false, "max_retries": 0
            },
            "force_refresh": false, "refresh_token": false, "refresh_github_app_jwt_token": false,
            "request": {
                "method": "POST", "endpoint": "/v1/items", "query": [["b", "2"]], "headers": [["X-A", "1"]],
                "body": {"unit": "0078", "length": 2, "piece": 1000, "content_type": "text/plain", "from": "memory"},
                "base_url_override": "https://example.test", "retries": 3, "retry_on": [429], "decompress": true,
                "nango_parses_body": true, "forward_headers_on_redirect": true, "idle_timeout_ms": 100
            },
            "read": "parts", "read_size": 7, "keep_body": true, "look_ups": [["header", "content-length"]]
        })
    );
}

/// Sends a request to a server of one case; returns its response and the errors of the check.
fn exchange(cases: &[Case], request: &[u8]) -> (String, Vec<String>) {
    let server = Server::start().expect("a port is free");
    server.serve(cases);
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).expect("it listens");
    stream.write_all(request).expect("it reads");
    stream.shutdown(Shutdown::Write).expect("it is open");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    (answer, check(cases, &server.log()))
}

/// A proxied request with these lines besides the usual, and what follows them.
fn request(method: &str, lines: &str, body: &str) -> Vec<u8> {
    let agent = concat!("libnango/", env!("CARGO_PKG_VERSION"));
    format!(
        "{method} /one{PROXIED} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {KEY}\r\naccept-encoding: identity\r\nuser-agent: {agent}\r\n\
         connection-id: c\r\nprovider-config-key: p\r\n{lines}\r\n{body}"
    )
    .into_bytes()
}

/// A case whose request is a POST with this body.
fn posted(body: &str, framing: Value) -> Value {
    let mut case = proxied(json!({}));
    let expected = &mut case["exchanges"][0]["request"];
    expected["method"] = json!("POST");
    expected["body"] = json!(body);
    for (name, value) in framing.as_object().expect("framing is an object") {
        expected["headers"][name] = value.clone();
    }
    case
}

#[test]
fn the_bytes_of_a_body_are_compared() {
    let cases = cases_of("a_posted_body", &[posted("a\0b", json!({"content-length": "3"}))]);
    let faults = |body| exchange(&cases, &request("POST", "content-length: 3\r\n", body)).1;
    assert_eq!(faults("a\0b"), Vec::<String>::new());
    assert_eq!(faults("a\0c").len(), 1);
    assert!(
        faults("abc")[0].contains("\"abc\" (3 bytes), not \"a\\0b\" (3 bytes)"),
        "{:?}",
        faults("abc")
    );
    let (answer, broken) = exchange(&cases, &request("POST", "content-length: 3\r\n", "a"));
    assert!(
        answer.starts_with("HTTP/1.1 599 ") && broken.len() == 2,
        "{answer} {broken:?}"
    );
    assert!(broken[0].contains("1 bytes of 3 came"), "{broken:?}");
}

#[test]
fn a_body_in_chunks_is_put_together_and_is_not_one_of_known_length() {
    let framing = json!({"transfer-encoding": "chunked"});
    let cases = cases_of("a_body_in_chunks", &[posted("hello world", framing)]);
    let chunked = |body| exchange(&cases, &request("POST", "transfer-encoding: chunked\r\n", body)).1;
    assert_eq!(chunked("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"), Vec::<String>::new());
    assert_eq!(chunked("5\r\nhello\r\n0\r\n\r\n").len(), 1);
    for broken in [
        "5\r\nhello\r\n",
        "5\r\nhello world\r\n",
        "x\r\nhello\r\n0\r\n\r\n",
        "5\nhello\r\n",
    ] {
        let faults = chunked(broken);
        assert!(
            faults.len() == 2 && faults[0].contains("broke off"),
            "{broken:?}: {faults:?}"
        );
    }
    let sized = exchange(&cases, &request("POST", "content-length: 11\r\n", "hello world")).1;
    assert_eq!(sized.len(), 2, "{sized:?}");
}

#[test]
fn a_body_where_none_is_expected_is_a_fault() {
    let cases = cases_of("an_unexpected_body", &[proxied(json!({}))]);
    let faults = exchange(&cases, &request("GET", "content-length: 1\r\n", "x")).1;
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert_eq!(exchange(&cases, &request("GET", "", "")).1, Vec::<String>::new());
}

#[test]
fn a_header_that_the_case_does_not_name_is_a_fault() {
    let cases = cases_of("an_unnamed_header", &[proxied(json!({}))]);
    for line in ["Nango-Proxy-X: 1", "Retries: 3", "decompress: true", "x-anything: "] {
        let faults = exchange(&cases, &request("GET", &format!("{line}\r\n"), "")).1;
        assert_eq!(faults.len(), 1, "{line}: {faults:?}");
    }
    assert_eq!(
        exchange(&cases, &request("GET", "accept: */*\r\n", "")).1,
        Vec::<String>::new()
    );
}

/// The bytes of a response with these members.
fn served(name: &str, method: &str, members: Value) -> String {
    let mut case = proxied(json!({}));
    case["exchanges"][0]["request"]["method"] = json!(method);
    for (name, value) in members.as_object().expect("members are an object") {
        case["exchanges"][0]["response"][name] = value.clone();
    }
    let (answer, faults) = exchange(&cases_of(name, &[case]), &request(method, "", ""));
    assert_eq!(faults, Vec::<String>::new());
    answer
}

#[test]
fn a_response_ends_as_the_case_says() {
    let chunked = json!([["transfer-encoding", "chunked"]]);
    for (name, method, members, expected) in [
        ("end_head", "HEAD", json!({}), "content-length: 5\r\n\r\n"),
        ("end_close", "GET", json!({"end": "close"}), "\r\n\r\nhello"),
        (
            "end_break",
            "GET",
            json!({"end": {"breaks_off_after": 2}}),
            "content-length: 5\r\n\r\nhe",
        ),
        (
            "end_break_chunked",
            "GET",
            json!({"headers": chunked, "end": {"breaks_off_after": 2}}),
            "transfer-encoding: chunked\r\n\r\n5\r\nhe",
        ),
        (
            "end_stall",
            "GET",
            json!({"end": {"stalls_after": 0}}),
            "content-length: 5\r\n\r\n",
        ),
    ] {
        let answer = served(name, method, members);
        assert!(answer.ends_with(expected), "{name}: {answer:?}");
    }
}

/// The Rust probe over one proxied case, with a broken run in which everything goes another way.
fn rust(name: &str, case: Value) -> (bool, String) {
    let broken = r#"while read -r line; do echo '{"outcome":"closed","ms":0}'; done"#;
    let commands = |command: &str| vec![("rust".to_owned(), command.to_owned())];
    let settings = Settings {
        cases: directory_of(name, &[case]),
        probes: commands(RUST),
        broken: commands(broken),
        timeout: Duration::from_secs(60),
    };
    let mut output = Vec::new();
    let right = run(&settings, &mut output).expect("the driver runs");
    (right, String::from_utf8(output).expect("UTF-8"))
}

/// The line of the table for a run of one case.
fn row(comparisons: usize, failures: usize) -> String {
    format!("rust               1  {comparisons:>11}  {failures:>8}  FAILED")
}

#[test]
fn the_right_response_is_accepted() {
    let (right, output) = rust("the_right_response", proxied(json!({})));
    assert!(right, "{output}");
}

#[test]
fn each_difference_in_a_response_is_one_failure() {
    for (name, members) in [
        ("another_status", json!({"status": 201})),
        ("another_header_count", json!({"header_count": 2})),
        ("another_body", json!({"body": "hellO"})),
        ("another_header", json!({"header": {"content-length": null}})),
        ("another_string", json!({"get_string": {"": "hello"}})),
        ("another_json", json!({"get_json": {"": "hello"}})),
    ] {
        let (right, output) = rust(name, proxied(json!({"expect": response(members)})));
        assert!(!right && output.contains(&row(6, 1)), "{name}: {output}");
    }
}

#[test]
fn a_response_in_place_of_an_error_fails_as_a_whole() {
    let (right, output) = rust("no_error", proxied(json!({"expect": error(json!({}))})));
    assert!(!right && output.contains(&row(10, 10)), "{output}");
    let mut broken = proxied(json!({}));
    broken["exchanges"][0]["response"]["end"] = json!({"breaks_off_after": 2});
    let (right, output) = rust("no_response", broken);
    assert!(!right && output.contains(&row(6, 6)), "{output}");
}
