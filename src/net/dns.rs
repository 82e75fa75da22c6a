//! Host names to addresses, without a call ever waiting longer than it may.
//!
//! Literals and localhost need no one's answer. For any other name the system's resolver is asked on a
//! short-lived thread of its own, since nothing can interrupt it; a caller whose time is up leaves that thread behind. What
//! was found is remembered for a short while, so that several connections made at once ask once.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::net::context;
use crate::net::deadline::Deadline;
use crate::net::poll::WaitError;
use crate::sys::{self, Interest, Polled, Wake};
use crate::text::url::is_localhost;

/// How many names are looked up at once; a caller beyond waits for one of them to end.
const MAX_AT_ONCE: usize = 8;
/// Enough for getaddrinfo, which wants far less.
const STACK_SIZE: usize = 256 * 1024;
/// The system's resolver does not say how long an address is good for.
const REMEMBERED_FOR: Duration = Duration::from_secs(30);
/// This machine. Where localhost is, whatever a hosts file or DNS says: plain http is accepted for it, key and all.
const LOOPBACK: [IpAddr; 2] = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];

/// The look-ups of one client: those under way, and what those before them found.
#[derive(Debug)]
pub(crate) struct Resolver {
    /// A client asks for one name, its server's or its proxy's.
    remembered: Mutex<HashMap<String, Remembered>>,
    under_way: Arc<Mutex<HashMap<String, Arc<LookUp>>>>,
    /// Blocks for as long as the system's resolver likes.
    ask: fn(&str) -> Result<Vec<IpAddr>, String>,
}

impl Default for Resolver {
    fn default() -> Resolver {
        Resolver {
            remembered: Mutex::default(),
            under_way: Arc::default(),
            ask: ask_the_system,
        }
    }
}

#[derive(Debug)]
struct Remembered {
    addresses: Vec<IpAddr>,
    since: Instant,
}

/// Where a host can be reached.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) addresses: Vec<SocketAddr>,
    /// Whether they were found earlier: the host may have moved since.
    pub(crate) is_remembered: bool,
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
    Stopped(WaitError),
    NotFound(String),
}

impl Resolver {
    /// The addresses of `host`.
    pub(crate) fn resolve(&self, host: &str, port: u16, deadline: Deadline) -> Result<Found, NoAddress> {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let found = |addresses: Vec<IpAddr>, is_remembered| Found {
            addresses: addresses.into_iter().map(|ip| SocketAddr::new(ip, port)).collect(),
            is_remembered,
        };
        if let Ok(literal) = bare.parse() {
            return Ok(found(vec![literal], false));
        }
        if is_localhost(bare) {
            return Ok(found(LOOPBACK.to_vec(), false));
        }
        if let Some(addresses) = self.remembered(host) {
            return Ok(found(addresses, true));
        }
        let addresses = self.look_up(bare, deadline)?;
        let remembered = Remembered {
            addresses: addresses.clone(),
            since: Instant::now(),
        };
        lock(&self.remembered).insert(host.to_owned(), remembered);
        Ok(found(addresses, false))
    }

    /// One that asks somebody else than the system.
    #[cfg(test)]
    pub(crate) fn asking(ask: fn(&str) -> Result<Vec<IpAddr>, String>) -> Resolver {
        Resolver {
            ask,
            ..Resolver::default()
        }
    }

    fn remembered(&self, host: &str) -> Option<Vec<IpAddr>> {
        let known = lock(&self.remembered);
        let known = known.get(host).filter(|known| known.since.elapsed() < REMEMBERED_FOR)?;
        Some(known.addresses.clone())
    }

    /// Has `host` looked up again when it is wanted next: it could not be reached.
    pub(crate) fn forget(&self, host: &str) {
        lock(&self.remembered).remove(host);
    }

