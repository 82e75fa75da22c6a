//! Replacements for poll, eventfd and fork on Windows: waiting for sockets, and little else.
//!
//! Nothing here is Windows' own, so the tests run it on every system.

use std::io;
use std::net::{Ipv4Addr, UdpSocket};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::{AsFd, BorrowedFd};

use super::Interest;

/// A socket to wait for, and, after a wait, whether it is ready or has failed.
#[derive(Clone, Copy)]
pub(crate) struct Polled<'a> {
    wanted: Option<(BorrowedFd<'a>, Interest)>,
    is_ready: bool,
}

impl<'a> Polled<'a> {
    pub(crate) fn new(what: &'a impl AsFd, interest: Interest) -> Polled<'a> {
        Polled {
            wanted: Some((what.as_fd(), interest)),
            is_ready: false,
        }
    }

    /// One that is never ready.
    pub(crate) fn nothing() -> Polled<'a> {
        Polled {
            wanted: None,
            is_ready: false,
        }
    }

    pub(crate) fn is_ready(&self) -> bool {
        self.is_ready
    }

    /// Copies the result of a wait from `other`, a copy of this one.
    pub(crate) fn copy_readiness(&mut self, other: &Polled<'_>) {
        self.is_ready = other.is_ready;
    }
}

/// Waits until one of `polled` is ready or has failed, at most `timeout`.
///
/// A wait may end early with nothing ready: the caller looks at its clock and waits again.
pub(crate) fn wait(polled: &mut [Polled<'_>], timeout: Duration) -> io::Result<()> {
    // Winsock refuses a list that is empty or has gaps.
    let mut entries: Vec<PollFd<'_>> = polled
        .iter()
        .filter_map(|one| one.wanted)
        .map(|(socket, interest)| PollFd::from_borrowed_fd(socket, flags(interest)))
        .collect();
    // The longest that every system takes.
    let timeout = timeout.min(Duration::from_millis(i32::MAX as u64));
    if entries.is_empty() {
        thread::sleep(timeout);
    } else {
        let limit = Timespec::try_from(timeout).map_err(io::Error::other)?;
        match poll(&mut entries, Some(&limit)) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
    let mut entries = entries.iter();
    for one in polled.iter_mut().filter(|one| one.wanted.is_some()) {
        one.is_ready = entries.next().is_some_and(|entry| !entry.revents().is_empty());
    }
    Ok(())
}

fn flags(interest: Interest) -> PollFlags {
    match interest {
        Interest::Readable => PollFlags::IN,
        Interest::Writable => PollFlags::OUT,
    }
}

/// A socket that becomes readable when it is set, and stays so until it is reset: it sends a datagram to itself. Being
/// connected to itself, it receives from no other.
#[derive(Debug)]
pub(crate) struct Wake(UdpSocket);

impl Wake {
    pub(crate) fn new() -> io::Result<Wake> {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
        socket.connect(socket.local_addr()?)?;
        socket.set_nonblocking(true)?;
        Ok(Wake(socket))
    }

    /// Its number, for a program that waits for it too.
    #[cfg(all(windows, feature = "capi"))]
    pub(crate) fn number(&self) -> i64 {
        std::os::windows::io::AsRawSocket::as_raw_socket(&self.0) as i64
    }

    /// Makes it readable.
    pub(crate) fn set(&self) {
        // A queue that is full is readable already.
        let _ = self.0.send(&[1]);
    }

    /// Makes it unreadable again, however often it was set.
    #[cfg(any(test, feature = "capi"))]
    pub(crate) fn reset(&self) {
        while self.0.recv(&mut [0]).is_ok() {}
    }
}

#[cfg(windows)]
impl std::os::windows::io::AsSocket for Wake {
    fn as_socket(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

#[cfg(not(windows))]
impl AsFd for Wake {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

#[cfg(windows)]
pub(crate) use only::*;

/// Items for Windows only.
#[cfg(windows)]
mod only {
    use std::io;
    use std::sync::OnceLock;
    use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

    /// There are no signals to block.
    pub(crate) fn with_signals_blocked<T>(body: impl FnOnce() -> T) -> T {
        body()
    }

    /// There is no fork, so no child whose copies would have to be closed.
    #[derive(Debug)]
    pub(crate) struct OpenSockets;

    impl OpenSockets {
        pub(crate) fn new() -> OpenSockets {
            OpenSockets
        }

        pub(crate) fn add<T>(&self, _socket: &T) {}

        pub(crate) fn remove<T>(&self, _socket: &T) {}

        pub(crate) fn close_in_child(&self) {}
    }

    /// A time that only grows, also while the machine sleeps, as this system's monotonic clock does.
    pub(crate) fn uptime() -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    /// The wall clock since 1970.
    pub(crate) fn coarse_wall_clock() -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    /// Windows has numbers for network interfaces in addresses, not names.
    pub(crate) fn interface_index(_name: &str) -> Option<u32> {
        None
    }

    /// Whether a connect that did not block is still under way.
    pub(crate) fn is_connecting(error: &io::Error) -> bool {
        error.kind() == io::ErrorKind::WouldBlock
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::{TcpListener, TcpStream};

    use super::*;

    const LONG: Duration = Duration::from_secs(600);

    fn is_awake(wake: &Wake) -> bool {
        let mut polled = [Polled::new(wake, Interest::Readable)];
        wait(&mut polled, Duration::ZERO).unwrap();
        polled[0].is_ready()
    }

    #[test]
    fn a_wake_stays_awake_however_often_it_is_set() {
        let (wake, other) = (Wake::new().unwrap(), Wake::new().unwrap());
        assert!(!is_awake(&wake));
        for _ in 0..10_000 {
            wake.set();
        }
        assert!(is_awake(&wake) && is_awake(&wake) && !is_awake(&other));
    }

    #[test]
    fn a_wake_that_was_reset_can_be_set_again() {
        let wake = Wake::new().unwrap();
        for _ in 0..3 {
            wake.set();
            wake.set();
            assert!(is_awake(&wake));
            wake.reset();
            assert!(!is_awake(&wake));
        }
    }

    #[test]
    fn a_wake_set_by_another_thread_ends_a_wait() {
        let wake = Wake::new().unwrap();
        thread::scope(|scope| {
            scope.spawn(|| wake.set());
            let mut polled = [Polled::nothing(), Polled::new(&wake, Interest::Readable)];
            wait(&mut polled, LONG).unwrap();
            assert!(!polled[0].is_ready() && polled[1].is_ready());
        });
    }

    #[test]
    fn a_wait_tells_which_socket_is_ready() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut ours = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (theirs, _) = listener.accept().unwrap();
        let wanted = |stream| [Interest::Readable, Interest::Writable].map(|interest| Polled::new(stream, interest));
        let mut polled = wanted(&theirs);
        wait(&mut polled, LONG).unwrap();
        assert_eq!(polled.map(|one| one.is_ready()), [false, true]);
        ours.write_all(b"x").unwrap();
        let mut polled = [Polled::new(&theirs, Interest::Readable)];
        wait(&mut polled, LONG).unwrap();
        let mut copy = Polled::nothing();
        copy.copy_readiness(&polled[0]);
        assert!(copy.is_ready());
    }

    #[test]
    fn a_refused_connection_is_ready_too() {
        let refused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
        socket.set_nonblocking(true).unwrap();
        assert!(socket.connect(&refused.into()).is_err());
        let stream = TcpStream::from(socket);
        let mut polled = [Polled::new(&stream, Interest::Writable)];
        wait(&mut polled, LONG).unwrap();
        assert!(polled[0].is_ready() && stream.take_error().unwrap().is_some());
    }

    #[test]
    fn a_wait_for_nothing_ends_at_its_timeout() {
        wait(&mut [Polled::nothing()], Duration::from_millis(1)).unwrap();
        let wake = Wake::new().unwrap();
        let mut polled = [Polled::new(&wake, Interest::Readable)];
        wait(&mut polled, Duration::from_millis(1)).unwrap();
        assert!(!polled[0].is_ready());
    }
}
