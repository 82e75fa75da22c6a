//! Resolves host names, without a call ever waiting longer than it may.
//!
//! Literals and localhost need no look-up. For any other name the system's resolver runs on a short-lived thread of
//! its own, since nothing can interrupt it; a caller that times out leaves that thread behind. The result is cached
//! for a short time, so that several connections made at once need one look-up.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use crate::net::context;
use crate::net::deadline::Deadline;
use crate::net::poll::WaitError;
use crate::sys::{self, Interest, Polled, Wake};
use crate::text::url::is_localhost;
use crate::text::zone::Zone;

/// Enough for getaddrinfo, which needs far less.
const STACK_SIZE: usize = 256 * 1024;
/// The system's resolver does not report how long an address is valid.
const REMEMBERED_FOR: Duration = Duration::from_secs(30);
/// This machine. The address of localhost, regardless of a hosts file or DNS: plain http, with the key, is accepted for
/// it.
const LOOPBACK: [IpAddr; 2] = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];

/// Looks up the addresses of a name: no ports, but the zones of IPv6. Blocks for as long as the system's resolver takes.
type Ask = fn(&str) -> Result<Vec<SocketAddr>, String>;

/// Finds the one host that a client connects to: its server, or its forward proxy.
#[derive(Debug)]
pub(crate) struct Resolver {
    /// Without brackets.
    host: String,
    /// Its addresses, if no look-up is needed.
    fixed: Option<Vec<SocketAddr>>,
    /// Behind which network interface it is, if its address says so.
    zone: Option<Zone>,
    remembered: Mutex<Option<Remembered>>,
    /// The look-up that runs, which several calls may wait for.
    running: Arc<Mutex<Option<Arc<LookUp>>>>,
    ask: Ask,
}

#[derive(Debug)]
struct Remembered {
    addresses: Vec<SocketAddr>,
    /// On the clock that counts the time that the machine sleeps.
    since: Duration,
}

/// The addresses of the host.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) addresses: Vec<SocketAddr>,
    /// Whether they were found earlier: the host may have moved since.
    pub(crate) is_remembered: bool,
}

impl Found {
    /// Makes the IPv6 addresses those behind the interface of this zone.
    fn set_scope_id(&mut self, zone: &Zone) -> Result<(), NoAddress> {
        let missing = || NoAddress::NotFound(format!("this machine has no network interface {zone} any more"));
        let scope_id = zone.scope_id().ok_or_else(missing)?;
        for address in &mut self.addresses {
            if let SocketAddr::V6(address) = address {
                address.set_scope_id(scope_id);
            }
        }
        Ok(())
    }
}

/// One look-up by the system's resolver.
#[derive(Debug)]
struct LookUp {
    done: Wake,
    result: OnceLock<Result<Vec<SocketAddr>, String>>,
}

/// Why there is no address.
#[derive(Debug)]
pub(crate) enum NoAddress {
    Stopped(WaitError),
    NotFound(String),
}

impl Resolver {
    /// Finds `host`, with or without brackets.
    pub(crate) fn new(host: &str) -> Resolver {
        Resolver::asking(host, ask_the_system)
    }

    /// The same for an address that has a zone.
    pub(crate) fn in_zone(self, zone: Option<&Zone>) -> Resolver {
        Resolver {
            zone: zone.cloned(),
            ..self
        }
    }

    /// The same with a resolver other than the system's.
    pub(crate) fn asking(host: &str, ask: Ask) -> Resolver {
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let without_port = |address: IpAddr| SocketAddr::new(address, 0);
        let fixed = match host.parse() {
            Ok(literal) => Some(vec![without_port(literal)]),
            Err(_) => is_localhost(&host).then(|| LOOPBACK.map(without_port).to_vec()),
        };
        Resolver {
            host,
            fixed,
            zone: None,
            remembered: Mutex::default(),
            running: Arc::default(),
            ask,
        }
    }

    /// The same for a child process, which must not wait for its parent's locks.
    pub(crate) fn for_child(&self) -> Resolver {
        Resolver::asking(&self.host, self.ask).in_zone(self.zone.as_ref())
    }

    /// Whether the host is a name that has to be looked up, and no address.
    pub(crate) fn is_name(&self) -> bool {
        self.fixed.is_none()
    }

