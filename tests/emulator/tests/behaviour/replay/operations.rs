//! Replays the recorded exchanges of the described operations.
//!
//! An exchange that depends on what was done before is in a scenario, in `scenarios.json`. Every other one has an emulator of its own.

use super::{Recorded, Replay};
use crate::client::send;
use nango_emulator::{Emulator, Seed, start};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
};

const FULL_KEY: &str = "Bearer 52c3f492-4019-4a02-8995-81c9a5b9a554";

#[derive(Deserialize)]
struct Scenarios {
    scenarios: Vec<Scenario>,
    /// Replayed after the refreshes whose results they show.
    elsewhere: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Scenario {
    name: String,
    base: Base,
    /// What is added to the base.
    #[serde(default)]
    add: Option<Value>,
    replay: Vec<Step>,
}

/// The server that was recorded.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// In `recorded.json`.
    First,
    /// In `operations.json`.
    Second,
    /// The second one's keys alone.
    Bare,
    /// Another environment of the second one, which is empty.
    Other,
    /// The second one, whose rate limit is reached.
    Limited,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Step {
    /// A recorded exchange.
    Exchange(String),
    /// A request that was not recorded, and succeeds.
    Request {
        method: String,
        target: String,
        body: Option<Value>,
        #[serde(default)]
        headers: BTreeMap<String, String>,
        /// What a recorded server made up where this makes something up: an id, or a token.
        stands_for: Option<String>,
    },
}

impl Base {
    /// An emulator of it.
    pub fn start(self) -> Emulator {
        let second = include_str!("../../../seeds/operations.json");
        let mut seed: Value = serde_json::from_str(match self {
            Self::First => include_str!("../../../seeds/recorded.json"),
            _ => second,
        })
        .expect("JSON");
        seed["rate_limit"] = json!({"requests": 1_000_000});
        if let Self::Bare | Self::Other = self {
            for list in ["integrations", "connections", "syncs", "functions", "providers"] {
                seed[list] = json!([]);
            }
            seed["variables"] = json!({});
        }
        if let Self::Other = self {
            let key = json!({"secret": "1285493e-874e-431d-85ce-4c7f829f894c", "scopes": ["environment:*"]});
            seed["keys"].as_array_mut().expect("keys").push(key);
        }
        if let Self::Limited = self {
            seed["rate_limit"] = json!({"requests": 200});
        }
        let seed = Seed::parse(&seed.to_string(), "the seed").expect("a valid seed");
        let emulator = start(seed).expect("an emulator");
        if let Self::Limited = self {
            let none = BTreeMap::new();
            for _ in 0..200 {
                request(emulator.address(), "GET", "/environment-variables", &none, None);
            }
        }
        emulator
    }
}

fn request(
    address: SocketAddr,
    method: &str,
    target: &str,
    more: &BTreeMap<String, String>,
    body: Option<&Value>,
) -> String {
    let body = body.map(Value::to_string);
    let mut headers = vec![("authorization", FULL_KEY)];
    headers.extend(more.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    if body.is_some() {
        headers.push(("content-type", "application/json"));
    }
    let response = send(address, method, target, &headers, body.as_deref());
    assert!(response.status < 300, "{method} {target}: {response:?}");
    response.body
}

fn scenarios() -> Scenarios {
    serde_json::from_str(include_str!("scenarios.json")).expect("scenarios")
}

impl Scenario {
    fn play(&self, recorded: &Recorded, replay: &mut Replay) {
        let emulator = self.base.start();
        if let Some(add) = &self.add {
            request(
                emulator.address(),
                "POST",
                "/__emulator/seed",
                &BTreeMap::new(),
                Some(add),
            );
        }
        let before = replay.failures.len();
        for step in &self.replay {
            match step {
                Step::Exchange(name) => replay.one(emulator.address(), recorded.get(name)),
                Step::Request {
                    method,
                    target,
                    body,
                    headers,
                    stands_for,
                } => {
                    let response = request(emulator.address(), method, target, headers, body.as_ref());
                    if let Some(old) = stands_for {
                        let new = super::made_up(&response).expect("an id or a token");
                        replay.made_up.insert(old.clone(), new);
                    }
                }
            }
        }
        for failure in &mut replay.failures[before..] {
            *failure = format!("{} ({failure})", self.name);
        }
    }
}

/// Replays them.
pub fn replay(recorded: &Recorded, replay: &mut Replay) {
    let known = scenarios();
    let exceptions = super::exceptions();
    for name in &known.elsewhere {
        let is_replayed = super::connections::REFRESHES.contains(&name.as_str());
        assert!(is_replayed, "{name} is replayed nowhere");
    }
    let mut named: BTreeSet<&str> = known.elsewhere.iter().map(String::as_str).collect();
    for scenario in &known.scenarios {
        scenario.play(recorded, replay);
        named.extend(scenario.replay.iter().filter_map(|step| match step {
            Step::Exchange(name) => Some(name.as_str()),
            Step::Request { .. } => None,
        }));
    }
    for exchange in recorded.of("operations").chain(recorded.of("elsewhere")) {
        if !named.contains(exchange.name.as_str()) && !exceptions.contains(&exchange.name) {
            replay_alone(recorded, &exchange.name, replay);
        }
    }
}

/// Replays one exchange with an emulator of its own.
pub fn replay_alone(recorded: &Recorded, name: &str, replay: &mut Replay) {
    let alone = Scenario {
        name: "alone".into(),
        base: Base::Second,
        add: None,
        replay: vec![Step::Exchange(name.to_owned())],
    };
    alone.play(recorded, replay);
}
