//! Which requests through Nango's proxy are sent again: those that cannot have done anything.

mod support;

use std::io::Read;

use nango::{CallOptions, Client, Error, ErrorKind, Request, Response};
use support::{Peer, Script, Server};

fn proxy(client: &Client, request: &Request) -> Result<Response, Error> {
    client.proxy("c", "p", request, &CallOptions::new())
}

fn kind_of(result: Result<Response, Error>) -> (ErrorKind, bool) {
    let error = result.unwrap_err();
    (error.kind(), error.is_retryable())
}

#[test]
fn only_what_cannot_have_reached_nango_is_sent_again() {
    let breaks = || -> Script {
        Box::new(|peer| {
            peer.read_request();
        })
    };
    let answers = || -> Script {
        Box::new(|peer| {
            peer.read_request();
            peer.answer(200, "text/plain", "ok");
        })
    };
    for (method, attempts) in [("GET", 2), ("HEAD", 2), ("POST", 1), ("PUT", 1), ("DELETE", 1)] {
        let mut scripts = vec![breaks()];
        scripts.extend((attempts == 2).then(answers));
        let server = Server::start(scripts);
        let client = Client::new(server.options().max_retries(1)).unwrap();
        let result = proxy(&client, &Request::new(method, "/x"));
        match attempts {
            2 => assert_eq!(result.unwrap().status(), 200),
            _ => {
                let error = result.unwrap_err();
                assert_eq!(
                    (error.kind(), error.is_retryable(), error.attempts()),
                    (ErrorKind::Io, false, 1)
                );
                assert!(error.message().contains("may have been carried out"), "{error}");
            }
        }
        assert_eq!(server.finish().len(), attempts, "{method}");
    }
}

#[test]
fn a_body_from_memory_is_sent_again_and_one_from_a_reader_is_not() {
    let breaks: Script = Box::new(|peer| {
        peer.read_request();
        peer.stream.read_exact(&mut [0; 2]).unwrap();
    });
    let answers: Script = Box::new(|peer| {
        peer.read_request();
        let mut body = [0; 2];
        peer.stream.read_exact(&mut body).unwrap();
        peer.answer(200, "text/plain", std::str::from_utf8(&body).unwrap());
    });
    let server = Server::start(vec![breaks, answers]);
    let client = Client::new(server.options().max_retries(1)).unwrap();
    let mut request = Request::new("GET", "/x");
    request.body("ab", "text/plain");
    assert_eq!(proxy(&client, &request).unwrap().body().unwrap(), b"ab");
    server.finish();

    let server = Server::once(|peer| {
        peer.read_request();
        peer.stream.read_exact(&mut [0; 2]).unwrap();
    });
    let client = Client::new(server.options().max_retries(3)).unwrap();
    let mut request = Request::new("GET", "/x");
    request.body_reader(&b"ab"[..], Some(2), "text/plain");
    let error = proxy(&client, &request).unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Io, 1));
    server.finish();
}

#[test]
fn what_nango_answers_is_not_sent_again() {
    for (status, body) in [
        (
            429,
            r#"{"error":{"code":"too_many_request","method":"GET","path":"/proxy/x"}}"#,
        ),
        (404, r#"{"error":{"code":"unknown_provider_config","message":"x"}}"#),
    ] {
        let server = Server::once(move |peer| {
            peer.read_request();
            peer.answer(status, "application/json", body);
        });
        let client = Client::new(server.options().max_retries(3)).unwrap();
        let error = proxy(&client, &Request::new("GET", "/x")).unwrap_err();
        assert_eq!((error.http_status(), error.attempts()), (status, 1));
        server.finish();
    }
}

#[test]
fn a_stale_connection_is_replaced_unless_the_request_may_have_arrived() {
    let ends_after_one: fn() -> Script = || {
        Box::new(|peer: &mut Peer| {
            peer.read_request();
            peer.answer_and_stay(200, "text/plain", "one");
            // The next request arrives, and gets no response.
            peer.read_request();
        })
    };
    for (method, requests) in [("GET", 3), ("POST", 2)] {
        let mut scripts = vec![ends_after_one()];
        if method == "GET" {
            scripts.push(Box::new(|peer| {
                peer.read_request();
                peer.answer_and_stay(200, "text/plain", "two");
            }));
        }
        let server = Server::start(scripts);
        let client = server.client();
        let request = Request::new(method, "/x");
        assert_eq!(proxy(&client, &request).unwrap().body().unwrap(), b"one");
        let second = proxy(&client, &request);
        match method {
            "GET" => assert_eq!(second.unwrap().body().unwrap(), b"two"),
            _ => assert_eq!(kind_of(second), (ErrorKind::Io, false)),
        }
        assert_eq!(server.finish().len(), requests, "{method}");
    }
}
