//! The external API that was behind the proxy when its exchanges were recorded. It listens on loopback.

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};
use sha1::{Digest, Sha1};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

static NUMBER: AtomicU32 = AtomicU32::new(1_000);

/// Starts it. It ends with the test.
pub fn start() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming() {
            let stream = stream.expect("a connection");
            thread::spawn(move || answer(&stream));
        }
    });
    address
}

struct Call {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Call {
    fn read(stream: &TcpStream) -> Self {
        let mut reader = BufReader::new(stream);
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).expect("a line");
            if line.trim().is_empty() {
                break;
            }
            lines.push(line.trim().to_owned());
        }
        let mut first = lines.first().map(String::as_str).unwrap_or_default().split(' ');
        let mut next = || first.next().unwrap_or_default().to_owned();
        let (method, target) = (next(), next());
        let headers: Vec<(String, String)> = lines
            .iter()
            .skip(1)
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let mut call = Self {
            method,
            target,
            headers,
            body: Vec::new(),
        };
        let length = call.header("content-length").and_then(|length| length.parse().ok());
        call.body = vec![0; length.unwrap_or_default()];
        reader.read_exact(&mut call.body).expect("a body");
        call
    }

    fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The parameters, which need not be text.
    fn arguments(&self) -> BTreeMap<&str, Vec<u8>> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs
            .map(|(name, value)| (name, percent_decode_str(value).collect()))
            .collect()
    }
}

fn answer(mut stream: &TcpStream) {
    let call = Call::read(stream);
    // The proxy may have stopped reading.
    let _ = stream.write_all(&response(&call));
}

fn response(call: &Call) -> Vec<u8> {
    match call.path() {
        "/len" | "/upload" => plain(&measured(call)),
        "/plain" => whole("HTTP/1.1 200 OK\r\n".into(), b"no type", false),
        "/gzip" => gzip(call),
        "/echo" => plain(&echoed(call)),
        "/cut" => b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nnot all of it".to_vec(),
        "/reset" => Vec::new(),
        path if path.starts_with("/bad-http/") => b"this is not HTTP\r\n\r\n".to_vec(),
        path if path.starts_with("/two-lengths/") => {
            b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nabc".to_vec()
        }
        path if path.starts_with("/long-head/") => {
            let long = "h".repeat(20_000);
            format!("HTTP/1.1 200 OK\r\nx-long: {long}\r\ncontent-length: 0\r\n\r\n").into_bytes()
        }
        path if path.starts_with("/broken-gzip/") => {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\n";
            whole(head.into(), b"not compressed", false)
        }
        path if path.starts_with("/loop/") => {
            let head = format!("HTTP/1.1 302 Found\r\nlocation: {path}\r\n");
            whole(head, b"", false)
        }
        _ => status(call),
    }
}

fn whole(head: String, body: &[u8], is_chunked: bool) -> Vec<u8> {
    let mut bytes = head.into_bytes();
    if is_chunked {
        bytes.extend(format!("transfer-encoding: chunked\r\n\r\n{:x}\r\n", body.len()).as_bytes());
        bytes.extend(body);
        bytes.extend(b"\r\n0\r\n\r\n");
    } else {
        bytes.extend(format!("content-length: {}\r\n\r\n", body.len()).as_bytes());
        bytes.extend(body);
    }
    bytes
}

fn plain(body: &Value) -> Vec<u8> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    whole(head.into(), body.to_string().as_bytes(), false)
}

/// Any status, with what the parameters ask for.
fn status(call: &Call) -> Vec<u8> {
    let code = call.path().strip_prefix("/status/").unwrap_or("404");
    let arguments = call.arguments();
    let text = |name: &str| arguments.get(name).map(|bytes| String::from_utf8_lossy(bytes));
    let usual = format!("{{\"status\":{code},\"message\":\"as asked\"}}").into_bytes();
    let body = arguments.get("body").unwrap_or(&usual);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let mut head = format!("HTTP/1.1 {code} As Asked\r\nx-request-id: up-{number}\r\n");
    if code == "304" {
        return (head + "keep-alive: timeout=5\r\n\r\n").into_bytes();
    }
    let kind = text("type").unwrap_or("application/json; charset=utf-8".into());
    head += &format!("content-type: {kind}\r\n");
    // Where it wants to be left alone, it closes.
    if !arguments.contains_key("ra") {
        head += "keep-alive: timeout=5\r\n";
    }
    for (name, header) in [("ra", "retry-after"), ("location", "location")] {
        if let Some(value) = text(name) {
            head += &format!("{header}: {value}\r\n");
        }
    }
    let tag = match text("etag").as_deref() {
        Some("strong") => Some("\"abc\"".to_owned()),
        Some("weak") => Some("W/\"abc\"".to_owned()),
        Some("right") => {
            let hash = STANDARD.encode(Sha1::digest(body));
            Some(format!("W/\"{:x}-{}\"", body.len(), &hash[..27]))
        }
        _ => None,
    };
    if let Some(tag) = tag {
        head += &format!("etag: {tag}\r\n");
    }
    let mut bytes = whole(head, body, arguments.contains_key("chunked"));
    if call.method == "HEAD" {
        bytes.truncate(bytes.len() - body.len());
    }
    bytes
}

/// What has arrived, by its length and hash.
fn measured(call: &Call) -> Value {
    let hash: String = Sha1::digest(&call.body)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let kind = call.header("content-type");
    json!({"method": call.method, "len": call.body.len(), "sha1": hash, "type": kind})
}

/// What has arrived. Its own name was another one when the exchanges were recorded.
fn echoed(call: &Call) -> Value {
    let shown = |(name, value): &(String, String)| match name.as_str() {
        "Host" => (name.clone(), "provider.test".to_owned()),
        _ => (name.clone(), value.clone()),
    };
    let headers: Vec<(String, String)> = call.headers.iter().map(shown).collect();
    let by_name: Map<String, Value> = headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), json!(value)))
        .collect();
    let raw: Vec<&String> = headers.iter().flat_map(|(name, value)| [name, value]).collect();
    json!({
        "method": call.method,
        "url": call.target,
        "headers": by_name,
        "rawHeaders": raw,
        "body": String::from_utf8_lossy(&call.body),
        "len": call.body.len(),
    })
}

fn gzip(call: &Call) -> Vec<u8> {
    let body = json!({"gz": true, "pad": "x".repeat(500)}).to_string();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body.as_bytes()).expect("room");
    let packed = encoder.finish().expect("room");
    let head =
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\nkeep-alive: timeout=5\r\n";
    whole(head.into(), &packed, call.arguments().contains_key("chunked"))
}
