//! A server that runs exactly the test's script, one connection after the other.

#![allow(dead_code, reason = "each test binary uses its part")]

pub mod proxy;
pub mod tls;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};

use nango::{Client, ClientOptions};
use socket2::{Domain, Socket, Type};

/// An invented key in the form of Nango's.
pub const KEY: &str = "00000000-0000-4000-8000-00000000cafe";

/// A connection as a Nango server returns it.
pub const CONNECTION: &str = r#"{"id":1,"connection_id":"c","provider_config_key":"p","credentials":{"type":"API_KEY","apiKey":"invented-api-key"}}"#;

/// A server's script for one connection.
pub type Script = Box<dyn FnOnce(&mut Peer) + Send>;

/// A server on a port that the system chose.
pub struct Server {
    pub address: SocketAddr,
    requests: Receiver<String>,
    thread: Option<JoinHandle<()>>,
}

/// An address on loopback that refuses connections. The port stays taken for as long as this exists: once it was free, a server
/// of another test could get it.
pub struct Nobody(Socket);

impl Nobody {
    /// An address with a port that the system chose.
    pub fn bound() -> Nobody {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into()).unwrap();
        Nobody(socket)
    }

    /// Where nobody listens.
    pub fn address(&self) -> SocketAddr {
        self.0.local_addr().unwrap().as_socket().unwrap()
    }
}

/// One accepted connection, as the test sees it.
pub struct Peer {
    pub stream: TcpStream,
    seen: Option<mpsc::Sender<String>>,
}

impl Server {
    /// Runs each of `scripts` on one connection, in order, then stops listening.
    pub fn start(scripts: Vec<Script>) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (seen, requests) = mpsc::channel();
        let thread = thread::spawn(move || {
            for script in scripts {
                let (stream, _) = listener.accept().unwrap();
                let mut peer = Peer {
                    stream,
                    seen: Some(seen.clone()),
                };
                script(&mut peer);
            }
        });
        Server {
            address,
            requests,
            thread: Some(thread),
        }
    }

    /// A server that runs one script on one connection.
    pub fn once(script: impl FnOnce(&mut Peer) + Send + 'static) -> Server {
        Server::start(vec![Box::new(script)])
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Options of a client of this server that tries once.
    pub fn options(&self) -> ClientOptions {
        let mut options = ClientOptions::new();
        options
            .secret_key(KEY)
            .base_url(&self.url())
            .max_retries(0)
            .http_proxy("");
        options
    }

    pub fn client(&self) -> Client {
        Client::new(&self.options()).unwrap()
    }

    /// Waits for the scripts to end; the first lines of the requests that came.
    pub fn finish(mut self) -> Vec<String> {
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
        self.requests.try_iter().collect()
    }
}

impl Peer {
    /// The next connection on the test's own listener.
    pub fn accept(listener: &TcpListener) -> Peer {
        let (stream, _) = listener.accept().unwrap();
        Peer { stream, seen: None }
    }

    /// Reads a request's head; false if the client closed instead.
    pub fn read_request(&mut self) -> bool {
        self.read_head().is_some()
    }

    /// Reads a request's head and gives all of it.
    pub fn read_head(&mut self) -> Option<String> {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            match self.stream.read(&mut byte) {
                Ok(1) => head.push(byte[0]),
                _ => return None,
            }
        }
        let head = String::from_utf8(head).unwrap();
        let first_line = head.lines().next().unwrap_or_default().to_owned();
        if let Some(seen) = &self.seen {
            seen.send(first_line).unwrap();
        }
        Some(head)
    }

    /// Lets a client through as a SOCKS 5 proxy that needs no credentials and gets a name.
    pub fn accept_socks(&mut self) {
        let mut greeting = [0; 3];
        self.stream.read_exact(&mut greeting).unwrap();
        self.send(&[5, 0]);
        let mut request = [0; 5];
        self.stream.read_exact(&mut request).unwrap();
        let size = if request[3] == 3 {
            usize::from(request[4]) + 2
        } else {
            3 + 2
        };
        self.stream.read_exact(&mut vec![0; size]).unwrap();
        self.send(&[5, 0, 0, 1, 127, 0, 0, 1, 0, 0]);
    }

    /// Sends `bytes` as they are. The client may be gone already, which is not an error.
    pub fn send(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes);
    }

    /// Sends a whole response with its length, the last of this connection. Without saying so, the script's end would race
    /// with the client's next request, which it sends again only if that is safe.
    pub fn answer(&mut self, status: u16, content_type: &str, body: &str) {
        self.answer_with("connection: close\r\n", status, content_type, body);
    }

    /// Sends a whole response with its length, after which the script goes on.
    pub fn answer_and_stay(&mut self, status: u16, content_type: &str, body: &str) {
        self.answer_with("", status, content_type, body);
    }

    fn answer_with(&mut self, headers: &str, status: u16, content_type: &str, body: &str) {
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\n{headers}content-length: {}\r\n\r\n",
            body.len()
        );
        self.send(format!("{head}{body}").as_bytes());
    }

    /// Reads until the client closes.
    pub fn wait_for_close(&mut self) {
        let mut rest = [0; 1024];
        while matches!(self.stream.read(&mut rest), Ok(n) if n > 0) {}
    }
}
