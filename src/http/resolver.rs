//! Host names to addresses, without a call ever waiting longer than it may.
//!
//! Literals and localhost are resolved on the calling thread. For any other name the system's resolver is asked on a
//! short-lived thread of its own, since nothing can interrupt it; a caller whose time is up leaves that thread behind.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use super::call::Deadline;
use super::url::is_loopback;
use super::wait::{self, Stop};
use crate::sys::{self, Interest, Polled, Wake};

/// How many names are looked up at once; a caller beyond waits for one of them to end.
const MAX_AT_ONCE: usize = 8;
/// Enough for getaddrinfo, which wants far less.
const STACK_SIZE: usize = 256 * 1024;

/// The look-ups of one client that are under way.
#[derive(Debug, Default)]
pub(crate) struct Resolver {
    under_way: Arc<Mutex<HashMap<String, Arc<LookUp>>>>,
}

/// One look-up, which several calls may wait for.
#[derive(Debug)]
struct LookUp {
    done: Wake,
    answer: OnceLock<Result<Vec<IpAddr>, String>>,
}

/// Why there is no address.
#[derive(Debug)]
pub(crate) enum NoAddress {
    Stopped(Stop),
    NotFound(String),
}

impl Resolver {
    /// The addresses of `host`.
    pub(crate) fn resolve(&self, host: &str, port: u16, deadline: Deadline) -> Result<Vec<SocketAddr>, NoAddress> {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let addresses = if is_loopback(bare) || bare.parse::<IpAddr>().is_ok() {
            ask_the_system(bare).map_err(NoAddress::NotFound)?
        } else {
            self.look_up(bare, deadline)?
        };
        Ok(addresses.into_iter().map(|ip| SocketAddr::new(ip, port)).collect())
    }

    fn look_up(&self, name: &str, deadline: Deadline) -> Result<Vec<IpAddr>, NoAddress> {
        let failed = |error: io::Error| NoAddress::NotFound(error.to_string());
        loop {
            let (look_up, is_mine) = self.join_or_start(name).map_err(failed)?;
            let done = Polled::new(&look_up.done, Interest::Readable);
            wait::for_any(&[done], deadline, None).map_err(NoAddress::Stopped)?;
            if is_mine {
                let answer = look_up.answer.get().cloned();
                let nothing = Err("the look-up ended without an answer".to_owned());
                return answer.unwrap_or(nothing).map_err(NoAddress::NotFound);
            }
        }
    }

    /// The look-up of `name`, or, if there are too many, of some other name, whose end makes room.
    fn join_or_start(&self, name: &str) -> io::Result<(Arc<LookUp>, bool)> {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(look_up) = under_way.get(name) {
            return Ok((look_up.clone(), true));
        }
        if under_way.len() >= MAX_AT_ONCE {
            if let Some(other) = under_way.values().next() {
                return Ok((other.clone(), false));
            }
        }
        let look_up = Arc::new(LookUp {
            done: Wake::new()?,
            answer: OnceLock::new(),
        });
        let (owned_name, for_thread, list) = (name.to_owned(), look_up.clone(), self.under_way.clone());
        // Inherited by the new thread: a handler of the host's must not run there.
        let started = sys::with_signals_blocked(|| {
            thread::Builder::new()
                .name("nango-resolver".to_owned())
                .stack_size(STACK_SIZE)
                .spawn(move || for_thread.run(&owned_name, &list))
        });
        started?;
        under_way.insert(name.to_owned(), look_up.clone());
        Ok((look_up, true))
    }
}

impl LookUp {
    /// What the thread does. It touches nothing of the client but the list that it is in.
    fn run(&self, name: &str, list: &Mutex<HashMap<String, Arc<LookUp>>>) {
        let _ = self.answer.set(ask_the_system(name));
        list.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        self.done.set();
    }
}

/// Blocks for as long as the system's resolver likes.
fn ask_the_system(host: &str) -> Result<Vec<IpAddr>, String> {
    let found = (host, 0).to_socket_addrs().map_err(|error| error.to_string())?;
    Ok(found.map(|address| address.ip()).collect())
}