    fn look_up(&self, name: &str, deadline: Deadline) -> Result<Vec<IpAddr>, NoAddress> {
        let failed = |error: io::Error| NoAddress::NotFound(error.to_string());
        loop {
            let (look_up, is_mine) = self.join_or_start(name).map_err(failed)?;
            let done = Polled::new(&look_up.done, Interest::Readable);
            context::wait(&mut [done], deadline, None).map_err(NoAddress::Stopped)?;
            if is_mine {
                let answer = look_up.answer.get().cloned();
                let nothing = Err("the lookup ended without a result".to_owned());
                return answer.unwrap_or(nothing).map_err(NoAddress::NotFound);
            }
        }
    }

    /// The look-up of `name`, or, if there are too many, of some other name, whose end makes room.
    fn join_or_start(&self, name: &str) -> io::Result<(Arc<LookUp>, bool)> {
        let mut under_way = lock(&self.under_way);
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
        let (owned_name, for_thread, list, ask) = (name.to_owned(), look_up.clone(), self.under_way.clone(), self.ask);
        // Inherited by the new thread: a handler of the host's must not run there.
        let started = sys::with_signals_blocked(|| {
            thread::Builder::new()
                .name("nango-resolver".to_owned())
                .stack_size(STACK_SIZE)
                .spawn(move || for_thread.run(&owned_name, &list, ask))
        });
        started?;
        under_way.insert(name.to_owned(), look_up.clone());
        Ok((look_up, true))
    }
}

