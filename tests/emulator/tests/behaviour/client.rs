//! A client for tests: it sends exactly the given bytes, and waits no longer than a minute.

use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

/// The key of the built-in seed that may do everything.
pub const DEMO_KEY: &str = "00000000-0000-4000-8000-0000000000de";

const PATIENCE: Duration = Duration::from_secs(60);

/// A response.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, by their names in small letters.
    pub headers: BTreeMap<String, String>,
    /// The body as text.
    pub body: String,
    /// The body's bytes, without the framing of chunks.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {self:?}"))
    }

    /// The error's code.
    pub fn code(&self) -> String {
        self.json()["error"]["code"].as_str().unwrap_or_default().to_owned()
    }
}

/// Sends a request and reads the response.
pub fn send(address: SocketAddr, method: &str, target: &str, headers: &[(&str, &str)], body: Option<&str>) -> Answer {
    let stream = open(address, method, target, headers, body);
    read_answer(stream).expect("an answer")
}

/// Sends a request and leaves the response to be read.
pub fn open(
    address: SocketAddr,
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: Option<&str>,
) -> TcpStream {
    open_with_bytes(address, method, target, headers, body.map(str::as_bytes))
}

/// Sends a request whose body need not be text, and leaves the response to be read.
pub fn open_with_bytes(
    address: SocketAddr,
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: Option<&[u8]>,
) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("the emulator listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
    let mut head = format!("{method} {target} HTTP/1.1\r\n");
    if !headers.iter().any(|(name, _)| *name == "host") {
        head += "host: nango.test\r\n";
    }
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    if let Some(body) = body {
        head += &format!("content-length: {}\r\n", body.len());
    }
    head += "\r\n";
    let mut bytes = head.into_bytes();
    bytes.extend_from_slice(body.unwrap_or_default());
    // A server that refuses an oversized request may close before it has read all of it.
    let _ = stream.write_all(&bytes);
    stream
}

/// Reads one response from a connection that may stay open.
pub fn read_answer(stream: TcpStream) -> io::Result<Answer> {
    read(stream, true)
}

/// Reads the response to a HEAD request, which has no body whatever its headers say.
pub fn read_head(stream: TcpStream) -> io::Result<Answer> {
    read(stream, false)
}

fn read(mut stream: TcpStream, has_body: bool) -> io::Result<Answer> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        read_more(&mut stream, &mut bytes)?;
    };
    let head = String::from_utf8(bytes[..head_end].to_vec()).map_err(io::Error::other)?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let status = status.and_then(|status| status.parse().ok());
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let mut body = bytes.split_off(head_end + 4);
    if has_body && headers.get("transfer-encoding").is_some_and(|how| how == "chunked") {
        body = read_chunks(&mut stream, body)?;
    }
    let length: usize = headers
        .get("content-length")
        .and_then(|length| length.parse().ok())
        .unwrap_or_default();
    while has_body && body.len() < length {
        read_more(&mut stream, &mut body)?;
    }
    Ok(Answer {
        status: status.ok_or_else(|| io::Error::other("no status"))?,
        headers,
        body: String::from_utf8_lossy(&body).into_owned(),
        bytes: body,
    })
}

/// Reads chunks to the last, of which `bytes` are there already.
fn read_chunks(stream: &mut TcpStream, mut bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    loop {
        let line = loop {
            if let Some(end) = bytes.windows(2).position(|window| window == b"\r\n") {
                break bytes.drain(..end + 2).collect::<Vec<u8>>();
            }
            read_more(stream, &mut bytes)?;
        };
        let size = String::from_utf8_lossy(&line);
        let size = usize::from_str_radix(size.trim_end(), 16).map_err(io::Error::other)?;
        while bytes.len() < size + 2 {
            read_more(stream, &mut bytes)?;
        }
        content.extend(bytes.drain(..size + 2).take(size));
        if size == 0 {
            return Ok(content);
        }
    }
}

fn read_more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut buffer = [0; 4096];
    match stream.read(&mut buffer) {
        Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
        Ok(count) => {
            bytes.extend_from_slice(&buffer[..count]);
            Ok(())
        }
        // A read with a timeout is not restarted after a signal, even one of another process.
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(()),
        Err(error) => Err(error),
    }
}

/// Gets a target with a key.
pub fn get(address: SocketAddr, key: &str, target: &str) -> Answer {
    let bearer = format!("Bearer {key}");
    send(address, "GET", target, &[("authorization", &bearer)], None)
}

/// The headers of a proxied request for a connection of the demo.
pub fn proxy_headers<'a>(connection: (&'a str, &'a str), more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let own = [
        ("authorization", "Bearer 00000000-0000-4000-8000-0000000000de"),
        ("connection-id", connection.0),
        ("provider-config-key", connection.1),
    ];
    own.iter().chain(more).copied().collect()
}

/// Calls the external API with a connection that has an OAuth 2 token.
pub fn proxied(address: SocketAddr, method: &str, path: &str, more: &[(&str, &str)], body: Option<&str>) -> Answer {
    let headers = proxy_headers(("customer-oauth2", "github"), more);
    send(address, method, &format!("/proxy{path}"), &headers, body)
}

/// The requests that the external API has received: the target of each call and its status.
pub fn external_calls(address: SocketAddr) -> Vec<(String, u64)> {
    let response = send(address, "GET", "/__emulator/external", &[], None);
    let calls = response.json()["requests"].as_array().cloned().unwrap_or_default();
    let call = |call: &Value| {
        let target = call["target"].as_str().expect("a target");
        (target.to_owned(), call["status"].as_u64().expect("a status"))
    };
    calls.iter().map(call).collect()
}

/// Moves the emulator's clock.
pub fn advance(address: SocketAddr, seconds: i64) {
    let body = json!({"advance_seconds": seconds}).to_string();
    let response = send(address, "POST", "/__emulator/clock", &[], Some(&body));
    assert_eq!(response.status, 200, "{response:?}");
}

/// The requests that the emulator has received.
pub fn received(address: SocketAddr) -> Vec<Value> {
    let response = send(address, "GET", "/__emulator/requests", &[], None);
    response.json()["requests"].as_array().cloned().unwrap_or_default()
}

/// Returns when the emulator has begun to respond to that many requests.
pub fn wait_for_requests(address: SocketAddr, count: usize) {
    let deadline = Instant::now() + PATIENCE;
    while received(address).len() < count {
        assert!(Instant::now() < deadline, "the requests have not arrived");
        std::thread::yield_now();
    }
}
