//! Getting a connection: routes, and what an answer means.

use std::time::Duration;

use ureq::http::{Method, Uri};

use crate::api::api_error;
use crate::api::attempts::Call;
use crate::api::retry::{FailedAttempt, RetrySafety};
use crate::client::error::{Error, ErrorKind, ErrorParts};
use crate::client::options::Route;
use crate::connection::Connection;
use crate::connection::route::{self, ConnectionRoute};
use crate::http::{Limits, Outgoing, RawResponse};

/// One call, which may take several attempts.
pub(crate) struct GetConnection<'a> {
    pub(crate) call: Call<'a>,
    pub(crate) connection_id: &'a str,
    pub(crate) provider_config_key: &'a str,
}

impl GetConnection<'_> {
    /// Tries until there is a connection, or no hope, or no time.
    pub(crate) fn fetch_with_retries(&self, limits: &Limits) -> Result<Connection, Error> {
        self.call.repeat(limits, || self.attempt(limits))
    }

    /// One attempt: the route that is known to work and, if that is gone, the other one. The outer error is one of the
    /// arguments'.
    fn attempt(&self, limits: &Limits) -> Result<Result<Connection, FailedAttempt>, Error> {
        let first = self.call.client.first_path();
        let mut answered_by = first;
        let mut result = self.ask(first, &self.url(first)?, limits);
        if self.call.client.route == Route::Auto && result.as_ref().is_ok_and(api_error::route_is_gone) {
            answered_by = first.other();
            result = self.ask(answered_by, &self.url(answered_by)?, limits);
        }
        let answer = match result {
            Ok(answer) => answer,
            Err(failed) => return Ok(Err(failed)),
        };
        if api_error::is_nangos(&answer) {
            self.call.client.remember_path(answered_by);
        }
        let judged = classify(answer, self.call.care);
        Ok(judged.map_err(FailedAttempt::answered))
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

    /// One exchange; its failure as an error that says what to do.
    fn ask(&self, path: ConnectionRoute, uri: &Uri, limits: &Limits) -> Result<RawResponse, FailedAttempt> {
        let (log, route) = (self.call.log(), path.segment());
        log.asks("GET", route);
        let start = log.start();
        let http = &self.call.client.live().http;
        let outgoing = Outgoing {
            method: &Method::GET,
            uri,
            headers: None,
            body: None,
            idle_timeout: Duration::MAX,
            may_repeat: true,
            must_connect: self.call.options.may_rotate(),
        };
        match http.buffered(outgoing, limits) {
            Ok(answer) => {
                log.answered("GET", route, answer.status, Some(answer.body.len()), start);
                Ok(answer)
            }
            Err(failure) => {
                let error = self.call.explain(&failure);
                log.not_answered("GET", route, &error, start);
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

/// What a whole answer means.
fn classify(answer: RawResponse, care: RetrySafety) -> Result<Connection, Error> {
    if answer.status != 200 || api_error::is_html(&answer) {
        return Err(api_error::error_from_response(&answer, care));
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
