//! Replays every recorded exchange with a real Nango server, and compares the emulator's responses.

mod compare;
mod connections;
mod operations;
mod proxied;
mod recorded;
mod webhooks;

use crate::client::{open_with_bytes, read_answer, read_head};
use recorded::{Exchange, Recorded};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{self, Write},
    net::SocketAddr,
    path::Path,
};

/// Exchanges that the emulator answers otherwise.
struct Exceptions {
    /// What they have in common, and why it is not served: as docs/testing.md says it.
    what: &'static str,
    why: &'static str,
    names: &'static [&'static str],
}

const EXCEPTIONS: &[Exceptions] = &[
    Exceptions {
        what: "environments and their API keys",
        why: "an emulator is one environment, and Nango still changes these routes",
        names: &[
            "api_key_delete",
            "api_key_delete_again",
            "api_key_post",
            "api_key_post_again",
            "api_key_post_err_env_key",
            "api_key_post_err_environment",
            "environments_delete",
            "environments_delete_unknown",
            "environments_err_body",
            "environments_err_name",
            "environments_post",
            "err_429_account_key",
        ],
    },
    Exceptions {
        what: "uploads of Nango's command line",
        why: "they are code, which the emulator does not run: a seed describes what functions do",
        names: &[
            "cli_telemetry_err_body",
            "deploy_confirmation_ok",
            "deploy_err_model",
            "deploy_err_old_cli",
            "deploy_err_unknown_integration",
            "deploy_internal_scope",
            "deploy_ok",
            "deploy_other_integration",
            "deploy_standalone",
        ],
    },
    Exceptions {
        what: "pages of an authorization at an external API",
        why: "there is no external API to go to: `POST /__emulator/connect` does it in one step",
        names: &["oauth_callback_err", "oauth_client_metadata", "oauth_connect_redirect"],
    },
    Exceptions {
        what: "a sync that was started and has not run yet",
        why: "here a sync runs when it is started",
        names: &["sync_variant_status"],
    },
];

/// Where the number of exchanges is told.
const TOLD: [&str; 2] = ["README.md", "../../docs/testing.md"];

#[test]
fn every_recorded_exchange_is_answered_alike() {
    let recorded = Recorded::load();
    let mut replay = Replay::default();
    for group in [
        connections::replay,
        operations::replay,
        proxied::replay,
        webhooks::replay,
    ] {
        group(&recorded, &mut replay);
    }
    let (exceptions, all) = (exceptions(), recorded.names());
    // Not println, which the test harness captures.
    let (count, left) = (replay.names.len(), exceptions.len());
    writeln!(io::stdout(), "replayed {count} recorded exchanges, {left} exceptions").expect("standard output");
    assert!(replay.failures.is_empty(), "{}", replay.failures.join("\n"));
    let both: Vec<_> = replay.names.intersection(&exceptions).collect();
    assert!(both.is_empty(), "replayed, and exceptions: {both:?}");
    let known: BTreeSet<String> = replay.names.union(&exceptions).cloned().collect();
    let forgotten: Vec<_> = all.symmetric_difference(&known).collect();
    assert!(forgotten.is_empty(), "neither replayed nor exceptions: {forgotten:?}");
}

#[test]
fn what_is_said_to_be_an_exception_is_one() {
    let recorded = Recorded::load();
    for name in exceptions() {
        let mut replay = Replay::default();
        operations::replay_alone(&recorded, &name, &mut replay);
        assert!(!replay.failures.is_empty(), "{name} is answered alike after all");
    }
}

#[test]
fn the_documents_tell_how_many_exchanges_are_replayed() {
    let (all, left) = (Recorded::load().names().len(), exceptions().len());
    let told = format!("{} of {all} recorded exchanges", all - left);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // A line may end anywhere in a sentence.
    let read = |name: &str| {
        fs::read_to_string(root.join(name))
            .expect("a document")
            .replace('\n', " ")
    };
    for name in TOLD {
        assert!(read(name).contains(&told), "{name} does not say: {told}");
    }
    for Exceptions { what, why, names } in EXCEPTIONS {
        let row = format!("| {} | {what} | {why} |", names.len());
        assert!(read(TOLD[1]).contains(&row), "{} has no row {row}", TOLD[1]);
    }
}

fn exceptions() -> BTreeSet<String> {
    EXCEPTIONS
        .iter()
        .flat_map(|group| group.names)
        .map(|name| (*name).to_owned())
        .collect()
}

#[derive(Default)]
struct Replay {
    /// What was replayed.
    names: BTreeSet<String>,
    failures: Vec<String>,
    /// By what the server made up when it was recorded, such as the id of an action, what the emulator made up.
    made_up: BTreeMap<String, String>,
}

impl Replay {
    fn all(&mut self, address: SocketAddr, recorded: &Recorded, names: &[&str]) {
        for name in names {
            self.one(address, recorded.get(name));
        }
    }

    fn one(&mut self, address: SocketAddr, exchange: &Exchange) {
        let request = &exchange.request;
        let renamed = |text: &str| {
            let made_up = self.made_up.iter();
            made_up.fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
        };
        let headers: Vec<(&str, String)> = request
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), renamed(value)))
            .collect();
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let body = request.bytes();
        let target = renamed(&request.target);
        let is_head = request.method == "HEAD";
        let stream = open_with_bytes(address, &request.method, &target, &headers, body.as_deref());
        let response = if is_head {
            read_head(stream)
        } else {
            read_answer(stream)
        };
        let response = response.expect("an answer");
        self.names.insert(exchange.name.clone());
        if let (Some(old), Some(new)) = (made_up(&exchange.response.body), made_up(&response.body)) {
            self.made_up.insert(old, new);
        }
        for difference in compare::differences(&exchange.response, &response, is_head) {
            self.failures.push(format!("{}: {difference}", exchange.name));
        }
    }
}

/// The id of an action that has been queued, or the token of a session.
fn made_up(body: &str) -> Option<String> {
    let body: Value = serde_json::from_str(body).ok()?;
    let id = body.get("statusUrl").and(body.get("id"));
    let token = || body.get("data")?.get("token");
    id.or_else(token)?.as_str().map(str::to_owned)
}
