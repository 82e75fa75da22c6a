//! What becomes of a call when the server or the network misbehaves: kinds, deadlines, limits, connections.

mod support;

use std::net::TcpListener;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use nango::{CallOptions, Client, ClientOptions, Connection, Error, ErrorKind};
use support::{CONNECTION, KEY, Peer, Script, Server};

fn get(client: &Client) -> Result<Arc<Connection>, Error> {
    client.get_connection("c", "p", &CallOptions::new())
}

fn kind_of(script: impl FnOnce(&mut Peer) + Send + 'static) -> Error {
    let server = Server::once(script);
    let error = get(&server.client()).unwrap_err();
    server.finish();
    error
}

fn client_of(url: &str) -> Client {
    Client::new(ClientOptions::new().secret_key(KEY).base_url(url).max_retries(0)).unwrap()
}

#[test]
fn a_name_that_cannot_be_resolved() {
    // A label of 64 characters is rejected by the resolver itself, without DNS.
    let url = format!("https://{}.test", "a".repeat(64));
    let error = get(&client_of(&url)).unwrap_err();
    assert_eq!(
        (error.kind(), error.is_retryable(), error.attempts()),
        (ErrorKind::Resolve, true, 1)
    );
    assert!(error.message().contains("base_url"));
}

#[test]
fn names_of_this_machine_are_not_looked_up() {
    for name in ["localhost", "localhost.", "nango.localhost", "a.b.LOCALHOST."] {
        let server = Server::once(|peer| {
            peer.read_request();
            peer.answer(200, "application/json", CONNECTION);
        });
        let client = client_of(&format!("http://{name}:{}", server.address.port()));
        assert_eq!(get(&client).unwrap().connection_id(), "c", "{name}");
        server.finish();
    }
}

#[test]
fn a_port_that_nobody_listens_on() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = get(&client_of(&url)).unwrap_err();
    assert_eq!(
        (error.kind(), error.is_retryable(), error.http_status()),
        (ErrorKind::Connect, true, 0)
    );
    assert!(error.message().contains("127.0.0.1"), "{error}");
}

#[test]
fn a_connection_that_breaks_off() {
    let before_an_answer = kind_of(|peer| assert!(peer.read_request()));
    let within_the_head = kind_of(|peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 200 OK\r\ncontent-le");
    });
    let within_the_body = kind_of(|peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":1");
    });
    for error in [&before_an_answer, &within_the_head, &within_the_body] {
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Io, true), "{error}");
    }
    assert_eq!(within_the_body.http_status(), 200);
}

#[test]
fn a_forced_refresh_that_breaks_off_is_not_retryable() {
    let server = Server::once(|peer| assert!(peer.read_request()));
    let error = server
        .client()
        .get_connection("c", "p", CallOptions::new().force_refresh(true))
        .unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Io, false));
    server.finish();
}

#[test]
fn an_answer_that_is_not_http() {
    let error = kind_of(|peer| {
        peer.read_request();
        peer.send(b"220 mail.example ESMTP\r\n\r\n");
    });
    assert_eq!(error.kind(), ErrorKind::NotNango, "{error}");
    assert!(error.message().contains("base_url"));
}

#[test]
fn a_redirect_is_not_followed() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let location = format!("http://{}/", elsewhere.local_addr().unwrap());
    for status in [301, 302, 303, 307, 308] {
        let location = location.clone();
        let error = kind_of(move |peer| {
            peer.read_request();
            let head = format!("HTTP/1.1 {status} X\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n");
            peer.send(head.as_bytes());
        });
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::NotNango, status));
        assert!(error.message().contains("redirect"), "{error}");
    }
    assert!(
        elsewhere.accept().is_err(),
        "somebody connected to the redirect's target"
    );
}

