//! Getting a connection: from the cache, by a request that others may wait for, or by waiting for another's.

use std::sync::Arc;

use chrono::DateTime;

use crate::client::error::{Error, ErrorKind};
use crate::client::reentrancy::CallGuard;
use crate::connection::Connection;
use crate::connection::cache::{ConnectionCache, Expiry, Flight, Key, Lookup, Outcome, Request, SystemEnv};
use crate::connection::credentials::AuthMode;
use crate::connection::fetch::GetConnection;
use crate::http::Limits;
use crate::net::poll::WaitError;
use crate::text::json;

impl GetConnection<'_> {
    /// Gets the connection, from the cache if there is one.
    pub(crate) fn get(&self) -> Result<Arc<Connection>, Error> {
        let log = self.call.log();
        log.begins(self.connection_id, self.provider_config_key);
        self.get_unlogged().inspect_err(|error| log.failed(error))
    }

    fn get_unlogged(&self) -> Result<Arc<Connection>, Error> {
        let live = self.call.client.live();
        if let Some(ended) = self.call.ended_before_it_began(live) {
            return Err(ended);
        }
        match &live.cache {
            Some(cache) => self.get_cached(cache),
            None => self.fetch_with_retries(&self.call.limits()).map(Arc::new),
        }
    }

    /// Takes the connection from the cache, or fetches it for the cache and for those who wait.
    fn get_cached(&self, cache: &ConnectionCache) -> Result<Arc<Connection>, Error> {
        let key = Key {
            connection_id: self.connection_id,
            provider_config_key: self.provider_config_key,
            refresh_token: self.call.options.refresh_token,
        };
        if self.call.options.may_rotate() {
            return self.ask_for(cache.renew(key), &self.call.limits());
        }
        let mut may_wait = !CallGuard::is_nested();
        let mut limits = None;
        loop {
            match cache.enter(key, self.call.options.max_age, may_wait) {
                Lookup::Hit(connection) => {
                    self.call.log().by_the_cache("answers");
                    return Ok(connection);
                }
                Lookup::Ask(request) => {
                    return self.ask_for(request, limits.get_or_insert_with(|| self.call.limits()));
                }
                Lookup::Wait(flight) => {
                    self.call
                        .log()
                        .by_the_cache("waits for the same request of another call");
                    match self.wait_for(&flight, limits.get_or_insert_with(|| self.call.limits()))? {
                        Some(Outcome::Answered(connection)) => return Ok(connection),
                        Some(Outcome::Failed(error)) => return Err(error),
                        Some(Outcome::GivenUp) => {}
                        None => may_wait = false,
                    }
                }
            }
        }
    }

    /// Makes the request, and tells its end to the cache.
    fn ask_for(&self, request: Request<'_, SystemEnv>, limits: &Limits) -> Result<Arc<Connection>, Error> {
        let result = self.fetch_with_retries(limits).map(Arc::new);
        match &result {
            Ok(connection) => request.answered(connection.clone(), keep(connection)),
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
                .stopped(kind, "while it waited for the same request of another call", 0));
        }
    }
}

/// How long a connection may be kept: until the first of its credentials expires.
fn keep(connection: &Connection) -> Expiry {
    let whole = match connection.expires_at_ms() {
        Some(expires_ms) => Expiry::Until(expires_ms),
        None => expiry(connection, &["expires_at"]),
    };
    // These have credentials inside of them; so may modes that are newer than this library.
    match connection.auth_mode() {
        AuthMode::Custom | AuthMode::Unknown => [["app", "expires_at"], ["user", "expires_at"]]
            .into_iter()
            .fold(whole, |first, path| first.earlier(expiry(connection, &path))),
        _ => whole,
    }
}

/// What one member of the credentials says; nothing that can be relied on if it is no time. Looked for in the text: an index
/// of the whole document would be kept with the connection.
fn expiry(connection: &Connection, path: &[&str]) -> Expiry {
    let credentials = connection.credentials_json();
    let raw = path.iter().fold(credentials, |value, name| json::member(value?, name));
    let Some(raw) = raw.filter(|raw| *raw != "null") else {
        return Expiry::Always;
    };
    let time = json::string(raw).and_then(|text| DateTime::parse_from_rfc3339(&text).ok());
    time.map_or(Expiry::Never, |time| Expiry::Until(time.timestamp_millis()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::secret::Wiped;

    /// A connection with these credentials.
    fn with(credentials: &str) -> Connection {
        let body = format!(r#"{{"connection_id":"c","provider_config_key":"p","credentials":{credentials}}}"#);
        Connection::decode(Wiped::copy_of(body.as_bytes())).unwrap()
    }

    #[test]
    fn a_connection_is_kept_until_the_first_of_its_credentials_expires() {
        for (credentials, expected) in [
            (r#"{"type":"API_KEY","apiKey":"invented"}"#, Expiry::Always),
            (r#"{"type":"OAUTH2","expires_at":null}"#, Expiry::Always),
            (
                r#"{"type":"OAUTH2","expires_at":"1970-01-01T00:00:01.5Z"}"#,
                Expiry::Until(1500),
            ),
            (
                r#"{"type":"OAUTH2","expires_at":"1970-01-01T01:00:01+01:00"}"#,
                Expiry::Until(1000),
            ),
            (r#"{"type":"OAUTH2","expires_at":"tomorrow"}"#, Expiry::Never),
            (r#"{"type":"OAUTH2","expires_at":""}"#, Expiry::Never),
            (r#"{"type":"OAUTH2","expires_at":1500}"#, Expiry::Never),
            (r#"{"type":"OAUTH2","raw":{"expires_at":1500}}"#, Expiry::Always),
            (
                r#"{"type":"CUSTOM","app":{"expires_at":"1970-01-01T00:00:02Z"},"user":{"expires_at":"1970-01-01T00:00:01Z"}}"#,
                Expiry::Until(1000),
            ),
            (
                r#"{"type":"CUSTOM","app":{"expires_at":"1970-01-01T00:00:02Z"},"user":null}"#,
                Expiry::Until(2000),
            ),
            (
                r#"{"type":"CUSTOM","app":{"expires_at":"1970-01-01T00:00:02Z"},"user":{"expires_at":"soon"}}"#,
                Expiry::Never,
            ),
            ("{}", Expiry::Always),
        ] {
            assert_eq!(keep(&with(credentials)), expected, "{credentials}");
        }
    }
}
