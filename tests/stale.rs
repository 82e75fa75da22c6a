//! What a call of Nango's API changes is not returned from the cache of the client that made it.

mod support;

use std::io::Read;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use nango::{
    CallOptions, Client, ClientOptions, Connection, Error, ErrorKind, ImportConnection, Request, Response,
    UpdateConnection,
};
use serde_json::json;
use support::{CONNECTION, Peer, Script, Server};

const JSON: &str = "application/json";

/// Reads a request with its body.
fn read(peer: &mut Peer) {
    let head = peer.read_head().unwrap().to_ascii_lowercase();
    let length = head
        .split_once("content-length: ")
        .and_then(|(_, rest)| rest.split("\r\n").next());
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    peer.stream.read_exact(&mut body).unwrap();
    while head.contains("transfer-encoding") && !body.ends_with(b"0\r\n\r\n") {
        body.push(0);
        let last = body.len() - 1;
        peer.stream.read_exact(&mut body[last..]).unwrap();
    }
}

/// Answers one request, on a connection that is not used again.
fn answers(status: u16, body: &'static str) -> Script {
    Box::new(move |peer: &mut Peer| {
        read(peer);
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: {JSON}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
        );
        peer.send(format!("{head}{body}").as_bytes());
    })
}

fn breaks_off() -> Script {
    Box::new(read)
}

fn cached(server: &Server) -> Client {
    let mut options: ClientOptions = server.options();
    options.cache_ttl(Duration::from_secs(300));
    Client::new(&options).unwrap()
}

fn get(client: &Client) -> Arc<Connection> {
    client.get_connection("c", "p", None).unwrap()
}

/// Whether the cache still has the connection after `write`, which gets `answer`.
fn is_kept_after(answer: Script, write: impl FnOnce(&Client)) -> bool {
    let server = Server::start(vec![answers(200, CONNECTION), answer, answers(200, CONNECTION)]);
    let client = cached(&server);
    let before = get(&client);
    write(&client);
    let is_kept = Arc::ptr_eq(&before, &get(&client));
    if is_kept {
        client.clear_cache();
        get(&client);
    }
    assert_eq!(server.finish().len(), 3);
    is_kept
}

fn request(method: &str, path: &str, body: &str) -> Request {
    let mut request = Request::new(method, path);
    if !body.is_empty() {
        request.json(body);
    }
    request
}

/// Whether it is kept after a raw request that succeeds.
fn is_kept(method: &str, path: &str, body: &str) -> bool {
    is_kept_after(answers(200, "{}"), |client| {
        client.request(&request(method, path, body), None).unwrap();
    })
}

