//! What the transport knows about the call that the current thread is making.
//!
//! ureq calls the connector from inside one exchange and has no place for this, so it lies in a thread-local for the
//! length of the exchange. Failures are judged by what is noted here, not by ureq's errors, which mix them up.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use crate::net::deadline::Deadline;
use crate::net::exchange_error::{ExchangeError, FailureKind};
use crate::net::poll::{CancelSources, WaitError};
use crate::sys::Polled;

/// How far an exchange has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    Resolving,
    Connecting,
    /// Asking an HTTP proxy for a tunnel.
    Tunnelling,
    Handshaking,
    Sending,
    /// Sending a body, part by part.
    Uploading,
    Receiving,
    /// Receiving a body that the program reads part by part.
    Downloading,
}

impl Phase {
    pub(crate) fn description(self) -> &'static str {
        match self {
            Phase::Resolving => "resolving the host name",
            Phase::Connecting => "connecting",
            Phase::Tunnelling => "asking the HTTP proxy for a tunnel",
            Phase::Handshaking => "performing the TLS handshake",
            Phase::Sending => "sending the request",
            Phase::Uploading => "sending the request body",
            Phase::Receiving => "waiting for the response",
            Phase::Downloading => "receiving the response body",
        }
    }
}

/// A body that is sent part by part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Upload {
    /// There is none, or its turn has not come.
    None,
    /// Its parts go out.
    Running,
    /// The server has refused it before its end, or is gone: the rest is left out.
    Over,
}

/// The state of one exchange.
#[derive(Debug)]
pub(crate) struct CallState {
    pub(crate) deadline: Deadline,
    pub(crate) connect_timeout: Duration,
    pub(crate) stops: Arc<CancelSources>,
    /// How many bytes the head of the request has, at most.
    pub(crate) request_size: usize,
    pub(crate) phase: Phase,
    /// Whether it is an HTTP proxy that is resolved, connected to and asked.
    pub(crate) at_proxy: bool,
    /// The first failure: what follows is only its consequence.
    pub(crate) failure: Option<ExchangeError>,
    /// Whether a connection was made for this exchange, instead of taking an idle one.
    pub(crate) connected: bool,
    /// Whether a byte of the request may have reached the server.
    pub(crate) sent: bool,
    /// Whether a byte of an answer came.
    pub(crate) received: bool,
    /// Whether the head of an answer came, whole.
    pub(crate) has_head: bool,
    /// Whether somebody reads all headers of an answer.
    pub(crate) wants_headers: bool,
    /// How long nothing may move in a body.
    pub(crate) idle_timeout: Duration,
    pub(crate) upload: Upload,
    /// How long the body is that is to be sent: nothing without one, the largest number if nobody knows.
    pub(crate) upload_size: u64,
    /// Whether the connection must not serve another exchange.
    pub(crate) must_close: bool,
}

impl CallState {
    /// A failure with what the exchange had come to.
    pub(crate) fn complete(&self, failure: ExchangeError, status: u16) -> ExchangeError {
        ExchangeError {
            status,
            connected: self.connected,
            sent: self.sent,
            received: self.received,
            ..failure
        }
    }

    pub(crate) fn new(deadline: Deadline, connect_timeout: Duration, stops: Arc<CancelSources>) -> CallState {
        CallState {
            deadline,
            connect_timeout,
            stops,
            request_size: 0,
            phase: Phase::Resolving,
            at_proxy: false,
            failure: None,
            connected: false,
            sent: false,
            received: false,
            has_head: false,
            wants_headers: false,
            idle_timeout: Duration::MAX,
            upload: Upload::None,
            upload_size: 0,
            must_close: false,
        }
    }
}

thread_local! {
    static CURRENT: RefCell<Option<CallState>> = const { RefCell::new(None) };
}

/// Runs `exchange` with `state` as what the transport sees, and gives back what became of it.
pub(crate) fn with<T>(state: CallState, exchange: impl FnOnce() -> T) -> (T, CallState) {
    /// Puts back what the thread was doing, after a panic too: an interrupt may make a call of its own.
    struct Restore(Option<CallState>);
    impl Drop for Restore {
        fn drop(&mut self) {
            CURRENT.set(self.0.take());
        }
    }
    let restore = Restore(CURRENT.replace(Some(state)));
    let result = exchange();
    let state = CURRENT.take().unwrap_or_else(outside);
    drop(restore);
    (result, state)
}

