//! Serving and recording requests, and the errors that the check finds.

mod common;

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};

use common::{case, cases_of};
use nango_conformance::case::Case;
use nango_conformance::check::check;
use nango_conformance::server::Server;
use serde_json::json;

const TARGET: &str = "/one/connection/rich?provider_config_key=github";
const KEY: &str = "5ec2e7a1-0000-4000-8000-00000000c0de";

/// The headers of a request as the library sends them.
fn headers() -> Vec<(String, String)> {
    let agent = concat!("libnango/", env!("CARGO_PKG_VERSION"));
    [
        ("Host", "127.0.0.1"),
        ("Authorization", &format!("Bearer {KEY}")),
        ("User-Agent", agent),
        ("Accept-Encoding", "identity"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec()
}

/// A request as bytes.
fn request(method: &str, target: &str, headers: &[(String, String)]) -> String {
    let lines: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    format!("{method} {target} HTTP/1.1\r\n{lines}\r\n")
}

/// Sends these bytes to a server of these cases; returns its response and the errors of the check.
fn exchange(cases: &[Case], bytes: &str) -> (String, Vec<String>) {
    let server = Server::start().expect("a port is free");
    server.serve(cases);
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).expect("it listens");
    stream.write_all(bytes.as_bytes()).expect("it reads");
    stream.shutdown(Shutdown::Write).expect("it is open");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    (answer, check(cases, &server.log()))
}

/// The faults of one request with one thing changed.
fn faults_of(name: &str, change: impl FnOnce(&mut Vec<(String, String)>)) -> Vec<String> {
    let mut headers = headers();
    change(&mut headers);
    exchange(&cases_of(name, &[case(json!({}))]), &request("GET", TARGET, &headers)).1
}

fn push(headers: &mut Vec<(String, String)>, name: &str, value: &str) {
    headers.push((name.to_owned(), value.to_owned()));
}

#[test]
fn the_right_request_is_answered_and_has_no_fault() {
    let cases = cases_of("the_right_request", &[case(json!({}))]);
    let (answer, faults) = exchange(&cases, &request("GET", TARGET, &headers()));
    assert_eq!(answer, "HTTP/1.1 503 Conformance\r\ncontent-length: 0\r\n\r\n");
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_request_that_never_comes_is_a_fault() {
    let cases = cases_of("a_request_that_never_comes", &[case(json!({}))]);
    let (answer, faults) = exchange(&cases, "");
    assert_eq!(answer, "");
    assert_eq!(
        faults,
        ["one: GET /connection/rich?provider_config_key=github was never sent"]
    );
}

#[test]
fn one_request_too_many_is_a_fault() {
    let cases = cases_of("one_request_too_many", &[case(json!({}))]);
    let (answer, faults) = exchange(&cases, &request("GET", TARGET, &headers()).repeat(2));
    assert!(answer.contains("HTTP/1.1 599 "), "{answer}");
    assert_eq!(
        faults,
        ["one: GET /connection/rich?provider_config_key=github should not have been sent"]
    );
}

#[test]
fn another_target_is_a_fault() {
    let cases = cases_of("another_target", &[case(json!({}))]);
    let target = TARGET.replace("connection/", "connections/");
    let (answer, faults) = exchange(&cases, &request("GET", &target, &headers()));
    assert!(answer.starts_with("HTTP/1.1 599 "), "{answer}");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].contains("was sent, not GET /connection/rich?"), "{faults:?}");
}

