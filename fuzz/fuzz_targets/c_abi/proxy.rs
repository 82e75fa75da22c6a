//! The part of a program that calls external APIs: its requests and its responses.

use std::ffi::{CString, c_char, c_void};
use std::ptr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use crate::abi::{self, CallOptions, Cancel, Client, Error, Request, Response};
use crate::check;
use crate::handles::{Shared, handle, put, slot};
use crate::input::Texts;

/// How long a body may stand still at first, in milliseconds, and what a request may be set to: no default, which is 30
/// seconds.
const IDLE_MS: i64 = 50;
const IDLE_TIMEOUTS_MS: [i64; 4] = [0, 1, 10, IDLE_MS];
const RETRIES: [i32; 5] = [-1, i32::MIN, 0, 1, i32::MAX];
const STATUSES: [i32; 6] = [503, 429, 100, 599, 0, i32::MIN];
/// Methods that are sent, for the fuzzer rarely writes one.
const METHODS: [&str; 4] = ["GET", "HEAD", "POST", "PROPFIND"];
/// The length of a body from a reader, its declared length, and the reader's result at the end.
const SIZES: [i64; 5] = [0, 1, 999, 5_000, 70_000];
const LENGTHS: [i64; 8] = [-1, i64::MIN, 0, 1, 999, 5_000, 70_000, i64::MAX];
const ENDINGS: [i64; 4] = [0, -1, i64::MIN, i64::MAX];
/// Room for one read.
const ROOM: [usize; 4] = [1, 0, 7, 100_000];

/// How much a body's reader still gives, and its final result.
static LEFT: AtomicI64 = AtomicI64::new(0);
static ENDING: AtomicI64 = AtomicI64::new(0);

unsafe extern "C" fn give(_: *mut c_void, buffer: *mut c_void, capacity: usize) -> i64 {
    let left = usize::try_from(LEFT.load(Ordering::Relaxed)).unwrap_or(0);
    let count = left.min(capacity).min(1000);
    if count == 0 {
        return ENDING.load(Ordering::Relaxed);
    }
    // SAFETY: the buffer has room for `capacity` bytes.
    unsafe { ptr::write_bytes(buffer.cast::<u8>(), b'x', count) };
    LEFT.fetch_sub(count as i64, Ordering::Relaxed);
    count as i64
}

/// The arguments of a call: NULL or handles that are alive.
#[derive(Clone, Copy)]
pub struct Caller {
    pub client: *mut Client,
    pub options: *mut CallOptions,
    pub cancel: *mut Cancel,
}

/// Handles of one run.
pub struct Proxy {
    requests: [*mut Request; 2],
    responses: [*mut Response; 2],
}

impl Proxy {
    pub fn new() -> Proxy {
        Proxy {
            requests: [ptr::null_mut(); 2],
            responses: [ptr::null_mut(); 2],
        }
    }

    /// A request whose bodies must not stand still for long.
    pub fn new_request(&mut self, texts: &Texts, a: u8, b: u8) {
        let method = CString::new(slot(&METHODS, b)).expect("no NUL");
        let method = if b & 0x80 == 0 {
            method.as_ptr()
        } else {
            texts.pointer(b)
        };
        // SAFETY: NULL or strings that outlive the calls, and a request of ours.
        unsafe {
            let request = abi::nango_request_new(method, texts.pointer(a));
            abi::nango_request_set_idle_timeout_ms(request, IDLE_MS);
            put(&mut self.requests, a, request, abi::nango_request_free);
        }
    }

    pub fn free_request(&mut self, a: u8) {
        put(&mut self.requests, a, ptr::null_mut(), abi::nango_request_free);
    }

    /// Changes a request. The server acts as any external API, so its URL may be the fuzzer's.
    pub fn set_request(&mut self, texts: &Texts, a: u8, b: u8) {
        let request = handle(&self.requests, a);
        let (text, next) = (texts.pointer(b / 8), texts.pointer((b / 8).wrapping_add(1)));
        let count = usize::from(b / 8) % (STATUSES.len() + 1);
        // SAFETY: NULL or a request that is alive, NULL or strings that stay, as many statuses as are counted.
        unsafe {
            match b % 8 {
                0 => abi::nango_request_add_query(request, text, next),
                1 => abi::nango_request_set_path_parameter(request, text, next),
                2 | 3 => abi::nango_request_add_header(request, text, next),
                4 => abi::nango_request_set_base_url_override(request, text),
                5 => abi::nango_request_set_retries(request, slot(&RETRIES, b / 8)),
                6 if b & 0x80 == 0 => abi::nango_request_set_retry_on(request, STATUSES.as_ptr(), count),
                6 => abi::nango_request_set_retry_on(request, ptr::null(), count),
                _ => {
                    abi::nango_request_set_decompress(request, i32::from(b / 8));
                    abi::nango_request_set_nango_parses_body(request, i32::from(b / 16));
                    abi::nango_request_set_forward_headers_on_redirect(request, i32::from(b / 32));
                    abi::nango_request_set_idle_timeout_ms(request, slot(&IDLE_TIMEOUTS_MS, b / 8));
                }
            }
        }
    }