impl LookUp {
    /// What the thread does. It touches nothing of the client but the list that it is in.
    fn run(
        &self,
        name: &str,
        list: &Mutex<HashMap<String, Arc<LookUp>>>,
        ask: fn(&str) -> Result<Vec<IpAddr>, String>,
    ) {
        let _ = self.answer.set(ask(name));
        lock(list).remove(name);
        self.done.set();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn ask_the_system(host: &str) -> Result<Vec<IpAddr>, String> {
    let found = (host, 0).to_socket_addrs().map_err(|error| error.to_string())?;
    Ok(found.map(|address| address.ip()).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Condvar;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::net::cancel::Cancel;
    use crate::net::context::CallState;
    use crate::net::poll::CancelSources;

    const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

    /// Resolves as a call would that has `timeout` for it and `cancel` to end it.
    fn resolve(
        resolver: &Resolver,
        name: &str,
        timeout: Duration,
        cancel: &Cancel,
    ) -> Result<Vec<SocketAddr>, NoAddress> {
        let deadline = Deadline::after(timeout);
        let stops = CancelSources {
            cancel: Some(cancel.clone()),
            ..CancelSources::default()
        };
        context::with(CallState::new(deadline, timeout, Arc::new(stops)), || {
            resolver.resolve(name, 80, deadline)
        })
        .0
        .map(|found| found.addresses)
    }

    /// A resolver that answers nobody until the gate is opened.
    struct Gate {
        is_open: Mutex<bool>,
        opened: Condvar,
        asked: AtomicUsize,
    }

    impl Gate {
        const fn new() -> Gate {
            Gate {
                is_open: Mutex::new(false),
                opened: Condvar::new(),
                asked: AtomicUsize::new(0),
            }
        }

        fn pass(&self) -> Result<Vec<IpAddr>, String> {
            self.asked.fetch_add(1, Ordering::SeqCst);
            let is_open = self.is_open.lock().unwrap();
            drop(self.opened.wait_while(is_open, |is_open| !*is_open).unwrap());
            Ok(vec![ADDRESS])
        }

        fn open(&self) {
            *self.is_open.lock().unwrap() = true;
            self.opened.notify_all();
        }
    }

    #[test]
    fn a_name_server_that_does_not_answer_costs_no_more_than_the_deadline() {
        static GATE: Gate = Gate::new();
        let resolver = Resolver::asking(|_| GATE.pass());
        let result = resolve(&resolver, "slow.test", Duration::from_millis(100), &Cancel::new());
        assert!(
            matches!(result, Err(NoAddress::Stopped(WaitError::TimedOut))),
            "{result:?}"
        );
        let cancelled = Cancel::new();
        cancelled.trigger();
        let result = resolve(&resolver, "slow.test", Duration::from_secs(600), &cancelled);
        assert!(
            matches!(result, Err(NoAddress::Stopped(WaitError::Cancelled))),
            "{result:?}"
        );
        GATE.open();
        let found = resolve(&resolver, "slow.test", Duration::from_secs(600), &Cancel::new()).unwrap();
        assert_eq!(found, [SocketAddr::new(ADDRESS, 80)]);
    }

    #[test]
    fn one_name_is_asked_for_once_and_no_more_than_eight_names_at_a_time() {
        static GATE: Gate = Gate::new();
        let resolver = Resolver::asking(|_| GATE.pass());
        thread::scope(|scope| {
            let calls: Vec<_> = (0..36)
                .map(|i| {
                    let (resolver, name) = (&resolver, format!("n{}.test", i % 12));
                    scope.spawn(move || resolve(resolver, &name, Duration::from_secs(600), &Cancel::new()))
                })
                .collect();
            while GATE.asked.load(Ordering::SeqCst) < MAX_AT_ONCE {
                thread::yield_now();
            }
            assert_eq!(resolver.under_way.lock().unwrap().len(), MAX_AT_ONCE);
            GATE.open();
            for call in calls {
                assert_eq!(call.join().unwrap().unwrap(), [SocketAddr::new(ADDRESS, 80)]);
            }
        });
        assert!(resolver.under_way.lock().unwrap().is_empty());
    }

    #[test]
    fn nobody_is_asked_for_literals_and_localhost() {
        let resolver = Resolver::asking(|_| Ok(vec![ADDRESS]));
        let both = [SocketAddr::new(LOOPBACK[0], 80), SocketAddr::new(LOOPBACK[1], 80)];
        for (name, addresses) in [
            ("127.0.0.1", &both[..1]),
            ("[::1]", &both[1..]),
            ("192.0.2.1", &[SocketAddr::new(ADDRESS, 80)]),
            ("localhost", &both),
            ("LOCALHOST", &both),
            ("localhost.", &both),
            ("nango.localhost", &both),
            ("a.b.Localhost.", &both),
            // These are names like any other.
            ("localhost.test", &[SocketAddr::new(ADDRESS, 80)]),
            ("notlocalhost", &[SocketAddr::new(ADDRESS, 80)]),
        ] {
            let found = resolve(&resolver, name, Duration::from_secs(600), &Cancel::new()).unwrap();
            assert_eq!(found, addresses, "{name}");
        }
    }

    #[test]
    fn a_name_that_does_not_exist_says_why() {
        let resolver = Resolver::asking(|_| Err("no such host".to_owned()));
        let result = resolve(&resolver, "none.test", Duration::from_secs(600), &Cancel::new());
        assert!(matches!(result, Err(NoAddress::NotFound(reason)) if reason == "no such host"));
    }

    #[test]
    fn a_name_is_remembered_until_its_time_is_over_or_it_could_not_be_reached() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        let resolver = Resolver::asking(|_| {
            ASKED.fetch_add(1, Ordering::SeqCst);
            Ok(vec![ADDRESS])
        });
        let asked = || {
            resolve(&resolver, "nango.test", Duration::from_secs(600), &Cancel::new()).unwrap();
            ASKED.load(Ordering::SeqCst)
        };
        assert_eq!((asked(), asked()), (1, 1));
        resolver.forget("nango.test");
        assert_eq!((asked(), asked()), (2, 2));
        let long_ago = Instant::now().checked_sub(REMEMBERED_FOR).unwrap();
        resolver.remembered.lock().unwrap().get_mut("nango.test").unwrap().since = long_ago;
        assert_eq!((asked(), asked()), (3, 3));
    }
}
