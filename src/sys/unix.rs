//! Waiting, waking, signals and clocks on Unix.

use std::ffi::CString;
use std::io;
#[cfg(not(target_os = "linux"))]
use std::io::Write;
use std::marker::PhantomData;
#[cfg(target_os = "linux")]
use std::os::fd::FromRawFd;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
#[cfg(not(target_os = "linux"))]
use std::os::unix::net::UnixStream;
use std::time::Duration;

use super::Interest;

/// A descriptor to wait for, and, after a wait, whether it is ready or has failed.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub(crate) struct Polled<'a> {
    entry: libc::pollfd,
    owner: PhantomData<BorrowedFd<'a>>,
}

impl<'a> Polled<'a> {
    pub(crate) fn new(what: &'a impl AsFd, interest: Interest) -> Polled<'a> {
        let events = match interest {
            Interest::Readable => libc::POLLIN,
            Interest::Writable => libc::POLLOUT,
        };
        Polled::entry(what.as_fd().as_raw_fd(), events)
    }

    /// One that is never ready.
    pub(crate) fn nothing() -> Polled<'a> {
        Polled::entry(-1, 0)
    }

    fn entry(fd: i32, events: i16) -> Polled<'a> {
        Polled {
            entry: libc::pollfd { fd, events, revents: 0 },
            owner: PhantomData,
        }
    }

    pub(crate) fn is_ready(&self) -> bool {
        self.entry.revents != 0
    }

    /// Copies the result of a wait from `other`, a copy of this one.
    pub(crate) fn copy_readiness(&mut self, other: &Polled<'_>) {
        self.entry.revents = other.entry.revents;
    }
}

/// Waits until one of `polled` is ready or has failed, at most `timeout`.
///
/// A signal ends the wait early with nothing ready: the caller looks at its clock and waits again.
pub(crate) fn wait(polled: &mut [Polled<'_>], timeout: Duration) -> io::Result<()> {
    // Rounded up, so that a wait for the last fraction of a millisecond does not spin.
    let timeout = i32::try_from(timeout.as_micros().div_ceil(1000)).unwrap_or(i32::MAX);
    let count = libc::nfds_t::try_from(polled.len()).map_err(io::Error::other)?;
    // SAFETY: `polled` is a live array of `count` initialised pollfd, which `Polled` is by its representation, and every
    // descriptor in it is open for the whole call, since each borrows its owner.
    let ready = unsafe { libc::poll(polled.as_mut_ptr().cast(), count, timeout) };
    if ready < 0 {
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
        // poll has not written to the entries.
        polled.iter_mut().for_each(|one| one.entry.revents = 0);
    }
    Ok(())
}

/// A descriptor that becomes readable when it is set, and stays so until it is reset.
#[derive(Debug)]
pub(crate) struct Wake {
    readable: OwnedFd,
    /// The other end of a pair of sockets, where the system has no eventfd.
    #[cfg(not(target_os = "linux"))]
    writable: UnixStream,
}

impl Wake {
    #[cfg(target_os = "linux")]
    pub(crate) fn new() -> io::Result<Wake> {
        // SAFETY: no pointers; the result is checked before it is owned.
        let descriptor = unsafe { libc::eventfd(0, libc::EFD_CLOEXEC | libc::EFD_NONBLOCK) };
        if descriptor < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: a new descriptor without another owner.
        Ok(Wake {
            readable: unsafe { OwnedFd::from_raw_fd(descriptor) },
        })
    }

    #[cfg(not(target_os = "linux"))]
    pub(crate) fn new() -> io::Result<Wake> {
        let (readable, writable) = UnixStream::pair()?;
        readable.set_nonblocking(true)?;
        writable.set_nonblocking(true)?;
        Ok(Wake {
            readable: readable.into(),
            writable,
        })
    }

    /// Its number, for a program that waits for it too.
    #[cfg(feature = "capi")]
    pub(crate) fn number(&self) -> i64 {
        self.readable.as_raw_fd().into()
    }

    /// Makes it readable.
    #[cfg(target_os = "linux")]
    pub(crate) fn set(&self) {
        let one = 1u64.to_ne_bytes();
        // SAFETY: `one` is 8 readable bytes, and the descriptor is open since this object owns it. A full counter is
        // readable already, so a failure does not matter.
        unsafe { libc::write(self.readable.as_raw_fd(), one.as_ptr().cast(), one.len()) };
    }

    /// Makes it readable.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn set(&self) {
        // A full socket is readable already.
        let _ = (&self.writable).write(&[1]);
    }

    /// Makes it unreadable again, however often it was set.
    #[cfg(feature = "capi")]
    pub(crate) fn reset(&self) {
        let mut taken = [0u8; 64];
        // SAFETY: `taken` has so many writable bytes, and the descriptor, which does not block, is open since this object owns it.
        while unsafe { libc::read(self.readable.as_raw_fd(), taken.as_mut_ptr().cast(), taken.len()) } == 64 {}
    }
}

impl AsFd for Wake {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.readable.as_fd()
    }
}

/// Runs `body` with all signals blocked on this thread, so that a thread started in it never runs a handler of the host
/// process.
pub(crate) fn with_signals_blocked<T>(body: impl FnOnce() -> T) -> T {
    /// Puts the mask back, after a panic too.
    struct Restore(libc::sigset_t);
    impl Drop for Restore {
        fn drop(&mut self) {
            // SAFETY: a set that pthread_sigmask filled; a NULL old set is allowed.
            unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &raw const self.0, std::ptr::null_mut()) };
        }
    }
    // SAFETY: a sigset_t is plain data for which all zeros is valid; sigfillset and pthread_sigmask fill the two.
    let before = unsafe {
        let mut all: libc::sigset_t = std::mem::zeroed();
        let mut before: libc::sigset_t = std::mem::zeroed();
        libc::sigfillset(&raw mut all);
        libc::pthread_sigmask(libc::SIG_SETMASK, &raw const all, &raw mut before);
        before
    };
    let _restore = Restore(before);
    body()
}

/// How long the machine has been up, the time that it slept included.
pub(crate) fn uptime() -> Duration {
    // Elsewhere the monotonic clock is the nearest there is.
    #[cfg(target_os = "linux")]
    return clock(libc::CLOCK_BOOTTIME);
    #[cfg(not(target_os = "linux"))]
    return clock(libc::CLOCK_MONOTONIC);
}

/// The wall clock since 1970, good to some milliseconds: on Linux that takes a tenth of the time.
pub(crate) fn coarse_wall_clock() -> Duration {
    #[cfg(target_os = "linux")]
    return clock(libc::CLOCK_REALTIME_COARSE);
    #[cfg(not(target_os = "linux"))]
    return clock(libc::CLOCK_REALTIME);
}

fn clock(which: libc::clockid_t) -> Duration {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `now` outlives the call that writes to it.
    let result = unsafe { libc::clock_gettime(which, &raw mut now) };
    // As in std: there is no system without these clocks.
    assert_eq!(result, 0, "clock_gettime: {}", io::Error::last_os_error());
    let seconds = u64::try_from(now.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(now.tv_nsec).unwrap_or(0))
}

/// The number of the network interface of this name, if there is one.
pub(crate) fn interface_index(name: &str) -> Option<u32> {
    let name = CString::new(name).ok()?;
    // SAFETY: a NUL-terminated string that outlives the call.
    let index = unsafe { libc::if_nametoindex(name.as_ptr()) };
    (index > 0).then_some(index)
}

/// Whether a connect that did not block is still under way.
pub(crate) fn is_connecting(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::EINPROGRESS)
}
