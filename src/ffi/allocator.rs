//! The allocator of libnango.so and libnango.a: it wipes what it frees.
//!
//! This crate's own copies of a secret are wiped when dropped. Its dependencies keep copies of their own
//! in blocks that they just free: the text of a request, TLS records, buffers that grew. A Rust program that depends on
//! the crate without the feature `capi` chooses its own allocator.

use std::alloc::{GlobalAlloc, Layout, System};

struct Wiping;

#[global_allocator]
static ALLOCATOR: Wiping = Wiping;

// SAFETY: every block comes from and goes back to `System`, with the layout that the caller gave; wiping stays within it.
// `realloc` is the trait's own: a new block, a copy, and a `dealloc` that wipes the old one.
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of `alloc`, which is the same there.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of `alloc_zeroed`, which is the same there.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller returns a block of this layout, which is not used any more.
        unsafe {
            crate::sys::wipe(block, layout.size());
            System.dealloc(block, layout);
        }
    }
}
