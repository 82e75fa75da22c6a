//! Large bodies and those that never end: nothing of them is kept.

use crate::{
    client::{Answer, open, proxied, proxy_headers, read_answer},
    program::Program,
};
use nango_emulator::{Emulator, Seed, start};
use serde_json::json;
use sha1::{Digest, Sha1};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};

const MEBIBYTE: usize = 1024 * 1024;
/// More than the emulator may keep, and more than Nango takes.
const LARGE: usize = 256 * MEBIBYTE;
#[cfg(target_os = "linux")]
const FLAT: u64 = 64 * MEBIBYTE as u64;

fn demo() -> Emulator {
    start(Seed::demo().expect("a valid seed")).expect("an emulator")
}

fn begin(address: SocketAddr, method: &str, path: &str, more: &[(&str, &str)]) -> TcpStream {
    let headers = proxy_headers(("customer-oauth2", "github"), more);
    open(address, method, &format!("/proxy{path}"), &headers, None)
}

/// Uploads blocks of a mebibyte, each in its own chunk if there is no length.
fn upload(address: SocketAddr, path: &str, blocks: usize, is_chunked: bool) -> Answer {
    let length = (blocks * MEBIBYTE).to_string();
    let framing = match is_chunked {
        true => ("transfer-encoding", "chunked"),
        false => ("content-length", length.as_str()),
    };
    let mut stream = begin(address, "POST", path, &[framing]);
    let block = vec![b'a'; MEBIBYTE];
    for _ in 0..blocks {
        if is_chunked {
            write!(stream, "{MEBIBYTE:x}\r\n").expect("a chunk begins");
        }
        stream.write_all(&block).expect("a block is taken");
        if is_chunked {
            stream.write_all(b"\r\n").expect("a chunk ends");
        }
    }
    if is_chunked {
        stream.write_all(b"0\r\n\r\n").expect("the body ends");
    }
    read_answer(stream).expect("an answer")
}

/// Reads to the end and counts.
fn count(mut stream: TcpStream) -> usize {
    let mut buffer = vec![0; MEBIBYTE];
    let mut total = 0;
    loop {
        match stream.read(&mut buffer).expect("more, or the end") {
            0 => return total,
            bytes => total += bytes,
        }
    }
}

#[test]
fn large_bodies_leave_the_memory_flat() {
    let program = Program::start(&[]);
    let path = format!("/large?bytes={LARGE}");
    let received = count(begin(program.address, "GET", &path, &[("connection", "close")]));
    assert!(received > LARGE, "{received}");
    for is_chunked in [false, true] {
        let response = upload(program.address, "/upload?hash=none", LARGE / MEBIBYTE, is_chunked);
        assert_eq!((response.status, response.json()), (200, json!({"bytes": LARGE})));
    }
    #[cfg(target_os = "linux")]
    assert!(program.peak_memory() < FLAT, "{}", program.peak_memory());
}

#[test]
fn an_upload_is_summed_up_whatever_its_type() {
    let emulator = demo();
    let address = emulator.address();
    let hash = |bytes: &[u8]| -> String { Sha1::digest(bytes).iter().map(|it| format!("{it:02x}")).collect() };
    for kind in ["application/json", "text/plain", "multipart/form-data"] {
        let response = proxied(address, "PUT", "/upload", &[("content-type", kind)], Some("{no json"));
        let expected = json!({"bytes": 8, "sha1": hash(b"{no json")});
        assert_eq!((response.status, response.json()), (200, expected), "{kind}");
    }
    let two = upload(address, "/upload", 2, true).json();
    assert_eq!(two["sha1"], hash(&vec![b'a'; 2 * MEBIBYTE]));
    let none = proxied(address, "POST", "/upload", &[], None).json();
    assert_eq!(none["bytes"], 0);
}

#[test]
fn an_upload_can_be_refused_before_it_begins() {
    let emulator = demo();
    let mut stream = begin(
        emulator.address(),
        "POST",
        "/upload-refused",
        &[("content-length", "1073741824")],
    );
    let response = read_answer(stream.try_clone().expect("a second handle")).expect("an answer");
    assert_eq!(
        (response.status, response.headers["connection"].as_str()),
        (413, "close")
    );
    assert_eq!(stream.read(&mut [0]).expect("the end"), 0);
}

#[test]
fn a_stalled_answer_begins_and_does_not_end() {
    let emulator = demo();
    let mut stream = begin(emulator.address(), "GET", "/stall", &[]);
    let mut text = String::new();
    while !text.ends_with("the rest never comes\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("the beginning");
        text.push(char::from(byte[0]));
    }
    assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
    stream.set_nonblocking(true).expect("a socket that does not wait");
    let nothing = stream.read(&mut [0]).expect_err("nothing more");
    assert_eq!(nothing.kind(), std::io::ErrorKind::WouldBlock);
    // Others do not wait for it.
    assert_eq!(proxied(emulator.address(), "GET", "/a", &[], None).status, 200);
}
