//! Safe wrappers of the few system calls that std lacks.

use std::io;
use std::net::TcpStream;
use std::os::fd::AsRawFd;
use std::time::Duration;

/// What a wait is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Interest {
    Readable,
    Writable,
}

/// Waits until one of `sockets` is ready or has failed, at most `timeout`; tells which are.
///
/// A signal ends the wait early with nothing ready: the caller looks at its clock and waits again.
pub(crate) fn wait(sockets: &[&TcpStream], interest: Interest, timeout: Duration) -> io::Result<Vec<bool>> {
    let events = match interest {
        Interest::Readable => libc::POLLIN,
        Interest::Writable => libc::POLLOUT,
    };
    let mut polled: Vec<libc::pollfd> = sockets
        .iter()
        .map(|socket| libc::pollfd {
            fd: socket.as_raw_fd(),
            events,
            revents: 0,
        })
        .collect();
    // Rounded up, so that a wait for the last fraction of a millisecond does not spin.
    let timeout = i32::try_from(timeout.as_micros().div_ceil(1000)).unwrap_or(i32::MAX);
    let count = libc::nfds_t::try_from(polled.len()).map_err(io::Error::other)?;
    // SAFETY: `polled` is a live array of `count` initialised pollfd, and every descriptor in it is open for the whole
    // call, since `sockets` borrows its owner.
    let ready = unsafe { libc::poll(polled.as_mut_ptr(), count, timeout) };
    if ready < 0 {
        let error = io::Error::last_os_error();
        return match error.kind() {
            io::ErrorKind::Interrupted => Ok(vec![false; sockets.len()]),
            _ => Err(error),
        };
    }
    Ok(polled.iter().map(|entry| entry.revents != 0).collect())
}

/// Runs `body` on a thread that pthread_cancel cannot end meanwhile; a request to cancel stays pending.
#[cfg(all(feature = "capi", target_os = "linux"))]
pub(crate) fn uncancellable<T>(body: impl FnOnce() -> T) -> T {
    use std::ffi::c_int;

    // The same in glibc and musl; the libc crate has neither for Linux.
    const PTHREAD_CANCEL_DISABLE: c_int = 1;
    unsafe extern "C" {
        fn pthread_setcancelstate(state: c_int, old_state: *mut c_int) -> c_int;
    }

    /// Puts the state back, after a panic too.
    struct Restore(c_int);
    impl Drop for Restore {
        fn drop(&mut self) {
            // SAFETY: a valid state, which the call below returned; a NULL old state is allowed by both libraries.
            unsafe { pthread_setcancelstate(self.0, std::ptr::null_mut()) };
        }
    }

    let mut before = 0;
    // SAFETY: a valid state, and `before` outlives the call that writes to it.
    unsafe { pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &raw mut before) };
    let _restore = Restore(before);
    body()
}

/// Elsewhere the caller is asked, in the header, not to cancel threads inside the library.
#[cfg(all(feature = "capi", not(target_os = "linux")))]
pub(crate) fn uncancellable<T>(body: impl FnOnce() -> T) -> T {
    body()
}
