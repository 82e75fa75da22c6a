//! Completion queue

use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::{io, ptr};

use super::call_options::nango_call_options;
use super::client::{self, nango_client};
use super::connection::nango_connection;
use super::error::nango_error;
use super::guard;
use super::handle::{self, argument, required};
use super::outcome;
use super::request::nango_request;
use super::response::nango_response;
use crate::client::Client;
use crate::client::call_options::CallOptions;
use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::client::queue::Queue;

/// Calls that run on threads of the library, so that the thread of an event loop need not wait: it starts them with
/// nango_queue_get_connection and nango_queue_call, waits for nango_queue_descriptor together with all else that it waits for,
/// and takes what they returned with nango_queue_next. Any number of threads may use one at once. Owned by the caller of
/// nango_queue_new and freed with nango_queue_free.
///
/// A child of fork has a queue of its own, with the same handle and a descriptor of its own, in which nothing is.
pub struct nango_queue {
    client: Arc<Client>,
    calls: Queue<nango_completion>,
}

/// A call that has ended, with what it returned. Owned by the caller of nango_queue_next and freed with nango_completion_free. One
/// thread at a time may use it; it may outlive the queue and the client.
pub struct nango_completion {
    tag: u64,
    result: Returned,
}

/// What a call returned.
enum Returned {
    Connection(nango_connection),
    /// Until it is taken.
    Response(Option<Box<nango_response>>),
    Failure(nango_error),
}

/// Frees a call that has ended, with what it returned. NULL is allowed.
#[unsafe(no_mangle)]
pub extern "C" fn nango_completion_free(completion: Option<Box<nango_completion>>) {
    guard::or((), || handle::free(completion));
}

/// abi: blocks
/// Frees a queue. Calls that no thread has begun are never made; those that run are waited for, so end them first if they may
/// take long: with nango_client_shutdown, or their nango_cancel. What they returned and nobody has taken is freed. NULL is
/// allowed. No thread may be using the queue.
#[unsafe(no_mangle)]
pub extern "C" fn nango_queue_free(queue: Option<Box<nango_queue>>) {
    guard::or((), || handle::free(queue));
}

/// cbindgen:postfix=NANGO_OWNED(nango_queue_free)
/// A queue for the calls of a client, which have at most `max_threads` threads: so many of them run at once, at least 1. Others
/// wait for their turn, which their timeout does not count. A thread is started when a call finds none that is free, and stays
/// until the queue is freed. Signals are blocked on them; the hooks and the log function of the client run there. The client may
/// be freed before the queue, which ends its calls as NANGO_ERROR_CANCELLED.
///
/// Owned: free with nango_queue_free. Returns NULL and sets `*error` on failure: NANGO_ERROR_INVALID_ARGUMENT, or NANGO_ERROR_IO if
/// the system has no free descriptor; `error` may be NULL.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_queue_new(
    client: *const nango_client,
    max_threads: usize,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_queue>> {
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { client::shared(client) };
    outcome::fallible(error, || {
        let client = client::required(client)?.into_arc();
        if max_threads == 0 {
            return Err(Error::invalid_argument("max_threads is 0: pass at least 1"));
        }
        let calls = Queue::new(max_threads).map_err(|failure| exhausted("descriptor", &failure))?;
        Ok(Box::new(nango_queue { client, calls }))
    })
}

/// abi: returns -1 for NULL
/// What an event loop waits for: a descriptor that is readable as long as nango_queue_next would return a call, and sometimes when
/// it returns NULL. On Windows it is a socket. It belongs to the queue: neither read nor close it. -1 if a child of
/// fork has no free descriptor; nango_queue_next then works all the same.
#[unsafe(no_mangle)]
pub extern "C" fn nango_queue_descriptor(queue: Option<&nango_queue>) -> i64 {
    guard::or(-1, || queue.and_then(|queue| queue.calls.descriptor()).unwrap_or(-1))
}

/// abi: options may be NULL
/// Starts nango_get_connection on a thread. Returns at once, also with a cache; what is wrong with the arguments is the result
/// of the call, as any other failure. The arguments are copied and may be freed afterwards. What the options point to (see nango_call_options_set_interrupt) must live until nango_queue_next
/// has returned the call.
///
/// `tag` is any number by which the program knows the call, such as an index or a pointer: see nango_completion_tag. Does nothing
/// if `queue` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_queue_get_connection(
    queue: Option<&nango_queue>,
    connection_id: *const c_char,
    provider_config_key: *const c_char,
    options: Option<&nango_call_options>,
    tag: u64,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let (connection_id, provider_config_key) = unsafe { (argument(connection_id), argument(provider_config_key)) };
    start(queue, options, tag, &|| {
        let connection_id = connection_id.required("connection_id")?.to_owned();
        let provider_config_key = provider_config_key.required("provider_config_key")?.to_owned();
        Ok(Box::new(move |client, options| {
            let connection = client.hold_connection(&connection_id, &provider_config_key, options)?;
            Ok(Returned::Connection(nango_connection::new(connection)))
        }))
    });
}

