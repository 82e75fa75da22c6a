//! Safe wrappers of the few system calls and instructions that std lacks.

use std::io;
use std::net::TcpStream;
#[cfg(target_os = "linux")]
use std::os::fd::AsRawFd;
use std::thread::{self, JoinHandle};

mod fork;
mod lend;
mod search;
mod shared;
mod striped;
#[cfg(unix)]
mod unix;
#[cfg(any(windows, test))]
mod windows;

#[cfg(unix)]
pub(crate) use fork::OpenSockets;
pub(crate) use fork::{PerProcess, process_id};
pub(crate) use lend::{lend, with_lent};
pub(crate) use search::{alike, name, plain, printable};
pub(crate) use shared::{Held, Shared};
pub(crate) use striped::{STRIPES, StripedLock, thread_number};
#[cfg(unix)]
pub(crate) use unix::*;
#[cfg(windows)]
pub(crate) use windows::*;

/// The event to wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Interest {
    Readable,
    Writable,
}

/// Starts a thread on which no signal handler of the host process runs. One function for all, since what starts a thread is
/// large.
pub(crate) fn start_thread(
    name: &str,
    stack_size: usize,
    body: Box<dyn FnOnce() + Send>,
) -> io::Result<JoinHandle<()>> {
    // The new thread inherits the mask.
    with_signals_blocked(|| {
        thread::Builder::new()
            .name(name.to_owned())
            .stack_size(stack_size)
            .spawn(body)
    })
}

/// How many bytes of a connection its other side has not received yet; `None` if the system does not report it.
#[cfg(target_os = "linux")]
pub(crate) fn unacked_bytes(stream: &TcpStream) -> Option<i32> {
    let mut count: libc::c_int = 0;
    // SAFETY: for a socket this request, SIOCOUTQ by another name, writes one int, and `count` outlives the call.
    let result = unsafe { libc::ioctl(stream.as_raw_fd(), libc::TIOCOUTQ, &raw mut count) };
    (result == 0).then_some(count)
}

/// How many bytes of a connection its other side has not received yet: not known here.
#[cfg(not(target_os = "linux"))]
pub(crate) fn unacked_bytes(_: &TcpStream) -> Option<i32> {
    None
}

/// Overwrites memory with zeros, which the compiler must not optimize away.
///
/// # Safety
/// `size` bytes from `start` on belong to the caller, who needs their contents no more.
pub(crate) unsafe fn wipe(start: *mut u8, size: usize) {
    #[cfg(target_os = "linux")]
    // SAFETY: the caller owns these bytes.
    unsafe {
        libc::explicit_bzero(start.cast(), size);
    }
    #[cfg(not(target_os = "linux"))]
    for at in 0..size {
        // SAFETY: as above, byte by byte.
        unsafe { start.add(at).write_volatile(0) };
    }
}

/// Wipes all memory that `bytes` has set aside, used or not, before it is freed.
pub(crate) fn wipe_all(bytes: &mut Vec<u8>) {
    // With the C ABI the allocator already wipes all freed memory.
    if cfg!(not(feature = "capi")) {
        // SAFETY: the vector owns all of its capacity; zeros are bytes like any others.
        unsafe { wipe(bytes.as_mut_ptr(), bytes.capacity()) };
    }
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

/// Elsewhere the header requires callers not to cancel threads inside the library.
#[cfg(all(feature = "capi", not(target_os = "linux")))]
pub(crate) fn uncancellable<T>(body: impl FnOnce() -> T) -> T {
    body()
}
