//! A listener on a port that the system chose, which gives every connection to a script.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustls::ServerConfig;
use socket2::{Domain, Socket, Type};

use crate::peer::Peer;
use crate::tally::{Counts, Tally};

/// How long the driver waits for a script to allow the next call.
const PATIENCE: Duration = Duration::from_secs(20);

/// The script for a connection; the connection's number, from 0 on, comes first.
pub type Script = Arc<dyn Fn(usize, &mut Peer) + Send + Sync>;

/// Holds waiting threads until it is opened, permanently.
#[derive(Default)]
pub struct Gate {
    is_open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    /// Waits until the gate is open.
    pub fn wait(&self) {
        let is_open = self.is_open.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.opened.wait_while(is_open, |is_open| !*is_open));
    }

    fn open(&self) {
        *self.is_open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.opened.notify_all();
    }
}

/// A running server. Dropping it ends it, once its clients are gone.
pub struct Server {
    address: SocketAddr,
    tally: Arc<Tally>,
    ready: Mutex<Receiver<()>>,
    stopping: Arc<AtomicBool>,
    end: Arc<Gate>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Runs `script` on every connection, over TLS if there is a configuration for it.
    pub fn start(tls: Option<Arc<ServerConfig>>, script: Script) -> Server {
        Server::on(listener(), tls, script)
    }

    /// The same on a listener that is there already.
    pub fn on(listener: TcpListener, tls: Option<Arc<ServerConfig>>, script: Script) -> Server {
        let address = listener.local_addr().expect("a listener has an address");
        let tally = Arc::new(Tally::default());
        let (tell_ready, ready) = mpsc::channel();
        let (stopping, end) = (Arc::new(AtomicBool::new(false)), Arc::new(Gate::default()));
        let (count, stop, gate) = (tally.clone(), stopping.clone(), end.clone());
        let thread = thread::spawn(move || {
            let mut threads = Vec::new();
            for (number, stream) in listener.incoming().map_while(Result::ok).enumerate() {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                count.note(|counts| counts.connections += 1);
                let script = script.clone();
                let mut peer = Peer::new(stream, tls.as_ref(), &count, &tell_ready, &gate);
                threads.push(thread::spawn(move || script(number, &mut peer)));
            }
            for thread in threads {
                // A script that panicked has printed why, and its client sees a broken connection.
                let _ = thread.join();
            }
        });
        Server {
            address,
            tally,
            ready: Mutex::new(ready),
            stopping,
            end,
            thread: Some(thread),
        }
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The bytes received so far.
    pub fn counts(&self) -> Counts {
        self.tally.counts()
    }

    /// Waits until so many bodies of requests have come: a client need not wait for that.
    pub fn wait_for_uploads(&self, uploads: usize) {
        self.tally.wait_for_uploads(uploads, PATIENCE);
    }

    /// Waits until a script allows the next call; false if none does.
    pub fn wait_until_ready(&self) -> bool {
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        ready.recv_timeout(PATIENCE).is_ok()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        self.end.open();
        // Wakes the thread that accepts; where this fails it has ended.
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A listener on loopback.
pub fn listener() -> TcpListener {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port")
}

/// A listener that takes in little, so that a long request does not fit.
pub fn narrow_listener() -> TcpListener {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    socket.set_recv_buffer_size(1024).expect("a small buffer");
    socket
        .bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into())
        .expect("loopback has a free port");
    socket.listen(16).expect("a listener");
    socket.into()
}

/// An address on loopback that refuses connections. The port stays taken for as long as this exists: once it was free, a server
/// of another case could get it.
pub struct Nobody(Socket);

impl Nobody {
    /// An address with a port that the system chose.
    pub fn bound() -> Nobody {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        socket
            .bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into())
            .expect("loopback has a free port");
        Nobody(socket)
    }

    /// Where nobody listens.
    pub fn address(&self) -> SocketAddr {
        let address = self.0.local_addr().ok().and_then(|address| address.as_socket());
        address.expect("a bound socket has an address")
    }
}

/// A listener whose queue is full: further connections hang, as they do into a black hole.
pub struct BlackHole {
    socket: Socket,
    queued: Vec<TcpStream>,
}

impl BlackHole {
    /// A black hole at `ip`, on `port` or, for 0, on one that the system chose.
    pub fn at(ip: [u8; 4], port: u16) -> BlackHole {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        socket
            .bind(&SocketAddr::new(IpAddr::from(ip), port).into())
            .expect("loopback has this port");
        socket.listen(0).expect("a listener");
        let mut hole = BlackHole {
            socket,
            queued: Vec::new(),
        };
        // The queue is full once a connection is not made at once.
        while hole.queued.len() < 64 {
            match TcpStream::connect_timeout(&hole.address(), Duration::from_millis(200)) {
                Ok(stream) => hole.queued.push(stream),
                Err(_) => break,
            }
        }
        hole
    }

    /// Where it is.
    pub fn address(&self) -> SocketAddr {
        let address = self.socket.local_addr().ok().and_then(|address| address.as_socket());
        address.expect("a listener has an address")
    }
}