/// What is seen outside of a call: time has passed, nothing can be waited for.
fn outside() -> CallState {
    CallState::new(Deadline::after(Duration::ZERO), Duration::ZERO, Arc::default())
}

/// Reads or changes the current state.
fn current<T>(f: impl FnOnce(&mut CallState) -> T) -> T {
    CURRENT.with_borrow_mut(|state| f(state.get_or_insert_with(outside)))
}

pub(crate) fn deadline() -> Deadline {
    current(|state| state.deadline)
}

pub(crate) fn connect_timeout() -> Duration {
    current(|state| state.connect_timeout)
}

/// Waits for one of `wanted`, which tell which are ready, or for what ends the call. With `limit` none may be.
pub(crate) fn wait(wanted: &mut [Polled<'_>], deadline: Deadline, limit: Option<Duration>) -> Result<(), WaitError> {
    // Not inside of `current`: an interrupt may make a call of its own.
    let stops = current(|state| state.stops.clone());
    stops.wait(wanted, deadline, limit)
}

/// Whether nobody has ended the call and there is time left.
pub(crate) fn still_wanted() -> Result<(), WaitError> {
    current(|state| match state.stops.is_stopped() {
        true => Err(WaitError::Cancelled),
        false => state.deadline.remaining().map(|_| ()).ok_or(WaitError::TimedOut),
    })
}

pub(crate) fn request_size() -> usize {
    current(|state| state.request_size)
}

pub(crate) fn enter(phase: Phase) {
    current(|state| state.phase = phase);
}

pub(crate) fn phase() -> Phase {
    current(|state| state.phase)
}

/// Whether the current step concerns an HTTP proxy.
pub(crate) fn set_at_proxy(at_proxy: bool) {
    current(|state| state.at_proxy = at_proxy);
}

pub(crate) fn is_at_proxy() -> bool {
    current(|state| state.at_proxy)
}

pub(crate) fn note_connected() {
    current(|state| state.connected = true);
}

/// When a wait for the next part of a body has to end.
pub(crate) fn part_deadline() -> Deadline {
    current(|state| Deadline::after(state.idle_timeout).earlier(state.deadline))
}

pub(crate) fn idle_timeout() -> Duration {
    current(|state| state.idle_timeout)
}

pub(crate) fn upload() -> Upload {
    current(|state| state.upload)
}

pub(crate) fn set_upload(upload: Upload) {
    current(|state| state.upload = upload);
}

pub(crate) fn upload_size() -> u64 {
    current(|state| state.upload_size)
}

pub(crate) fn must_close() -> bool {
    current(|state| state.must_close)
}

/// Whether headers that nobody reads may be left out.
pub(crate) fn may_thin_out() -> bool {
    current(|state| !state.has_head && !state.wants_headers)
}

pub(crate) fn note_head() {
    current(|state| state.has_head = true);
}

pub(crate) fn has_head() -> bool {
    current(|state| state.has_head)
}

/// Whether nothing was sent in this exchange yet.
pub(crate) fn is_unsent() -> bool {
    current(|state| !state.sent)
}

/// Whether the connection is new and nothing was sent on it.
pub(crate) fn is_unused() -> bool {
    current(|state| state.connected && !state.sent)
}

pub(crate) fn note_sent() {
    current(|state| state.sent = true);
}

pub(crate) fn note_received() {
    current(|state| state.received = true);
}

/// Notes why the server broke a new connection off: it said so before, and what was noted meanwhile is the consequence. On
/// an idle connection it is only known that this has ended.
pub(crate) fn fail_by_server(detail: impl Into<String>) {
    current(|state| {
        let is_broken = |failure: &ExchangeError| matches!(failure.kind, FailureKind::Io | FailureKind::Tls);
        if state.connected && state.failure.as_ref().is_none_or(is_broken) {
            state.failure = Some(ExchangeError::new(FailureKind::Tls, detail));
        }
    });
}

pub(crate) fn fail(kind: FailureKind, detail: impl Into<String>) {
    current(|state| {
        state.failure.get_or_insert_with(|| ExchangeError::new(kind, detail));
    });
}
