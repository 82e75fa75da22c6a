//! Safe wrappers of the few system calls that std lacks.

use std::net::TcpStream;
use std::sync::atomic::{AtomicPtr, Ordering};
#[cfg(unix)]
use std::{
    io,
    marker::PhantomData,
    os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd},
    sync::atomic::AtomicI32,
    time::Duration,
};
#[cfg(all(unix, not(target_os = "linux")))]
use std::{io::Write, os::unix::net::UnixStream};
#[cfg(target_os = "linux")]
use std::{
    os::fd::FromRawFd,
    sync::{OnceLock, atomic::AtomicU32},
};

#[cfg(any(windows, test))]
mod windows;
#[cfg(windows)]
pub(crate) use windows::*;

/// What a wait is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Interest {
    Readable,
    Writable,
}

/// A descriptor to wait for, and, after a wait, whether it is ready or has failed.
#[cfg(unix)]
#[derive(Clone, Copy)]
#[repr(transparent)]
pub(crate) struct Polled<'a> {
    entry: libc::pollfd,
    owner: PhantomData<BorrowedFd<'a>>,
}

#[cfg(unix)]
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

    /// Takes over what a wait found out about `other`, a copy of this one.
    pub(crate) fn copy_readiness(&mut self, other: &Polled<'_>) {
        self.entry.revents = other.entry.revents;
    }
}

/// Waits until one of `polled` is ready or has failed, at most `timeout`.
///
/// A signal ends the wait early with nothing ready: the caller looks at its clock and waits again.
#[cfg(unix)]
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

/// A descriptor that becomes readable, once and for all, when somebody says so.
#[cfg(unix)]
#[derive(Debug)]
pub(crate) struct Wake {
    readable: OwnedFd,
    /// The other end of a pair of sockets, where the system has no eventfd.
    #[cfg(not(target_os = "linux"))]
    writable: UnixStream,
}

#[cfg(unix)]
impl Wake {
    #[cfg(target_os = "linux")]
    pub(crate) fn new() -> io::Result<Wake> {
        // SAFETY: no pointers; the result is checked before it is owned.
        let descriptor = unsafe { libc::eventfd(0, libc::EFD_CLOEXEC | libc::EFD_NONBLOCK) };
        if descriptor < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: a descriptor that was just made and that nobody else owns.
        Ok(Wake {
            readable: unsafe { OwnedFd::from_raw_fd(descriptor) },
        })
    }

    #[cfg(not(target_os = "linux"))]
    pub(crate) fn new() -> io::Result<Wake> {
        let (readable, writable) = UnixStream::pair()?;
        writable.set_nonblocking(true)?;
        Ok(Wake {
            readable: readable.into(),
            writable,
        })
    }

    /// Makes it readable. Nobody ever reads, so it stays so.
    #[cfg(target_os = "linux")]
    pub(crate) fn set(&self) {
        let one = 1u64.to_ne_bytes();
        // SAFETY: `one` is 8 readable bytes, and the descriptor is open since this object owns it. A full counter is
        // readable already, so a failure does not matter.
        unsafe { libc::write(self.readable.as_raw_fd(), one.as_ptr().cast(), one.len()) };
    }

    /// Makes it readable. Nobody ever reads, so it stays so.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn set(&self) {
        // What has no room for a byte more is readable already.
        let _ = (&self.writable).write(&[1]);
    }
}

#[cfg(unix)]
impl AsFd for Wake {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.readable.as_fd()
    }
}

/// Runs `body` with all signals blocked on this thread, so that a thread started in it never runs a handler of the host's.
#[cfg(unix)]
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

/// The id of this process, without a system call once it is known.
///
/// It lies in a page that the kernel clears in a child of fork (or clone), so the child learns its own. Where there is no
/// such page the kernel is asked each time.
#[cfg(target_os = "linux")]
pub(crate) fn process_id() -> u32 {
    static PAGE: OnceLock<Option<&'static AtomicU32>> = OnceLock::new();

    let Some(id) = PAGE.get_or_init(page_that_fork_clears) else {
        return std::process::id();
    };
    match id.load(Ordering::Relaxed) {
        0 => {
            let own = std::process::id();
            id.store(own, Ordering::Relaxed);
            own
        }
        known => known,
    }
}

#[cfg(target_os = "linux")]
fn page_that_fork_clears() -> Option<&'static AtomicU32> {
    const SIZE: usize = 4096;
    let (access, kind) = (
        libc::PROT_READ | libc::PROT_WRITE,
        libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
    );
    // SAFETY: an anonymous mapping at an address that the kernel chooses touches no memory of ours.
    let page = unsafe { libc::mmap(std::ptr::null_mut(), SIZE, access, kind, -1, 0) };
    if page == libc::MAP_FAILED {
        return None;
    }
    // QEMU, where it runs the program of another processor, accepts any advice and follows none; -1 tells it from a kernel.
    // SAFETY: the page was just mapped, whole and private, and holds nothing yet.
    let is_wiped =
        unsafe { libc::madvise(page, SIZE, -1) != 0 && libc::madvise(page, SIZE, libc::MADV_WIPEONFORK) == 0 };
    if !is_wiped {
        // SAFETY: the same page, which nobody has a reference into.
        unsafe { libc::munmap(page, SIZE) };
        return None;
    }
    // SAFETY: aligned, zeroed, never unmapped from here on, and only ever used as this atomic.
    Some(unsafe { &*page.cast::<AtomicU32>() })
}

/// The id of this process.
#[cfg(not(target_os = "linux"))]
pub(crate) fn process_id() -> u32 {
    std::process::id()
}

/// The descriptors of open sockets, so that a child of fork can close its copies of its parent's: as long as it holds
/// them, the parent's close ends no connection. Takes no lock, since the parent's threads may be anywhere.
#[cfg(unix)]
#[derive(Debug)]
pub(crate) struct OpenSockets([AtomicI32; OpenSockets::MAX]);

