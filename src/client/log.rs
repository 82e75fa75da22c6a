//! The log: each attempt and its result. Never a key, a credential, a body, or a message of
//! the server; ids, which are often e-mail addresses, from debug level on.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::client::error::{Error, ErrorKind};
use crate::client::log_record::{Attribute, LogRecord, LogValue};

/// The level of a message; each includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LogLevel {
    /// A call failed for good.
    Error,
    /// An attempt failed and is retried; or the program cancelled a call.
    Warn,
    /// An attempt got a response; or a call found that Nango has no such connection.
    Info,
    /// A call begins, for which connection of which integration, and succeeds; the role of the cache.
    Debug,
    /// The start of an attempt.
    Trace,
}

impl LogLevel {
    /// The number of this level in the C ABI (`NANGO_LOG_*`).
    pub fn number(self) -> i32 {
        match self {
            LogLevel::Error => 1,
            LogLevel::Warn => 2,
            LogLevel::Info => 3,
            LogLevel::Debug => 4,
            LogLevel::Trace => 5,
        }
    }

    /// The level of a number: none for 0 or less, the last for larger numbers.
    #[cfg(feature = "capi")]
    pub(crate) fn up_to(number: i32) -> Option<LogLevel> {
        match number {
            ..=0 => None,
            1 => Some(LogLevel::Error),
            2 => Some(LogLevel::Warn),
            3 => Some(LogLevel::Info),
            4 => Some(LogLevel::Debug),
            5.. => Some(LogLevel::Trace),
        }
    }
}

/// The receiver of messages, and their maximum level.
#[derive(Clone)]
pub(crate) struct Logger {
    max_level: LogLevel,
    sink: Arc<dyn Fn(&LogRecord<'_>) + Send + Sync>,
}

impl Logger {
    pub(crate) fn new(max_level: LogLevel, sink: impl Fn(&LogRecord<'_>) + Send + Sync + 'static) -> Logger {
        Logger {
            max_level,
            sink: Arc::new(sink),
        }
    }
}

impl fmt::Debug for Logger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Logger")
            .field("max_level", &self.max_level)
            .finish_non_exhaustive()
    }
}

/// The receiver of the end of each call.
#[derive(Clone)]
pub(crate) struct CallHook(pub(crate) Arc<dyn Fn(&LogRecord<'_>) + Send + Sync>);

impl fmt::Debug for CallHook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallHook")
    }
}

/// Who follows the calls of a client.
#[derive(Clone, Debug, Default)]
pub(crate) struct Observers {
    pub(crate) logger: Option<Logger>,
    pub(crate) hook: Option<CallHook>,
}

/// What a call that is followed tells its observers. Nothing of it is in the way of a call that nobody follows.
pub(crate) struct CallLog<'a> {
    observers: &'a Observers,
    operation: &'static str,
    id: u64,
    start: Instant,
    seen: RefCell<Seen>,
}

/// What a call has come to.
#[derive(Default)]
struct Seen {
    method: String,
    route: String,
    status: u16,
    attempts: u32,
    attempt_start: Option<Instant>,
    cache: Option<&'static str>,
}

/// The number of the last call of this process that was followed.
static LAST_ID: AtomicU64 = AtomicU64::new(0);

impl Observers {
    /// The log of a call, if anybody follows it. `operation` is its name, such as `get_connection`.
    pub(crate) fn follow(&self, operation: &'static str) -> Option<Box<CallLog<'_>>> {
        let is_followed = self.logger.is_some() || self.hook.is_some();
        is_followed.then(|| CallLog::new(self, operation))
    }
}

impl<'a> CallLog<'a> {
    #[cold]
    #[inline(never)]
    fn new(observers: &'a Observers, operation: &'static str) -> Box<CallLog<'a>> {
        Box::new(CallLog {
            observers,
            operation,
            id: LAST_ID.fetch_add(1, Ordering::Relaxed) + 1,
            start: Instant::now(),
            seen: RefCell::default(),
        })
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn begins(&self, connection_id: &str, provider_config_key: &str) {
        self.write(LogLevel::Debug, "begin", || Entry {
            message: format!("get connection {connection_id:?} of {provider_config_key:?}"),
            attributes: vec![
                ("connection_id", LogValue::Text(connection_id)),
                ("provider_config_key", LogValue::Text(provider_config_key)),
            ],
        });
    }

