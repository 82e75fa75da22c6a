//! A small HTTP/1.1 server that responds to each case's requests as specified, and records them.
//!
//! Blocking sockets and a thread per connection, written for this purpose alone: what leaves it are the bytes of the
//! case, and records the received bytes, unchanged by any library.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufReader, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use crate::case::{Case, End, Exchange, Response};
use crate::wire::{self, Request};

/// The requests since the last call of `serve`.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The requests of each case, in the order they came.
    pub requests: BTreeMap<String, Vec<Request>>,
    /// Requests that belong to no case.
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
                        // A broken connection is up to the client; a missing request shows in the log.
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

    /// The requests since [`serve`](Self::serve).
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

    /// Notes the request and finds its response.
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
        end: End::Announced,
    }
}

fn serve(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = wire::read_request(&mut reader)? {
        let (method, response) = match request {
            Ok(request) => (request.method.clone(), shared.answer(request)),
            Err(sentence) => {
                shared.lock().log.strays.push(sentence.clone());
                (String::new(), refusal(&sentence))
            }
        };
        let mut stream = stream;
        stream.write_all(&wire::bytes(&response, &method))?;
        if let End::StallsAfter(_) = response.end {
            // It is the client that ends the silence.
            io::copy(&mut reader, &mut io::sink())?;
        }
        let is_last = response.end != End::Announced || wire::header(&response.headers, "connection") == Some("close");
        if is_last || response.status == 599 {
            return stream.shutdown(Shutdown::Both);
        }
    }
    Ok(())
}
