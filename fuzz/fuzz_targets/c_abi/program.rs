//! A C program made of the fuzzer's operations. It keeps to the rules of the header: nothing is used after it was freed,
//! nothing is freed while a call uses it.

use std::ffi::{CString, c_char, c_void};
use std::ptr;
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

use crate::abi::{self, CallOptions, Cancel, Client, ClientOptions, Connection, Error};
use crate::check;
use crate::handles::{Shared, handle, put, slot};
use crate::input::{Operation, Texts};
use crate::proxy::{Caller, Proxy};
use crate::server::{self, Answer};
use crate::settings;

/// The key of every client that has one.
pub const SECRET_KEY: &str = "invented-key-5b7e";
/// How long calls may take at first, in milliseconds: a response that never ends must not stop the fuzzer.
const TIMEOUT_MS: i64 = 50;
/// Totals that a client may be set to: no default, which is 30 seconds.
const TIMEOUTS_MS: [i64; 4] = [0, 1, 10, TIMEOUT_MS];
/// Totals of a call; negative means the client's.
const CALL_TIMEOUTS_MS: [i64; 6] = [-1, i64::MIN, 0, 1, 10, TIMEOUT_MS];
/// Numbers for settings that cannot make a call longer.
pub const NUMBERS: [i64; 8] = [-1, i64::MIN, 0, 1, 500, 16 * 1024 * 1024, 1 << 62, i64::MAX];
pub const RETRIES: [i32; 5] = [-1, i32::MIN, 0, 1, i32::MAX];
/// Statuses for bodies that the fuzzer gives without a head.
const STATUSES: [u16; 14] = [200, 200, 200, 301, 400, 401, 403, 404, 408, 424, 429, 500, 503, 599];

/// Handles of one run. NULL where there is none, which every function must take.
pub struct Program<'a> {
    texts: &'a Texts,
    client_options: [*mut ClientOptions; 2],
    clients: [*mut Client; 2],
    call_options: [*mut CallOptions; 2],
    cancels: [*mut Cancel; 2],
    connections: [*mut Connection; 4],
    errors: [*mut Error; 4],
    proxy: Proxy,
}

/// How many times an interrupt callback returns 0 before it ends the call.
static PATIENCE: AtomicI32 = AtomicI32::new(0);

unsafe extern "C" fn log(_: *mut c_void, level: i32, message: *const c_char) {
    let text = check::text(message).expect("a message");
    assert!((1..=5).contains(&level) && !text.contains(SECRET_KEY));
}

unsafe extern "C" fn asked(_: *mut c_void) -> i32 {
    i32::from(PATIENCE.fetch_sub(1, Ordering::Relaxed) <= 0)
}

/// The URL of the server.
fn base_url() -> String {
    format!("http://127.0.0.1:{}", server::port())
}

