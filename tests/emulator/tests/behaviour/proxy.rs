//! What Nango itself does with a proxied request, as far as the recorded exchanges do not show it.

use crate::client::{Answer, external_calls, open_with_bytes, proxied, proxy_headers, read_answer, send};
use nango_emulator::{Emulator, Seed, start};
use serde_json::{Value, json};

/// Nango's limit for a body that it parses.
const LARGEST_BODY: usize = 75 * 1024 * 1024;

fn demo() -> Emulator {
    start(Seed::demo().expect("a valid seed")).expect("an emulator")
}

fn get(emulator: &Emulator, path: &str, more: &[(&str, &str)]) -> Answer {
    proxied(emulator.address(), "GET", path, more, None)
}

/// The request that the external API has received for a POST.
fn posted(emulator: &Emulator, headers: &[(&str, &str)], body: &str) -> Value {
    let response = proxied(emulator.address(), "POST", "/a", headers, Some(body));
    assert_eq!(response.status, 200, "{response:?}");
    response.json()
}

#[test]
fn each_auth_mode_is_authenticated() {
    let emulator = demo();
    let hopeless = ["revoked", "gave-up", "stalled"];
    let connections = Seed::demo().expect("a valid seed").connections;
    let usable = connections
        .iter()
        .filter(|it| !hopeless.contains(&it.connection_id.as_str()));
    for connection in usable {
        let name = (
            connection.connection_id.as_str(),
            connection.provider_config_key.as_str(),
        );
        let headers = proxy_headers(name, &[]);
        let response = send(emulator.address(), "GET", "/proxy/auth", &headers, None);
        let mode = connection
            .credentials
            .get("type")
            .cloned()
            .unwrap_or_else(|| json!("NONE"));
        let expected = json!({"authenticated": true, "mode": mode});
        assert_eq!((response.status, response.json()), (200, expected), "{name:?}");
    }
}

#[test]
fn a_programs_own_headers_win_over_the_credentials() {
    let emulator = demo();
    let own = ("nango-proxy-authorization", "Bearer invented-and-wrong");
    let refused = get(&emulator, "/auth", &[own]);
    assert_eq!((refused.status, refused.json()), (401, json!({"authenticated": false})));
    let agent = get(&emulator, "/a", &[("Nango-Proxy-User-Agent", "mine/1")]).json();
    assert_eq!(agent["headers"]["user-agent"], "mine/1");
    assert_eq!(agent["headers"].get("connection-id"), None);
}

#[test]
fn a_token_is_refreshed_before_the_call() {
    let emulator = demo();
    let headers = proxy_headers(("expiring", "hubspot"), &[]);
    let tokens: Vec<Value> = (0..2)
        .map(|_| send(emulator.address(), "GET", "/proxy/a", &headers, None).json()["headers"]["authorization"].clone())
        .collect();
    let token = tokens[0].as_str().expect("a header");
    assert!(token.starts_with("Bearer emulated_token_"), "{token}");
    assert_eq!(tokens[0], tokens[1]);
}

#[test]
fn a_failed_refresh_is_no_call() {
    let emulator = demo();
    let headers = proxy_headers(("revoked", "google-calendar"), &[]);
    let ask = || send(emulator.address(), "GET", "/proxy/a", &headers, None);
    let first = ask();
    assert_eq!((first.status, first.code().as_str()), (400, "server_error"));
    let second = ask();
    assert_eq!(
        (second.status, second.code().as_str()),
        (424, "connection_refresh_backoff")
    );
    assert_eq!(external_calls(emulator.address()), []);
}

#[test]
fn a_failed_call_is_repeated_as_often_as_asked() {
    let repeats = |path: &str, more: &[(&str, &str)]| -> usize {
        let emulator = demo();
        get(&emulator, path, more);
        external_calls(emulator.address()).len() - 1
    };
    let two = ("retries", "2");
    assert_eq!(repeats("/status/503", &[]), 0);
    for path in ["/status/500", "/status/429", "/status/401"] {
        assert_eq!(repeats(path, &[two]), 2, "{path}");
    }
    assert_eq!(repeats("/status/404", &[two]), 0);
    assert_eq!(repeats("/status/404", &[two, ("retry-on", "403,404")]), 2);
    assert_eq!(repeats("/status/200", &[two]), 0);
    assert_eq!(repeats("/status/500", &[("retries", "1e9")]), 10);
    assert_eq!(repeats("/status/500", &[("retries", "-1")]), 0);
}

