//! Getting a connection: from the cache, by a request that others may wait for, or by waiting for another's.

use std::sync::Arc;
use std::time::Duration;

use ureq::http::{Method, Uri};

use crate::api::api_error;
use crate::api::attempts::ApiCall;
use crate::api::retry::{FailedAttempt, RetrySafety};
use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::client::options::Route;
use crate::client::reentrancy::CallGuard;
use crate::connection::cache::{ConnectionCache, Flight, Key, Lookup, Outcome, Request, SystemEnv};
use crate::connection::expiry;
use crate::connection::model::Connection;
use crate::connection::route::{self, ConnectionRoute};
use crate::http::{Limits, Outgoing, RawResponse};
use crate::net::poll::WaitError;
use crate::sys::Held;

/// One call, which may take several attempts.
pub(crate) struct GetConnection<'a> {
    pub(crate) call: ApiCall<'a>,
    pub(crate) connection_id: &'a str,
    pub(crate) provider_config_key: &'a str,
}

impl GetConnection<'_> {
    /// Gets the connection, from the cache if there is one.
    pub(crate) fn get(&self) -> Result<Held<Connection>, Error> {
        if let Some(log) = &self.call.log {
            log.begins(self.connection_id, self.provider_config_key);
        }
        let result = self.get_unlogged();
        self.call.ends(&result);
        result
    }

    fn get_unlogged(&self) -> Result<Held<Connection>, Error> {
        let live = self.call.client.live();
        if let Some(ended) = self.call.ended_before_it_began(live) {
            return Err(ended);
        }
        match &live.cache {
            Some(cache) => self.get_cached(cache),
            None => self.fetch_with_retries(&self.call.limits()).map(Held::from),
        }
    }

    /// Takes the connection from the cache, or fetches it for the cache and for those who wait.
    fn get_cached(&self, cache: &ConnectionCache) -> Result<Held<Connection>, Error> {
        let key = Key {
            connection_id: self.connection_id,
            provider_config_key: self.provider_config_key,
            refresh_token: self.call.options.refresh_token,
        };
        if self.call.options.may_rotate() {
            return self.ask_for(cache.renew(key), &self.call.limits()).map(Held::from);
        }
        let mut may_wait = !CallGuard::is_nested();
        let mut limits = None;
        loop {
            match cache.enter(key, self.call.options.max_age, may_wait) {
                Lookup::Hit(connection) => {
                    if let Some(log) = &self.call.log {
                        log.by_the_cache("answers", "hit");
                    }
                    return Ok(connection);
                }
                Lookup::Ask(request) => {
                    let limits = limits.get_or_insert_with(|| self.call.limits());
                    return self.ask_for(request, limits).map(Held::from);
                }
                Lookup::Wait(flight) => {
                    if let Some(log) = &self.call.log {
                        log.by_the_cache("waiting for the same request of another call", "waited");
                    }
                    match self.wait_for(&flight, limits.get_or_insert_with(|| self.call.limits()))? {
                        Some(Outcome::Answered(connection)) => return Ok(connection.into()),
                        Some(Outcome::Failed(error)) => return Err(error),
                        Some(Outcome::GivenUp) => {}
                        None => may_wait = false,
                    }
                }
            }
        }
    }

    /// Makes the request, and reports its end to the cache.
    fn ask_for(&self, request: Request<'_, SystemEnv>, limits: &Limits) -> Result<Arc<Connection>, Error> {
        let result = self.fetch_with_retries(limits);
        match &result {
            Ok(connection) => request.answered(connection.clone(), expiry::of(connection)),
            // The end of this call alone. Time that runs out at an HTTP proxy is an error of the proxy's.
            Err(error) if matches!(error.kind(), ErrorKind::Cancelled | ErrorKind::Timeout) => drop(request),
            Err(_) if limits.deadline.remaining().is_none() => drop(request),
            Err(error) => request.failed(error.clone()),
        }
        result
    }

    /// Waits for the end of another call's request. `None` if the system cannot wait.
    fn wait_for(&self, flight: &Flight<SystemEnv>, limits: &Limits) -> Result<Option<Outcome<SystemEnv>>, Error> {
        let _inside = CallGuard::begin();
        loop {
            let landed = match flight.outcome() {
                Ok(outcome) => return Ok(Some(outcome)),
                Err(landed) => landed,
            };
            let kind = match limits.stops.wait_for(&landed, limits.deadline) {
                Ok(()) => continue,
                Err(WaitError::Failed(_)) => return Ok(None),
                Err(WaitError::Cancelled) => ErrorKind::Cancelled,
                Err(WaitError::TimedOut) => ErrorKind::Timeout,
            };
            return Err(self
                .call
                .stopped(kind, "while waiting for the same request of another call", 0));
        }
    }

    /// Tries until it succeeds, fails permanently or times out.
    pub(crate) fn fetch_with_retries(&self, limits: &Limits) -> Result<Arc<Connection>, Error> {
        self.call.repeat(limits, || self.attempt(limits))
    }

    /// One attempt: the route that is known to work and, if that is gone, the other one. The outer error is about the
    /// arguments.
    fn attempt(&self, limits: &Limits) -> Result<Result<Arc<Connection>, FailedAttempt>, Error> {
        let first = self.call.client.first_path();
        let mut answered_by = first;
        let mut result = self.ask(first, &self.url(first)?, limits);
        if self.call.client.route == Route::Auto && result.as_ref().is_ok_and(api_error::route_is_gone) {
            answered_by = first.other();
            result = self.ask(answered_by, &self.url(answered_by)?, limits);
        }
        let response = match result {
            Ok(response) => response,
            Err(failed) => return Ok(Err(failed)),
        };
        if api_error::is_nangos(&response) {
            self.call.client.remember_path(answered_by);
        }
        let classified = classify(response, self.call.care);
        Ok(classified.map_err(FailedAttempt::answered))
    }

    fn url(&self, path: ConnectionRoute) -> Result<Uri, Error> {
        let base_url = &self.call.client.base_url;
        route::url(
            base_url,
            path,
            self.connection_id,
            self.provider_config_key,
            self.call.options,
        )
    }

    /// One exchange; its failure as an error with a message that says what to do.
    fn ask(&self, path: ConnectionRoute, uri: &Uri, limits: &Limits) -> Result<RawResponse, FailedAttempt> {
        let (log, route) = (self.call.log.as_deref(), path.segment());
        if let Some(log) = log {
            log.asks("GET", route);
        }
        let http = &self.call.client.live().http;
        let outgoing = Outgoing {
            method: &Method::GET,
            uri,
            headers: None,
            body: None,
            idle_timeout: Duration::MAX,
            may_repeat: true,
            must_connect: self.call.options.may_rotate(),
            keeps_coding: false,
        };
        match http.buffered(outgoing, limits) {
            Ok(response) => {
                if let Some(log) = log {
                    log.answered("GET", route, response.status, Some(response.body.len()));
                }
                Ok(response)
            }
            Err(failure) => {
                let error = self.call.explain(&failure);
                if let Some(log) = log {
                    log.not_answered("GET", route, &error);
                }
                Err(FailedAttempt {
                    error,
                    sent: failure.sent,
                    received: failure.received,
                    is_final: false,
                })
            }
        }
    }
}

/// The meaning of a complete response. Not inlined: what it needs of the stack would be in use during the exchange.
#[inline(never)]
fn classify(response: RawResponse, care: RetrySafety) -> Result<Arc<Connection>, Error> {
    if response.status != 200 || api_error::is_html(&response) {
        return Err(api_error::error_from_response(&response, care));
    }
    Connection::decode(response.body).map(Arc::new).map_err(|error| {
        let message = format!(
            "Nango's response is not a connection: {}; check base_url",
            error.sentence()
        );
        ErrorParts {
            http_status: response.status,
            ..ErrorParts::new(ErrorKind::Decode, &message)
        }
        .into()
    })
}
