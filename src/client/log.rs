//! The log: each attempt and its result. Never a key, a credential, a body, or a message of
//! the server; ids, which are often e-mail addresses, from debug level on.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::client::error::Error;
use crate::client::error_kind::ErrorKind;
use crate::client::log_record::{Attribute, LogLevel, LogRecord, LogValue};

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
        let facts = [
            ("connection_id", LogValue::Text(connection_id)),
            ("provider_config_key", LogValue::Text(provider_config_key)),
        ];
        self.write(
            LogLevel::Debug,
            "begin",
            format_args!("get connection {connection_id:?} of {provider_config_key:?}"),
            &facts,
            None,
        );
    }

    /// The endpoint is not logged: it may contain customer data.
    #[cold]
    #[inline(never)]
    pub(crate) fn begins_proxied(&self, method: &str, connection_id: &str, provider_config_key: &str) {
        let facts = [
            ("method", LogValue::Text(method)),
            ("connection_id", LogValue::Text(connection_id)),
            ("provider_config_key", LogValue::Text(provider_config_key)),
        ];
        self.write(
            LogLevel::Debug,
            "begin",
            format_args!("proxy {method} for connection {connection_id:?} of {provider_config_key:?}"),
            &facts,
            None,
        );
    }

    /// `route` is the template of the path, without ids.
    #[cold]
    #[inline(never)]
    pub(crate) fn begins_call(&self, method: &str, route: &str) {
        let facts = [("method", LogValue::Text(method)), ("route", LogValue::Text(route))];
        self.write(
            LogLevel::Debug,
            "begin",
            format_args!("call {method} /{route}"),
            &facts,
            None,
        );
    }

    /// How a call uses the cache: for people, and for programs.
    #[cold]
    #[inline(never)]
    pub(crate) fn by_the_cache(&self, what: &str, cache: &'static str) {
        self.seen.borrow_mut().cache = Some(cache);
        let facts = [("cache", LogValue::Text(cache))];
        self.write(LogLevel::Debug, "cache", format_args!("cache: {what}"), &facts, None);
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn asks(&self, method: &str, route: &str) {
        let mut seen = self.seen.borrow_mut();
        method.clone_into(&mut seen.method);
        route.clone_into(&mut seen.route);
        seen.status = 0;
        seen.attempt_start = Some(Instant::now());
        drop(seen);
        let facts = [("method", LogValue::Text(method)), ("route", LogValue::Text(route))];
        self.write(
            LogLevel::Trace,
            "attempt",
            format_args!("{method} /{route}: sending"),
            &facts,
            None,
        );
    }

    /// `bytes` is unknown for a body that the program reads itself.
    #[cold]
    #[inline(never)]
    pub(crate) fn answered(&self, method: &str, route: &str, status: u16, bytes: Option<usize>) {
        self.seen.borrow_mut().status = status;
        let elapsed = self.elapsed();
        let facts = [
            ("method", LogValue::Text(method)),
            ("route", LogValue::Text(route)),
            ("status", LogValue::Integer(status.into())),
            ("duration_ms", LogValue::Milliseconds(elapsed)),
            ("bytes", LogValue::Integer(bytes.unwrap_or_default() as u64)),
        ];
        let ms = elapsed.as_millis();
        match bytes {
            Some(bytes) => {
                self.write(
                    LogLevel::Info,
                    "response",
                    format_args!("{method} /{route}: {status}, {bytes} bytes in {ms} ms"),
                    &facts,
                    None,
                );
            }
            None => {
                self.write(
                    LogLevel::Info,
                    "response",
                    format_args!("{method} /{route}: {status} in {ms} ms"),
                    &facts[..4],
                    None,
                );
            }
        }
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn not_answered(&self, method: &str, route: &str, error: &Error) {
        let elapsed = self.elapsed();
        let facts = [
            ("method", LogValue::Text(method)),
            ("route", LogValue::Text(route)),
            ("duration_ms", LogValue::Milliseconds(elapsed)),
        ];
        self.write(
            LogLevel::Info,
            "no_response",
            format_args!(
                "{method} /{route}: {} after {} ms",
                error.kind().name(),
                elapsed.as_millis()
            ),
            &facts,
            Some(error),
        );
    }

    /// How many attempts have begun.
    #[cold]
    #[inline(never)]
    pub(crate) fn attempt(&self, attempts: u32) {
        self.seen.borrow_mut().attempts = attempts;
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn tries_again(&self, error: &Error, attempts: u32, pause: Duration) {
        let facts = [
            ("attempts", LogValue::Integer(attempts.into())),
            ("pause_ms", LogValue::Milliseconds(pause)),
        ];
        let (what, ms) = (describe(error), pause.as_millis());
        self.write(
            LogLevel::Warn,
            "retry",
            format_args!("attempt {attempts} failed ({what}), retrying in {ms} ms"),
            &facts,
            Some(error),
        );
    }

    /// The call is over.
    #[cold]
    #[inline(never)]
    pub(crate) fn ends(&self, error: Option<&Error>) {
        let seen = self.seen.take();
        let took = self.start.elapsed();
        let attempts = error.map_or(seen.attempts, Error::attempts);
        let mut facts = vec![
            ("duration_ms", LogValue::Milliseconds(took)),
            ("attempts", LogValue::Integer(attempts.into())),
        ];
        if !seen.method.is_empty() {
            facts.push(("method", LogValue::Text(&seen.method)));
            facts.push(("route", LogValue::Text(&seen.route)));
        }
        if let Some(cache) = seen.cache {
            facts.push(("cache", LogValue::Text(cache)));
        }
        if error.is_none() && seen.status != 0 {
            facts.push(("status", LogValue::Integer(seen.status.into())));
        }
        let (level, message) = match error {
            None => (
                LogLevel::Debug,
                format!("{} succeeded in {} ms", self.operation, took.as_millis()),
            ),
            Some(error) => (
                level_of(error.kind()),
                format!("failed {} ({}): {}", after(attempts), describe(error), error.message()),
            ),
        };
        let record = self.record(level, "end", message, &facts, error);
        if let Some(logger) = self.logger_of(level) {
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

    fn logger_of(&self, level: LogLevel) -> Option<&Logger> {
        self.observers
            .logger
            .as_ref()
            .filter(|logger| level <= logger.max_level)
    }

    #[inline(never)]
    fn write(
        &self,
        level: LogLevel,
        event: &'static str,
        message: fmt::Arguments<'_>,
        facts: &[Attribute<'_>],
        error: Option<&Error>,
    ) {
        if let Some(logger) = self.logger_of(level) {
            (logger.sink)(&self.record(level, event, message.to_string(), facts, error));
        }
    }

    /// A record with the facts of the event, of the call and of an error.
    #[inline(never)]
    fn record<'b>(
        &self,
        level: LogLevel,
        event: &'static str,
        message: String,
        facts: &[Attribute<'b>],
        error: Option<&'b Error>,
    ) -> LogRecord<'b> {
        let mut attributes = Vec::with_capacity(facts.len() + 7);
        attributes.extend_from_slice(facts);
        attributes.push(("call_id", LogValue::Integer(self.id)));
        attributes.push(("event", LogValue::Text(event)));
        attributes.push(("operation", LogValue::Text(self.operation)));
        if let Some(error) = error {
            attributes.push(("error", LogValue::Text(error.kind().name())));
            if error.http_status() != 0 {
                attributes.push(("status", LogValue::Integer(error.http_status().into())));
            }
            for (name, text) in [("code", error.code()), ("request_id", error.request_id())] {
                if let Some(text) = text {
                    attributes.push((name, LogValue::Text(text)));
                }
            }
        }
        LogRecord {
            level,
            message,
            attributes,
        }
    }
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
