//! The rules of the cache, one thread at a time and by a clock that only moves when it is advanced.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

const TTL: Duration = Duration::from_secs(60);
const SECOND: Duration = Duration::from_secs(1);

struct Stage {
    uptime: Cell<Duration>,
    unix_ms: Cell<i64>,
    thread: Cell<usize>,
}

#[derive(Clone, Default)]
struct Gong(Arc<AtomicBool>);

impl Notify for Gong {
    fn ring(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Env for Stage {
    type Value = &'static str;
    type Error = &'static str;
    type Notify = Gong;

    fn uptime(&self) -> Duration {
        self.uptime.get()
    }

    fn unix_ms(&self) -> i64 {
        self.unix_ms.get()
    }

    fn thread(&self) -> usize {
        self.thread.get()
    }
}

impl Stage {
    fn new() -> Stage {
        Stage {
            uptime: Cell::new(Duration::from_secs(1000)),
            unix_ms: Cell::new(0),
            thread: Cell::new(0),
        }
    }

    fn pass(&self, duration: Duration) {
        self.uptime.set(self.uptime.get() + duration);
        self.unix_ms
            .set(self.unix_ms.get() + i64::try_from(duration.as_millis()).unwrap());
    }
}

fn cache() -> Cache<Stage> {
    Cache::new(Stage::new(), TTL)
}

fn key(connection_id: &str) -> Key<'_> {
    Key {
        connection_id,
        provider_config_key: "p",
        refresh_token: false,
    }
}

/// The look-up result of a call without settings.
fn enter<'a>(cache: &'a Cache<Stage>, connection_id: &'a str) -> Lookup<'a, Stage> {
    cache.enter(key(connection_id), None, true)
}

/// The entry that a call without settings gets at once, if any.
fn hit(cache: &Cache<Stage>, key: Key<'_>) -> Option<&'static str> {
    match cache.enter(key, None, true) {
        Lookup::Hit(value) => Some(*value),
        Lookup::Ask(_) | Lookup::Wait(_) => None,
    }
}

/// A request that a call without settings begins.
fn ask<'a>(cache: &'a Cache<Stage>, key: Key<'a>) -> Request<'a, Stage> {
    ask_within(cache, key, None)
}

fn ask_within<'a>(cache: &'a Cache<Stage>, key: Key<'a>, max_age: Option<Duration>) -> Request<'a, Stage> {
    match cache.enter(key, max_age, true) {
        Lookup::Ask(request) => request,
        Lookup::Hit(value) => panic!("{} is in the cache", *value),
        Lookup::Wait(_) => panic!("it is under way"),
    }
}

fn fill(cache: &Cache<Stage>, key: Key<'_>, value: &'static str) {
    ask(cache, key).answered(Arc::new(value), Expiry::Always);
}

fn wait(entrance: Lookup<'_, Stage>) -> Arc<Flight<Stage>> {
    match entrance {
        Lookup::Wait(flight) => flight,
        Lookup::Hit(value) => panic!("{} is in the cache", *value),
        Lookup::Ask(_) => panic!("nothing is under way"),
    }
}

#[test]
fn an_answer_serves_while_it_is_younger_than_the_ttl_and_the_callers_max_age() {
    let cache = cache();
    let request = ask(&cache, key("c"));
    // Its age counts from here.
    cache.world.pass(SECOND * 10);
    request.answered(Arc::new("first"), Expiry::Always);
    assert_eq!(hit(&cache, key("c")), Some("first"));
    cache.world.pass(SECOND * 49);
    assert_eq!(hit(&cache, key("c")), Some("first"));
    for (max_age, is_hit) in [(0, false), (59, false), (60, true), (1000, true)] {
        let entrance = cache.enter(key("c"), Some(SECOND * max_age), true);
        assert_eq!(matches!(entrance, Lookup::Hit(_)), is_hit, "{max_age} s");
    }
    cache.world.pass(SECOND);
    assert_eq!(hit(&cache, key("c")), None);
}

#[test]
fn an_answer_that_expires_within_a_minute_does_not_serve() {
    let cache = cache();
    ask(&cache, key("c")).answered(Arc::new("first"), Expiry::Until(90_000));
    cache.world.pass(Duration::from_millis(29_999));
    assert_eq!(hit(&cache, key("c")), Some("first"));
    // The wall clock alone decides.
    cache.world.unix_ms.set(30_000);
    assert_eq!(hit(&cache, key("c")), None);
}

#[test]
fn an_answer_that_is_not_to_be_kept_still_outdates_what_was() {
    let cache = cache();
    fill(&cache, key("c"), "first");
    ask_within(&cache, key("c"), Some(Duration::ZERO)).answered(Arc::new("second"), Expiry::Never);
    assert_eq!(hit(&cache, key("c")), None);
}

#[test]
fn errors_are_not_kept_and_leave_what_was() {
    let cache = cache();
    ask(&cache, key("c")).failed("no");
    assert_eq!(hit(&cache, key("c")), None);
    fill(&cache, key("c"), "first");
    ask_within(&cache, key("c"), Some(Duration::ZERO)).failed("no");
    assert_eq!(hit(&cache, key("c")), Some("first"));
}

#[test]
fn every_part_of_the_key_counts() {
    let cache = cache();
    fill(&cache, key("c"), "first");
    let others = [
        key("d"),
        Key {
            provider_config_key: "q",
            ..key("c")
        },
        Key {
            refresh_token: true,
            ..key("c")
        },
    ];
    for (other, value) in others.into_iter().zip(["second", "third", "fourth"]) {
        assert_eq!(hit(&cache, other), None);
        fill(&cache, other, value);
        assert_eq!(
            (hit(&cache, other), hit(&cache, key("c"))),
            (Some(value), Some("first"))
        );
    }
}

#[test]
fn calls_wait_for_one_request_and_get_its_answer() {
    let cache = cache();
    let request = ask(&cache, key("c"));
    let flight = wait(enter(&cache, "c"));
    let Err(notify) = flight.outcome() else {
        panic!("it has not ended");
    };
    request.answered(Arc::new("first"), Expiry::Never);
    assert!(notify.0.load(Ordering::Relaxed), "those who wait are woken");
    assert!(matches!(flight.outcome(), Ok(Outcome::Answered(value)) if *value == "first"));
    drop(ask(&cache, key("c")));
}

#[test]
fn calls_that_wait_get_the_error_of_the_request_or_make_it_anew_if_it_was_given_up() {
    let cache = cache();
    let request = ask(&cache, key("c"));
    let flight = wait(enter(&cache, "c"));
    request.failed("no");
    assert!(matches!(flight.outcome(), Ok(Outcome::Failed("no"))));

    let request = ask(&cache, key("c"));
    let flight = wait(enter(&cache, "c"));
    drop(request);
    assert!(matches!(flight.outcome(), Ok(Outcome::GivenUp)));
    let next = ask(&cache, key("c"));
    drop(wait(enter(&cache, "c")));
    drop(next);
}

#[test]
fn a_call_waits_only_for_a_request_that_is_young_enough_and_only_if_it_may() {
    let cache = cache();
    let request = ask(&cache, key("c"));
    cache.world.pass(SECOND * 10);
    drop(wait(cache.enter(key("c"), Some(SECOND * 11), true)));
    assert!(matches!(cache.enter(key("c"), None, false), Lookup::Ask(_)));
    // No call can wait for one that may not wait.
    assert_eq!(wait(enter(&cache, "c")).started(), SECOND * 1000);
    let newer = ask_within(&cache, key("c"), Some(SECOND * 10));
    assert_eq!(wait(enter(&cache, "c")).started(), SECOND * 1010);
    drop((request, newer));
}

#[test]
fn an_answer_does_not_replace_one_that_was_asked_for_later() {
    let cache = cache();
    let slow = ask(&cache, key("c"));
    let quick = ask_within(&cache, key("c"), Some(Duration::ZERO));
    quick.answered(Arc::new("quick"), Expiry::Always);
    slow.answered(Arc::new("slow"), Expiry::Always);
    assert_eq!(hit(&cache, key("c")), Some("quick"));
}

#[test]
fn a_renewal_outdates_whatever_was_asked_for_before_it_ended() {
    let cache = cache();
    let with_refresh_token = Key {
        refresh_token: true,
        ..key("c")
    };
    fill(&cache, with_refresh_token, "other");
    let before = ask(&cache, key("c"));
    let renewal = cache.renew(key("c"));
    let meanwhile = ask_within(&cache, key("c"), Some(Duration::ZERO));
    renewal.answered(Arc::new("renewed"), Expiry::Always);
    before.answered(Arc::new("before"), Expiry::Always);
    meanwhile.answered(Arc::new("meanwhile"), Expiry::Always);
    assert_eq!(hit(&cache, key("c")), Some("renewed"));
    assert_eq!(hit(&cache, with_refresh_token), None);
    ask_within(&cache, key("c"), Some(Duration::ZERO)).answered(Arc::new("after"), Expiry::Always);
    assert_eq!(hit(&cache, key("c")), Some("after"));
}

#[test]
fn of_two_renewals_the_one_that_began_later_stays() {
    let cache = cache();
    let (first, second) = (cache.renew(key("c")), cache.renew(key("c")));
    second.answered(Arc::new("second"), Expiry::Always);
    first.answered(Arc::new("first"), Expiry::Always);
    assert_eq!(hit(&cache, key("c")), Some("second"));
}

#[test]
fn a_renewal_that_fails_leaves_nothing_either() {
    let cache = cache();
    fill(&cache, key("c"), "first");
    cache.renew(key("c")).failed("no");
    assert_eq!(hit(&cache, key("c")), None);
    fill(&cache, key("c"), "first");
    drop(cache.renew(key("c")));
    assert_eq!(hit(&cache, key("c")), None);
}

#[test]
fn nobody_waits_for_a_renewal_or_for_what_it_outdates() {
    let cache = cache();
    let renewal = cache.renew(key("c"));
    let before = ask(&cache, key("c"));
    renewal.answered(Arc::new("renewed"), Expiry::Never);
    drop(ask(&cache, key("c")));
    drop(before);
}

#[test]
fn what_was_asked_for_before_a_connection_is_forgotten_is_neither_kept_nor_waited_for() {
    let forget: [fn(&Cache<Stage>); 2] = [
        |cache| cache.invalidate(Some("c"), Some("p")),
        |cache| cache.invalidate(None, None),
    ];
    for forget in forget {
        let cache = cache();
        let with_refresh_token = Key {
            refresh_token: true,
            ..key("c")
        };
        fill(&cache, with_refresh_token, "first");
        let before = ask(&cache, key("c"));
        let flight = wait(enter(&cache, "c"));
        let renewal = cache.renew(key("c"));
        forget(&cache);
        assert_eq!(hit(&cache, with_refresh_token), None);
        let after = ask(&cache, key("c"));
        before.answered(Arc::new("before"), Expiry::Always);
        renewal.answered(Arc::new("renewed"), Expiry::Always);
        assert!(matches!(flight.outcome(), Ok(Outcome::Answered(value)) if *value == "before"));
        assert_eq!(hit(&cache, key("c")), None);
        after.answered(Arc::new("after"), Expiry::Always);
    }
}

#[test]
fn forgetting_one_connection_leaves_the_others() {
    let cache = cache();
    fill(&cache, key("c"), "first");
    fill(&cache, key("d"), "second");
    cache.invalidate(Some("d"), Some("p"));
    cache.invalidate(Some("c"), Some("q"));
    cache.invalidate(Some("e"), Some("p"));
    assert_eq!((hit(&cache, key("c")), hit(&cache, key("d"))), (Some("first"), None));
}

#[test]
fn the_least_recently_used_goes_first() {
    let cache = Cache::with_capacity(Stage::new(), TTL, 3);
    for id in ["a", "b", "c"] {
        fill(&cache, key(id), id);
        cache.world.pass(SECOND);
    }
    assert_eq!(hit(&cache, key("a")), Some("a"));
    cache.world.pass(SECOND);
    fill(&cache, key("d"), "d");
    let left = |id| hit(&cache, key(id)).is_some();
    assert_eq!([left("a"), left("b"), left("c"), left("d")], [true, false, true, true]);
    // A new response for an existing entry evicts no other.
    ask_within(&cache, key("a"), Some(Duration::ZERO)).answered(Arc::new("a"), Expiry::Always);
    assert_eq!([left("a"), left("b"), left("c"), left("d")], [true, false, true, true]);
}

#[test]
fn what_was_about_to_go_stays_if_it_is_used_again() {
    let cache = Cache::with_capacity(Stage::new(), TTL, 3);
    for id in ["a", "b", "c", "d"] {
        fill(&cache, key(id), id);
        cache.world.pass(SECOND);
    }
    // "a" was evicted, and "b" would be next.
    assert_eq!(hit(&cache, key("b")), Some("b"));
    cache.world.pass(SECOND);
    fill(&cache, key("e"), "e");
    let left = |id| hit(&cache, key(id)).is_some();
    assert_eq!([left("b"), left("c"), left("d"), left("e")], [true, false, true, true]);
}

#[test]
fn what_serves_nobody_any_more_does_not_stay() {
    let cache = cache();
    let (old, expired) = (Arc::new("old"), Arc::new("expired"));
    ask(&cache, key("old")).answered(old.clone(), Expiry::Always);
    cache.world.pass(SECOND * 30);
    ask(&cache, key("expired")).answered(expired.clone(), Expiry::Until(100_000));
    fill(&cache, key("c"), "first");
    cache.world.pass(SECOND * 31);
    ask(&cache, key("d")).failed("no");
    assert_eq!((Arc::strong_count(&old), Arc::strong_count(&expired)), (1, 1));
    assert_eq!(hit(&cache, key("c")), Some("first"));
}

/// The last owner of a connection wipes it, which must not be the cache.
#[test]
fn whatever_leaves_the_cache_is_let_go_of_at_once() {
    let leaves: [fn(&Cache<Stage>); 4] = [
        |cache| fill(cache, key("another"), "it took the last place"),
        |cache| ask_within(cache, key("c"), Some(Duration::ZERO)).answered(Arc::new("newer"), Expiry::Always),
        |cache| cache.invalidate(Some("c"), Some("p")),
        |cache| cache.invalidate(None, None),
    ];
    for leave in leaves {
        let cache = Cache::with_capacity(Stage::new(), TTL, 1);
        let value = Arc::new("kept");
        ask(&cache, key("c")).answered(value.clone(), Expiry::Always);
        assert_eq!(Arc::strong_count(&value), 2);
        leave(&cache);
        assert_eq!(Arc::strong_count(&value), 1);
    }
}

/// Takes an entry on this thread, a millisecond after the last time.
fn take_later(cache: &Cache<Stage>, thread: usize) -> Held<&'static str> {
    cache.world.pass(Duration::from_millis(1));
    cache.world.thread.set(thread);
    match cache.enter(key("c"), None, true) {
        Lookup::Hit(value) => value,
        Lookup::Ask(_) | Lookup::Wait(_) => panic!("it is not in the cache"),
    }
}

#[test]
fn one_thread_shares_its_entries_with_none() {
    let cache = cache();
    fill(&cache, key("c"), "first");
    for _ in 0..3 {
        assert!(matches!(take_later(&cache, 0), Held::Value(_)));
    }
    // Another thread, but not at the same time.
    cache.world.pass(SECOND);
    assert!(matches!(take_later(&cache, 1), Held::Value(_)));
}

#[test]
fn threads_that_take_an_entry_all_the_time_have_a_count_each() {
    let cache = cache();
    let value = Arc::new("first");
    ask(&cache, key("c")).answered(value.clone(), Expiry::Always);
    let taken = [1, 2, 1].map(|thread| take_later(&cache, thread));
    let [Held::Share(one), Held::Share(two), Held::Share(again)] = taken else {
        panic!("they share the count of the value");
    };
    assert!(Arc::ptr_eq(&one, &again));
    assert!(!Arc::ptr_eq(&one, &two));
    // The value counts the cache, this test and the two threads, however often they have it.
    assert_eq!(*Held::Share(two), "first");
    assert_eq!(Arc::strong_count(&value), 4);
}

#[test]
fn the_last_thread_that_holds_an_entry_lets_go_of_it() {
    let cache = cache();
    let value = Arc::new("first");
    ask(&cache, key("c")).answered(value.clone(), Expiry::Always);
    let [one, two] = [1, 2].map(|thread| take_later(&cache, thread));
    cache.invalidate(None, None);
    assert_eq!(Arc::strong_count(&value), 3);
    drop(one);
    assert_eq!(Arc::strong_count(&value), 2);
    let last = two.into_arc();
    assert!(Arc::ptr_eq(&last, &value));
    assert_eq!(Arc::strong_count(&value), 2);
}

#[test]
fn nothing_is_left_of_requests_that_have_ended() {
    let cache = cache();
    ask(&cache, key("c")).failed("no");
    drop(ask(&cache, key("d")));
    cache.renew(key("e")).failed("no");
    fill(&cache, key("f"), "first");
    cache.invalidate(Some("f"), Some("p"));
    assert!(cache.store.read(0, |store| store.is_empty()));
}
