//! A request that several calls share: one makes it, the others wait for its end.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use super::env::{Env, Notify};
use super::sync::Mutex;

/// How a request ended.
pub(crate) enum Outcome<W: Env> {
    Answered(Arc<W::Value>),
    Failed(W::Error),
    /// The call that made it was cancelled, timed out or panicked: nothing is known about the connection.
    GivenUp,
}

impl<W: Env> Clone for Outcome<W> {
    fn clone(&self) -> Outcome<W> {
        match self {
            Outcome::Answered(value) => Outcome::Answered(value.clone()),
            Outcome::Failed(error) => Outcome::Failed(error.clone()),
            Outcome::GivenUp => Outcome::GivenUp,
        }
    }
}

/// A request under way, as its waiters see it.
pub(crate) struct Flight<W: Env> {
    started: Duration,
    state: Mutex<State<W>>,
}

struct State<W: Env> {
    outcome: Option<Outcome<W>>,
    /// Made by the first waiter: usually there is none.
    notify: Option<W::Notify>,
}

impl<W: Env> Flight<W> {
    pub(super) fn new(started: Duration) -> Flight<W> {
        Flight {
            started,
            state: Mutex::new(State {
                outcome: None,
                notify: None,
            }),
        }
    }

    /// When its request was begun.
    pub(super) fn started(&self) -> Duration {
        self.started
    }

    /// How it ended, or what notifies the waiters when it does.
    pub(crate) fn outcome(&self) -> Result<Outcome<W>, W::Notify> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match &state.outcome {
            Some(outcome) => Ok(outcome.clone()),
            None => Err(state.notify.get_or_insert_default().clone()),
        }
    }

    pub(super) fn land(&self, outcome: Outcome<W>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.outcome = Some(outcome);
        let notify = state.notify.take();
        drop(state);
        if let Some(notify) = notify {
            notify.ring();
        }
    }
}
