//! The settings of one call.

use std::time::Duration;

use crate::api::retry::RetrySafety;
use crate::client::error::Error;
use crate::net::cancel::{Cancel, Interrupt};

/// The settings of one call. The default requests the connection as it is.
#[derive(Clone, Debug, Default)]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) cancel: Option<Cancel>,
    pub(crate) interrupt: Option<Interrupt>,
    pub(crate) max_age: Option<Duration>,
    pub(crate) force_refresh: bool,
    pub(crate) refresh_token: bool,
    pub(crate) refresh_github_app_jwt_token: bool,
}

/// What a call takes as its options: `None` for the defaults, or `&CallOptions`.
#[derive(Clone, Copy, Debug)]
pub struct CallSettings<'a>(&'a CallOptions);

static DEFAULTS: CallOptions = CallOptions {
    timeout: None,
    cancel: None,
    interrupt: None,
    max_age: None,
    force_refresh: false,
    refresh_token: false,
    refresh_github_app_jwt_token: false,
};

impl<'a> CallSettings<'a> {
    pub(crate) fn get(self) -> &'a CallOptions {
        self.0
    }
}

impl<'a> From<&'a CallOptions> for CallSettings<'a> {
    fn from(options: &'a CallOptions) -> CallSettings<'a> {
        CallSettings(options)
    }
}

/// What the setters return.
impl<'a> From<&'a mut CallOptions> for CallSettings<'a> {
    fn from(options: &'a mut CallOptions) -> CallSettings<'a> {
        CallSettings(options)
    }
}

impl<'a> From<Option<&'a CallOptions>> for CallSettings<'a> {
    fn from(options: Option<&'a CallOptions>) -> CallSettings<'a> {
        CallSettings(options.unwrap_or(&DEFAULTS))
    }
}

impl CallOptions {
    /// Settings with their defaults.
    pub fn new() -> CallOptions {
        CallOptions::default()
    }

    /// How long this call may take: the client's timeout by default. Zero expires immediately.
    pub fn timeout(&mut self, total: Duration) -> &mut Self {
        self.timeout = Some(total);
        self
    }

    /// A token whose trigger ends the call as [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled).
    pub fn cancel(&mut self, cancel: &Cancel) -> &mut Self {
        self.cancel = Some(cancel.clone());
        self
    }

    /// A function called on the calling thread when a signal interrupts a wait, and at least every 100 ms of waiting;
    /// if it returns true, the call ends as [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled). It may make its own
    /// calls, also of the same client.
    pub fn interrupt(&mut self, asks_to_end: impl Fn() -> bool + Send + Sync + 'static) -> &mut Self {
        self.interrupt = Some(Interrupt::new(asks_to_end));
        self
    }

    /// How old a connection from the cache may be, if that is less than [`cache_ttl`](crate::ClientOptions::cache_ttl); by default there
    /// is no other limit. Zero takes nothing from the cache and waits for no other call; the response is kept all the
    /// same. Without a cache it has no effect.
    pub fn max_age(&mut self, max_age: Duration) -> &mut Self {
        self.max_age = Some(max_age);
        self
    }

    /// Makes Nango refresh the credentials regardless of their expiry. Nango advises against it at high traffic, and a
    /// refresh that fails makes plain calls for this connection fail for 30 seconds. Takes nothing from the cache and
    /// replaces what is there.
    pub fn force_refresh(&mut self, on: bool) -> &mut Self {
        self.force_refresh = on;
        self
    }

    /// Requests the refresh token too. The secret key needs the scope to read credentials.
    pub fn refresh_token(&mut self, on: bool) -> &mut Self {
        self.refresh_token = on;
        self
    }

    /// Also renews the JSON web token of a GitHub App. Unknown to old Nango servers.
    pub fn refresh_github_app_jwt_token(&mut self, on: bool) -> &mut Self {
        self.refresh_github_app_jwt_token = on;
        self
    }

    /// Whether the call may change credentials at the external API, so that retrying it is not safe.
    pub(crate) fn may_rotate(&self) -> bool {
        self.force_refresh || self.refresh_github_app_jwt_token
    }

    /// Rejects the settings that only a call for a connection has.
    pub(crate) fn refuse_those_of_a_connection(&self, call: &str) -> Result<(), Error> {
        for (setting, is_set) in [
            ("max_age", self.max_age.is_some()),
            ("force_refresh", self.force_refresh),
            ("refresh_token", self.refresh_token),
            ("refresh_github_app_jwt_token", self.refresh_github_app_jwt_token),
        ] {
            if is_set {
                return Err(Error::invalid_argument(format!(
                    "{setting} does not apply to {call}: leave it out of its options"
                )));
            }
        }
        Ok(())
    }

    /// Whether a call for a connection with these settings is safe to retry.
    pub(crate) fn care(&self) -> RetrySafety {
        match self.may_rotate() {
            true => RetrySafety::MayRotateCredentials,
            false => RetrySafety::Harmless,
        }
    }
}
