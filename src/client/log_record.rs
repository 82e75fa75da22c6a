//! A message of the log with its facts, for programs.

use std::fmt::Write;
use std::time::Duration;

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

/// A log message with its attributes: see [`ClientOptions::log_records`](crate::ClientOptions::log_records).
#[derive(Debug)]
pub struct LogRecord<'a> {
    pub(crate) level: LogLevel,
    pub(crate) message: String,
    pub(crate) attributes: Vec<Attribute<'a>>,
}

/// The name of an attribute, and its value.
pub(crate) type Attribute<'a> = (&'static str, LogValue<'a>);

/// The value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LogValue<'a> {
    /// A number, such as a status.
    Integer(u64),
    /// A time that was waited, in JSON as milliseconds.
    Milliseconds(Duration),
    /// A text, such as a method.
    Text(&'a str),
}

impl LogRecord<'_> {
    /// The level of the message.
    pub fn level(&self) -> LogLevel {
        self.level
    }

    /// The message, for people.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The attributes, with their names: `call_id`, `event`, `operation` and, where they apply, `method`, `route`,
    /// `status`, `bytes`, `duration_ms`, `attempts`, `pause_ms`, `error`, `code`, `request_id`, `cache`,
    /// `connection_id`, `provider_config_key`. Later versions may add some.
    pub fn attributes(&self) -> impl Iterator<Item = (&'static str, LogValue<'_>)> {
        self.attributes.iter().copied()
    }

    /// The attribute of a name, if the record has it.
    pub fn get(&self, name: &str) -> Option<LogValue<'_>> {
        self.attributes().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The attributes as a JSON object.
    pub fn to_json(&self) -> String {
        let mut json = String::with_capacity(256);
        for (name, value) in &self.attributes {
            json.push(if json.is_empty() { '{' } else { ',' });
            // Writing to a String does not fail.
            let _ = match value {
                LogValue::Integer(number) => write!(json, "\"{name}\":{number}"),
                LogValue::Milliseconds(time) => {
                    let us = time.as_micros();
                    write!(json, "\"{name}\":{}.{:03}", us / 1000, us % 1000)
                }
                LogValue::Text(text) => {
                    let text = serde_json::to_string(text).unwrap_or_default();
                    write!(json, "\"{name}\":{text}")
                }
            };
        }
        json.push('}');
        json
    }
}
