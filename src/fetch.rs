//! Getting a connection: attempts, routes, and what an answer or its absence means.

use std::sync::Arc;
use std::time::Duration;

use ureq::http::Uri;

use crate::answer;
use crate::cancel::Cancel;
use crate::connection::Connection;
use crate::error::{Error, ErrorKind, ErrorParts};
use crate::http::{Answer, BaseUrl, Deadline, Limits, NoAnswer, Path, Stop, Stops};
use crate::inner::{Inner, Live};
use crate::inside_call::InsideCall;
use crate::log::CallLog;
use crate::options::{CallOptions, Route};
use crate::retry::{self, Failed};

/// One call, which may take several attempts.
pub(crate) struct Fetch<'a> {
    pub(crate) client: &'a Inner,
    pub(crate) options: &'a CallOptions,
    pub(crate) connection_id: &'a str,
    pub(crate) provider_config_key: &'a str,
}

/// A failed attempt.
struct Attempt {
    error: Error,
    sent: bool,
    received: bool,
}

impl Fetch<'_> {
    /// Tries until there is a connection, or no hope, or no time.
    pub(crate) fn ask_repeatedly(&self, limits: &Limits) -> Result<Connection, Error> {
        let _inside = InsideCall::begin();
        let mut attempts = 1;
        loop {
            let failed = match self.attempt(limits)? {
                Ok(connection) => return Ok(connection),
                Err(failed) => failed,
            };
            let Some(pause) = self.pause_after(&failed, attempts, limits.deadline) else {
                return Err(failed.error.after(attempts));
            };
            self.log().tries_again(&failed.error, attempts, pause.as_millis());
            match limits.stops.pause(pause, limits.deadline) {
                Ok(()) => {}
                Err(Stop::Cancelled) => {
                    return Err(self.stopped(ErrorKind::Cancelled, "between two attempts", attempts));
                }
                Err(Stop::TimedOut | Stop::Failed(_)) => return Err(failed.error.after(attempts)),
            }
            attempts = attempts.saturating_add(1);
        }
    }

    pub(crate) fn log(&self) -> CallLog<'_> {
        CallLog::new(self.client.logger.as_ref())
    }

    pub(crate) fn limits(&self) -> Limits {
        Limits {
            deadline: Deadline::after(self.timeout()),
            connect_timeout: self.client.connect_timeout,
            max_response_bytes: self.client.max_response_bytes,
            stops: Arc::new(Stops {
                cancel: self.options.cancel.clone(),
                shutdown: self.client.live().shutdown.clone(),
                interrupt: self.options.interrupt.clone(),
            }),
        }
    }

    fn timeout(&self) -> Duration {
        self.options.timeout.unwrap_or(self.client.timeout)
    }

    /// A call that is cancelled or out of time from the start gets nothing, from the cache neither.
    pub(crate) fn ended_before_it_began(&self, live: &Live) -> Option<Error> {
        let cancelled = live.shutdown.is_triggered() || self.options.cancel.as_ref().is_some_and(Cancel::is_triggered);
        let kind = match (cancelled, self.timeout().is_zero()) {
            (true, _) => ErrorKind::Cancelled,
            (false, true) => ErrorKind::Timeout,
            (false, false) => return None,
        };
        Some(self.stopped(kind, "before anything was sent", 0))
    }

    fn pause_after(&self, failed: &Attempt, attempts: u32, deadline: Deadline) -> Option<Duration> {
        let left = deadline.remaining()?;
        let seen = Failed {
            error: &failed.error,
            answered: failed.received,
            sent: failed.sent,
        };
        let retries = self.client.max_retries;
        retry::pause(
            &seen,
            self.options.may_rotate(),
            attempts,
            retries,
            left,
            retry::chance(),
        )
    }

    /// One attempt: the route that is known to work and, if that is gone, the other one. The outer error is one of the
    /// arguments'.
    fn attempt(&self, limits: &Limits) -> Result<Result<Connection, Attempt>, Error> {
        let first = self.client.first_path();
        let mut answered_by = first;
        let mut result = self.ask(first, &self.url(first)?, limits);
        if self.client.route == Route::Auto && result.as_ref().is_ok_and(answer::route_is_gone) {
            answered_by = first.other();
            result = self.ask(answered_by, &self.url(answered_by)?, limits);
        }
        let answer = match result {
            Ok(answer) => answer,
            Err(failed) => return Ok(Err(failed)),
        };
        if answer::is_nangos(&answer) {
            self.client.remember_path(answered_by);
        }
        let judged = judge(answer, self.options.may_rotate());
        Ok(judged.map_err(|error| Attempt {
            error,
            sent: true,
            received: true,
        }))
    }

    fn url(&self, path: Path) -> Result<Uri, Error> {
        let base_url: &BaseUrl = &self.client.base_url;
        base_url.connection(path, self.connection_id, self.provider_config_key, self.options)
    }

    /// One exchange; its failure as an error that says what to do.
    fn ask(&self, path: Path, uri: &Uri, limits: &Limits) -> Result<Answer, Attempt> {
        let (log, route) = (self.log(), path.segment());
        log.asks(route);
        let start = log.start();
        let http = &self.client.live().http;
        match http.get(uri, limits, self.options.may_rotate()) {
            Ok(answer) => {
                log.answered(route, answer.status, answer.body.len(), start);
                Ok(answer)
            }
            Err(failure) => {
                let error = self.explain(&failure);
                log.not_answered(route, &error, start);
                Err(Attempt {
                    error,
                    sent: failure.sent,
                    received: failure.received,
                })
            }
        }
    }

    fn explain(&self, failure: &NoAnswer) -> Error {
        let host = self.client.base_url.host();
        let detail = &failure.detail;
        let message = match failure.kind {
            ErrorKind::Timeout | ErrorKind::Cancelled => self.stop_message(failure.kind, &format!("during {detail}")),
            ErrorKind::Resolve => {
                format!("cannot resolve {host} ({detail}): check the host in base_url and the name service")
            }
            ErrorKind::Connect => format!(
                "cannot connect to {host} ({detail}): check host and port in base_url, and that the network lets it through"
            ),
            ErrorKind::Tls => format!("no TLS connection to {host}: {detail}"),
            ErrorKind::HttpProxy => format!(
                "no connection to {host} through the HTTP proxy {} ({detail}): check http_proxy, or https_proxy and no_proxy \
                 in the environment",
                self.client.live().http.proxy_name()
            ),
            ErrorKind::TooLarge => format!("the answer is too large: {detail}"),
            ErrorKind::NotNango => format!("{detail}: is base_url right?"),
            _ => format!("the connection to {host} broke off ({detail}): try again"),
        };
        let may_have_rotated = failure.sent && self.options.may_rotate();
        let retryable = match failure.kind {
            ErrorKind::Resolve | ErrorKind::Connect | ErrorKind::HttpProxy => true,
            ErrorKind::Timeout | ErrorKind::Io => !may_have_rotated,
            _ => false,
        };
        ErrorParts {
            http_status: failure.status,
            retryable,
            ..ErrorParts::new(failure.kind, &message)
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
        match kind {
            ErrorKind::Cancelled => format!("the call was cancelled {when}"),
            _ => format!(
                "time ran out {when} (timeout {} ms, connect timeout {} ms): raise the timeout, or find out why the server is slow",
                self.timeout().as_millis(),
                self.client.connect_timeout.as_millis()
            ),
        }
    }
}

/// What a whole answer means.
fn judge(answer: Answer, may_rotate: bool) -> Result<Connection, Error> {
    if answer.status != 200 || answer::is_html(&answer) {
        return Err(answer::refusal(&answer, may_rotate));
    }
    Connection::decode(answer.body).map_err(|error| {
        let place = match error.pointer.as_str() {
            "" => "the document",
            pointer => pointer,
        };
        let message = format!(
            "Nango's answer is not a connection: {place} {}; is base_url right?",
            error.problem
        );
        ErrorParts {
            http_status: answer.status,
            ..ErrorParts::new(ErrorKind::Decode, &message)
        }
        .into()
    })
}
