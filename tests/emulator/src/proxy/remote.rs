//! Calls of an API on this machine, which a test may put in the place of an external one.

use super::relay;
use crate::{
    external::{Answer, Call, Received, arriving, in_pieces},
    respond::{Content, Reply},
};
use axum::{
    body::Bytes,
    http::{HeaderName, Method, header},
};
use serde_json::json;
use std::{io, net::SocketAddr};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::mpsc,
};

/// Node's limit for the head of a response.
const LARGEST_HEAD: usize = 16 * 1024;
/// Headers of one connection, which Nango's server makes anew for its own.
const OF_THE_CONNECTION: [&str; 4] = ["transfer-encoding", "connection", "content-length", "date"];

/// Why there is no response.
pub enum Failure {
    /// What Nango's HTTP client says, and its code.
    Said(String, &'static str),
    /// The body is not what the head promises. Nango has nothing to say then.
    BrokenBody,
}

impl Failure {
    /// Nango's response.
    pub fn reply(&self, method: &Method) -> Reply {
        match self {
            Self::Said(message, code) => Reply::json(
                500,
                &json!({"message": message, "code": code, "method": method.as_str().to_ascii_lowercase()}),
            ),
            Self::BrokenBody => Reply::plain(500, Content::Whole(Bytes::new())),
        }
    }

    fn said(message: &str, code: &'static str) -> Self {
        Self::Said(message.to_owned(), code)
    }
}

/// Calls the API at an address.
pub async fn answer(address: SocketAddr, call: Call) -> Result<Answer, Failure> {
    let stream = TcpStream::connect(address).await;
    let stream = stream.map_err(|_| Failure::Said(format!("connect ECONNREFUSED {address}"), "ECONNREFUSED"))?;
    let mut incoming = Incoming {
        stream,
        buffer: Vec::new(),
    };
    // An API may respond, and close, before it has read a body. What it says then counts.
    let _ = incoming.stream.write_all(&request(&call)).await;
    let head = loop {
        let head = incoming.head().await?;
        if head.status >= 200 {
            break head;
        }
    };
    head.answer(&call.method, incoming).await
}

fn request(call: &Call) -> Vec<u8> {
    let query = if call.query.is_empty() {
        String::new()
    } else {
        format!("?{}", call.query)
    };
    let mut head = format!("{} {}{query} HTTP/1.1\r\n", call.method, call.path);
    for (name, value) in &call.headers {
        head += &format!("{name}: {value}\r\n");
    }
    let mut bytes = (head + "\r\n").into_bytes();
    if let Received::Whole(body) = &call.body {
        bytes.extend_from_slice(body);
    }
    bytes
}

/// The first lines of a response.
struct Head {
    status: u16,
    headers: Vec<(HeaderName, String)>,
}

impl Head {
    fn parse(text: &str) -> Result<Self, Failure> {
        let mut lines = text.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        let status = status
            .and_then(|status| status.parse().ok())
            .ok_or_else(|| Failure::said("Parse Error: Invalid status code", "HPE_INVALID_STATUS"))?;
        let header = |line: &str| {
            let (name, value) = line.split_once(':')?;
            Some((HeaderName::from_bytes(name.as_bytes()).ok()?, value.trim().to_owned()))
        };
        let headers = lines.map(|line| {
            header(line).ok_or_else(|| Failure::said("Parse Error: Invalid header token", "HPE_INVALID_HEADER_TOKEN"))
        });
        let headers: Vec<(HeaderName, String)> = headers.collect::<Result<_, _>>()?;
        if headers
            .iter()
            .filter(|(name, _)| name == header::CONTENT_LENGTH)
            .count()
            > 1
        {
            return Err(Failure::said(
                "Parse Error: Duplicate Content-Length",
                "HPE_UNEXPECTED_CONTENT_LENGTH",
            ));
        }
        Ok(Self { status, headers })
    }

    fn header(&self, name: &HeaderName) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    fn is_file(&self) -> bool {
        let disposition = self.header(&header::CONTENT_DISPOSITION).unwrap_or_default();
        disposition.starts_with("attachment") || disposition.starts_with("inline")
    }

