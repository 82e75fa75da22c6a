//! The transport's state of the call that the current thread is making.
//!
//! ureq calls the connector from inside one exchange and has no parameter for this, so it is in a thread-local for the
//! length of the exchange. Failures are classified by this state, not by ureq's errors, which do not distinguish them.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::net::chunk::Chunk;
use crate::net::deadline::Deadline;
use crate::net::exchange_error::{ExchangeError, FailureKind};
use crate::net::poll::{CancelSources, WaitError};
use crate::sys::Polled;

/// How far an exchange has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    Resolving,
    Connecting,
    /// Asking a forward proxy for a tunnel.
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
            Phase::Tunnelling => "asking the proxy for a tunnel",
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
    /// There is none, or it has not started.
    None,
    /// Its parts are being sent.
    Running,
    /// The server has rejected it before its end, or is gone: the rest is not sent.
    Over,
}

/// Headers of a response that the HTTP engine has no room for.
#[derive(Default)]
pub(crate) struct TakenOut {
    pub(crate) lines: Vec<u8>,
    /// How many bytes of the head are gone.
    pub(crate) size: usize,
}

/// The state of one exchange.
pub(crate) struct CallState {
    pub(crate) deadline: Deadline,
    pub(crate) connect_timeout: Duration,
    pub(crate) stops: Arc<CancelSources>,
    /// The maximum length of the head of the request.
    pub(crate) request_size: usize,
    /// Lines of the head of the request in place of those that every request has.
    pub(crate) head_lines: Option<Zeroizing<Vec<u8>>>,
    pub(crate) phase: Phase,
    /// Whether the current steps are about an HTTP proxy.
    pub(crate) at_proxy: bool,
    /// The first failure: later ones are only its consequences.
    pub(crate) failure: Option<ExchangeError>,
    /// Whether a connection was made for this exchange, instead of taking an idle one.
    pub(crate) connected: bool,
    /// Whether a byte of the request may have reached the server.
    pub(crate) sent: bool,
    /// Whether a byte of a response came.
    pub(crate) received: bool,
    /// Whether the request may be sent again, on another connection.
    pub(crate) may_repeat: bool,
    /// Whether what came begins as HTTP does.
    pub(crate) is_http: bool,
    /// Whether the complete head of a response came.
    pub(crate) has_head: bool,
    /// Whether all headers of a response are read.
    pub(crate) wants_headers: bool,
    pub(crate) taken_out: Option<Box<TakenOut>>,
    /// Whether a body may follow a head that says how long it is.
    pub(crate) has_body: bool,
    /// Of a body that is received past the HTTP engine: its length.
    pub(crate) direct_length: Option<u64>,
    /// How much of it the last read has received.
    pub(crate) direct_count: usize,
    /// The idle timeout for reading or writing a body.
    pub(crate) idle_timeout: Duration,
    pub(crate) upload: Upload,
    /// The length of the body to send: 0 without one, the largest number if unknown.
    pub(crate) upload_size: u64,
    /// Of a body of unknown length, the part that is sent next, or the memory of the one before.
    pub(crate) chunk: Option<Box<Chunk>>,
    /// Whether the connection must not be reused.
    pub(crate) must_close: bool,
}

impl CallState {
    /// A failure with the state of the exchange.
    pub(crate) fn complete(&self, failure: ExchangeError, status: u16) -> ExchangeError {
        ExchangeError {
            status,
            connected: self.connected,
            sent: self.sent,
            received: self.received,
            ..failure
        }
    }

    /// A failure of the current step. A failure of TLS may be one of a proxy, whose address is not in base_url.
    fn failure_of(&self, kind: FailureKind, detail: String) -> ExchangeError {
        match kind {
            FailureKind::Tls if self.at_proxy => {
                ExchangeError::new(FailureKind::Proxy, detail.replace("base_url", "http_proxy"))
            }
            _ => ExchangeError::new(kind, detail),
        }
    }

    pub(crate) fn new(deadline: Deadline, connect_timeout: Duration, stops: Arc<CancelSources>) -> CallState {
        CallState {
            deadline,
            connect_timeout,
            stops,
            request_size: 0,
            head_lines: None,
            phase: Phase::Connecting,
            at_proxy: false,
            failure: None,
            connected: false,
            sent: false,
            received: false,
            may_repeat: false,
            is_http: false,
            has_head: false,
            wants_headers: false,
            taken_out: None,
            has_body: false,
            direct_length: None,
            direct_count: 0,
            idle_timeout: Duration::MAX,
            upload: Upload::None,
            upload_size: 0,
            chunk: None,
            must_close: false,
        }
    }
}