/// abi: options may be NULL
/// Starts nango_call on a thread: see nango_queue_get_connection. A body that comes from a
/// reader is NANGO_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub extern "C" fn nango_queue_call(
    queue: Option<&nango_queue>,
    request: Option<&nango_request>,
    options: Option<&nango_call_options>,
    tag: u64,
) {
    start(queue, options, tag, &|| {
        let request = required(request, "request")?.get();
        if request.is_streamed() {
            return Err(Error::invalid_argument(
                "the body of the request comes from a reader, which a queue cannot send: set the body itself",
            ));
        }
        let request = request.copied();
        Ok(Box::new(move |client, options| {
            Ok(Returned::Response(Some(nango_response::new(
                client.request(&request, options)?,
            ))))
        }))
    });
}

/// cbindgen:postfix=NANGO_OWNED(nango_completion_free)
/// The first call that has ended and was not taken yet; NULL if there is none. Never waits.
///
/// Owned: free with nango_completion_free.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_queue_next(queue: Option<&nango_queue>) -> Option<Box<nango_completion>> {
    guard::or(None, || queue?.calls.next())
}

/// The number that the call was started with. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn nango_completion_tag(completion: Option<&nango_completion>) -> u64 {
    guard::or(0, || completion.map_or(0, |completion| completion.tag))
}

/// The connection that nango_queue_get_connection got; NULL if it failed, and of any other call. Borrowed: it is freed with the
/// completion.
#[unsafe(no_mangle)]
pub extern "C" fn nango_completion_connection(completion: Option<&nango_completion>) -> *const nango_connection {
    guard::or(ptr::null(), || match completion.map(|completion| &completion.result) {
        Some(Returned::Connection(connection)) => connection,
        _ => ptr::null(),
    })
}

/// cbindgen:postfix=NANGO_OWNED(nango_response_free)
/// The response that nango_queue_call got; NULL if it failed, of any other call, and if it was taken before.
///
/// Owned: free with nango_response_free. It may outlive the completion.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_completion_take_response(
    completion: Option<&mut nango_completion>,
) -> Option<Box<nango_response>> {
    guard::or(None, || match &mut completion?.result {
        Returned::Response(response) => response.take(),
        _ => None,
    })
}

/// Why the call failed; NULL if it did not. Borrowed: it is freed with the completion.
#[unsafe(no_mangle)]
pub extern "C" fn nango_completion_error(completion: Option<&nango_completion>) -> *const nango_error {
    guard::or(ptr::null(), || match completion.map(|completion| &completion.result) {
        Some(Returned::Failure(failure)) => failure,
        _ => ptr::null(),
    })
}

/// A call with its arguments.
type QueuedCall = Box<dyn FnOnce(&Client, &CallOptions) -> Result<Returned, Error> + Send>;

/// Has a thread make the call that `prepare` makes of its arguments.
fn start(
    queue: Option<&nango_queue>,
    options: Option<&nango_call_options>,
    tag: u64,
    prepare: &dyn Fn() -> Result<QueuedCall, Error>,
) {
    guard::or((), || {
        let Some(nango_queue { client, calls }) = queue else {
            return;
        };
        let start = || {
            let call = prepare()?;
            let client = client.clone();
            let options = options.map_or_else(CallOptions::new, |options| options.get().clone());
            let work = move || nango_completion::of(tag, guard::caught(|| call(&client, &options)));
            calls
                .add(Box::new(work))
                .map_err(|failure| exhausted("thread", &failure))
        };
        match guard::caught(start) {
            Some(Ok(())) => {}
            Some(Err(failure)) => calls.push(nango_completion::of(tag, Some(Err(failure)))),
            None => calls.push(nango_completion::of(tag, None)),
        }
    });
}

impl nango_completion {
    /// A call of which this is the result, `None` after a panic.
    fn of(tag: u64, result: Option<Result<Returned, Error>>) -> Box<nango_completion> {
        let result = result.unwrap_or_else(|| Err(Error::internal()));
        Box::new(nango_completion {
            tag,
            result: result.unwrap_or_else(|failure| Returned::Failure(nango_error::new(failure))),
        })
    }
}

/// The system has no more of something.
fn exhausted(what: &str, failure: &io::Error) -> Error {
    let message = format!("the system gives the queue no further {what}: {failure}");
    ErrorParts::new(ErrorKind::Io, &message).into()
}