    /// The endpoint is not logged: it may contain customer data.
    #[cold]
    #[inline(never)]
    pub(crate) fn begins_proxied(&self, method: &str, connection_id: &str, provider_config_key: &str) {
        self.write(LogLevel::Debug, "begin", || Entry {
            message: format!("proxy {method} for connection {connection_id:?} of {provider_config_key:?}"),
            attributes: vec![
                ("method", LogValue::Text(method)),
                ("connection_id", LogValue::Text(connection_id)),
                ("provider_config_key", LogValue::Text(provider_config_key)),
            ],
        });
    }

    /// `route` is the template of the path, without ids.
    #[cold]
    #[inline(never)]
    pub(crate) fn begins_call(&self, method: &str, route: &str) {
        self.write(LogLevel::Debug, "begin", || Entry {
            message: format!("call {method} /{route}"),
            attributes: vec![("method", LogValue::Text(method)), ("route", LogValue::Text(route))],
        });
    }

    /// How a call uses the cache: for people, and for programs.
    #[cold]
    #[inline(never)]
    pub(crate) fn by_the_cache(&self, what: &str, cache: &'static str) {
        self.note(|seen| seen.cache = Some(cache));
        self.write(LogLevel::Debug, "cache", || Entry {
            message: format!("cache: {what}"),
            attributes: vec![("cache", LogValue::Text(cache))],
        });
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn asks(&self, method: &str, route: &str) {
        self.note(|seen| {
            method.clone_into(&mut seen.method);
            route.clone_into(&mut seen.route);
            seen.status = 0;
            seen.attempt_start = Some(Instant::now());
        });
        self.write(LogLevel::Trace, "attempt", || Entry {
            message: format!("{method} /{route}: sending"),
            attributes: vec![("method", LogValue::Text(method)), ("route", LogValue::Text(route))],
        });
    }

    /// `bytes` is unknown for a body that the program reads itself.
    #[cold]
    #[inline(never)]
    pub(crate) fn answered(&self, method: &str, route: &str, status: u16, bytes: Option<usize>) {
        self.note(|seen| seen.status = status);
        self.write(LogLevel::Info, "response", || {
            let size = bytes.map(|bytes| format!(", {bytes} bytes")).unwrap_or_default();
            let elapsed = self.elapsed();
            let mut attributes = vec![
                ("method", LogValue::Text(method)),
                ("route", LogValue::Text(route)),
                ("status", LogValue::Integer(status.into())),
                ("duration_ms", LogValue::Milliseconds(elapsed)),
            ];
            attributes.extend(bytes.map(|bytes| ("bytes", LogValue::Integer(bytes as u64))));
            Entry {
                message: format!("{method} /{route}: {status}{size} in {} ms", elapsed.as_millis()),
                attributes,
            }
        });
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn not_answered(&self, method: &str, route: &str, error: &Error) {
        self.write(LogLevel::Info, "no_response", || {
            let (kind, elapsed) = (error.kind().name(), self.elapsed());
            Entry {
                message: format!("{method} /{route}: {kind} after {} ms", elapsed.as_millis()),
                attributes: vec![
                    ("method", LogValue::Text(method)),
                    ("route", LogValue::Text(route)),
                    ("error", LogValue::Text(kind)),
                    ("duration_ms", LogValue::Milliseconds(elapsed)),
                ],
            }
        });
    }

    /// How many attempts have begun.
    #[cold]
    #[inline(never)]
    pub(crate) fn attempt(&self, attempts: u32) {
        self.note(|seen| seen.attempts = attempts);
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn tries_again(&self, error: &Error, attempts: u32, pause: Duration) {
        self.write(LogLevel::Warn, "retry", || {
            let mut attributes = vec![
                ("attempts", LogValue::Integer(attempts.into())),
                ("pause_ms", LogValue::Milliseconds(pause)),
            ];
            add_error(&mut attributes, error);
            Entry {
                message: format!(
                    "attempt {attempts} failed ({}), retrying in {} ms",
                    describe(error),
                    pause.as_millis()
                ),
                attributes,
            }
        });
    }

    /// The call is over.
    #[cold]
    #[inline(never)]
    pub(crate) fn ends(&self, error: Option<&Error>) {
        let seen = self.seen.borrow();
        let took = self.start.elapsed();
        let attempts = error.map_or(seen.attempts, Error::attempts);
        let mut attributes = vec![
            ("duration_ms", LogValue::Milliseconds(took)),
            ("attempts", LogValue::Integer(attempts.into())),
        ];
        let texts = [("method", &seen.method), ("route", &seen.route)];
        attributes.extend(
            texts
                .iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|&(name, text)| (name, LogValue::Text(text))),
        );
        attributes.extend(seen.cache.map(|cache| ("cache", LogValue::Text(cache))));
        let level = match error {
            None => LogLevel::Debug,
            Some(error) => level_of(error.kind()),
        };
        let message = match error {
            None => format!("{} succeeded in {} ms", self.operation, took.as_millis()),
            Some(error) => format!("failed {} ({}): {}", after(attempts), describe(error), error.message()),
        };
        match error {
            Some(error) => add_error(&mut attributes, error),
            None if seen.status != 0 => attributes.push(("status", LogValue::Integer(seen.status.into()))),
            None => {}
        }
        let record = self.record(level, "end", message, attributes);
        if let Some(logger) = self
            .observers
            .logger
            .as_ref()
            .filter(|logger| level <= logger.max_level)
        {
            (logger.sink)(&record);
        }
        if let Some(CallHook(hook)) = &self.observers.hook {
            hook(&record);
        }
    }

    fn elapsed(&self) -> Duration {
        let start = self.seen.borrow().attempt_start;
        start.map_or(Duration::ZERO, |start| start.elapsed())
    }

    fn note(&self, change: impl FnOnce(&mut Seen)) {
        change(&mut self.seen.borrow_mut());
    }

    fn write<'b>(&self, level: LogLevel, event: &'static str, entry: impl FnOnce() -> Entry<'b>) {
        let logger = self
            .observers
            .logger
            .as_ref()
            .filter(|logger| level <= logger.max_level);
        if let Some(logger) = logger {
            let Entry { message, attributes } = entry();
            (logger.sink)(&self.record(level, event, message, attributes));
        }
    }

    fn record<'b>(
        &self,
        level: LogLevel,
        event: &'static str,
        message: String,
        mut attributes: Vec<Attribute<'b>>,
    ) -> LogRecord<'b> {
        attributes.extend([
            ("call_id", LogValue::Integer(self.id)),
            ("event", LogValue::Text(event)),
            ("operation", LogValue::Text(self.operation)),
        ]);
        LogRecord {
            level,
            message,
            attributes,
        }
    }
}