    /// The addresses of the host.
    pub(crate) fn resolve(&self, port: u16, deadline: Deadline) -> Result<Found, NoAddress> {
        let found = |addresses: &[SocketAddr], is_remembered| {
            let mut addresses = addresses.to_vec();
            addresses.iter_mut().for_each(|address| address.set_port(port));
            Found {
                addresses,
                is_remembered,
            }
        };
        if let Some(addresses) = &self.fixed {
            let mut fixed = found(addresses, false);
            if let Some(zone) = &self.zone {
                fixed.set_scope_id(zone)?;
            }
            return Ok(fixed);
        }
        let remembered = lock(&self.remembered);
        if let Some(known) = remembered
            .as_ref()
            .filter(|known| sys::uptime().saturating_sub(known.since) < REMEMBERED_FOR)
        {
            return Ok(found(&known.addresses, true));
        }
        drop(remembered);
        let addresses = self.look_up(deadline)?;
        let result = found(&addresses, false);
        let since = sys::uptime();
        *lock(&self.remembered) = Some(Remembered { addresses, since });
        Ok(result)
    }

    /// Makes the next use look the host up again: it could not be reached.
    pub(crate) fn forget(&self) {
        *lock(&self.remembered) = None;
    }

    fn look_up(&self, deadline: Deadline) -> Result<Vec<SocketAddr>, NoAddress> {
        let failed = |error: io::Error| NoAddress::NotFound(error.to_string());
        let look_up = self.join_or_start().map_err(failed)?;
        let done = Polled::new(&look_up.done, Interest::Readable);
        context::wait(&mut [done], deadline, None).map_err(NoAddress::Stopped)?;
        let nothing = Err("the lookup ended without a result".to_owned());
        look_up
            .result
            .get()
            .cloned()
            .unwrap_or(nothing)
            .map_err(NoAddress::NotFound)
    }

    fn join_or_start(&self) -> io::Result<Arc<LookUp>> {
        let mut running = lock(&self.running);
        if let Some(look_up) = &*running {
            return Ok(look_up.clone());
        }
        let look_up = Arc::new(LookUp {
            done: Wake::new()?,
            result: OnceLock::new(),
        });
        let (host, for_thread, slot, ask) = (self.host.clone(), look_up.clone(), self.running.clone(), self.ask);
        let body = Box::new(move || for_thread.run(&host, &slot, ask));
        sys::start_thread("nango-resolver", STACK_SIZE, body)?;
        *running = Some(look_up.clone());
        Ok(look_up)
    }
}

