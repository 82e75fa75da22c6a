//! A server on loopback that responds to each request with the next bytes of its script, which are arbitrary.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;

/// Longer requests than this do not come from the library.
const MAX_REQUEST: usize = 256 * 1024;
/// One run needs no more responses than this.
const MAX_ANSWERS: usize = 64;

/// More connections than this wait: more than the clients of a run keep alive.
const THREADS: usize = 16;

/// The response to one request.
pub struct Answer {
    pub bytes: Vec<u8>,
    /// Whether the connection is closed after it.
    pub closes: bool,
}

static SCRIPT: Mutex<VecDeque<Answer>> = Mutex::new(VecDeque::new());

/// As many threads for all runs: one that is just ending while LeakSanitizer looks would be taken for a leak.
static PORT: LazyLock<u16> = LazyLock::new(|| {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    let port = listener.local_addr().expect("it is bound").port();
    for _ in 0..THREADS {
        let listener = listener.try_clone().expect("a descriptor");
        thread::spawn(move || listener.incoming().flatten().for_each(serve));
    }
    port
});

/// The port of the server, which the first call starts.
pub fn port() -> u16 {
    *PORT
}

/// Adds a response to the script.
pub fn script(answer: Answer) {
    let mut script = SCRIPT.lock().unwrap_or_else(PoisonError::into_inner);
    if script.len() < MAX_ANSWERS {
        script.push_back(answer);
    }
}

/// Forgets the script.
pub fn reset() {
    SCRIPT.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

/// Responds on one connection until it or the script ends.
fn serve(mut stream: TcpStream) {
    while read_request(&mut stream).is_some() {
        let next = SCRIPT.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some(answer) = next else { break };
        if stream.write_all(&answer.bytes).is_err() || answer.closes {
            break;
        }
    }
    let _ = stream.shutdown(Shutdown::Both);
}

/// Reads a request, head and body.
fn read_request(stream: &mut TcpStream) -> Option<()> {
    let mut request = Vec::new();
    let mut chunk = [0; 4096];
    while !is_whole(&request) {
        let n = stream.read(&mut chunk).ok().filter(|&n| n > 0)?;
        request.extend_from_slice(&chunk[..n]);
        if request.len() > MAX_REQUEST {
            return None;
        }
    }
    Some(())
}

/// Whether a request has come to its end. In chunks, what looks like the last one may be in the body: then the response
/// comes early, which is allowed.
fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|window| window == b"\r\n\r\n") else {
        return false;
    };
    let (head, body) = request.split_at(end + 4);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if head.contains("\r\ntransfer-encoding: chunked\r\n") {
        return body.ends_with(b"0\r\n\r\n");
    }
    let length = head.split("\r\ncontent-length: ").nth(1);
    let length = length.and_then(|rest| rest.split('\r').next()?.parse().ok());
    body.len() >= length.unwrap_or(0)
}
