//! Waiting, in the one place where a call ever does: for a socket, the deadline, a cancel, a shutdown and a signal at once.

use std::io;
use std::time::Duration;

use super::call::{self, Deadline};
use crate::cancel::Cancel;
use crate::options::Interrupt;
use crate::sys::{self, Interest, Polled, Wake};

/// How long a wait goes on before an interrupt is asked again: a signal may come between the question and the wait, or
/// on another thread.
const ASK_EVERY: Duration = Duration::from_millis(100);
/// The same for a cancel that has no descriptor to wait for.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// Why a wait ended without what was waited for.
#[derive(Debug)]
pub(crate) enum Stop {
    TimedOut,
    Cancelled,
    Failed(io::Error),
}

/// What may end a call before its time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stops {
    pub(crate) cancel: Option<Cancel>,
    pub(crate) shutdown: Cancel,
    pub(crate) interrupt: Option<Interrupt>,
}

impl Stops {
    /// Whether somebody wants the call to end.
    pub(crate) fn is_stopped(&self) -> bool {
        self.shutdown.is_triggered() || self.cancel.as_ref().is_some_and(Cancel::is_triggered)
    }

    /// Asks the interrupt, outside of everything that it could disturb.
    fn is_interrupted(&self) -> bool {
        self.interrupt.as_ref().is_some_and(Interrupt::asks_to_end)
    }
}

/// Waits for `stops` of the current call and for `wanted`.
pub(crate) fn for_any(wanted: &[Polled<'_>], deadline: Deadline, limit: Option<Duration>) -> Result<Vec<bool>, Stop> {
    call::stops().wait(wanted, deadline, limit)
}

impl Stops {
    /// Waits for nothing but the time; whoever ends the call ends the pause.
    pub(crate) fn pause(&self, duration: Duration, deadline: Deadline) -> Result<(), Stop> {
        self.wait(&[], deadline, Some(duration)).map(|_| ())
    }

    /// Waits until `awaited` is triggered.
    pub(crate) fn wait_for(&self, awaited: &Cancel, deadline: Deadline) -> Result<(), Stop> {
        let wake = awaited.wake();
        let polled: Vec<Polled<'_>> = wake.iter().map(|wake| Polled::new(*wake, Interest::Readable)).collect();
        let limit = wake.is_none().then_some(LOOK_EVERY);
        while !awaited.is_triggered() {
            self.wait(&polled, deadline, limit)?;
        }
        Ok(())
    }

    /// Waits until one of `wanted` is ready and tells which are; none are if `limit` passed first.
    fn wait(&self, wanted: &[Polled<'_>], deadline: Deadline, limit: Option<Duration>) -> Result<Vec<bool>, Stop> {
        // An interrupt may fork; the exchange then belongs to the parent.
        let process = sys::process_id();
        let limit = limit.map(Deadline::after);
        let wakes = [Some(&self.shutdown), self.cancel.as_ref()];
        let wakes: Vec<Option<&Wake>> = wakes.into_iter().flatten().map(Cancel::wake).collect();
        let slice = match (self.interrupt.is_some(), wakes.iter().any(Option::is_none)) {
            (_, true) => LOOK_EVERY,
            (true, false) => ASK_EVERY,
            (false, false) => Duration::MAX,
        };
        let mut polled = wanted.to_vec();
        polled.extend(
            wakes
                .iter()
                .flatten()
                .map(|wake| Polled::new(*wake, Interest::Readable)),
        );
        loop {
            if self.is_stopped() {
                return Err(Stop::Cancelled);
            }
            let mut left = deadline.remaining().ok_or(Stop::TimedOut)?;
            match limit.map(Deadline::remaining) {
                None => {}
                Some(Some(until_limit)) => left = left.min(until_limit),
                Some(None) => return Ok(vec![false; wanted.len()]),
            }
            let mut ready = sys::wait(&polled, left.min(slice)).map_err(Stop::Failed)?;
            ready.truncate(wanted.len());
            if ready.contains(&true) {
                return Ok(ready);
            }
            if self.is_interrupted() || sys::process_id() != process {
                return Err(Stop::Cancelled);
            }
        }
    }
}
