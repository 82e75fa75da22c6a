//! A local Nango server for tests: connections, refreshes and errors without a Nango account.
//!
//! The program `nango-emulator` serves a seed file. A test can start one in its own process:
//!
//! ```
//! let emulator = nango_emulator::start(nango_emulator::Seed::demo()?)?;
//! println!("{}", emulator.base_url());
//! emulator.shutdown();
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod auth;
mod check;
mod clock;
mod connections;
mod control;
mod described;
mod document;
mod external;
mod forms;
mod fresh;
mod generated {
    pub mod routes;
}
mod list;
mod log;
mod metadata;
mod modes;
mod operations;
mod others;
mod provider;
mod proxy;
mod query;
mod ratelimit;
mod refresh;
mod respond;
mod routes;
pub mod seed;
mod server;
mod state;
mod store;
mod validate;
mod webhooks;

pub use seed::{Seed, SeedError};
pub use server::{Emulator, start, start_on};

use axum::http::header::ETAG;
use log::Log;
use respond::Reply;
use state::State;
use std::sync::{Mutex, MutexGuard, PoisonError};

const DASHBOARD: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\" /><title>Nango</title></head><body><div id=\"root\"></div><!-- nango-emulator: a Nango server shows its dashboard here --></body></html>\n";

/// Shared by all requests.
struct Shared {
    seed: Seed,
    state: Mutex<State>,
    log: Log,
    /// The requests that the external API has received through the proxy.
    external_log: Log,
    started_ms: i64,
}

impl Shared {
    fn new(seed: Seed) -> Self {
        let state = State::new(&seed);
        Self {
            log: Log::new(&seed),
            external_log: Log::new(&seed),
            started_ms: state.clock.now(),
            state: Mutex::new(state),
            seed,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The time for the `Date` header, by the emulator's clock: a client may count from it to the rate limit's reset.
    fn date(&self) -> String {
        clock::http_date(self.state().clock.now())
    }

    /// The page at every path that the server does not have. Its ETag is of a file: the size and the time of its change.
    fn dashboard(&self) -> Reply {
        let tag = format!("W/\"{:x}-{:x}\"", DASHBOARD.len(), self.started_ms);
        Reply::html(200, DASHBOARD.to_owned()).with(ETAG, tag)
    }
}