impl LookUp {
    /// The body of the thread. It accesses only this slot of the client.
    fn run(&self, host: &str, slot: &Mutex<Option<Arc<LookUp>>>, ask: Ask) {
        let _ = self.result.set(ask(host));
        *lock(slot) = None;
        self.done.set();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn ask_the_system(host: &str) -> Result<Vec<SocketAddr>, String> {
    let found = (host, 0).to_socket_addrs().map_err(|error| error.to_string())?;
    Ok(found.collect())
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddrV6;
    use std::sync::Condvar;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;
    use crate::net::cancel::Cancel;
    use crate::net::context::CallState;
    use crate::net::poll::CancelSources;

    const ADDRESS: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)), 0);
    const ADDRESS_80: SocketAddr = SocketAddr::new(ADDRESS.ip(), 80);

    /// Resolves as a call would that has `timeout` for it and `cancel` to end it.
    fn resolve(resolver: &Resolver, timeout: Duration, cancel: &Cancel) -> Result<Vec<SocketAddr>, NoAddress> {
        let deadline = Deadline::after(timeout);
        let stops = CancelSources {
            cancel: Some(cancel.clone()),
            ..CancelSources::default()
        };
        context::with(CallState::new(deadline, timeout, Arc::new(stops)), || {
            resolver.resolve(80, deadline)
        })
        .0
        .map(|found| found.addresses)
    }

    /// A resolver that does not respond until the gate is opened.
    struct Gate {
        is_open: Mutex<bool>,
        opened: Condvar,
        lookups: AtomicUsize,
    }

    impl Gate {
        const fn new() -> Gate {
            Gate {
                is_open: Mutex::new(false),
                opened: Condvar::new(),
                lookups: AtomicUsize::new(0),
            }
        }

        fn pass(&self) -> Result<Vec<SocketAddr>, String> {
            self.lookups.fetch_add(1, Ordering::SeqCst);
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
        let resolver = Resolver::asking("slow.test", |_| GATE.pass());
        let result = resolve(&resolver, Duration::from_millis(100), &Cancel::new());
        assert!(
            matches!(result, Err(NoAddress::Stopped(WaitError::TimedOut))),
            "{result:?}"
        );
        let cancelled = Cancel::new();
        cancelled.trigger();
        let result = resolve(&resolver, Duration::from_secs(600), &cancelled);
        assert!(
            matches!(result, Err(NoAddress::Stopped(WaitError::Cancelled))),
            "{result:?}"
        );
        GATE.open();
        let found = resolve(&resolver, Duration::from_secs(600), &Cancel::new()).unwrap();
        assert_eq!(found, [ADDRESS_80]);
    }

    #[test]
    fn calls_that_come_at_once_share_one_look_up() {
        static GATE: Gate = Gate::new();
        let resolver = Resolver::asking("busy.test", |_| GATE.pass());
        thread::scope(|scope| {
            let calls: Vec<_> = (0..36)
                .map(|_| scope.spawn(|| resolve(&resolver, Duration::from_secs(600), &Cancel::new())))
                .collect();
            // Every call holds the look-up in addition to its thread and the resolver.
            let holders = || lock(&resolver.running).as_ref().map_or(0, Arc::strong_count);
            while holders() < 36 + 2 {
                thread::yield_now();
            }
            GATE.open();
            for call in calls {
                assert_eq!(call.join().unwrap().unwrap(), [ADDRESS_80]);
            }
        });
        assert_eq!(GATE.lookups.load(Ordering::SeqCst), 1);
        assert!(lock(&resolver.running).is_none());
    }

    #[test]
    fn nobody_is_asked_for_literals_and_localhost() {
        let both = [SocketAddr::new(LOOPBACK[0], 80), SocketAddr::new(LOOPBACK[1], 80)];
        for (name, addresses) in [
            ("127.0.0.1", &both[..1]),
            ("[::1]", &both[1..]),
            ("192.0.2.1", &[ADDRESS_80]),
            ("localhost", &both),
            ("LOCALHOST", &both),
            ("localhost.", &both),
            ("nango.localhost", &both),
            ("a.b.Localhost.", &both),
            // These are names like any other.
            ("localhost.test", &[ADDRESS_80]),
            ("notlocalhost", &[ADDRESS_80]),
        ] {
            let resolver = Resolver::asking(name, |_| Ok(vec![ADDRESS]));
            let found = resolve(&resolver, Duration::from_secs(600), &Cancel::new()).unwrap();
            assert_eq!(found, addresses, "{name}");
        }
    }

    #[test]
    fn addresses_keep_their_zones() {
        let address = Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 1);
        let behind = |scope_id| [SocketAddr::from(SocketAddrV6::new(address, 80, 0, scope_id))];
        let named = Resolver::asking("nango.test", |_| {
            let address = Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 1);
            Ok(vec![SocketAddrV6::new(address, 0, 0, 7).into()])
        });
        let (_, zone) = Zone::split("[fe80::1%257]", "base_url").unwrap();
        let literal = Resolver::new("[fe80::1]").in_zone(zone.as_ref());
        for resolver in [named, literal.for_child(), literal] {
            let found = resolve(&resolver, Duration::from_secs(600), &Cancel::new()).unwrap();
            assert_eq!(found, behind(7));
        }
        let found = resolve(&Resolver::new("[fe80::1]"), Duration::from_secs(600), &Cancel::new()).unwrap();
        assert_eq!(found, behind(0));
    }

    #[test]
    fn a_name_that_does_not_exist_says_why() {
        let resolver = Resolver::asking("none.test", |_| Err("no such host".to_owned()));
        let result = resolve(&resolver, Duration::from_secs(600), &Cancel::new());
        assert!(matches!(result, Err(NoAddress::NotFound(reason)) if reason == "no such host"));
    }

    #[test]
    fn a_name_is_remembered_until_its_time_is_over_or_it_could_not_be_reached() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        let resolver = Resolver::asking("nango.test", |_| {
            ASKED.fetch_add(1, Ordering::SeqCst);
            Ok(vec![ADDRESS])
        });
        let lookups = || {
            resolve(&resolver, Duration::from_secs(600), &Cancel::new()).unwrap();
            ASKED.load(Ordering::SeqCst)
        };
        assert_eq!((lookups(), lookups()), (1, 1));
        resolver.forget();
        assert_eq!((lookups(), lookups()), (2, 2));
        let long_ago = sys::uptime().checked_sub(REMEMBERED_FOR).unwrap();
        resolver.remembered.lock().unwrap().as_mut().unwrap().since = long_ago;
        assert_eq!((lookups(), lookups()), (3, 3));
    }
}
