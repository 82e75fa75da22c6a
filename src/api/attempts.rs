//! Shared by all calls: their time limits, their attempts, and the messages for failures without a response.

use std::sync::Arc;
use std::time::Duration;

use crate::api::retry::{self, FailedAttempt, RetrySafety};
use crate::client::call_options::CallOptions;
use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::client::log::CallLog;
use crate::client::reentrancy::CallGuard;
use crate::client::state::{ClientState, ProcessState};
use crate::http::Limits;
use crate::net::cancel::Cancel;
use crate::net::deadline::Deadline;
use crate::net::exchange_error::{ExchangeError, FailureKind};
use crate::net::poll::{CancelSources, WaitError};

/// A call of a client of any kind.
pub(crate) struct ApiCall<'a> {
    pub(crate) client: &'a ClientState,
    pub(crate) options: &'a CallOptions,
    /// Of a call that somebody follows.
    pub(crate) log: Option<Box<CallLog<'a>>>,
    /// Whether the call is safe to retry.
    pub(crate) care: RetrySafety,
    /// For a call with streamed bodies: the idle timeout for reading or writing them.
    pub(crate) idle_timeout: Option<Duration>,
}

impl ApiCall<'_> {
    /// Tries until it succeeds, fails permanently or times out. The inner error of `attempt` may be retried, the outer
    /// one is about the arguments.
    pub(crate) fn repeat<T>(
        &self,
        limits: &Limits,
        mut attempt: impl FnMut() -> Result<Result<T, FailedAttempt>, Error>,
    ) -> Result<T, Error> {
        let _inside = CallGuard::begin();
        let mut attempts = 1;
        loop {
            if let Some(log) = &self.log {
                log.attempt(attempts);
            }
            let failed = match attempt()? {
                Ok(result) => return Ok(result),
                Err(failed) => failed,
            };
            self.wait_to_repeat(failed, attempts, limits)?;
            attempts = attempts.saturating_add(1);
        }
    }

    /// Waits until the next attempt; the error of the call if there is none. In one place for all kinds of calls.
    #[cold]
    #[inline(never)]
    fn wait_to_repeat(&self, failed: FailedAttempt, attempts: u32, limits: &Limits) -> Result<(), Error> {
        let Some(pause) = self.pause_after(&failed, attempts, limits.deadline) else {
            return Err(failed.error.after(attempts));
        };
        if let Some(log) = &self.log {
            log.tries_again(&failed.error, attempts, pause);
        }
        match limits.stops.pause(pause, limits.deadline) {
            Ok(()) => Ok(()),
            Err(WaitError::Cancelled) => Err(self.stopped(ErrorKind::Cancelled, "between two attempts", attempts)),
            Err(WaitError::TimedOut | WaitError::Failed(_)) => Err(failed.error.after(attempts)),
        }
    }

    fn pause_after(&self, failed: &FailedAttempt, attempts: u32, deadline: Deadline) -> Option<Duration> {
        let left = deadline.remaining()?;
        let retries = self.client.max_retries;
        retry::pause(failed, self.care, attempts, retries, left, retry::jitter())
    }

    /// Tells those who follow the call that it is over.
    pub(crate) fn ends<T>(&self, result: &Result<T, Error>) {
        if let Some(log) = &self.log {
            log.ends(result.as_ref().err());
        }
    }

    pub(crate) fn limits(&self) -> Limits {
        let live = self.client.live();
        Limits {
            deadline: Deadline::after(self.timeout()),
            connect_timeout: self.client.connect_timeout,
            max_response_bytes: self.client.max_response_bytes,
            stops: match (&self.options.cancel, &self.options.interrupt) {
                (None, None) => live.stops.clone(),
                (cancel, interrupt) => Arc::new(CancelSources {
                    cancel: cancel.clone(),
                    shutdown: live.stops.shutdown.clone(),
                    interrupt: interrupt.clone(),
                }),
            },
        }
    }

    fn timeout(&self) -> Duration {
        self.options.timeout.unwrap_or(self.client.timeout)
    }

    /// A call that is cancelled or timed out from the start gets nothing, not even from the cache.
    pub(crate) fn ended_before_it_began(&self, live: &ProcessState) -> Option<Error> {
        let cancelled =
            live.stops.shutdown.is_triggered() || self.options.cancel.as_ref().is_some_and(Cancel::is_triggered);
        let kind = match (cancelled, self.timeout().is_zero()) {
            (true, _) => ErrorKind::Cancelled,
            (false, true) => ErrorKind::Timeout,
            (false, false) => return None,
        };
        Some(self.stopped(kind, "before anything was sent", 0))
    }

    /// The error for an exchange that failed before it had a response, with a message that says what to do.
    pub(crate) fn explain(&self, failure: &ExchangeError) -> Error {
        let (host, port) = (self.client.base_url.host(), self.client.base_url.port());
        let detail = &failure.detail;
        // What has answered before, or now and badly, is where the base URL leads to.
        let is_right = self.client.live().http.has_answered();
        let message = match failure.kind {
            FailureKind::Timeout | FailureKind::Cancelled => {
                self.stop_message(failure.kind.into(), &format!("while {detail}"))
            }
            FailureKind::Resolve => {
                let host_too = if is_right { "" } else { "the host in base_url, and " };
                format!("cannot resolve {host} ({detail}): check {host_too}DNS")
            }
            FailureKind::Connect => {
                let what = if is_right {
                    "that the server is up"
                } else {
                    "host and port in base_url"
                };
                format!(
                    "cannot connect to {host}:{port} ({detail}): check {what}, and that the network allows the connection"
                )
            }
            FailureKind::Tls => format!("cannot establish a TLS connection to {host}: {detail}"),
            FailureKind::Proxy | FailureKind::ProxyRefused => format!(
                "cannot connect to {host} through the {} ({detail}): check http_proxy, or https_proxy, all_proxy and no_proxy \
                 in the environment",
                self.client.live().http.proxy_name()
            ),
            FailureKind::TooLarge => format!("the response is too large: {detail}"),
            FailureKind::NotHttp if is_right => {
                format!("{detail}: report it to who runs it or a gateway in front of it")
            }
            FailureKind::NotHttp => format!("{detail}: check base_url"),
            FailureKind::Coding => format!("the response cannot be decoded: {detail}"),
            _ => format!(
                "the connection to {host} was lost ({detail}): {}",
                self.care.advice_after_disconnect(failure.sent)
            ),
        };
        let retryable = match failure.kind {
            FailureKind::Resolve | FailureKind::Connect | FailureKind::Proxy => true,
            FailureKind::Timeout | FailureKind::Io => !failure.sent || self.care.is_harmless(),
            _ => false,
        };
        ErrorParts {
            http_status: failure.status,
            retryable,
            ..ErrorParts::new(failure.kind.into(), &message)
        }
        .into()
    }

    /// A call that ended outside of an exchange.
    pub(crate) fn stopped(&self, kind: ErrorKind, when: &str, attempts: u32) -> Error {
        let message = self.stop_message(kind, when);
        let retryable = kind == ErrorKind::Timeout;
        ErrorParts {
            retryable,
            attempts,
            ..ErrorParts::new(kind, &message)
        }
        .into()
    }

    fn stop_message(&self, kind: ErrorKind, when: &str) -> String {
        if kind == ErrorKind::Cancelled {
            return format!("the call was cancelled {when}");
        }
        let idle = self
            .idle_timeout
            .map(|idle| format!(", idle timeout {} ms", idle.as_millis()))
            .unwrap_or_default();
        format!(
            "timed out {when} (timeout {} ms, connect timeout {} ms{idle}): raise the timeout, or find out why the server \
             is slow",
            self.timeout().as_millis(),
            self.client.connect_timeout.as_millis()
        )
    }
}
