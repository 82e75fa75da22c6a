//! A small HTTP/1.1 server that answers each case's requests as the case says, and keeps what it was sent.
//!
//! Blocking sockets and a thread per connection, written for this purpose alone: what leaves it are the bytes of the
//! case, and what it notes are the bytes that came, untouched by any library.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use crate::case::{Case, Exchange, Response};

/// More than any case needs for a request line and headers.
const MAX_HEAD: u64 = 256 * 1024;

/// A request as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The request target, without the path of the case.
    pub target: String,
    /// Names in lower case, values without white space around them.
    pub headers: Vec<(String, String)>,
}

/// What the server was sent since it was last told what to serve.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The requests of each case, in the order they came.
    pub requests: BTreeMap<String, Vec<Request>>,
    /// What belongs to no case.
    pub strays: Vec<String>,
}

/// A running server.
pub struct Server {
    port: u16,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    stopping: AtomicBool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    exchanges: HashMap<String, Vec<Exchange>>,
    log: Log,
}

impl Server {
    /// Starts on a free port of 127.0.0.1.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared::default());
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                for stream in listener.incoming() {
                    if shared.stopping.load(Ordering::SeqCst) {
                        break;
                    }
                    if let Ok(stream) = stream {
                        let shared = Arc::clone(&shared);
                        // A connection that breaks is the client's business; what is missing shows in the log.
                        thread::spawn(move || serve(&stream, &shared));
                    }
                }
            }
        });
        Ok(Self {
            port,
            shared,
            accepting: Some(accepting),
        })
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves these cases from now on, each from its first exchange, with an empty log.
    pub fn serve(&self, cases: &[Case]) {
        let exchanges = cases
            .iter()
            .map(|case| (case.name.clone(), case.exchanges.clone()))
            .collect();
        *self.shared.lock() = State {
            exchanges,
            log: Log::default(),
        };
    }

    /// What came since [`serve`](Self::serve).
    #[must_use]
    pub fn log(&self) -> Log {
        self.shared.lock().log.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Wakes the accepting thread, which then sees the flag.
        let woken = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let (Ok(_), Some(accepting)) = (woken, self.accepting.take()) {
            let _ = accepting.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes the request and finds its answer.
    fn answer(&self, mut request: Request) -> Response {
        let mut guard = self.lock();
        let state = &mut *guard;
        let path = request.target.strip_prefix('/').unwrap_or(&request.target);
        let (name, rest) = path.split_at(path.find('/').unwrap_or(path.len()));
        let Some(exchanges) = state.exchanges.get(name) else {
            let stray = format!("{} {} belongs to no case", request.method, request.target);
            state.log.strays.push(stray.clone());
            return refusal(&stray);
        };
        let (name, target) = (name.to_owned(), rest.to_owned());
        let requests = state.log.requests.entry(name.clone()).or_default();
        let response = match exchanges.get(requests.len()) {
            Some(exchange) if exchange.request.target == target => exchange.response.clone(),
            _ => refusal(&format!("{name} does not send {} {target} here", request.method)),
        };
        request.target = target;
        requests.push(request);
        response
    }
}

fn refusal(sentence: &str) -> Response {
    Response {
        status: 599,
        headers: Vec::new(),
        body: sentence.as_bytes().to_vec(),
    }
}

fn serve(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        let response = match request {
            Ok(request) => shared.answer(request),
            Err(sentence) => {
                shared.lock().log.strays.push(sentence.clone());
                refusal(&sentence)
            }
        };
        let mut stream = stream;
        stream.write_all(&bytes(&response))?;
        if response.status == 599 || header(&response.headers, "connection") == Some("close") {
            return stream.shutdown(Shutdown::Both);
        }
    }
    Ok(())
}

/// The next request, a sentence if it is none, or None at the end of the connection.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Result<Request, String>>> {
    let mut lines = Vec::new();
    let mut head = reader.by_ref().take(MAX_HEAD);
    loop {
        let mut line = Vec::new();
        head.read_until(b'\n', &mut line)?;
        if line.is_empty() && lines.is_empty() {
            return Ok(None);
        }
        match line.strip_suffix(b"\r\n") {
            Some([]) => break,
            Some(line) => lines.push(String::from_utf8_lossy(line).into_owned()),
            None => {
                return Ok(Some(Err(format!(
                    "a request broke off at {:?}",
                    String::from_utf8_lossy(&line)
                ))));
            }
        }
    }
    let [request_line, header_lines @ ..] = lines.as_slice() else {
        return Ok(Some(Err("a request has no request line".to_owned())));
    };
    let [method, target, "HTTP/1.1"] = request_line.splitn(3, ' ').collect::<Vec<_>>()[..] else {
        return Ok(Some(Err(format!("{request_line:?} is no request line"))));
    };
    let mut request = Request {
        method: method.to_owned(),
        target: target.to_owned(),
        headers: Vec::new(),
    };
    for line in header_lines {
        let Some((name, value)) = line.split_once(':') else {
            return Ok(Some(Err(format!("{line:?} is no header"))));
        };
        request
            .headers
            .push((name.to_ascii_lowercase(), value.trim_matches([' ', '\t']).to_owned()));
    }
    // A body is a fault, which the headers show; it is read only so that it is not taken for the next request.
    let length = header(&request.headers, "content-length")
        .and_then(|length| length.parse().ok())
        .unwrap_or(0);
    io::copy(&mut reader.take(length), &mut io::sink())?;
    Ok(Some(Ok(request)))
}

/// The value of the first header of this name, in lower case.
fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

/// A response as it goes over the wire.
fn bytes(response: &Response) -> Vec<u8> {
    let mut bytes = format!("HTTP/1.1 {} Conformance\r\n", response.status).into_bytes();
    for (name, value) in &response.headers {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    let chunked = header(&response.headers, "transfer-encoding") == Some("chunked");
    // Answers of these kinds have no body and say nothing of its length.
    if matches!(response.status, 204 | 304) {
        bytes.extend_from_slice(b"\r\n");
    } else if chunked {
        bytes.extend_from_slice(b"\r\n");
        let (first, second) = response.body.split_at(response.body.len() / 2);
        for chunk in [first, second].into_iter().filter(|chunk| !chunk.is_empty()) {
            bytes.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
            bytes.extend_from_slice(chunk);
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(b"0\r\n\r\n");
    } else {
        bytes.extend_from_slice(format!("content-length: {}\r\n\r\n", response.body.len()).as_bytes());
        bytes.extend_from_slice(&response.body);
    }
    bytes
}
