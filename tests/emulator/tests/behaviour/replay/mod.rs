//! Replays recorded exchanges with a real Nango server and compares the emulator's responses.

mod compare;
mod recorded;

use crate::client::{advance, get, open_with_bytes, read_answer};
use nango_emulator::{
    Seed,
    seed::{RateLimit, When},
    start,
};
use recorded::Exchange;
use std::{
    collections::BTreeSet,
    io::{self, Write},
    net::SocketAddr,
};

/// How many exchanges must be replayed. More are welcome: raise it then.
const EXPECTED: usize = 236;

/// Refreshes in the order in which they were recorded, and the lists that show their results.
const REFRESHES: &[&str] = &[
    "refresh_expired_ok_1",
    "refresh_expired_ok_2_cached",
    "refresh_force",
    "refresh_force_with_refresh_token",
    "refresh_expires_in_10min",
    "refresh_short_1",
    "refresh_short_2",
    "refresh_noexp_1",
    "refresh_noexp_2",
    "refresh_slow",
    "refresh_cc_expired",
    "refresh_force_no_refresh_token",
    "refresh_force_basic",
    "refresh_force_api_key",
    "refresh_force_none",
    "refresh_force_oauth1",
    "refresh_force_tba",
    "refresh_force_two_step",
    "refresh_force_bill",
    "refresh_force_signature",
    "refresh_force_jwt",
    "refresh_force_cc",
    "refresh_force_app",
    "refresh_force_custom_flow",
    "refresh_force_custom_combined",
    "refresh_force_mcp",
    "refresh_force_plugin",
    "refresh_force_aws_fail",
    "refresh_fail_invalid_grant",
    "refresh_fail_invalid_grant_again_backoff",
    "proxy_err_refresh_backoff",
    "refresh_fail_backoff_force",
    "refresh_fail_backoff_legacy",
    "refresh_fail_then_read_only_key",
    "refresh_fail_refresh_token_true",
    "refresh_fresh_but_force_fails",
    "refresh_fresh_after_force_failure_backoff",
    "refresh_exhausted",
    "refresh_fail_err500",
    "refresh_fail_down",
    "list_all",
    "list_legacy",
    "list_connectionId",
    "list_endUserId",
    "list_integration",
    "list_last_page",
    "list_limit",
    "list_limit_page1",
    "list_list_only_key",
    "list_with_error",
];

const BACK_OFF: &[&str] = &["backoff_0_fresh_ok", "backoff_1_force_fails", "backoff_2_plain_get_424"];
const AFTER_BACK_OFF: &[&str] = &["backoff_3_after_cooldown"];

const METADATA: &[&str] = &[
    "metadata_post",
    "metadata_patch",
    "metadata_after",
    "metadata_err_body",
    "metadata_err_unknown",
    "metadata_err_json",
    "metadata_err_content_type",
    "metadata_post_many",
    "metadata_post_many_ok",
    "metadata_legacy_post",
];

const RATE_LIMITED: &[&str] = &[
    "err_429",
    "err_429_legacy",
    "err_429_other_key_same_account",
    "err_429_post",
    "err_429_proxy",
];

const DATABASE_DOWN: &[&str] = &["db_down_1"];

/// A connection that was imported and then changed by a route that the emulator does not have.
const AFTER_PATCH: &[&str] = &["patch_after"];

/// Exchanges on routes that the emulator does not have. Each must fail to compare.
const NOT_SERVED: &[(&str, &str)] = &[
    ("delete_again", "DELETE of a connection"),
    ("delete_err_scope", "DELETE of a connection"),
    ("delete_missing_pck", "DELETE of a connection"),
    ("delete_ok", "DELETE of a connection"),
    ("legacy_delete_unknown", "DELETE of a connection"),
    ("patch_err_body", "PATCH of a connection"),
    ("patch_err_empty", "PATCH of a connection"),
    ("patch_err_integration", "PATCH of a connection"),
    ("patch_err_unknown", "PATCH of a connection"),
    ("patch_ok", "PATCH of a connection"),
    ("integrations_err_include", "integrations"),
    ("integrations_err_scope", "integrations"),
    ("integrations_err_unknown", "integrations"),
    ("integrations_get", "integrations"),
    ("integrations_get_credentials", "integrations"),
    ("integrations_get_webhook", "integrations"),
    ("integrations_list", "integrations"),
    ("providers_err_unknown", "providers"),
    ("providers_get", "providers"),
];

const FULL_KEY: &str = "52c3f492-4019-4a02-8995-81c9a5b9a554";

fn seed() -> Seed {
    let text = include_str!("../../../seeds/recorded.json");
    Seed::parse(text, "seeds/recorded.json").expect("a valid seed")
}

/// The seed without a rate limit that the replay itself would reach.
fn patient_seed() -> Seed {
    let mut seed = seed();
    seed.rate_limit = RateLimit::per_minute(1_000_000);
    seed
}

