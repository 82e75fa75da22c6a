//! A connection with credentials that are still good, refreshed first where Nango refreshes them.

use crate::{
    Shared, document,
    refresh::{self, Need, Outcome, Wishes},
    state::{Connection, State},
};
use serde_json::Value;
use std::sync::Arc;
use tokio::sync::watch;

/// A request's ids of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// The program's name for it.
    pub connection_id: &'a str,
    /// The integration's id.
    pub provider_config_key: &'a str,
}

/// Why there is no connection with valid credentials.
#[derive(Debug)]
pub enum Trouble {
    /// There is no such connection.
    Unknown,
    /// It has no good credentials; the value is its document as an error shows it.
    Lacking(Lack, Value),
}

/// Why credentials are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The external API has just refused to refresh them.
    Failed,
    /// A refresh failed lately, so Nango does not try.
    BackingOff,
    /// Nango has given up for good.
    GivenUp,
}

impl Lack {
    /// The status that Nango returns.
    pub fn status(self) -> u16 {
        match self {
            Self::Failed => 400,
            Self::BackingOff | Self::GivenUp => 424,
        }
    }

    /// Nango's error for it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Failed => {
                "The external API returned an error when trying to refresh the access token. Please try again later."
            }
            Self::BackingOff => "A recent refresh attempt failed. Backing off before retrying.",
            Self::GivenUp => "The refresh limit has been reached for this connection.",
        }
    }
}

impl Name<'_> {
    fn find(self, state: &State) -> Result<usize, Trouble> {
        state
            .position(self.connection_id, self.provider_config_key)
            .ok_or(Trouble::Unknown)
    }
}

/// Reads a connection with the credentials that Nango would return now.
pub async fn read<T>(
    shared: &Arc<Shared>,
    name: Name<'_>,
    wishes: Wishes,
    read: impl Fn(&Connection) -> T,
) -> Result<T, Trouble> {
    loop {
        let running = {
            let mut state = shared.state();
            let position = name.find(&state)?;
            match begin(shared, &mut state, position, wishes)? {
                Some(running) => running,
                None => return Ok(read(&state.connections[position])),
            }
        };
        // Without an outcome a reset has ended the refresh: the request starts again, as the emulator did.
        match wait(running).await {
            None => {}
            Some(Outcome::Failed(document)) => return Err(Trouble::Lacking(Lack::Failed, document)),
            Some(Outcome::Refreshed) => {
                let state = shared.state();
                let position = name.find(&state)?;
                return Ok(read(&state.connections[position]));
            }
        }
    }
}

async fn wait(mut running: watch::Receiver<Option<Outcome>>) -> Option<Outcome> {
    let outcome = running.wait_for(Option::is_some).await.ok()?;
    outcome.clone()
}

/// Performs the required steps, or returns the refresh to wait for.
fn begin(
    shared: &Arc<Shared>,
    state: &mut State,
    position: usize,
    wishes: Wishes,
) -> Result<Option<watch::Receiver<Option<Outcome>>>, Trouble> {
    let now = state.clock.now();
    if !wishes.force && refresh::is_refreshable(&state.connections[position]) {
        refuse_hopeless(state, position, now)?;
    }
    match refresh::need(&state.connections[position], wishes, now) {
        Need::Credentials => return Ok(Some(refresh::join_or_start(shared, state, position))),
        Need::AppJwt => refresh::renew_app_jwt(state, position),
        Need::WriteOnly => {
            state.connections[position].updated_at = now;
            state.connections[position].last_fetched_at = Some(now);
        }
        Need::Nothing => state.connections[position].last_fetched_at = Some(now),
    }
    Ok(None)
}

/// Rejects a connection whose refresh Nango does not try. The error shows it as it was before the request.
fn refuse_hopeless(state: &mut State, position: usize, now: i64) -> Result<(), Trouble> {
    let connection = &state.connections[position];
    let lack = match (connection.exhausted, connection.backs_off(now)) {
        (true, _) => Lack::GivenUp,
        (false, true) => Lack::BackingOff,
        (false, false) => return Ok(()),
    };
    let document = document::without_credentials(connection);
    state.connections[position].last_fetched_at = Some(now);
    if lack == Lack::GivenUp {
        refresh::record_error(state, position);
    }
    Err(Trouble::Lacking(lack, document))
}