#[cfg(unix)]
impl OpenSockets {
    /// More than this are not remembered, and stay open in a child.
    const MAX: usize = 256;
    const FREE: i32 = -1;

    pub(crate) fn new() -> OpenSockets {
        OpenSockets([const { AtomicI32::new(OpenSockets::FREE) }; OpenSockets::MAX])
    }

    pub(crate) fn add(&self, socket: &impl AsFd) {
        self.replace(Self::FREE, socket.as_fd().as_raw_fd());
    }

    pub(crate) fn remove(&self, socket: &impl AsFd) {
        self.replace(socket.as_fd().as_raw_fd(), Self::FREE);
    }

    fn replace(&self, old: i32, new: i32) {
        for slot in &self.0 {
            if slot
                .compare_exchange(old, new, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
            {
                return;
            }
        }
    }

    /// Closes them all, in a child that will never use them: what owns them there is left alone for good.
    pub(crate) fn close_in_child(&self) {
        for slot in &self.0 {
            let descriptor = slot.swap(Self::FREE, Ordering::Relaxed);
            if descriptor != Self::FREE {
                // SAFETY: this process's copy of a descriptor whose owner, in the state that the child has forgotten, is
                // never used or dropped here; the swap lets one thread have it.
                unsafe { libc::close(descriptor) };
            }
        }
    }
}

/// How long the machine has been up, the time that it slept included.
#[cfg(unix)]
pub(crate) fn uptime() -> Duration {
    // Elsewhere the monotonic clock is the nearest there is.
    #[cfg(target_os = "linux")]
    return clock(libc::CLOCK_BOOTTIME);
    #[cfg(not(target_os = "linux"))]
    return clock(libc::CLOCK_MONOTONIC);
}

/// The wall clock since 1970, good to some milliseconds: on Linux that takes a tenth of the time.
#[cfg(unix)]
pub(crate) fn coarse_wall_clock() -> Duration {
    #[cfg(target_os = "linux")]
    return clock(libc::CLOCK_REALTIME_COARSE);
    #[cfg(not(target_os = "linux"))]
    return clock(libc::CLOCK_REALTIME);
}

#[cfg(unix)]
fn clock(which: libc::clockid_t) -> Duration {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `now` outlives the call that writes to it.
    let result = unsafe { libc::clock_gettime(which, &raw mut now) };
    // As in std: there is no system without these clocks.
    assert_eq!(result, 0, "clock_gettime: {}", io::Error::last_os_error());
    let seconds = u64::try_from(now.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(now.tv_nsec).unwrap_or(0))
}

/// How many bytes of a connection its other side has not received yet; `None` if the system does not tell.
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

/// Whether a connect that did not block is still under way.
#[cfg(unix)]
pub(crate) fn is_connecting(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::EINPROGRESS)
}

/// A value that each process has for itself: a child of fork makes its own and never touches that of its parent, whose
/// locks may be held by threads that the child does not have. The parent's is left alone in the child, on purpose.
pub(crate) struct PerProcess<T> {
    current: AtomicPtr<Owned<T>>,
}

struct Owned<T> {
    process: u32,
    value: T,
}

impl<T> PerProcess<T> {
    pub(crate) fn new(value: T) -> PerProcess<T> {
        let owned = Box::new(Owned {
            process: std::process::id(),
            value,
        });
        PerProcess {
            current: AtomicPtr::new(Box::into_raw(owned)),
        }
    }

    /// This process's value. In a child of fork the first call makes it from what the parent had, which `renew` may read
    /// as far as that needs no lock.
    pub(crate) fn get(&self, renew: impl FnOnce(&T) -> T) -> &T {
        let process = process_id();
        let seen = self.current.load(Ordering::Acquire);
        // SAFETY: `current` always points to a box of ours. One that was replaced is never freed, so the reference is
        // good for as long as `self`.
        let owned = unsafe { &*seen };
        if owned.process == process {
            return &owned.value;
        }
        let renewed = Box::into_raw(Box::new(Owned {
            process,
            value: renew(&owned.value),
        }));
        match self
            .current
            .compare_exchange(seen, renewed, Ordering::AcqRel, Ordering::Acquire)
        {
            // SAFETY: as above: a box of ours that stays.
            Ok(_) => unsafe { &(*renewed).value },
            Err(winner) => {
                // SAFETY: another thread of this process was first, so nobody has seen `renewed`; `winner` is its box.
                unsafe {
                    drop(Box::from_raw(renewed));
                    &(*winner).value
                }
            }
        }
    }
}

impl<T> Drop for PerProcess<T> {
    fn drop(&mut self) {
        let owned = *self.current.get_mut();
        // SAFETY: the box that `current` points to is ours and nobody else uses it any more. What belongs to the parent is
        // left: dropping it would close the parent's sockets and might wait for its locks.
        unsafe {
            if (*owned).process == process_id() {
                drop(Box::from_raw(owned));
            }
        }
    }
}

// SAFETY: a `PerProcess` owns its value and gives out shared references, as a `Box` in an `Arc` would.
unsafe impl<T: Send + Sync> Send for PerProcess<T> {}
// SAFETY: as above.
unsafe impl<T: Send + Sync> Sync for PerProcess<T> {}

/// Overwrites memory with zeros, which no compiler may leave out although nobody reads them.
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
    // With the C ABI comes an allocator that does so to whatever is freed: once is enough.
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

/// Elsewhere the caller is asked, in the header, not to cancel threads inside the library.
#[cfg(all(feature = "capi", not(target_os = "linux")))]
pub(crate) fn uncancellable<T>(body: impl FnOnce() -> T) -> T {
    body()
}
