//! Waiting, in the one place where a call ever does: for a socket, the deadline, a cancel, a shutdown and a signal at once.

use std::io;
use std::time::Duration;

use crate::net::cancel::{Cancel, Interrupt};
use crate::net::deadline::Deadline;
use crate::sys::{self, Interest, Polled};

/// How long a wait takes before an interrupt is called again: a signal may come between the call and the wait, or
/// on another thread.
const ASK_EVERY: Duration = Duration::from_millis(100);
/// The same for a cancel that has no descriptor to wait for.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// Why a wait ended without success.
#[derive(Debug)]
pub(crate) enum WaitError {
    TimedOut,
    Cancelled,
    Failed(io::Error),
}

/// The sources that may end a call early.
#[derive(Clone, Debug, Default)]
pub(crate) struct CancelSources {
    pub(crate) cancel: Option<Cancel>,
    pub(crate) shutdown: Cancel,
    pub(crate) interrupt: Option<Interrupt>,
}

impl CancelSources {
    /// Whether the call should end.
    pub(crate) fn is_stopped(&self) -> bool {
        self.shutdown.is_triggered() || self.cancel.as_ref().is_some_and(Cancel::is_triggered)
    }

    /// Calls the interrupt, outside everything that it could disturb.
    fn is_interrupted(&self) -> bool {
        self.interrupt.as_ref().is_some_and(Interrupt::asks_to_end)
    }
}

impl CancelSources {
    /// Waits for the time only; ending the call ends the pause.
    pub(crate) fn pause(&self, duration: Duration, deadline: Deadline) -> Result<(), WaitError> {
        self.wait(&mut [], deadline, Some(duration))
    }

    /// Waits until `awaited` is triggered.
    pub(crate) fn wait_for(&self, awaited: &Cancel, deadline: Deadline) -> Result<(), WaitError> {
        let wake = awaited.wake();
        let limit = wake.is_none().then_some(LOOK_EVERY);
        let mut polled = [wake.map_or(Polled::nothing(), |wake| Polled::new(wake, Interest::Readable))];
        while !awaited.is_triggered() {
            self.wait(&mut polled, deadline, limit)?;
        }
        Ok(())
    }

    /// Waits until one of `wanted` is ready; none is if `limit` passed first.
    pub(crate) fn wait(
        &self,
        wanted: &mut [Polled<'_>],
        deadline: Deadline,
        limit: Option<Duration>,
    ) -> Result<(), WaitError> {
        // An interrupt may fork; the exchange then belongs to the parent.
        let process = sys::process_id();
        let limit = limit.map(Deadline::after);
        let cancels = [Some(&self.shutdown), self.cancel.as_ref()];
        let wakes = cancels.map(|cancel| cancel.map(Cancel::wake));
        let slice = match (
            self.interrupt.is_some(),
            wakes.iter().any(|wake| matches!(wake, Some(None))),
        ) {
            (_, true) => LOOK_EVERY,
            (true, false) => ASK_EVERY,
            (false, false) => Duration::MAX,
        };
        let wakes = wakes.map(|wake| match wake.flatten() {
            Some(wake) => Polled::new(wake, Interest::Readable),
            None => Polled::nothing(),
        });
        let mut all = All::new(wanted, wakes);
        loop {
            if self.is_stopped() {
                return Err(WaitError::Cancelled);
            }
            let mut left = deadline.remaining().ok_or(WaitError::TimedOut)?;
            match limit.map(Deadline::remaining) {
                None => {}
                Some(Some(until_limit)) => left = left.min(until_limit),
                Some(None) => return Ok(()),
            }
            sys::wait(all.entries(), left.min(slice)).map_err(WaitError::Failed)?;
            if all.mark_ready(wanted) {
                return Ok(());
            }
            if self.is_interrupted() || sys::process_id() != process {
                return Err(WaitError::Cancelled);
            }
        }
    }
}

/// The descriptors in one list, as the system expects it: on the stack except for connecting to many addresses at once.
enum All<'a> {
    One([Polled<'a>; 3]),
    Many(Vec<Polled<'a>>),
}

impl<'a> All<'a> {
    fn new(wanted: &[Polled<'a>], [shutdown, cancel]: [Polled<'a>; 2]) -> All<'a> {
        match wanted {
            [] => All::One([Polled::nothing(), shutdown, cancel]),
            [one] => All::One([*one, shutdown, cancel]),
            many => All::Many(many.iter().copied().chain([shutdown, cancel]).collect()),
        }
    }

    fn entries(&mut self) -> &mut [Polled<'a>] {
        match self {
            All::One(entries) => entries,
            All::Many(entries) => entries,
        }
    }

    /// Marks in `wanted`, which is at the beginning of the list, which are ready; returns whether any are.
    fn mark_ready(&mut self, wanted: &mut [Polled<'_>]) -> bool {
        for (one, entry) in wanted.iter_mut().zip(self.entries()) {
            one.copy_readiness(entry);
        }
        wanted.iter().any(Polled::is_ready)
    }
}
