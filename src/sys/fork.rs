//! State that a process must not share with the one that it was forked from.

use std::sync::atomic::{AtomicPtr, Ordering};
#[cfg(target_os = "linux")]
use std::sync::{OnceLock, atomic::AtomicU32};
#[cfg(unix)]
use std::{
    os::fd::{AsFd, AsRawFd},
    sync::atomic::AtomicI32,
};

/// The id of this process, without a system call once it is known.
///
/// It lies in a page that the kernel clears in a child of fork (or clone), so the child learns its own. Where there is no
/// such page it takes a system call each time.
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

/// Of all kernels that this runs on: aarch64 and POWER can have them.
#[cfg(target_os = "linux")]
const LARGEST_PAGE: usize = 64 * 1024;

/// Where that page lies. In the library's own data, which takes no memory before it is used, and which a program gives
/// back when it unloads the library: nobody would unmap a mapping.
#[cfg(target_os = "linux")]
static AREA: [AtomicU32; 2 * LARGEST_PAGE / size_of::<AtomicU32>()] =
    [const { AtomicU32::new(0) }; 2 * LARGEST_PAGE / size_of::<AtomicU32>()];

#[cfg(target_os = "linux")]
fn page_that_fork_clears() -> Option<&'static AtomicU32> {
    // SAFETY: asks for a number.
    let size = usize::try_from(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }).ok()?;
    if size > LARGEST_PAGE {
        return None;
    }
    let first = AREA.as_ptr().align_offset(size);
    let page = AREA.get(first..first.checked_add(size / size_of::<AtomicU32>())?)?;
    let start = page.as_ptr().cast_mut().cast();
    // QEMU's user mode accepts any advice and follows none; -1 distinguishes it from a kernel.
    // SAFETY: one whole page of `AREA`, which holds nothing but zeros.
    let is_wiped =
        unsafe { libc::madvise(start, size, -1) != 0 && libc::madvise(start, size, libc::MADV_WIPEONFORK) == 0 };
    if is_wiped { page.first() } else { None }
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

    /// This process's value. In a child of fork the first call makes it from the parent's, which `renew` may read
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
                // SAFETY: another thread of this process was first, so nothing refers to `renewed`; `winner` is its
                // box.
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
        // SAFETY: the box that `current` points to is ours and not used any more. What belongs to the parent is
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