#[test]
fn an_answer_that_is_too_large() {
    let whole = CONNECTION.len() as u64;
    for (limit, fits) in [(whole, true), (whole - 1, false), (0, false)] {
        for chunked in [false, true] {
            let server = Server::once(move |peer| {
                peer.read_request();
                match chunked {
                    false => peer.answer(200, "application/json", CONNECTION),
                    true => {
                        let chunk = format!("{:x}\r\n{CONNECTION}\r\n0\r\n\r\n", CONNECTION.len());
                        peer.send(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
                        peer.send(chunk.as_bytes());
                    }
                }
                peer.wait_for_close();
            });
            let result = get(&Client::new(server.options().max_response_bytes(limit)).unwrap());
            match result {
                Ok(connection) => assert_eq!((fits, connection.api_key()), (true, Some("invented-api-key"))),
                Err(error) => assert_eq!(
                    (fits, error.kind(), error.http_status()),
                    (false, ErrorKind::TooLarge, 200)
                ),
            }
            server.finish();
        }
    }
}

#[test]
fn a_head_that_is_too_large() {
    let error = kind_of(|peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 200 OK\r\n");
        for _ in 0..2000 {
            peer.send(b"x-filler: 0123456789012345678901234567890123456789\r\n");
        }
        peer.wait_for_close();
    });
    assert!(
        matches!(error.kind(), ErrorKind::TooLarge | ErrorKind::NotNango),
        "{error:?}"
    );
}

#[test]
fn one_deadline_covers_waiting_and_reading() {
    let stalls: [fn(&mut Peer); 3] = [
        |peer| peer.wait_for_close(),
        |peer| {
            peer.read_request();
            peer.send(b"HTTP/1.1 200 OK\r\nx-a: b\r\n");
            peer.wait_for_close();
        },
        |peer| {
            peer.read_request();
            peer.send(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{");
            peer.wait_for_close();
        },
    ];
    for stall in stalls {
        let server = Server::once(stall);
        let client = Client::new(server.options().timeout(Duration::from_millis(200))).unwrap();
        let start = Instant::now();
        let error = get(&client).unwrap_err();
        assert_eq!(
            (error.kind(), error.is_retryable(), error.attempts()),
            (ErrorKind::Timeout, true, 1)
        );
        assert!(error.message().contains("timeout 200 ms"), "{error}");
        assert!(start.elapsed() >= Duration::from_millis(200));
        assert!(start.elapsed() < Duration::from_secs(10));
        drop(client);
        server.finish();
    }
}

#[test]
fn a_body_that_drips_in_forever_ends_at_the_deadline() {
    let (stop, stopped) = mpsc::channel::<()>();
    let server = Server::once(move |peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
        while stopped.try_recv() == Err(mpsc::TryRecvError::Empty) {
            peer.send(b"1\r\n \r\n");
        }
    });
    let client = Client::new(server.options().timeout(Duration::from_millis(200))).unwrap();
    let error = get(&client).unwrap_err();
    stop.send(()).unwrap();
    assert!(
        matches!(error.kind(), ErrorKind::Timeout | ErrorKind::TooLarge),
        "{error:?}"
    );
    drop(client);
    server.finish();
}

#[test]
fn a_timeout_of_zero_has_passed_and_nothing_is_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let client = client_of(&format!("http://{}", listener.local_addr().unwrap()));
    let error = client
        .get_connection("c", "p", CallOptions::new().timeout(Duration::ZERO))
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 0));
    assert!(listener.accept().is_err(), "somebody connected");
}

#[test]
fn the_longest_timeout_does_not_overflow() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.answer(200, "application/json", CONNECTION);
    });
    let client = Client::new(server.options().timeout(Duration::MAX).connect_timeout(Duration::MAX)).unwrap();
    assert!(get(&client).is_ok());
    server.finish();
}

#[test]
fn a_connection_is_kept_alive() {
    let server = Server::once(|peer| {
        for _ in 0..3 {
            peer.read_request();
            peer.answer_and_stay(200, "application/json", CONNECTION);
        }
    });
    let client = server.client();
    for _ in 0..3 {
        get(&client).unwrap();
    }
    assert_eq!(server.finish().len(), 3);
}

