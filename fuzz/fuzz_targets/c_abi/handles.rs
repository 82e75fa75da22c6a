//! Handles in a few places, which operations name by number. NULL where there is none, which every function must take.

/// Lets another thread use a handle that the header allows it to use.
pub struct Shared<T>(pub *const T);

// SAFETY: the header allows many threads to use clients and tokens at once.
unsafe impl<T> Send for Shared<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for Shared<T> {}

impl<T> Shared<T> {
    pub fn get(&self) -> *const T {
        self.0
    }
}

pub fn slot<T: Copy>(slots: &[T], number: u8) -> T {
    slots[usize::from(number) % slots.len()]
}

/// A handle, or NULL.
pub fn handle<T>(handles: &[*mut T], number: u8) -> *mut T {
    slot(handles, number)
}

/// Puts a handle into its place, where none may be left.
pub fn put<T>(slots: &mut [*mut T], number: u8, new: *mut T, free: unsafe extern "C" fn(*mut T)) {
    let place = usize::from(number) % slots.len();
    // SAFETY: a handle of ours that nothing uses, or NULL.
    unsafe { free(slots[place]) };
    slots[place] = new;
}
