//! Requests that Nango's proxy cannot be requested: each is refused by name, and nothing is sent.

mod support;

use std::time::Duration;

use nango::{CallOptions, Client, Error, ErrorKind, Request, Response};

fn proxy(client: &Client, request: &Request) -> Result<Response, Error> {
    client.proxy("c", "p", request, &CallOptions::new())
}

#[test]
fn what_cannot_be_sent_is_named_and_nothing_is_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut options = nango::ClientOptions::new();
    options
        .secret_key(support::KEY)
        .base_url(&format!("http://{}", listener.local_addr().unwrap()));
    let client = Client::new(&options).unwrap();
    let get = || Request::new("GET", "/x");
    let mut wrong: Vec<(Request, &str)> = vec![
        (Request::new("", "/x"), "method"),
        (Request::new("G ET", "/x"), "method"),
        (Request::new("CONNECT", "/x"), "method"),
        (Request::new("options", "/x"), "method OPTIONS"),
        (Request::new("GET", ""), "endpoint"),
        (Request::new("GET", "https://api.example.com/x"), "base_url_override"),
        (Request::new("GET", "/a/../b"), "endpoint"),
    ];
    for (name, value) in [
        ("connection", "close"),
        ("Host", "x"),
        ("content-length", "1"),
        ("transfer-encoding", "chunked"),
        ("TE", "trailers"),
        ("Nango-Proxy-X", "1"),
        ("proxy-authorization", "invented"),
        ("X Y", "1"),
        ("X", "a\r\nb"),
        ("", "a"),
    ] {
        let mut request = get();
        request.header(name, value);
        wrong.push((request, "header"));
    }
    let mut with_body = Request::new("HEAD", "/x");
    with_body.body("x", "text/plain");
    wrong.push((with_body, "HEAD"));
    let mut wrong_type = Request::new("POST", "/x");
    wrong_type.body("x", "text/plain\r\nX: 1");
    wrong.push((wrong_type, "content_type"));
    for url in [
        "api.example.com",
        "ftp://x",
        "https://",
        "",
        "https://a b",
        "https://me:invented@x.test",
    ] {
        let mut request = get();
        request.base_url_override(url);
        wrong.push((request, "base_url_override"));
    }
    let mut statuses = get();
    statuses.retry_on(&[503, 42]);
    wrong.push((statuses, "retry_on contains 42"));
    for (request, word) in wrong {
        let error = proxy(&client, &request).unwrap_err();
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::InvalidArgument, 0),
            "{request:?}"
        );
        assert!(error.message().contains(word), "{word}: {error}");
        assert!(!error.message().contains("invented"), "{error}");
    }
    for (id, key, word) in [
        ("", "p", "connection_id"),
        ("a\nb", "p", "connection_id"),
        (" a", "p", "connection_id"),
        ("\u{e9}", "p", "connection_id"),
        ("c", "p ", "provider_config_key"),
    ] {
        let error = client.proxy(id, key, &get(), &CallOptions::new()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(error.message().starts_with(word), "{error}");
    }
    let mut settings = [(); 4].map(|()| CallOptions::new());
    settings[0].max_age(Duration::ZERO);
    settings[1].force_refresh(true);
    settings[2].refresh_token(true);
    settings[3].refresh_github_app_jwt_token(true);
    for options in settings {
        let error = client.proxy("c", "p", &get(), &options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{options:?}");
        assert!(error.message().contains("does not apply"), "{error}");
    }
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err(), "nothing was sent");
}
