//! HTTP/1.1 as bytes: requests are kept unchanged, responses are sent as the case specifies.

use std::io::{self, BufRead, Read};

use crate::case::{End, Response};

/// More than any case needs for a request line and headers.
const MAX_HEAD: u64 = 256 * 1024;

/// A request as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The request target; in the log without the path of the case.
    pub target: String,
    /// Names in lower case, values without white space around them.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body, out of its chunks.
    pub body: Vec<u8>,
}

/// The next request, a sentence if it is invalid, or None at the end of the connection.
pub fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Result<Request, String>>> {
    let lines = match read_head(reader)? {
        None => return Ok(None),
        Some(Err(sentence)) => return Ok(Some(Err(sentence))),
        Some(Ok(lines)) => lines,
    };
    let mut request = match parse_head(&lines) {
        Err(sentence) => return Ok(Some(Err(sentence))),
        Ok(request) => request,
    };
    match read_body(reader, &request.headers) {
        Ok(body) => request.body = body,
        Err(error) => {
            let (method, target) = (&request.method, &request.target);
            return Ok(Some(Err(format!("the body of {method} {target} broke off: {error}"))));
        }
    }
    Ok(Some(Ok(request)))
}

/// The lines up to the empty one.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<Result<Vec<String>, String>>> {
    let mut lines = Vec::new();
    let mut head = reader.by_ref().take(MAX_HEAD);
    loop {
        let mut line = Vec::new();
        head.read_until(b'\n', &mut line)?;
        if line.is_empty() && lines.is_empty() {
            return Ok(None);
        }
        match line.strip_suffix(b"\r\n") {
            Some([]) => return Ok(Some(Ok(lines))),
            Some(line) => lines.push(String::from_utf8_lossy(line).into_owned()),
            None => {
                let broken = String::from_utf8_lossy(&line);
                return Ok(Some(Err(format!("a request broke off at {broken:?}"))));
            }
        }
    }
}

fn parse_head(lines: &[String]) -> Result<Request, String> {
    let [request_line, header_lines @ ..] = lines else {
        return Err("a request has no request line".to_owned());
    };
    let [method, target, "HTTP/1.1"] = request_line.splitn(3, ' ').collect::<Vec<_>>()[..] else {
        return Err(format!("{request_line:?} is no request line"));
    };
    let mut request = Request {
        method: method.to_owned(),
        target: target.to_owned(),
        headers: Vec::new(),
        body: Vec::new(),
    };
    for line in header_lines {
        let Some((name, value)) = line.split_once(':') else {
            return Err(format!("{line:?} is no header"));
        };
        let value = value.trim_matches([' ', '\t']).to_owned();
        request.headers.push((name.to_ascii_lowercase(), value));
    }
    Ok(request)
}

/// A body that the headers do not announce in one of the two ways is empty.
fn read_body(reader: &mut impl BufRead, headers: &[(String, String)]) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    if header(headers, "transfer-encoding") == Some("chunked") {
        while read_chunk(reader, &mut body)? {}
    } else if let Some(length) = header(headers, "content-length") {
        read_exactly(reader, number(length, 10)?, &mut body)?;
    }
    Ok(body)
}

/// Whether there may be another one.
fn read_chunk(reader: &mut impl BufRead, body: &mut Vec<u8>) -> io::Result<bool> {
    let size = number(&read_line(reader)?, 16)?;
    read_exactly(reader, size, body)?;
    match &*read_line(reader)? {
        "" => Ok(size > 0),
        other => Err(io::Error::other(format!("{other:?} follows a chunk"))),
    }
}

fn read_line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    reader.by_ref().take(MAX_HEAD).read_line(&mut line)?;
    match line.strip_suffix("\r\n") {
        Some(line) => Ok(line.to_owned()),
        None => Err(io::Error::other(format!("it ends at {line:?}"))),
    }
}

fn read_exactly(reader: &mut impl BufRead, size: u64, body: &mut Vec<u8>) -> io::Result<()> {
    match reader.by_ref().take(size).read_to_end(body)? as u64 {
        read if read == size => Ok(()),
        read => Err(io::Error::other(format!("{read} bytes of {size} came"))),
    }
}

fn number(text: &str, radix: u32) -> io::Result<u64> {
    u64::from_str_radix(text, radix).map_err(|error| io::Error::other(format!("{text:?}: {error}")))
}

/// The value of the first header of this name, in lower case.
#[must_use]
pub fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

/// A response to a request of this method as bytes.
#[must_use]
pub fn bytes(response: &Response, method: &str) -> Vec<u8> {
    let mut bytes = format!("HTTP/1.1 {} Conformance\r\n", response.status).into_bytes();
    for (name, value) in &response.headers {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    let chunked = header(&response.headers, "transfer-encoding") == Some("chunked");
    // Responses of these kinds have no body and no length.
    let is_bare = matches!(response.status, 204 | 304);
    if !is_bare && !chunked && response.end != End::Close {
        bytes.extend_from_slice(format!("content-length: {}\r\n", response.body.len()).as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    if is_bare || method == "HEAD" {
        return bytes;
    }
    let body = &response.body;
    match (chunked, response.end) {
        (true, End::BreaksOffAfter(size) | End::StallsAfter(size)) => {
            bytes.extend_from_slice(format!("{:x}\r\n", body.len()).as_bytes());
            bytes.extend_from_slice(&body[..size]);
        }
        (false, End::BreaksOffAfter(size) | End::StallsAfter(size)) => bytes.extend_from_slice(&body[..size]),
        (true, End::Announced | End::Close) => push_chunks(&mut bytes, body),
        (false, End::Announced | End::Close) => bytes.extend_from_slice(body),
    }
    bytes
}

/// In two parts, if there is enough for two.
fn push_chunks(bytes: &mut Vec<u8>, body: &[u8]) {
    let (first, second) = body.split_at(body.len() / 2);
    for chunk in [first, second].into_iter().filter(|chunk| !chunk.is_empty()) {
        bytes.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        bytes.extend_from_slice(chunk);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"0\r\n\r\n");
}