thread_local! {
    static CURRENT: RefCell<Option<CallState>> = const { RefCell::new(None) };
}

/// Runs `exchange` with `state` for the transport, and returns the final state.
pub(crate) fn with<T>(state: CallState, exchange: impl FnOnce() -> T) -> (T, CallState) {
    /// Restores the thread's previous state, after a panic too: an interrupt may make its own call.
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

/// The state outside a call: timed out, nothing can be waited for.
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

/// Waits until one of `wanted` is ready, which is marked, or the call ends. With `limit` none may be.
pub(crate) fn wait(wanted: &mut [Polled<'_>], deadline: Deadline, limit: Option<Duration>) -> Result<(), WaitError> {
    // Not inside `current`: an interrupt may make its own call.
    let stops = current(|state| state.stops.clone());
    stops.wait(wanted, deadline, limit)
}

/// Whether the call was not ended and has time left.
pub(crate) fn still_wanted() -> Result<(), WaitError> {
    current(|state| match state.stops.is_stopped() {
        true => Err(WaitError::Cancelled),
        false => state.deadline.remaining().map(|_| ()).ok_or(WaitError::TimedOut),
    })
}

pub(crate) fn request_size() -> usize {
    current(|state| state.request_size)
}

/// The lines of the head of this request, if it has others than every request.
pub(crate) fn take_head_lines() -> Option<Zeroizing<Vec<u8>>> {
    current(|state| state.head_lines.take())
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

/// The deadline of a wait for the next part of a body.
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

pub(crate) fn take_chunk() -> Option<Box<Chunk>> {
    current(|state| state.chunk.take())
}

pub(crate) fn set_chunk(chunk: Option<Box<Chunk>>) {
    current(|state| state.chunk = chunk);
}

pub(crate) fn must_close() -> bool {
    current(|state| state.must_close)
}

/// Whether all headers of the response are read; `None` once its head came. Notes whether what came begins as HTTP does.
pub(crate) fn wants_headers(is_http: bool) -> Option<bool> {
    current(|state| {
        if state.has_head {
            return None;
        }
        state.is_http |= is_http;
        Some(state.wants_headers)
    })
}

/// Changes what was taken out of the head that is coming.
pub(crate) fn take_out<T>(change: impl FnOnce(&mut Option<Box<TakenOut>>) -> T) -> T {
    current(|state| change(&mut state.taken_out))
}

/// Whether a body may follow a head that says how long it is.
pub(crate) fn has_body() -> bool {
    current(|state| state.has_body)
}

/// Notes the length of a body that is received past the HTTP engine, which knows nothing of it.
pub(crate) fn set_direct_length(length: u64) {
    current(|state| state.direct_length = Some(length));
}

pub(crate) fn direct_length() -> Option<u64> {
    current(|state| state.direct_length)
}

/// Notes how much of such a body was received into the buffer that was lent for it.
pub(crate) fn note_direct(count: usize) {
    current(|state| state.direct_count = count);
}

/// How much that was since somebody asked.
pub(crate) fn take_direct() -> usize {
    current(|state| std::mem::take(&mut state.direct_count))
}

/// Notes that the head is complete; returns what was taken out of it.
pub(crate) fn note_head() -> Option<Box<TakenOut>> {
    current(|state| {
        state.has_head = true;
        state.taken_out.take()
    })
}

pub(crate) fn has_head() -> bool {
    current(|state| state.has_head)
}

/// Whether nothing was sent in this exchange yet.
pub(crate) fn is_unsent() -> bool {
    current(|state| !state.sent)
}

/// Whether the request may be sent again, on another connection; `None` once it was sent.
pub(crate) fn unsent_may_repeat() -> Option<bool> {
    current(|state| (!state.sent).then_some(state.may_repeat))
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
            state.failure = Some(state.failure_of(FailureKind::Tls, detail.into()));
        }
    });
}

pub(crate) fn fail(kind: FailureKind, detail: impl Into<String>) {
    current(|state| {
        let failure = state.failure_of(kind, detail.into());
        state.failure.get_or_insert(failure);
    });
}