#[test]
fn complaints_name_the_header() {
    let emulator = demo();
    for (name, value, code) in [
        ("retries", "many", "invalid_type"),
        ("retry-on", "5xx", "invalid_format"),
        ("retry-on", "500,", "invalid_format"),
        ("base-url-override", "provider.test", "invalid_union"),
        ("decompress", "yes", "invalid_value"),
        ("forward-headers-on-redirect", "1", "invalid_value"),
    ] {
        let response = get(&emulator, "/a", &[(name, value)]);
        assert_eq!((response.status, response.code().as_str()), (400, "invalid_headers"));
        let errors = response.json()["error"]["errors"].clone();
        assert_eq!(errors.as_array().map(Vec::len), Some(1), "{errors}");
        assert_eq!((&errors[0]["code"], &errors[0]["path"]), (&json!(code), &json!([name])));
    }
    let empty = [("base-url-override", ""), ("retries", "")];
    assert_eq!(get(&emulator, "/a", &empty).json()["path"], "/echo/a");
}

#[test]
fn only_the_built_in_hosts_answer() {
    let emulator = demo();
    let override_to = |url| get(&emulator, "/a?b=c", &[("base-url-override", url)]);
    assert_eq!(override_to("https://api.github.test/v3/").json()["path"], "/v3/a");
    assert_eq!(override_to("http://provider.test").json()["path"], "/a");
    for (url, place) in [
        ("https://example.com/v1", "example.com:443"),
        ("http://example.com", "example.com:80"),
        ("http://127.0.0.1:1", "127.0.0.1:1"),
    ] {
        let response = override_to(url);
        let message = format!("connect ECONNREFUSED {place}");
        let expected = json!({"message": message, "code": "ECONNREFUSED", "method": "get"});
        assert_eq!((response.status, response.json()), (500, expected));
    }
}

#[test]
fn bodies_are_written_anew() {
    let emulator = demo();
    let json = ("content-type", "Application/JSON; charset=utf-8");
    let form = ("content-type", "application/x-www-form-urlencoded");
    let body = |headers: &[(&str, &str)], body: &str| posted(&emulator, headers, body)["body"].clone();
    assert_eq!(body(&[json], " [1, {\"a\" : null}]\n"), r#"[1,{"a":null}]"#);
    assert_eq!(
        body(&[form], "a=1&a=2&b[]=x+y&c"),
        r#"{"a":["1","2"],"b":["x y"],"c":""}"#
    );
    assert_eq!(body(&[("content-type", "application/xml")], "<a/>"), "<a/>");
    let as_form = ("nango-proxy-content-type", form.1);
    let written = posted(&emulator, &[json, as_form], r#"{"a":"x y","b":[1,true],"c":null}"#);
    assert_eq!(written["body"], "a=x+y&b%5B%5D=1&b%5B%5D=true&c=");
    assert_eq!(written["headers"]["content-type"], form.1);
    let unnamed = posted(&emulator, &[], "lost");
    assert_eq!(
        (&unnamed["body"], &unnamed["headers"]["content-length"]),
        (&json!(""), &json!("0"))
    );
}

#[test]
fn a_get_loses_its_body() {
    let emulator = demo();
    let json = [("content-type", "application/json")];
    let response = proxied(emulator.address(), "GET", "/a", &json, Some("{\"a\":1}"));
    assert_eq!(response.json()["body"], "");
}

#[test]
fn json_that_is_no_object_and_no_array_is_refused() {
    let emulator = demo();
    for body in ["1", "\"text\"", "null", "{]"] {
        let response = proxied(
            emulator.address(),
            "POST",
            "/a",
            &[("content-type", "application/json")],
            Some(body),
        );
        assert_eq!(
            (response.status, response.code().as_str()),
            (400, "invalid_json"),
            "{body}"
        );
    }
    assert_eq!(external_calls(emulator.address()), []);
}

#[test]
fn a_body_that_is_too_large_is_refused() {
    let emulator = demo();
    // Exactly one byte too many, so that all of it is read before the refusal.
    let body = vec![b'a'; LARGEST_BODY + 1];
    let headers = proxy_headers(
        ("customer-oauth2", "github"),
        &[("content-type", "application/octet-stream")],
    );
    let stream = open_with_bytes(emulator.address(), "POST", "/proxy/a", &headers, Some(&body));
    let answer = read_answer(stream).expect("an answer");
    assert_eq!((answer.status, answer.code().as_str()), (500, "generic_error_support"));
}

#[test]
fn a_path_that_cannot_be_decoded_is_nothing_that_nango_expects() {
    let emulator = demo();
    let response = get(&emulator, "/%E0%A4%A", &[]);
    assert_eq!(
        (response.status, response.code().as_str()),
        (500, "generic_error_support")
    );
}

#[test]
fn the_proxys_own_path_leads_to_the_base_url() {
    let emulator = demo();
    assert_eq!(get(&emulator, "", &[]).json()["path"], "/echo");
    let other = get(&emulator, "er", &[]);
    assert!(other.body.starts_with("<!DOCTYPE html>"), "{other:?}");
}