#[test]
fn a_connection_that_ended_as_the_request_came_is_replaced_by_one_that_is_kept() {
    let server = Server::start(vec![
        Box::new(|peer| {
            peer.read_request();
            peer.answer_and_stay(200, "application/json", CONNECTION);
            // The next request is read and gets no response.
            peer.read_request();
        }),
        Box::new(|peer| {
            for _ in 0..2 {
                peer.read_request();
                peer.answer_and_stay(200, "application/json", CONNECTION);
            }
        }),
    ]);
    let client = server.client();
    for _ in 0..3 {
        get(&client).unwrap();
    }
    assert_eq!(server.finish().len(), 4);
}

#[test]
fn a_thread_takes_over_the_connection_of_one_that_has_ended() {
    let server = Server::once(|peer| {
        for _ in 0..3 {
            peer.read_request();
            peer.answer_and_stay(200, "application/json", CONNECTION);
        }
    });
    let client = server.client();
    for _ in 0..3 {
        std::thread::scope(|scope| {
            scope.spawn(|| get(&client).unwrap());
        });
    }
    assert_eq!(server.finish().len(), 3);
}

#[test]
fn leftover_bytes_do_not_answer_the_next_call() {
    let other = CONNECTION.replace("invented-api-key", "invented-key-of-somebody-else");
    let (sent, all_sent) = mpsc::channel();
    let server = Server::start(vec![
        Box::new(move |peer| {
            peer.read_request();
            peer.answer(200, "application/json", CONNECTION);
            peer.answer(200, "application/json", &other);
            sent.send(()).unwrap();
            peer.wait_for_close();
        }),
        Box::new(|peer| {
            peer.read_request();
            peer.answer(200, "application/json", CONNECTION);
        }),
    ]);
    let client = server.client();
    get(&client).unwrap();
    all_sent.recv().unwrap();
    assert_eq!(get(&client).unwrap().api_key(), Some("invented-api-key"));
    server.finish();
}

#[test]
fn the_route_that_works_is_remembered() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.answer_and_stay(404, "text/plain", "nothing here");
        for _ in 0..2 {
            peer.read_request();
            peer.answer_and_stay(200, "application/json", CONNECTION);
        }
    });
    let client = server.client();
    get(&client).unwrap();
    get(&client).unwrap();
    let paths: Vec<String> = server
        .finish()
        .iter()
        .map(|line| line.split(['/', '?']).nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(paths, ["connection", "connections", "connections"]);
}

#[test]
fn a_request_carries_what_it_must_and_nothing_else() {
    let (head_out, head_in) = mpsc::channel();
    let server = Server::once(move |peer| {
        head_out.send(peer.read_head().unwrap()).unwrap();
        peer.answer(200, "application/json", CONNECTION);
    });
    let mut options = server.options();
    options
        .user_agent("my-app/2.0")
        .header("CF-Access-Client-Id", "invented-gateway-id");
    get(&Client::new(&options).unwrap()).unwrap();
    let address = server.address;
    server.finish();
    let head = head_in.recv().unwrap();
    let mut lines: Vec<&str> = head.trim_end().lines().collect();
    assert_eq!(lines.remove(0), "GET /connection/c?provider_config_key=p HTTP/1.1");
    lines.sort_unstable_by_key(|line| line.to_ascii_lowercase());
    let expected = [
        "accept-encoding: identity".to_owned(),
        "accept: */*".to_owned(),
        format!("authorization: Bearer {KEY}"),
        "cf-access-client-id: invented-gateway-id".to_owned(),
        format!("host: {address}"),
        concat!("user-agent: my-app/2.0 libnango/", env!("CARGO_PKG_VERSION")).to_owned(),
    ];
    assert_eq!(lines.iter().map(|line| line.to_owned()).collect::<Vec<_>>(), expected);
}

