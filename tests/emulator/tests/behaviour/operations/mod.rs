//! The described operations and what they change.

mod actions;
mod connections;
mod integrations;
mod records;
mod requests;
mod webhooks;

use crate::client::{Answer, DEMO_KEY, send};
use nango_emulator::{Emulator, Seed, start};
use serde_json::{Value, json};
use std::net::SocketAddr;

/// An emulator of the demo seed, and a program that uses it.
pub struct Api {
    emulator: Emulator,
}

impl Api {
    /// One with this addition.
    pub fn with(addition: &Value) -> Self {
        let emulator = start(Seed::demo().expect("a valid seed")).expect("an emulator");
        let api = Self { emulator };
        api.seed(addition);
        api
    }

    pub fn address(&self) -> SocketAddr {
        self.emulator.address()
    }

    /// Adds to the state.
    pub fn seed(&self, addition: &Value) {
        let answer = self.control("seed", addition);
        assert_eq!(answer.status, 200, "{answer:?}");
    }

    /// Posts to a control route.
    pub fn control(&self, route: &str, body: &Value) -> Answer {
        let target = format!("/__emulator/{route}");
        send(self.address(), "POST", &target, &[], Some(&body.to_string()))
    }

    /// Sends a request with these headers.
    pub fn send(&self, method: &str, target: &str, more: &[(&str, &str)], body: Option<&Value>) -> Answer {
        let bearer = format!("Bearer {DEMO_KEY}");
        let mut headers = vec![("authorization", bearer.as_str())];
        headers.extend(more);
        let body = body.map(Value::to_string);
        if body.is_some() {
            headers.push(("content-type", "application/json"));
        }
        send(self.address(), method, target, &headers, body.as_deref())
    }

    /// Sends a request that succeeds.
    pub fn ok(&self, method: &str, target: &str, body: Option<&Value>) -> Value {
        let answer = self.send(method, target, &[], body);
        assert!(answer.status < 300, "{method} {target}: {answer:?}");
        answer.json()
    }

    /// Sends a request about the connection `customer-oauth2` of `github`.
    pub fn of_customer(&self, method: &str, target: &str, body: Option<&Value>) -> Answer {
        self.send(method, target, &CUSTOMER, body)
    }
}

/// The headers that name a connection of the demo.
pub const CUSTOMER: [(&str, &str); 2] = [("connection-id", "customer-oauth2"), ("provider-config-key", "github")];

/// Records of that connection.
pub fn issues(records: &Value, deleted: &Value) -> Value {
    json!({"records": [{
        "connection_id": "customer-oauth2", "provider_config_key": "github", "model": "Issue",
        "records": records, "deleted": deleted,
    }]})
}
