//! The cache as a client has it: of connections, on this machine's clocks.

use std::time::Duration;

use super::{Cache, Env, Notify};
use crate::client::error::Error;
use crate::connection::Connection;
use crate::net::cancel::Cancel;
use crate::sys;

/// The cache of a client.
pub(crate) type ConnectionCache = Cache<SystemEnv>;

/// The environment of the cache.
pub(crate) struct SystemEnv;

impl Env for SystemEnv {
    type Value = Connection;
    type Error = Error;
    type Notify = Cancel;

    fn uptime(&self) -> Duration {
        sys::uptime()
    }

    fn unix_ms(&self) -> i64 {
        i64::try_from(sys::coarse_wall_clock().as_millis()).unwrap_or(i64::MAX)
    }

    fn thread(&self) -> usize {
        sys::thread_number()
    }
}

impl Notify for Cancel {
    fn ring(&self) {
        self.trigger();
    }
}
