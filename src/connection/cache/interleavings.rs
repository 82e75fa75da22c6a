//! The cache itself, in every order in which its threads can meet. tests/loom.sh runs this.

use std::cell::Cell;

use loom::sync::atomic::{AtomicUsize, Ordering};
use loom::sync::{Condvar, Mutex};
use loom::thread::{self, JoinHandle};

use super::*;

const KEY: Key<'static> = Key {
    connection_id: "c",
    provider_config_key: "p",
    refresh_token: false,
};

/// An environment in which no time passes, with a server whose credentials have a version.
struct Stage {
    version: AtomicUsize,
    requests: AtomicUsize,
}

#[derive(Clone, Default)]
struct Gong(Arc<(Mutex<bool>, Condvar)>);

impl Gong {
    fn wait(&self) {
        let (rung, changed) = &*self.0;
        let mut rung = rung.lock().unwrap();
        while !*rung {
            rung = changed.wait(rung).unwrap();
        }
    }
}

impl Notify for Gong {
    fn ring(&self) {
        let (rung, changed) = &*self.0;
        *rung.lock().unwrap() = true;
        changed.notify_all();
    }
}

impl Env for Stage {
    type Value = usize;
    type Error = ();
    type Notify = Gong;

    fn uptime(&self) -> Duration {
        Duration::ZERO
    }

    fn unix_ms(&self) -> i64 {
        0
    }

    fn thread(&self) -> usize {
        NUMBER.with(Cell::get)
    }
}

loom::thread_local! {
    static NUMBER: Cell<usize> = Cell::new(0);
}

/// A thread with this number; the one of the test has 0.
fn spawn<T: 'static>(number: usize, body: impl FnOnce() -> T + 'static) -> JoinHandle<T> {
    thread::spawn(move || {
        NUMBER.with(|own| own.set(number));
        body()
    })
}

type Tested = Arc<Cache<Stage>>;

fn cache() -> Tested {
    let stage = Stage {
        version: AtomicUsize::new(1),
        requests: AtomicUsize::new(0),
    };
    Arc::new(Cache::new(stage, Duration::from_secs(1)))
}

/// The server's response.
fn response(cache: &Tested) -> usize {
    cache.world.requests.fetch_add(1, Ordering::SeqCst);
    cache.world.version.load(Ordering::SeqCst)
}

/// A call, as src/connection/get.rs makes it. `None` if it made the request itself and gave it up.
fn make_a_call(cache: &Tested, gives_up: bool) -> Option<usize> {
    loop {
        match cache.enter(KEY, None, true) {
            Lookup::Hit(version) => return Some(*version),
            Lookup::Ask(_) if gives_up => return None,
            Lookup::Ask(request) => {
                let version = response(cache);
                request.answered(Arc::new(version), Expiry::Always);
                return Some(version);
            }
            Lookup::Wait(flight) => match outcome(&flight) {
                Outcome::Answered(version) => return Some(*version),
                Outcome::Failed(()) => return None,
                Outcome::GivenUp => {}
            },
        }
    }
}

fn outcome(flight: &Flight<Stage>) -> Outcome<Stage> {
    loop {
        match flight.outcome() {
            Ok(outcome) => return outcome,
            Err(gong) => gong.wait(),
        }
    }
}

fn get(cache: &Tested) -> usize {
    make_a_call(cache, false).unwrap()
}

/// Runs `model` in every order with at most so many preemptions.
fn check(switches: usize, model: impl Fn() + Send + Sync + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(switches);
    builder.check(model);
}

#[test]
fn two_calls_make_one_request() {
    check(4, || {
        let cache = cache();
        let other = spawn(1, {
            let cache = cache.clone();
            move || get(&cache)
        });
        assert_eq!(get(&cache), 1);
        assert_eq!(other.join().unwrap(), 1);
        assert_eq!(cache.world.requests.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn three_calls_make_one_request() {
    check(3, || {
        let cache = cache();
        let others = [0, 1].map(|number| {
            let cache = cache.clone();
            spawn(number, move || get(&cache))
        });
        assert_eq!(get(&cache), 1);
        for other in others {
            assert_eq!(other.join().unwrap(), 1);
        }
        assert_eq!(cache.world.requests.load(Ordering::SeqCst), 1);
    });
}

/// A waiter of a call that gives up makes the request; none waits forever.
#[test]
fn a_request_that_is_given_up_is_made_by_one_of_those_who_wait() {
    check(3, || {
        let cache = cache();
        let gives_up = spawn(0, {
            let cache = cache.clone();
            move || make_a_call(&cache, true)
        });
        let other = spawn(1, {
            let cache = cache.clone();
            move || get(&cache)
        });
        assert_eq!(get(&cache), 1);
        assert_eq!(other.join().unwrap(), 1);
        gives_up.join().unwrap();
        assert_eq!(cache.world.requests.load(Ordering::SeqCst), 1);
    });
}

/// Changes the version, then notifies the cache with `tell`: no call may see the old one after that, neither at once
/// nor when the requests that were under way have ended.
fn nobody_sees_the_old_version_after(tell: fn(&Tested)) {
    for (at_once, threads, switches) in [(true, 1, 3), (false, 1, 3), (true, 2, 2), (false, 2, 2)] {
        check(switches, move || {
            let cache = cache();
            let others = (0..threads).map(|number| {
                let cache = cache.clone();
                // The test has the number 0.
                spawn(1 - number, move || get(&cache))
            });
            let others: Vec<_> = others.collect();
            tell(&cache);
            if at_once {
                assert_eq!(get(&cache), 2);
            }
            for other in others {
                other.join().unwrap();
            }
            assert_eq!(get(&cache), 2);
        });
    }
}

fn change_version(cache: &Tested) {
    cache.world.version.store(2, Ordering::SeqCst);
}

#[test]
fn what_is_forgotten_does_not_come_back() {
    nobody_sees_the_old_version_after(|cache| {
        change_version(cache);
        cache.invalidate(Some("c"), Some("p"));
    });
    nobody_sees_the_old_version_after(|cache| {
        change_version(cache);
        cache.invalidate(None, None);
    });
}

#[test]
fn what_was_renewed_is_not_replaced_by_what_was_asked_for_before() {
    nobody_sees_the_old_version_after(|cache| {
        let request = cache.renew(KEY);
        change_version(cache);
        request.answered(Arc::new(2), Expiry::Always);
    });
}

#[test]
fn a_renewal_that_is_given_up_leaves_nothing_old() {
    nobody_sees_the_old_version_after(|cache| {
        let request = cache.renew(KEY);
        change_version(cache);
        drop(request);
    });
}
