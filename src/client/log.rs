//! The log: each attempt and its result. Never a key, a credential, a body, or a message of
//! the server; ids, which are often e-mail addresses, from debug level on.

use std::fmt;
use std::sync::Arc;
use std::time::Instant;

use crate::client::error::Error;

/// The level of a message; each includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LogLevel {
    /// A call failed for good.
    Error,
    /// An attempt failed and is retried.
    Warn,
    /// An attempt got a response.
    Info,
    /// A call begins: which connection of which integration, and the role of the cache.
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

type Sink = dyn Fn(LogLevel, &str) + Send + Sync;

/// The receiver of messages, and their maximum level.
#[derive(Clone)]
pub(crate) struct Logger {
    max_level: LogLevel,
    sink: Arc<Sink>,
}

impl Logger {
    pub(crate) fn new(max_level: LogLevel, sink: impl Fn(LogLevel, &str) + Send + Sync + 'static) -> Logger {
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

/// The messages of one call.
pub(crate) struct CallLog<'a> {
    logger: Option<&'a Logger>,
}

impl<'a> CallLog<'a> {
    pub(crate) fn new(logger: Option<&'a Logger>) -> CallLog<'a> {
        CallLog { logger }
    }

    /// A clock reading, if durations are logged.
    pub(crate) fn start(&self) -> Option<Instant> {
        self.logger.map(|_| Instant::now())
    }

    pub(crate) fn begins(&self, connection_id: &str, provider_config_key: &str) {
        self.write(LogLevel::Debug, || {
            format!("get connection {connection_id:?} of {provider_config_key:?}")
        });
    }

    /// The endpoint is not logged: it may contain customer data.
    pub(crate) fn begins_proxied(&self, method: &str, connection_id: &str, provider_config_key: &str) {
        self.write(LogLevel::Debug, || {
            format!("proxy {method} for connection {connection_id:?} of {provider_config_key:?}")
        });
    }

    /// `route` is the template of the path, without ids.
    pub(crate) fn begins_call(&self, method: &str, route: &str) {
        self.write(LogLevel::Debug, || format!("call {method} /{route}"));
    }

    /// How a call uses the cache.
    pub(crate) fn by_the_cache(&self, what: &str) {
        self.write(LogLevel::Debug, || format!("cache: {what}"));
    }

    pub(crate) fn asks(&self, method: &str, route: &str) {
        self.write(LogLevel::Trace, || format!("{method} /{route}: sending"));
    }

    /// `bytes` is unknown for a body that the program reads itself.
    pub(crate) fn answered(
        &self,
        method: &str,
        route: &str,
        status: u16,
        bytes: Option<usize>,
        start: Option<Instant>,
    ) {
        self.write(LogLevel::Info, || {
            let bytes = bytes.map(|bytes| format!(", {bytes} bytes")).unwrap_or_default();
            format!("{method} /{route}: {status}{bytes} in {} ms", elapsed_ms(start))
        });
    }

    pub(crate) fn not_answered(&self, method: &str, route: &str, error: &Error, start: Option<Instant>) {
        self.write(LogLevel::Info, || {
            format!(
                "{method} /{route}: {} after {} ms",
                error.kind().name(),
                elapsed_ms(start)
            )
        });
    }

    pub(crate) fn tries_again(&self, error: &Error, attempts: u32, pause_ms: u128) {
        self.write(LogLevel::Warn, || {
            format!(
                "attempt {attempts} failed ({}), retrying in {pause_ms} ms",
                describe(error)
            )
        });
    }

    pub(crate) fn failed(&self, error: &Error) {
        self.write(LogLevel::Error, || {
            format!(
                "failed after {} attempts ({}): {}",
                error.attempts(),
                describe(error),
                error.message()
            )
        });
    }

    fn write(&self, level: LogLevel, message: impl FnOnce() -> String) {
        if let Some(logger) = self.logger.filter(|logger| level <= logger.max_level) {
            (logger.sink)(level, &message());
        }
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

fn elapsed_ms(start: Option<Instant>) -> u128 {
    start.map_or(0, |start| start.elapsed().as_millis())
}
