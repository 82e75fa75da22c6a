//! What tests of bodies need.

use std::sync::mpsc;

/// More than the buffers of two sockets hold.
pub const LARGE: u64 = 64 * 1024 * 1024;

/// Keeps a script's connections open, without reading anything, until the test releases them.
pub struct Hold(mpsc::Receiver<()>);

impl Hold {
    pub fn new() -> (mpsc::Sender<()>, Hold) {
        let (let_go, held) = mpsc::channel();
        (let_go, Hold(held))
    }

    pub fn until_let_go(self) {
        assert!(self.0.recv().is_err(), "nothing is ever sent");
    }
}