#[test]
fn another_method_is_a_fault() {
    let cases = cases_of("another_method", &[case(json!({}))]);
    let (_, faults) = exchange(&cases, &request("POST", TARGET, &headers()));
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn a_request_of_no_case_is_a_fault() {
    let cases = cases_of("a_request_of_no_case", &[case(json!({"exchanges": []}))]);
    let (answer, faults) = exchange(&cases, &request("GET", "/two/connection/rich", &headers()));
    assert!(answer.starts_with("HTTP/1.1 599 "), "{answer}");
    assert_eq!(faults, ["GET /two/connection/rich belongs to no case"]);
}

#[test]
fn what_is_no_request_is_a_fault() {
    let cases = cases_of("what_is_no_request", &[case(json!({"exchanges": []}))]);
    for bytes in [
        "GET /one\r\n\r\n",
        "GET /one HTTP/1.1\r\nno header\r\n\r\n",
        "GET /one HTTP/1.1\r\nhost",
    ] {
        let (_, faults) = exchange(&cases, bytes);
        assert_eq!(faults.len(), 1, "{bytes:?}: {faults:?}");
    }
}

#[test]
fn exchanges_are_served_in_order_on_one_connection() {
    let exchange_of = |target: &str, status: u16, headers: serde_json::Value| {
        let response = json!({"status": status, "headers": headers, "body": "twelve bytes"});
        json!({"request": {"target": target}, "response": response})
    };
    let exchanges = json!([
        exchange_of("/a", 404, json!([["x-a", "1"]])),
        exchange_of("/b", 204, json!([])),
        exchange_of("/c", 200, json!([["transfer-encoding", "chunked"]])),
    ]);
    let cases = cases_of("exchanges_in_order", &[case(json!({"exchanges": exchanges}))]);
    let requests: String = ["/one/a", "/one/b", "/one/c"]
        .map(|target| request("GET", target, &headers()))
        .concat();
    let (answer, faults) = exchange(&cases, &requests);
    let expected = "HTTP/1.1 404 Conformance\r\nx-a: 1\r\ncontent-length: 12\r\n\r\ntwelve bytes\
                    HTTP/1.1 204 Conformance\r\n\r\n\
                    HTTP/1.1 200 Conformance\r\ntransfer-encoding: chunked\r\n\r\n6\r\ntwelve\r\n6\r\n bytes\r\n0\r\n\r\n";
    assert_eq!(answer, expected);
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_wrong_or_second_key_is_a_fault() {
    assert_eq!(faults_of("a_wrong_key", |headers| headers[1].1.push('x')).len(), 1);
    assert_eq!(faults_of("no_key", |headers| drop(headers.remove(1))).len(), 1);
    let second = format!("Bearer {KEY}");
    assert_eq!(
        faults_of("a_second_key", |headers| push(headers, "authorization", &second)).len(),
        1
    );
}

#[test]
fn headers_that_are_never_sent_are_faults() {
    for name in ["Content-Type", "Content-Length", "Transfer-Encoding", "Accept-Encoding"] {
        let faults = faults_of("never_sent", |headers| push(headers, name, "0"));
        assert_eq!(faults.len(), 1, "{name}: {faults:?}");
        assert!(faults[0].contains(&name.to_lowercase()), "{faults:?}");
    }
}

#[test]
fn another_user_agent_is_a_fault() {
    for agent in ["curl/8", "libnango/0", "notlibnango/0", ""] {
        let faults = faults_of("another_user_agent", |headers| agent.clone_into(&mut headers[2].1));
        assert_eq!(faults.len(), 1, "{agent}: {faults:?}");
    }
    assert_eq!(faults_of("no_user_agent", |headers| drop(headers.remove(2))).len(), 1);
    let wrapped = |headers: &mut Vec<(String, String)>| headers[2].1.insert_str(0, "nango-python/1 ");
    assert_eq!(faults_of("a_wrappers_user_agent", wrapped), Vec::<String>::new());
}

#[test]
fn the_user_agent_starts_with_the_product_of_the_call() {
    let mut with_product = case(json!({}));
    with_product["call"]["user_agent"] = json!("example/1");
    let cases = cases_of("the_product_of_the_call", &[with_product]);
    assert_eq!(exchange(&cases, &request("GET", TARGET, &headers())).1.len(), 1);
    let mut right = headers();
    right[2].1.insert_str(0, "example/1 ");
    assert_eq!(
        exchange(&cases, &request("GET", TARGET, &right)).1,
        Vec::<String>::new()
    );
}

#[test]
fn no_host_or_two_is_a_fault() {
    assert_eq!(faults_of("no_host", |headers| drop(headers.remove(0))).len(), 1);
    assert_eq!(
        faults_of("two_hosts", |headers| push(headers, "host", "other")).len(),
        1
    );
}

#[test]
fn the_headers_that_a_case_names_are_checked() {
    let mut gateway = case(json!({}));
    gateway["exchanges"][0]["request"]["headers"] = json!({"x-gateway": "abc", "x-other": null});
    let cases = cases_of("headers_of_a_case", &[gateway]);
    let faults = |added: &[(&str, &str)]| {
        let mut headers = headers();
        added.iter().for_each(|(name, value)| push(&mut headers, name, value));
        exchange(&cases, &request("GET", TARGET, &headers)).1
    };
    assert_eq!(faults(&[("X-Gateway", "abc")]), Vec::<String>::new());
    assert_eq!(faults(&[]).len(), 1);
    assert_eq!(faults(&[("X-Gateway", "abcd")]).len(), 1);
    assert_eq!(faults(&[("X-Gateway", "abc"), ("X-Gateway", "abc")]).len(), 1);
    assert_eq!(faults(&[("X-Gateway", "abc"), ("X-Other", "")]).len(), 1);
}
