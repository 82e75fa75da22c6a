//! When Nango refreshes, and how concurrent refreshes of one connection become one.

use crate::{
    Shared, document,
    fresh::{Lack, Name},
    modes, operations,
    provider::{self, Refusal},
    seed::{Answer, AuthError},
    state::{Connection, State},
};
use serde_json::Value;
use std::{future, sync::Arc, time::Duration};
use tokio::{sync::watch, task::AbortHandle};

/// A token that ends within this time is refreshed.
const MARGIN_MS: i64 = 15 * 60_000;

/// The kind of refresh that a request requires.
#[derive(Clone, Copy, Debug)]
pub struct Wishes {
    /// Refresh regardless of the expiry.
    pub force: bool,
    /// Renew a GitHub App's JWT.
    pub app_jwt: bool,
}

/// How a refresh ended.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// New credentials are stored.
    Refreshed,
    /// The external API did not give any; the document for the error.
    Failed(Value),
}

/// The step required before a connection is returned.
#[derive(Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// An expired token that cannot be renewed: the server saves the connection and returns it as it is.
    WriteOnly,
    /// Only the JWT of a GitHub App.
    AppJwt,
    /// New credentials.
    Credentials,
}

/// A running refresh. Dropping it, as a reset does, ends it.
pub struct InFlight {
    outcome: watch::Receiver<Option<Outcome>>,
    task: AbortHandle,
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Whether the connection has an auth mode whose credentials can be refreshed at all.
pub fn is_refreshable(connection: &Connection) -> bool {
    connection
        .mode()
        .and_then(modes::find)
        .is_some_and(|mode| mode.renewal.is_some())
}

/// The step required before the connection is returned at `now`.
pub fn need(connection: &Connection, wishes: Wishes, now: i64) -> Need {
    let mode = connection.mode().and_then(modes::find);
    let Some(renewal) = mode.and_then(|mode| mode.renewal.as_ref()) else {
        return Need::Nothing;
    };
    let ends_soon = connection
        .expires_at()
        .is_some_and(|expires_at| expires_at - now < MARGIN_MS);
    let renewable = !renewal.needs_refresh_token || connection.credentials.contains_key("refresh_token");
    if ends_soon && !renewable {
        return Need::WriteOnly;
    }
    if renewable && (ends_soon || wishes.force) {
        return Need::Credentials;
    }
    if wishes.app_jwt && app_jwt_has_ended(connection, now) {
        return Need::AppJwt;
    }
    Need::Nothing
}

fn app_jwt_has_ended(connection: &Connection, now: i64) -> bool {
    connection.mode() == Some("APP")
        && connection
            .credentials
            .get("jwtToken")
            .and_then(Value::as_str)
            .and_then(provider::jwt_expires_at)
            .is_none_or(|expires_at| expires_at <= now)
}

/// Gives a GitHub App a new JWT.
pub fn renew_app_jwt(state: &mut State, position: usize) {
    let jwt = provider::app_jwt(state, position);
    let now = state.clock.now();
    let connection = &mut state.connections[position];
    connection.credentials.insert("jwtToken".into(), jwt.into());
    connection.updated_at = now;
    connection.last_fetched_at = Some(now);
}

/// The running refresh of the connection at `position`, started if there is none.
pub fn join_or_start(shared: &Arc<Shared>, state: &mut State, position: usize) -> watch::Receiver<Option<Outcome>> {
    if let Some(running) = &state.connections[position].in_flight {
        return running.outcome.clone();
    }
    let (sender, outcome) = watch::channel(None);
    let asked_at = state.clock.now();
    let shared = Arc::clone(shared);
    let connection = &mut state.connections[position];
    let number = connection.id;
    let refresh = &connection.refresh;
    let (answer, delay) = (refresh.answer, Duration::from_millis(refresh.delay_ms));
    // A separate task: the refresh continues when the client that requested it disconnects.
    let task = tokio::spawn(async move {
        if answer == Answer::Never {
            future::pending::<()>().await;
        }
        tokio::time::sleep(delay).await;
        let mut state = shared.state();
        // Others may have been deleted meanwhile. If this one was, the task has ended with it.
        let Some(position) = state.connections.iter().position(|it| it.id == number) else {
            return;
        };
        let outcome = carry_out(&mut state, position, asked_at);
        drop(state.connections[position].in_flight.take());
        if let Outcome::Failed(_) = outcome {
            announce_failure(&shared, &mut state, position);
        }
        sender.send_replace(Some(outcome));
    });
    connection.in_flight = Some(InFlight {
        outcome: outcome.clone(),
        task: task.abort_handle(),
    });
    outcome
}

fn carry_out(state: &mut State, position: usize, asked_at: i64) -> Outcome {
    let renewed = provider::renew(state, position);
    let now = state.clock.now();
    match renewed {
        Ok(credentials) => {
            let connection = &mut state.connections[position];
            connection.credentials = credentials;
            connection.errors.clear();
            connection.exhausted = false;
            connection.failures = 0;
            connection.failed_at = None;
            connection.updated_at = now;
            connection.last_fetched_at = Some(now);
            Outcome::Refreshed
        }
        Err(Refusal) => {
            record_error(state, position);
            let connection = &mut state.connections[position];
            // The error shows the connection as it was before the attempt, but for the new entry in its errors.
            let before = document::without_credentials(connection);
            connection.failed_at = Some(now);
            connection.failures = connection.failures.saturating_add(1);
            let limit = connection.refresh.gives_up_after;
            connection.exhausted |= limit.is_some_and(|limit| connection.failures >= limit);
            connection.updated_at = now;
            connection.last_fetched_at = Some(asked_at);
            Outcome::Failed(before)
        }
    }
}

/// Tells by a webhook that a refresh has failed.
fn announce_failure(shared: &Arc<Shared>, state: &mut State, position: usize) {
    let connection = &state.connections[position];
    let (id, key) = (connection.connection_id.clone(), connection.provider_config_key.clone());
    let name = Name {
        connection_id: &id,
        provider_config_key: &key,
    };
    let auth_mode = connection.mode().unwrap_or("NONE").to_owned();
    let failure = ("refresh_token_external_error", Lack::Failed.message());
    operations::announce_auth(shared, state, name, &auth_mode, "refresh", Some(failure));
}

/// Leaves one entry in the connection's errors, in place of the one before.
pub fn record_error(state: &mut State, position: usize) {
    let log_id = state.invent_log_id();
    let errors = &mut state.connections[position].errors;
    errors.retain(|error| error.kind != "auth");
    errors.push(AuthError {
        kind: "auth".into(),
        log_id,
    });
}