/// A message and its attributes.
struct Entry<'a> {
    message: String,
    attributes: Vec<Attribute<'a>>,
}

/// What the program ended itself, and what it may well expect, is no fault that somebody has to be told of.
fn level_of(kind: ErrorKind) -> LogLevel {
    match kind {
        ErrorKind::NotFound => LogLevel::Info,
        ErrorKind::Cancelled => LogLevel::Warn,
        _ => LogLevel::Error,
    }
}

fn after(attempts: u32) -> String {
    match attempts {
        0 => "before the first attempt".to_owned(),
        1 => "after 1 attempt".to_owned(),
        attempts => format!("after {attempts} attempts"),
    }
}

/// Kind, status and code: no text from outside.
fn describe(error: &Error) -> String {
    let mut text = error.kind().name().to_owned();
    if error.http_status() != 0 {
        text.push_str(&format!(" {}", error.http_status()));
    }
    if let Some(code) = error.code() {
        text.push_str(&format!(" {code}"));
    }
    text
}

/// The same as attributes.
fn add_error<'a>(attributes: &mut Vec<Attribute<'a>>, error: &'a Error) {
    attributes.push(("error", LogValue::Text(error.kind().name())));
    if error.http_status() != 0 {
        attributes.push(("status", LogValue::Integer(error.http_status().into())));
    }
    let texts = [("code", error.code()), ("request_id", error.request_id())];
    attributes.extend(
        texts
            .into_iter()
            .filter_map(|(name, text)| text.map(|text| (name, LogValue::Text(text)))),
    );
}