#[test]
fn recorded_exchanges_are_answered_alike() {
    let recorded = Exchange::load_all();
    let mut replay = Replay::default();
    let named: BTreeSet<&str> = [REFRESHES, BACK_OFF, AFTER_BACK_OFF, METADATA]
        .concat()
        .into_iter()
        .chain([RATE_LIMITED, DATABASE_DOWN, AFTER_PATCH].concat())
        .chain(NOT_SERVED.iter().map(|(name, _)| *name))
        .collect();
    for name in &named {
        let known = recorded.iter().any(|exchange| exchange.name == *name);
        assert!(known, "{name} is not a recorded exchange");
    }

    let emulator = start(patient_seed()).expect("an emulator");
    let others = recorded
        .iter()
        .filter(|exchange| !named.contains(exchange.name.as_str()));
    let (proxied, others): (Vec<_>, Vec<_>) = others.partition(|exchange| exchange.name.starts_with("proxy_"));
    for exchange in others {
        replay.one(emulator.address(), exchange);
    }
    // The others have refreshed the connection whose token these show.
    let emulator = start(patient_seed()).expect("an emulator");
    for exchange in proxied {
        replay.one(emulator.address(), exchange);
    }
    let emulator = start(patient_seed()).expect("an emulator");
    replay.all(emulator.address(), &recorded, REFRESHES);
    replay_back_off(&mut replay, &recorded);
    let emulator = start(patient_seed()).expect("an emulator");
    replay.all(emulator.address(), &recorded, METADATA);
    replay_rate_limit(&mut replay, &recorded);
    let mut down = seed();
    down.database_down = true;
    let emulator = start(down).expect("an emulator");
    replay.all(emulator.address(), &recorded, DATABASE_DOWN);
    replay_after_patch(&mut replay, &recorded);

    // Not println, which the test harness captures.
    writeln!(io::stdout(), "replayed {} recorded exchanges", replay.count).expect("standard output");
    assert!(replay.failures.is_empty(), "{}", replay.failures.join("\n"));
    assert!(replay.count >= EXPECTED, "only {} were replayed", replay.count);
    assert_eq!(replay.count + NOT_SERVED.len(), recorded.len());
}

#[test]
fn what_is_said_not_to_be_served_is_not_served() {
    let recorded = Exchange::load_all();
    let emulator = start(patient_seed()).expect("an emulator");
    for (name, reason) in NOT_SERVED {
        let mut replay = Replay::default();
        replay.all(emulator.address(), &recorded, &[name]);
        assert!(!replay.failures.is_empty(), "{name} ({reason}) is served after all");
    }
}

/// The connection had been recreated when these were recorded.
fn replay_back_off(replay: &mut Replay, recorded: &[Exchange]) {
    let mut seed = seed();
    let connection = seed
        .connections
        .iter_mut()
        .find(|connection| connection.connection_id == "fresh" && connection.provider_config_key == "fake-oauth2-fail");
    let connection = connection.expect("the connection");
    connection.id = Some(131);
    connection.created_at = When::parse("2026-11-22T01:30:19.967Z");
    let emulator = start(seed).expect("an emulator");
    replay.all(emulator.address(), recorded, BACK_OFF);
    advance(emulator.address(), 31);
    replay.all(emulator.address(), recorded, AFTER_BACK_OFF);
}

fn replay_rate_limit(replay: &mut Replay, recorded: &[Exchange]) {
    let seed = seed();
    let requests = seed.rate_limit.as_ref().expect("a limit").requests;
    let emulator = start(seed).expect("an emulator");
    for left in (0..requests).rev() {
        let response = get(emulator.address(), FULL_KEY, "/connections?limit=1");
        assert_eq!(response.headers["x-ratelimit-remaining"], left.to_string());
        assert_eq!(response.status, 200);
    }
    replay.all(emulator.address(), recorded, RATE_LIMITED);
}

fn replay_after_patch(replay: &mut Replay, recorded: &[Exchange]) {
    let imported = serde_json::json!({
        "id": 92,
        "connection_id": "tmp-import",
        "provider_config_key": "github",
        "end_user": {"id": "e2", "email": "e2@example.com"},
        "tags": {"env": "test", "end_user_id": "e2", "end_user_email": "e2@example.com"},
        "metadata": {},
        "created_at": "2026-11-22T01:21:17.100+00:00",
        "credentials": {"type": "OAUTH2", "access_token": "t2"},
    });
    let mut seed = seed();
    seed.connections
        .push(serde_json::from_value(imported).expect("a connection"));
    let emulator = start(seed).expect("an emulator");
    replay.all(emulator.address(), recorded, AFTER_PATCH);
}

#[derive(Default)]
struct Replay {
    count: usize,
    failures: Vec<String>,
}

impl Replay {
    fn all(&mut self, address: SocketAddr, recorded: &[Exchange], names: &[&str]) {
        for name in names {
            let exchange = recorded.iter().find(|exchange| exchange.name == *name);
            self.one(address, exchange.expect("a recorded exchange"));
        }
    }

    fn one(&mut self, address: SocketAddr, exchange: &Exchange) {
        let headers: Vec<(&str, &str)> = exchange
            .request
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let request = &exchange.request;
        let body = request.bytes();
        let stream = open_with_bytes(address, &request.method, &request.target, &headers, body.as_deref());
        let response = read_answer(stream).expect("an answer");
        self.count += 1;
        for difference in compare::differences(&exchange.response, &response) {
            self.failures.push(format!("{}: {difference}", exchange.name));
        }
    }
}