#[test]
fn a_request_that_changes_the_connection_drops_it() {
    const METADATA: &str = r#"{"connection_id":"c","provider_config_key":"p","metadata":{}}"#;
    const OF_MANY: &str = r#"{"connection_id":["other","\u0063"],"provider_config_key":"p","metadata":{}}"#;
    for (method, path, body) in [
        ("PATCH", "/connections/c?provider_config_key=p", "{}"),
        ("DELETE", "/connections/c?provider_config_key=p", ""),
        ("DELETE", "/Connection/%63/?a=b&provider_config_key=%70", ""),
        ("DELETE", "/connections/c", ""),
        ("POST", "/connections", METADATA),
        ("POST", "/connection/", METADATA),
        ("POST", "/connections/metadata", METADATA),
        ("PATCH", "/connections/metadata", OF_MANY),
        ("PATCH", "/connection/metadata", r#"{"connection_id":"c"}"#),
        ("POST", "/connection/c/metadata", r#"{"x":1}"#),
        ("PATCH", "/integrations/p", r#"{"unique_key":"q"}"#),
        ("DELETE", "/integrations/p", ""),
        ("PUT", "/config", r#"{"provider_config_key":"p"}"#),
        ("DELETE", "/config/p", ""),
        ("GET", "/connections/c?provider_config_key=p&force_refresh=true", ""),
        ("GET", "/connections/c?provider_config_key=p&force%5Frefresh=true", ""),
    ] {
        assert!(!is_kept(method, path, body), "{method} {path} {body}");
    }
}

#[test]
fn a_request_that_changes_something_else_leaves_it() {
    const OTHER: &str = r#"{"connection_id":"d","provider_config_key":"p"}"#;
    for (method, path, body) in [
        ("GET", "/connections/c?provider_config_key=p", ""),
        ("DELETE", "/connections/d?provider_config_key=p", ""),
        ("DELETE", "/connections/c?provider_config_key=q", ""),
        ("DELETE", "/connections/C?provider_config_key=p", ""),
        ("POST", "/connections", OTHER),
        ("POST", "/connections", r#"{"provider_config_key":"p"}"#),
        ("PATCH", "/connections/metadata", OTHER),
        ("PATCH", "/integrations/q", "{}"),
        ("POST", "/integrations", r#"{"unique_key":"p"}"#),
        ("POST", "/connect/sessions/reconnect", r#"{"connection_id":"c"}"#),
        ("POST", "/action/trigger", r#"{"connection_id":"c"}"#),
    ] {
        assert!(is_kept(method, path, body), "{method} {path} {body}");
    }
}

type Write = fn(&Client) -> Result<(), Error>;

#[test]
fn an_operation_drops_it_too_and_a_body_that_cannot_be_read_drops_all() {
    let writes: [Write; 4] = [
        |client| client.connections().delete("c", "p", None).map(drop),
        |client| client.connections().update(&UpdateConnection::new("c", "p"), None),
        |client| client.connections().set_metadata("p", &["d", "c"], json!({}), None),
        |client| {
            let mut import = Request::new("POST", "/connections");
            import.body_reader(&b"{}"[..], None, JSON);
            client.request(&import, None).map(drop)
        },
    ];
    for write in writes {
        let answer = answers(200, r#"{"success":true}"#);
        assert!(!is_kept_after(answer, |client| write(client).unwrap()));
    }
    let imported = r#"{"id":1,"connection_id":"c","provider_config_key":"p"}"#;
    assert!(!is_kept_after(answers(201, imported), |client| {
        let mut import = ImportConnection::new("p", json!({}));
        // What is read of the answer is not the point here.
        let _ = client.connections().import(import.connection_id("c"), None);
    }));
}

fn delete(client: &Client) -> Result<Response, Error> {
    client.request(&request("DELETE", "/connections/c?provider_config_key=p", ""), None)
}

#[test]
fn a_failure_drops_it_unless_nango_rejected_the_change() {
    const REJECTED: &str = r#"{"error":{"code":"invalid_body","message":"invented"}}"#;
    const UNKNOWN: &str = r#"{"error":{"code":"unknown_connection"}}"#;
    for (answer, kind, expected) in [
        (breaks_off(), ErrorKind::Io, false),
        (answers(500, REJECTED), ErrorKind::Server, false),
        (answers(502, "<html>"), ErrorKind::Server, false),
        (answers(408, REJECTED), ErrorKind::Api, false),
        (answers(400, UNKNOWN), ErrorKind::NotFound, false),
        (answers(400, REJECTED), ErrorKind::Api, true),
        (answers(401, REJECTED), ErrorKind::Unauthorized, true),
        (answers(403, REJECTED), ErrorKind::Forbidden, true),
        (answers(429, REJECTED), ErrorKind::RateLimited, true),
    ] {
        let is_kept = is_kept_after(answer, |client| {
            assert_eq!(delete(client).unwrap_err().kind(), kind);
        });
        assert_eq!(is_kept, expected, "{kind:?}");
    }
    let stalls: Script = Box::new(|peer| {
        assert!(peer.read_request());
        peer.wait_for_close();
    });
    assert!(!is_kept_after(stalls, |client| {
        let mut options = CallOptions::new();
        options.timeout(Duration::from_millis(50));
        let change = request("PATCH", "/connections/c?provider_config_key=p", "{}");
        assert_eq!(
            client.request(&change, &options).unwrap_err().kind(),
            ErrorKind::Timeout
        );
    }));
}

#[test]
fn a_change_that_cannot_have_been_sent_leaves_it() {
    let server = Server::start(vec![answers(200, CONNECTION)]);
    let client = cached(&server);
    let before = get(&client);
    assert_eq!(server.finish().len(), 1);
    assert_eq!(delete(&client).unwrap_err().kind(), ErrorKind::Connect);
    assert!(Arc::ptr_eq(&before, &get(&client)));
}

#[test]
fn an_answer_that_was_asked_for_before_the_change_is_not_kept() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut options = ClientOptions::new();
    options
        .secret_key(support::KEY)
        .base_url(&format!("http://{}", listener.local_addr().unwrap()))
        .http_proxy("")
        .max_retries(0)
        .cache_ttl(Duration::from_secs(300));
    let client = Client::new(&options).unwrap();
    let (done, is_done) = mpsc::channel();
    thread::scope(|scope| {
        let slow = scope.spawn(|| get(&client));
        let mut slow_peer = Peer::accept(&listener);
        assert!(slow_peer.read_request());
        scope.spawn(|| {
            delete(&client).unwrap();
            done.send(()).unwrap();
        });
        let mut peer = Peer::accept(&listener);
        assert!(peer.read_request());
        peer.answer(200, JSON, r#"{"success":true}"#);
        is_done.recv().unwrap();
        slow_peer.answer(200, JSON, CONNECTION);
        slow.join().unwrap();
    });
    // With nobody left to ask, only a kept answer could be returned.
    drop(listener);
    let error = client.get_connection("c", "p", None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
}