#[test]
fn one_client_serves_many_threads_at_once() {
    const CALLS: usize = 16;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let client = client_of(&format!("http://{}", listener.local_addr().unwrap()));
    thread::scope(|scope| {
        let calls: Vec<_> = (0..CALLS).map(|_| scope.spawn(|| get(&client))).collect();
        // No response before all requests have arrived.
        let mut peers: Vec<Peer> = (0..CALLS).map(|_| Peer::accept(&listener)).collect();
        peers.iter_mut().for_each(|peer| assert!(peer.read_request()));
        peers
            .iter_mut()
            .for_each(|peer| peer.answer(200, "application/json", CONNECTION));
        for call in calls {
            assert_eq!(call.join().unwrap().unwrap().api_key(), Some("invented-api-key"));
        }
    });
}

#[test]
fn neither_client_nor_connection_shows_a_secret() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.answer(200, "application/json", CONNECTION);
    });
    let client = server.client();
    let connection = get(&client).unwrap();
    let shown = format!("{client:?} {client:#?} {connection:?} {connection:#?}");
    assert!(!shown.contains(KEY) && !shown.contains("invented"), "{shown}");
    server.finish();
}

#[test]
fn what_is_shared_between_threads_can_be() {
    fn shareable<T: Send + Sync + 'static>() {}
    shareable::<Client>();
    shareable::<Connection>();
    shareable::<Error>();
    shareable::<ClientOptions>();
    shareable::<CallOptions>();
}

#[test]
fn options_are_left_out_or_given_in_any_form() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.answer(200, "application/json", CONNECTION);
    });
    let client = server.client();
    assert_eq!(client.get_connection("c", "p", None).unwrap().connection_id(), "c");
    let kind = |result: Result<Arc<Connection>, Error>| result.unwrap_err().kind();
    let mut expired = CallOptions::new();
    expired.timeout(Duration::ZERO);
    assert_eq!(kind(client.get_connection("c", "p", &expired)), ErrorKind::Timeout);
    assert_eq!(
        kind(client.get_connection("c", "p", Some(&expired))),
        ErrorKind::Timeout
    );
    let from_a_setter = client.get_connection("c", "p", CallOptions::new().timeout(Duration::ZERO));
    assert_eq!(kind(from_a_setter), ErrorKind::Timeout);
    server.finish();
}

#[test]
fn a_token_its_response_and_metadata_come_without_the_rest() {
    let oauth2 = r#"{"id":1,"connection_id":"c","provider_config_key":"p","metadata":{"plan":"pro"},"credentials":{"type":"OAUTH2","access_token":"invented-token","raw":{"access_token":"invented-token","scope":"repo"}}}"#;
    let basic = r#"{"id":1,"connection_id":"c","provider_config_key":"p","metadata":null,"credentials":{"type":"BASIC","username":"u","password":"invented-password"}}"#;
    let answer = |body: &'static str| -> Script {
        Box::new(move |peer| {
            peer.read_head().unwrap();
            peer.answer(200, "application/json", body);
        })
    };
    let answers = [oauth2, oauth2, oauth2, basic, basic, basic];
    let server = Server::start(answers.map(answer).into());
    let client = server.client();
    let token = client.get_token("c", "p", None).unwrap();
    assert_eq!(
        (token.expose(), format!("{token:?}")),
        ("invented-token", "[redacted]".to_owned())
    );
    let raw = client.get_raw_token_response("c", "p", None).unwrap();
    assert_eq!(raw.expose(), r#"{"access_token":"invented-token","scope":"repo"}"#);
    assert_eq!(client.get_metadata("c", "p", None).unwrap()["plan"], "pro");
    for error in [
        client.get_token("c", "p", None).unwrap_err(),
        client.get_raw_token_response("c", "p", None).unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(error.message().contains("auth mode BASIC"), "{error}");
    }
    assert!(client.get_metadata("c", "p", None).unwrap().is_null());
    server.finish();
}
