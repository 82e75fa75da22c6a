//! What messages tell: the port, the wait, the scope, the parameter, the connection.

mod support;

use nango::{CallOptions, Client, ClientOptions, Connection, Error, ErrorKind};
use support::{Nobody, Script, Server};

fn refusal(status: u16, headers: &'static str, body: &'static str) -> Error {
    let script: Script = Box::new(move |peer| {
        peer.read_request();
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status} Status\r\n{headers}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
        );
        peer.send((head + body).as_bytes());
    });
    let server = Server::start(vec![script]);
    let client = Client::new(server.options().max_retries(0)).unwrap();
    let result = client.get_connection("customer-1\n", "github", &CallOptions::new());
    server.finish();
    result.unwrap_err()
}

#[test]
fn a_message_names_what_helps() {
    for (status, headers, body, kind, words) in [
        (
            404,
            "",
            r#"{"error":{"code":"not_found","message":"invented"}}"#,
            ErrorKind::NotFound,
            &[
                r#"connection_id "customer-1\n""#,
                r#"provider_config_key "github""#,
                "white space",
                "in this order",
            ][..],
        ),
        (
            400,
            "",
            r#"{"error":{"code":"unknown_provider_config","message":"invented"}}"#,
            ErrorKind::UnknownIntegration,
            &[r#"provider_config_key "github""#, "after connection_id"],
        ),
        (
            403,
            "",
            r#"{"error":{"code":"forbidden","message":"Insufficient scope. Required one of: environment:connections:read or environment:connections:read_credentials, says invented-customer"}}"#,
            ErrorKind::Forbidden,
            &["scope environment:connections:read or environment:connections:read_credentials"],
        ),
        (
            403,
            "",
            r#"{"error":{"code":"forbidden","message":"invented"}}"#,
            ErrorKind::Forbidden,
            &["server_message"],
        ),
        (
            429,
            "Retry-After: 17\r\n",
            r#"{"error":{"code":"too_many_request"}}"#,
            ErrorKind::RateLimited,
            &["wait 17 s"],
        ),
        (
            429,
            "",
            r#"{"error":{"code":"too_many_request"}}"#,
            ErrorKind::RateLimited,
            &["wait a minute"],
        ),
        (
            400,
            "",
            r#"{"error":{"code":"invalid_query_params","errors":[{"code":"invalid_type","message":"invented","path":["opts","reset"]},{"code":"invalid_value","message":"invented","path":["invented-token-7"]}]}}"#,
            ErrorKind::Api,
            &["400 invalid_query_params", "opts.reset: invalid_type"],
        ),
    ] {
        let error = refusal(status, headers, body);
        assert_eq!(error.kind(), kind, "{error}");
        for word in words {
            assert!(error.message().contains(word), "{word}: {error}");
        }
        assert!(!error.message().contains("invented"), "{error}");
    }
}

#[test]
fn the_request_id_of_a_failed_call_is_known() {
    let body = r#"{"error":{"code":"server_error","message":"invented"}}"#;
    let error = refusal(500, "X-Request-Id: invented-request-7\r\n", body);
    assert_eq!(error.request_id(), Some("invented-request-7"));
    assert!(format!("{error:?}").contains("invented-request-7"));
    assert_eq!(refusal(500, "", body).request_id(), None);
    assert_eq!(refusal(500, "X-Request-Id: \r\n", body).request_id(), None);
}

#[test]
fn the_port_that_was_tried_is_named() {
    let nobody = Nobody::bound();
    let address = nobody.address();
    let mut options = ClientOptions::new();
    options
        .secret_key("invented-key")
        .read_env(false)
        .max_retries(0)
        .base_url(&format!("http://{address}"));
    let error = get(&options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.message().contains(&address.to_string()), "{error}");
}

#[test]
fn only_a_name_is_resolved() {
    for (host, phase) in [
        ("127.0.0.1", "while connecting"),
        ("[::1]", "while connecting"),
        ("localhost", "while connecting"),
        ("nango.invalid", "while resolving the host name"),
    ] {
        let mut options = ClientOptions::new();
        options
            .secret_key("invented-key")
            .read_env(false)
            .max_retries(0)
            .allow_plaintext_http(true)
            .connect_timeout(std::time::Duration::ZERO)
            .base_url(&format!("http://{host}:1"));
        let error = get(&options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert!(error.message().contains(phase), "{host}: {error}");
    }
}

#[test]
fn quotation_marks_that_a_file_left_are_named() {
    type Set = fn(&mut ClientOptions);
    let cases: [(&str, Set); 4] = [
        ("secret_key", |options| {
            options.secret_key("\"invented-key\"");
        }),
        ("secret_key", |options| {
            options.secret_key("'invented-key'");
        }),
        ("base_url", |options| {
            options.base_url("\"https://api.nango.dev\"");
        }),
        ("http_proxy", |options| {
            options.http_proxy("'http://user:invented@127.0.0.1:1'");
        }),
    ];
    for (setting, set) in cases {
        let mut options = ClientOptions::new();
        options.secret_key("invented-key").read_env(false);
        set(&mut options);
        let error = get(&options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        let message = error.message();
        assert!(
            message.starts_with(setting) && message.contains("quotation marks"),
            "{message}"
        );
        assert!(!message.contains("invented"), "{message}");
    }
}

fn get(options: &ClientOptions) -> Result<std::sync::Arc<Connection>, Error> {
    Client::new(options)?.get_connection("c", "p", &CallOptions::new())
}