    /// Gives a request a body: from a text or a reader.
    pub fn set_body(&mut self, texts: &Texts, a: u8, b: u8) {
        let request = handle(&self.requests, a);
        let content_type = texts.pointer(a / 2);
        // SAFETY: NULL or a request that is alive, NULL or strings that stay, as many bytes as are counted.
        unsafe {
            match b % 8 {
                0 => {
                    let bytes = texts.bytes(b / 8);
                    abi::nango_request_set_body(request, bytes.as_ptr().cast(), bytes.len(), content_type);
                }
                1 if b & 0x80 != 0 => abi::nango_request_set_json(request, texts.pointer(b / 8 % 16)),
                1 => abi::nango_request_set_body(request, ptr::null(), usize::from(b / 8), content_type),
                2 => abi::nango_request_set_body_reader(request, None, ptr::null_mut(), 1, content_type),
                length => {
                    LEFT.store(slot(&SIZES, b / 8), Ordering::Relaxed);
                    ENDING.store(slot(&ENDINGS, b / 64), Ordering::Relaxed);
                    let length = slot(&LENGTHS, length.wrapping_add(b / 8));
                    abi::nango_request_set_body_reader(request, Some(give), ptr::null_mut(), length, content_type);
                }
            }
        }
    }

    /// Sends the request that `a` names; gives the error, if there is one.
    pub fn send(&mut self, caller: Caller, texts: &Texts, a: u8, b: u8) -> *mut Error {
        let (id, key) = (texts.pointer(b % 16), texts.pointer(b / 16));
        self.send_for(caller, id, key, a)
    }

    fn send_for(&mut self, caller: Caller, id: *const c_char, key: *const c_char, a: u8) -> *mut Error {
        let request = handle(&self.requests, a);
        let mut error = ptr::null_mut();
        // SAFETY: NULL or handles that are alive, NULL or strings that stay; `error` is written to.
        let response = unsafe { abi::nango_proxy(caller.client, id, key, request, caller.options, &raw mut error) };
        check::outcome(response, error);
        put(&mut self.responses, a, response, abi::nango_response_free);
        error
    }

    /// Makes a call of Nango's own API; gives the error, if there is one.
    pub fn call(&mut self, caller: Caller, a: u8) -> *mut Error {
        let request = handle(&self.requests, a);
        let mut error = ptr::null_mut();
        // SAFETY: NULL or handles that are alive; `error` is written to.
        let response = unsafe { abi::nango_call(caller.client, request, caller.options, &raw mut error) };
        check::outcome(response, error);
        put(&mut self.responses, a, response, abi::nango_response_free);
        error
    }

    /// Requests pages of a list, three at most; gives the error, if there is one.
    pub fn pages(&mut self, caller: Caller, a: u8, b: u8) -> *mut Error {
        let request = handle(&self.requests, a);
        let mut error = ptr::null_mut();
        // SAFETY: NULL or handles that are alive; `error` is written to.
        unsafe {
            let pages = abi::nango_pages_new(request, i32::from(b % 4));
            for _ in 0..3 {
                let response = abi::nango_pages_next(pages, caller.client, caller.options, &raw mut error);
                assert!(response.is_null() || error.is_null());
                if response.is_null() {
                    break;
                }
                put(&mut self.responses, a, response, abi::nango_response_free);
            }
            abi::nango_pages_free(pages);
        }
        error
    }

    /// Walks through the body of a response as JSON.
    pub fn walk(&mut self, texts: &Texts, a: u8, b: u8) {
        check::body_value(handle(&self.responses, a), texts.pointer(b));
    }

    /// Sends a request and reads its response while another thread cancels, shuts the client down, or sends it as well.
    pub fn send_beside_others(&mut self, caller: Caller, texts: &Texts, a: u8, b: u8) -> *mut Error {
        let client = Shared(caller.client.cast_const());
        let cancel = Shared(caller.cancel.cast_const());
        let request = Shared(handle(&self.requests, a).cast_const());
        let (id, key) = (Shared(texts.pointer(b % 16)), Shared(texts.pointer(b / 16)));
        let (own_id, own_key) = (id.get(), key.get());
        thread::scope(|scope| {
            // SAFETY: NULL or handles and strings that stay until the thread has ended; NULL error and options are allowed.
            let other = scope.spawn(move || unsafe {
                match a >> 4 & 3 {
                    0 => abi::nango_client_shutdown(client.get()),
                    1 => abi::nango_cancel_trigger(cancel.get()),
                    _ => {
                        let (id, key, none) = (id.get(), key.get(), ptr::null());
                        let response = abi::nango_proxy(client.get(), id, key, request.get(), none, ptr::null_mut());
                        check::body(response);
                        check::response(response);
                        abi::nango_response_free(response);
                    }
                }
            });
            let error = self.send_for(caller, own_id, own_key, a);
            check::body(handle(&self.responses, a));
            // The end of the scope would not wait for the thread itself to be gone, of which LeakSanitizer would speak.
            other.join().expect("checks that hold");
            error
        })
    }

    /// Reads a part of a response, and the rest if `b` is set.
    pub fn read(&mut self, texts: &Texts, a: u8, b: u8) {
        let response = handle(&self.responses, a);
        check::response(response);
        check::header(response, texts.pointer(b / 16));
        let mut room = vec![0_u8; slot(&ROOM, b)];
        match b % 16 {
            0..=3 => {
                check::part(response, &mut room);
            }
            4..=7 => while check::part(response, &mut room) > 0 {},
            8..=11 => check::body(response),
            _ => check::look_up_in_body(response, texts.pointer(b / 16)),
        }
    }

    pub fn free_response(&mut self, a: u8) {
        put(&mut self.responses, a, ptr::null_mut(), abi::nango_response_free);
    }
}

impl Drop for Proxy {
    /// Frees the remaining handles, responses after their requests.
    fn drop(&mut self) {
        for place in 0..2 {
            self.free_request(place);
        }
        for place in 0..2 {
            check::response(handle(&self.responses, place));
            check::body(handle(&self.responses, place));
            self.free_response(place);
        }
    }
}
