//! Lending a buffer to what is called further down, through code that has no parameter for it.

use std::cell::Cell;
use std::ptr::NonNull;

thread_local! {
    static LENT: Cell<Option<NonNull<[u8]>>> = const { Cell::new(None) };
}

/// Runs `borrower`, which may have `buffer` once, with [`with_lent`].
pub(crate) fn lend<T>(buffer: &mut [u8], borrower: impl FnOnce() -> T) -> T {
    /// Puts back what was lent before, after a panic too: an interrupt may make a call of its own.
    struct Restore(Option<NonNull<[u8]>>);
    impl Drop for Restore {
        fn drop(&mut self) {
            LENT.set(self.0);
        }
    }
    let _restore = Restore(LENT.replace(Some(NonNull::from(buffer))));
    borrower()
}

/// Gives `user` the buffer that was lent last; `None` if it has been used, or there is none.
pub(crate) fn with_lent<T>(user: impl FnOnce(&mut [u8]) -> T) -> Option<T> {
    let mut buffer = LENT.take()?;
    // SAFETY: `lend` holds the exclusive borrow of the buffer for as long as its pointer can be found here. It is not there any
    // more, so that this is the only reference, which ends before `lend` does.
    Some(user(unsafe { buffer.as_mut() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(byte: u8) -> Option<usize> {
        with_lent(|buffer| {
            buffer.fill(byte);
            buffer.len()
        })
    }

    #[test]
    fn a_buffer_is_used_once_and_while_it_is_lent() {
        let (mut outer, mut inner) = ([0; 3], [0; 2]);
        lend(&mut outer, || {
            assert_eq!(lend(&mut inner, || (fill(1), fill(2))), (Some(2), None));
            assert_eq!(lend(&mut [], || ()), ());
            assert_eq!((fill(3), fill(4)), (Some(3), None));
        });
        assert_eq!((outer, inner, fill(5)), ([3; 3], [1; 2], None));
    }

    #[test]
    fn nothing_is_lent_after_a_panic() {
        let panicked = std::panic::catch_unwind(|| lend(&mut [0], || panic!("a test")));
        assert!(panicked.is_err());
        assert_eq!(fill(1), None);
    }
}
