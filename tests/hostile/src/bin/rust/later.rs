//! What another thread does during a call.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use nango::{CallOptions, Cancel, Client};

/// Cancels the call after so many milliseconds.
pub fn cancel(options: &mut CallOptions, after_ms: u64) {
    let cancel = Cancel::new();
    options.cancel(&cancel);
    run(after_ms, move || cancel.trigger());
}

/// Shuts the client down after so many milliseconds.
pub fn shut_down(client: &Arc<Client>, after_ms: u64) {
    let client = client.clone();
    run(after_ms, move || client.shutdown());
}

fn run(after_ms: u64, what: impl FnOnce() + Send + 'static) {
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(after_ms));
        what();
    });
}