    /// The response with its body. Nango passes on a body that has no length, and files, as they come; others it reads first.
    async fn answer(mut self, method: &Method, mut incoming: Incoming) -> Result<Answer, Failure> {
        let is_chunked = self.header(&header::TRANSFER_ENCODING) == Some("chunked");
        let is_packed = self.header(&header::CONTENT_ENCODING).is_some();
        let is_success = (200..300).contains(&self.status);
        let length = self.header(&header::CONTENT_LENGTH).and_then(|it| it.parse().ok());
        let is_file = self.is_file();
        let is_bodiless = method == Method::HEAD || self.status == 204 || self.status == 304;
        self.headers
            .retain(|(name, _)| !OF_THE_CONNECTION.contains(&name.as_str()));
        let content = if is_bodiless {
            match self.status {
                204 => Content::Nothing,
                _ => Content::Whole(Bytes::new()),
            }
        } else if is_chunked && is_success && !is_packed {
            Content::Stream(arriving(incoming.pass_on()))
        } else {
            let whole = incoming.whole(is_chunked, length).await;
            let whole = whole.map_err(|_| Failure::BrokenBody)?;
            let whole = relay::unpack(&mut self.headers, whole).map_err(|_| Failure::BrokenBody)?;
            if is_success && is_file {
                self.headers.push((header::CONTENT_LENGTH, whole.len().to_string()));
            }
            match is_success && (is_file || is_chunked) {
                true => Content::Stream(in_pieces(whole)),
                false => Content::Whole(whole),
            }
        };
        Ok(Answer {
            status: self.status,
            headers: self.headers,
            content,
            closes: false,
        })
    }
}

/// What comes from the API.
struct Incoming {
    stream: TcpStream,
    /// What was read and not used yet.
    buffer: Vec<u8>,
}

impl Incoming {
    /// Whether there was more.
    async fn more(&mut self) -> io::Result<bool> {
        Ok(self.stream.read_buf(&mut self.buffer).await? > 0)
    }

    async fn head(&mut self) -> Result<Head, Failure> {
        loop {
            let start = b"HTTP/".iter().zip(&self.buffer);
            if start.into_iter().any(|(expected, byte)| expected != byte) {
                let message = "Parse Error: Expected HTTP/, RTSP/ or ICE/";
                return Err(Failure::said(message, "HPE_INVALID_CONSTANT"));
            }
            let end = self.buffer.windows(4).position(|window| window == b"\r\n\r\n");
            if end.unwrap_or(self.buffer.len()) > LARGEST_HEAD {
                return Err(Failure::said("Parse Error: Header overflow", "HPE_HEADER_OVERFLOW"));
            }
            if let Some(end) = end {
                let head: Vec<u8> = self.buffer.drain(..end + 4).collect();
                return Head::parse(&String::from_utf8_lossy(&head[..end]));
            }
            match self.more().await {
                Ok(true) => {}
                Ok(false) => return Err(Failure::said("socket hang up", "ECONNRESET")),
                Err(_) => return Err(Failure::said("read ECONNRESET", "ECONNRESET")),
            }
        }
    }

    /// The whole body: of chunks, of a length, or up to the end of the connection.
    async fn whole(&mut self, is_chunked: bool, length: Option<usize>) -> io::Result<Bytes> {
        let mut whole = Vec::new();
        if is_chunked {
            while let Some(chunk) = self.chunk().await? {
                whole.extend_from_slice(&chunk);
            }
        } else if let Some(length) = length {
            whole = self.exactly(length).await?;
        } else {
            while self.more().await? {}
            whole = std::mem::take(&mut self.buffer);
        }
        Ok(whole.into())
    }

    async fn exactly(&mut self, length: usize) -> io::Result<Vec<u8>> {
        while self.buffer.len() < length {
            if !self.more().await? {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(self.buffer.drain(..length).collect())
    }

    /// The next chunk; `None` after the last. Trailers are not read: the connection is not used again.
    async fn chunk(&mut self) -> io::Result<Option<Bytes>> {
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            line.extend(self.exactly(1).await?);
        }
        let text = String::from_utf8_lossy(&line);
        let size = text.split(';').next().unwrap_or_default().trim();
        let size = usize::from_str_radix(size, 16).map_err(io::Error::other)?;
        if size == 0 {
            return Ok(None);
        }
        let bytes = self.exactly(size).await?;
        self.exactly(2).await?;
        Ok(Some(bytes.into()))
    }

    /// The chunks as they arrive. One that is cut off ends in an error, so that the program's connection is cut off, too.
    fn pass_on(mut self) -> mpsc::Receiver<io::Result<Bytes>> {
        let (sender, receiver) = mpsc::channel(2);
        tokio::spawn(async move {
            loop {
                let next = tokio::select! {
                    next = self.chunk() => next.transpose(),
                    () = sender.closed() => return,
                };
                let Some(next) = next else { return };
                let is_last = next.is_err();
                if sender.send(next).await.is_err() || is_last {
                    return;
                }
            }
        });
        receiver
    }
}