impl<'a> Program<'a> {
    /// A program that has options for a client of the server, and nothing else yet.
    pub fn new(texts: &'a Texts) -> Program<'a> {
        let mut program = Program {
            texts,
            client_options: [ptr::null_mut(); 2],
            clients: [ptr::null_mut(); 2],
            call_options: [ptr::null_mut(); 2],
            cancels: [ptr::null_mut(); 2],
            connections: [ptr::null_mut(); 4],
            errors: [ptr::null_mut(); 4],
            proxy: Proxy::new(),
        };
        for place in 0..2 {
            program.new_client_options(place);
        }
        program
    }

    fn new_client_options(&mut self, place: u8) {
        let key = CString::new(SECRET_KEY).unwrap_or_default();
        let url = CString::new(base_url()).unwrap_or_default();
        // SAFETY: fresh options and strings that outlive the calls.
        unsafe {
            let options = abi::nango_client_options_new();
            assert!(!options.is_null());
            abi::nango_client_options_set_secret_key(options, key.as_ptr());
            abi::nango_client_options_set_base_url(options, url.as_ptr());
            abi::nango_client_options_set_timeout_ms(options, TIMEOUT_MS);
            put(&mut self.client_options, place, options, abi::nango_client_options_free);
        }
    }

    /// Does one operation.
    pub fn run(&mut self, operation: Operation) {
        let Operation { code, a, b } = operation;
        match code % 52 {
            0 => self.new_client_options(a),
            1 => put(
                &mut self.client_options,
                a,
                ptr::null_mut(),
                abi::nango_client_options_free,
            ),
            2..=15 | 37 => self.set_client_option(code % 52, a, b),
            16 => self.free_client(a),
            17 => self.new_client(a, b),
            // SAFETY: NULL or a client that is alive.
            18 => unsafe { abi::nango_client_shutdown(handle(&self.clients, a)) },
            19 => {
                // SAFETY: no arguments.
                let options = unsafe { abi::nango_call_options_new() };
                put(&mut self.call_options, a, options, abi::nango_call_options_free);
            }
            20 => put(&mut self.call_options, a, ptr::null_mut(), abi::nango_call_options_free),
            21..=26 | 38 => self.set_call_option(code % 52, a, b),
            27 => {
                // SAFETY: no arguments.
                let cancel = unsafe { abi::nango_cancel_new() };
                put(&mut self.cancels, a, cancel, abi::nango_cancel_free);
            }
            28 => put(&mut self.cancels, a, ptr::null_mut(), abi::nango_cancel_free),
            // SAFETY: NULL or a token that is alive.
            29 => unsafe { abi::nango_cancel_trigger(handle(&self.cancels, a)) },
            30 => self.serve(a, b),
            31 => self.get(0, a, b),
            32 => self.get_beside_others(a, b),
            33 => self.read(a, b),
            34 => self.look_up(a, b),
            35 => put(&mut self.connections, a, ptr::null_mut(), abi::nango_connection_free),
            36 => put(&mut self.errors, a, ptr::null_mut(), abi::nango_error_free),
            39 => {
                let (id, key) = (self.texts.pointer(a), self.texts.pointer(b));
                // SAFETY: NULL or a client that is alive, NULL or strings that stay.
                unsafe { abi::nango_client_invalidate(handle(&self.clients, a), id, key) };
            }
            // SAFETY: NULL or a client that is alive.
            40 => unsafe { abi::nango_client_clear_cache(handle(&self.clients, a)) },
            41 => self.proxy.new_request(self.texts, a, b),
            42 => self.proxy.free_request(a),
            43 => self.proxy.set_request(self.texts, a, b),
            44 => self.proxy.set_body(self.texts, a, b),
            45 => {
                let error = self.proxy.send(self.caller(a), self.texts, a, b);
                put(&mut self.errors, b, error, abi::nango_error_free);
            }
            46 => {
                let error = self.proxy.send_beside_others(self.caller(a), self.texts, a, b);
                put(&mut self.errors, b, error, abi::nango_error_free);
            }
            47 => self.proxy.read(self.texts, a, b),
            48 => self.proxy.free_response(a),
            49 => {
                let error = self.proxy.call(self.caller(a), a);
                put(&mut self.errors, b, error, abi::nango_error_free);
            }
            50 => {
                let error = self.proxy.pages(self.caller(a), a, b);
                put(&mut self.errors, b, error, abi::nango_error_free);
            }
            _ => self.proxy.walk(self.texts, a, b),
        }
    }

    /// Changes the options of a client. Hosts are never the fuzzer's to choose, nor timeouts without an end.
    fn set_client_option(&mut self, which: u8, a: u8, b: u8) {
        let options = handle(&self.client_options, a);
        let text = self.texts.pointer(b);
        // SAFETY: NULL or options that are alive, and NULL or strings that outlive the calls.
        unsafe {
            match which {
                3 => abi::nango_client_options_set_base_url(options, self.some_base_url(b).as_ptr()),
                5 => abi::nango_client_options_set_route(options, i32::from(b) - 1),
                6 => abi::nango_client_options_set_timeout_ms(options, slot(&TIMEOUTS_MS, b)),
                10 => self.set_http_proxy(options, b),
                13 => {
                    let value = self.texts.pointer(b.wrapping_add(1));
                    abi::nango_client_options_add_header(options, text, value);
                }
                14 => {
                    let function = (b & 8 == 0).then_some(log as unsafe extern "C" fn(_, _, _));
                    abi::nango_client_options_set_log(options, function, ptr::null_mut(), i32::from(b % 8) - 1);
                }
                15 => abi::nango_client_options_load_env(options),
                // The bits of `a` that choose no options choose one of them.
                _ => settings::set(options, a >> 1, text, b),
            }
        }
    }

    /// The server, by several names, or a rejected value.
    fn some_base_url(&self, b: u8) -> CString {
        let text = b / 4;
        match b % 4 {
            0 => self.texts.behind(&format!("{}/", base_url()), text),
            1 => self
                .texts
                .behind(&format!("http://localhost:{}/", server::port()), text),
            2 => self.texts.behind("ftp://", text),
            _ => self.texts.behind(&base_url(), u8::MAX),
        }
    }

    /// The server as a proxy, or none, or a rejected value. NULL reads the environment, which `main.rs` has emptied.
    ///
    /// # Safety
    /// `options` are NULL or alive.
    unsafe fn set_http_proxy(&self, options: *mut ClientOptions, b: u8) {
        let url = match b % 4 {
            0 => None,
            1 => Some(self.texts.behind("", u8::MAX)),
            2 => Some(self.texts.behind("socks4://", b / 4)),
            _ => CString::new(format!("http://user:invented@127.0.0.1:{}", server::port())).ok(),
        };
        let url = url.as_ref().map_or(ptr::null(), |url| url.as_ptr());
        // SAFETY: by this function's contract, and a string that outlives the call.
        unsafe { abi::nango_client_options_set_http_proxy(options, url) };
    }

    fn free_client(&mut self, a: u8) {
        put(&mut self.clients, a, ptr::null_mut(), abi::nango_client_free);
    }

    fn new_client(&mut self, a: u8, b: u8) {
        let options = handle(&self.client_options, b);
        let mut error = ptr::null_mut();
        // SAFETY: NULL or options that are alive; `error` is written to, and NULL is allowed in its place.
        unsafe {
            let client = match b & 0x80 {
                0 => {
                    let client = abi::nango_client_new(options, &raw mut error);
                    check::outcome(client, error);
                    client
                }
                _ => abi::nango_client_new(options, ptr::null_mut()),
            };
            put(&mut self.clients, a, client, abi::nango_client_free);
            put(&mut self.errors, a, error, abi::nango_error_free);
        }
    }

    fn set_call_option(&mut self, which: u8, a: u8, b: u8) {
        let options = handle(&self.call_options, a);
        // SAFETY: NULL or handles that are alive.
        unsafe {
            match which {
                21 => abi::nango_call_options_set_timeout_ms(options, slot(&CALL_TIMEOUTS_MS, b)),
                22 => abi::nango_call_options_set_cancel(options, handle(&self.cancels, b)),
                23 => {
                    PATIENCE.store(i32::from(b >> 1), Ordering::Relaxed);
                    let function = (b & 1 == 0).then_some(asked as unsafe extern "C" fn(_) -> i32);
                    abi::nango_call_options_set_interrupt(options, function, ptr::null_mut());
                }
                24 => abi::nango_call_options_set_force_refresh(options, i32::from(b)),
                25 => abi::nango_call_options_set_refresh_token(options, i32::from(b)),
                26 => abi::nango_call_options_set_refresh_github_app_jwt_token(options, i32::from(b)),
                _ => abi::nango_call_options_set_max_age_ms(options, slot(&NUMBERS, b)),
            }
        }
    }

    /// Adds a text to the server's output: as it is, or as the body of a response.
    fn serve(&mut self, a: u8, b: u8) {
        let body = self.texts.bytes(a);
        let bytes = match b & 0x7f {
            0 => body.to_vec(),
            number => {
                let status = slot(&STATUSES, number);
                let head = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n\r\n", body.len());
                [head.as_bytes(), body].concat()
            }
        };
        server::script(Answer {
            bytes,
            closes: b & 0x80 != 0,
        });
    }

    /// Gets a connection of the client that `place` names, with the options that it also names.
    fn get(&mut self, place: u8, a: u8, b: u8) {
        let (client, options) = (handle(&self.clients, place), handle(&self.call_options, place >> 1));
        let (id, key) = (self.texts.pointer(a), self.texts.pointer(b));
        let mut error = ptr::null_mut();
        // SAFETY: NULL or handles that are alive, NULL or strings that stay; `error` is written to.
        let connection = unsafe { abi::nango_get_connection(client, id, key, options, &raw mut error) };
        check::outcome(connection, error);
        put(&mut self.connections, a, connection, abi::nango_connection_free);
        put(&mut self.errors, b, error, abi::nango_error_free);
    }

    /// Gets a connection while another thread cancels, shuts the client down, or makes the same call.
    fn get_beside_others(&mut self, a: u8, b: u8) {
        let place = a >> 6;
        let client = Shared(handle(&self.clients, place).cast_const());
        let cancel = Shared(handle(&self.cancels, b >> 6).cast_const());
        let (id, key) = (Shared(self.texts.pointer(a & 7)), Shared(self.texts.pointer(b & 7)));
        thread::scope(|scope| {
            // SAFETY: NULL or handles and strings that stay until the thread has ended; NULL error and options are allowed.
            let other = scope.spawn(move || unsafe {
                match b >> 4 & 3 {
                    0 => abi::nango_client_shutdown(client.get()),
                    1 => abi::nango_cancel_trigger(cancel.get()),
                    _ => {
                        let (id, key) = (id.get(), key.get());
                        let connection = abi::nango_get_connection(client.get(), id, key, ptr::null(), ptr::null_mut());
                        check::connection(connection);
                        abi::nango_connection_free(connection);
                    }
                }
            });
            self.get(place, a & 7, b & 7);
            // The end of the scope would not wait for the thread itself to be gone, of which LeakSanitizer would speak.
            other.join().expect("checks that hold");
        });
    }

    /// The arguments of a call through the proxy.
    fn caller(&self, a: u8) -> Caller {
        Caller {
            client: handle(&self.clients, a >> 1),
            options: handle(&self.call_options, a >> 2),
            cancel: handle(&self.cancels, a >> 3),
        }
    }

    fn read(&mut self, a: u8, b: u8) {
        check::connection(handle(&self.connections, a));
        check::error(handle(&self.errors, b));
        // SAFETY: no pointers.
        unsafe {
            check::text(abi::nango_error_kind_name(i32::from(a) - 1));
            assert!(check::text(abi::nango_version()).is_some() && abi::nango_abi_version() < 100);
        }
        check::look_up(handle(&self.connections, a), self.texts.pointer(b));
    }

    fn look_up(&mut self, a: u8, b: u8) {
        check::look_up(handle(&self.connections, a), self.texts.pointer(b));
    }
}

impl Drop for Program<'_> {
    /// Frees the remaining handles, connections and errors after their client.
    fn drop(&mut self) {
        server::reset();
        for place in 0..4 {
            put(
                &mut self.client_options,
                place,
                ptr::null_mut(),
                abi::nango_client_options_free,
            );
            put(&mut self.clients, place, ptr::null_mut(), abi::nango_client_free);
            put(
                &mut self.call_options,
                place,
                ptr::null_mut(),
                abi::nango_call_options_free,
            );
            put(&mut self.cancels, place, ptr::null_mut(), abi::nango_cancel_free);
        }
        for place in 0..4 {
            check::connection(handle(&self.connections, place));
            check::error(handle(&self.errors, place));
            put(
                &mut self.connections,
                place,
                ptr::null_mut(),
                abi::nango_connection_free,
            );
            put(&mut self.errors, place, ptr::null_mut(), abi::nango_error_free);
        }
    }
}
