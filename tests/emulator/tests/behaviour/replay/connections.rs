//! The exchanges about getting connections: those that lie directly in `recorded`, and the lists that show what refreshes did.

use super::{Recorded, Replay};
use crate::client::{advance, get};
use nango_emulator::{
    Emulator, Seed,
    seed::{RateLimit, When},
    start,
};
use serde_json::json;
use std::collections::BTreeSet;

/// Refreshes in the order in which they were recorded, and the lists that show their results.
pub const REFRESHES: &[&str] = &[
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

/// A connection that was imported and then changed.
const AFTER_PATCH: &[&str] = &["patch_after"];
/// One whose syncs failed.
const AFTER_SYNCS: &[&str] = &["get_with_sync_errors"];

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

/// Replays them.
pub fn replay(recorded: &Recorded, replay: &mut Replay) {
    let named: BTreeSet<&str> = [REFRESHES, BACK_OFF, AFTER_BACK_OFF, METADATA]
        .concat()
        .into_iter()
        .chain([RATE_LIMITED, DATABASE_DOWN, AFTER_PATCH, AFTER_SYNCS].concat())
        .collect();
    let others = recorded
        .of("")
        .filter(|exchange| !named.contains(exchange.name.as_str()));
    let (proxied, others): (Vec<_>, Vec<_>) = others.partition(|exchange| exchange.name.starts_with("proxy_"));
    let emulator = start(patient_seed()).expect("an emulator");
    for exchange in others {
        replay.one(emulator.address(), exchange);
    }
    // The others have refreshed the connection whose token these show.
    let emulator = start(patient_seed()).expect("an emulator");
    for exchange in proxied {
        replay.one(emulator.address(), exchange);
    }
    let emulator = start(patient_seed()).expect("an emulator");
    replay.all(emulator.address(), recorded, REFRESHES);
    replay_back_off(replay, recorded);
    let emulator = start(patient_seed()).expect("an emulator");
    replay.all(emulator.address(), recorded, METADATA);
    replay_rate_limit(replay, recorded);
    let mut down = seed();
    down.database_down = true;
    let emulator = start(down).expect("an emulator");
    replay.all(emulator.address(), recorded, DATABASE_DOWN);
    replay_others(replay, recorded);
}

/// The connection had been recreated when these were recorded.
fn replay_back_off(replay: &mut Replay, recorded: &Recorded) {
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

/// An emulator whose rate limit is reached.
pub fn limited() -> Emulator {
    let seed = seed();
    let requests = seed.rate_limit.as_ref().expect("a limit").requests;
    let emulator = start(seed).expect("an emulator");
    for left in (0..requests).rev() {
        let response = get(emulator.address(), FULL_KEY, "/connections?limit=1");
        assert_eq!(response.headers["x-ratelimit-remaining"], left.to_string());
        assert_eq!(response.status, 200);
    }
    emulator
}

fn replay_rate_limit(replay: &mut Replay, recorded: &Recorded) {
    let emulator = limited();
    replay.all(emulator.address(), recorded, RATE_LIMITED);
}

/// Those of connections that the seed does not have.
fn replay_others(replay: &mut Replay, recorded: &Recorded) {
    let patched = json!({
        "id": 92,
        "connection_id": "tmp-import",
        "provider_config_key": "github",
        "end_user": {"id": "e2", "email": "e2@example.com"},
        "tags": {"env": "test", "end_user_id": "e2", "end_user_email": "e2@example.com"},
        "metadata": {},
        "created_at": "2026-11-22T01:21:17.100+00:00",
        "credentials": {"type": "OAUTH2", "access_token": "t2"},
    });
    let failed = json!({
        "id": 83,
        "connection_id": "customer-1",
        "provider_config_key": "fake-oauth2",
        "errors": [
            {"type": "sync", "log_id": "1795917866091_NHKpCet6"},
            {"type": "sync", "log_id": "1795918346230_Vah6DCt8"},
        ],
        "metadata": {"team": "blue"},
        "created_at": "2026-11-29T02:03:51.207+00:00",
        "last_fetched_at": "2026-11-29T02:17:22.870+00:00",
        "credentials": {"type": "OAUTH2", "access_token": "at_import", "expires_at": "2125-01-01T00:00:00.000Z"},
    });
    for (connection, names) in [(patched, AFTER_PATCH), (failed, AFTER_SYNCS)] {
        let mut seed = seed();
        seed.connections
            .push(serde_json::from_value(connection).expect("a connection"));
        let emulator = start(seed).expect("an emulator");
        replay.all(emulator.address(), recorded, names);
    }
}
