//! The webhooks that Nango sends: signed, and here to addresses of this machine alone.

use crate::{Shared, document::in_stored_order, state::State};
use ring::{digest, hmac};
use serde_json::{Map, Value, json};
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The key that webhooks are signed with where the seed has none.
const DEFAULT_SIGNING_KEY: &str = "nango_webhook_signing_key_invented_0123456789";
/// Older deliveries go when there are more.
const KEPT: usize = 1_000;

/// An address on this machine.
#[derive(Clone, Debug)]
pub struct Target {
    host: String,
    address: SocketAddr,
    path: String,
}

/// A webhook that was sent.
#[derive(Debug)]
pub struct Delivery {
    number: u64,
    url: String,
    body: Value,
    /// The receiver's status, or what went wrong. `None` while it is on its way.
    outcome: Option<Result<u16, String>>,
}

/// Where webhooks go, and what was sent.
#[derive(Debug)]
pub struct Outbox {
    pub url: Option<String>,
    pub signing_key: String,
    sent: u64,
    deliveries: Vec<Delivery>,
}

impl Target {
    /// Reads a URL. Nothing ever leaves this machine.
    pub fn parse(url: &str) -> Result<Self, String> {
        let refusal =
            || format!("\"{url}\" is not an http:// URL of this machine; write one like http://127.0.0.1:8080/hook");
        let rest = url.strip_prefix("http://").ok_or_else(refusal)?;
        let (host, path) = rest.find('/').map_or((rest, "/"), |at| rest.split_at(at));
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port.parse().map_err(|_| refusal())?),
            _ => (host, 80),
        };
        let ip = match name {
            "localhost" => IpAddr::V4(Ipv4Addr::LOCALHOST),
            name => name.trim_matches(['[', ']']).parse().map_err(|_| refusal())?,
        };
        if !ip.is_loopback() {
            return Err(refusal());
        }
        Ok(Self {
            host: host.to_owned(),
            address: SocketAddr::new(ip, port),
            path: path.to_owned(),
        })
    }

    async fn post(&self, body: &str, signing_key: &str) -> Result<u16, String> {
        let request = format!(
            "POST {} HTTP/1.1\r\nhost: {}\r\naccept: application/json, text/plain, */*\r\ncontent-type: application/json\r\nuser-agent: nango/0.71.4\r\nx-nango-signature: {}\r\nx-nango-hmac-sha256: {}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            self.path,
            self.host,
            insecure_signature(body, signing_key),
            signature(body, signing_key),
            body.len(),
        );
        let exchange = async {
            let mut stream = TcpStream::connect(self.address).await?;
            stream.write_all(request.as_bytes()).await?;
            let mut response = Vec::new();
            stream.take(64 * 1024).read_to_end(&mut response).await?;
            Ok::<_, std::io::Error>(response)
        };
        let response = timeout(PATIENCE, exchange)
            .await
            .map_err(|_| "the receiver does not respond".to_owned())?
            .map_err(|problem| problem.to_string())?;
        let status = String::from_utf8_lossy(&response)
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        status.ok_or_else(|| "the response is not HTTP".to_owned())
    }
}

/// The value of `X-Nango-Hmac-Sha256`.
pub fn signature(body: &str, signing_key: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, signing_key.as_bytes());
    hex(hmac::sign(&key, body.as_bytes()).as_ref())
}

/// The value of `X-Nango-Signature`, which Nango still sends.
fn insecure_signature(body: &str, signing_key: &str) -> String {
    hex(digest::digest(&digest::SHA256, format!("{signing_key}{body}").as_bytes()).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Outbox {
    /// One that sends nothing, for there is no URL.
    pub fn new() -> Self {
        Self {
            url: None,
            signing_key: DEFAULT_SIGNING_KEY.to_owned(),
            sent: 0,
            deliveries: Vec::new(),
        }
    }

    /// What was sent, the oldest first.
    pub fn to_json(&self) -> Value {
        let shown = |delivery: &Delivery| {
            let (status, problem) = match &delivery.outcome {
                None => (None, None),
                Some(Ok(status)) => (Some(*status), None),
                Some(Err(problem)) => (None, Some(problem)),
            };
            json!({"url": delivery.url, "status": status, "problem": problem, "body": delivery.body})
        };
        json!({"webhooks": self.deliveries.iter().map(shown).collect::<Vec<_>>()})
    }

    fn begin(&mut self, url: String, body: Value) -> u64 {
        self.sent += 1;
        if self.deliveries.len() == KEPT {
            self.deliveries.remove(0);
        }
        self.deliveries.push(Delivery {
            number: self.sent,
            url,
            body,
            outcome: None,
        });
        self.sent
    }

    fn end(&mut self, number: u64, outcome: Result<u16, String>) {
        if let Some(delivery) = self.deliveries.iter_mut().find(|it| it.number == number) {
            delivery.outcome = Some(outcome);
        }
    }
}

/// Sends a webhook, without waiting for the receiver. It goes to the connection's own URL if that is on this machine.
pub fn send(shared: &Arc<Shared>, state: &mut State, own_url: Option<&str>, body: Map<String, Value>) {
    let url = own_url.filter(|url| Target::parse(url).is_ok()).map(str::to_owned);
    let Some(url) = url.or_else(|| state.outbox.url.clone()) else {
        return;
    };
    let (shared, body) = (Arc::clone(shared), in_order(body));
    let number = state.outbox.begin(url.clone(), body.clone());
    let key = state.outbox.signing_key.clone();
    tokio::spawn(async move {
        let outcome = deliver(&url, &body, &key).await;
        shared.state().outbox.end(number, outcome);
    });
}

/// Sends any webhook, and waits for the receiver.
pub async fn send_now(shared: &Shared, body: Value) -> Result<u16, String> {
    let (url, key) = {
        let state = shared.state();
        (state.outbox.url.clone(), state.outbox.signing_key.clone())
    };
    let url = url.ok_or_else(|| "there is no URL to send webhooks to; seed webhooks.url".to_owned())?;
    let number = shared.state().outbox.begin(url.clone(), body.clone());
    let outcome = deliver(&url, &body, &key).await;
    shared.state().outbox.end(number, outcome.clone());
    outcome
}

async fn deliver(url: &str, body: &Value, signing_key: &str) -> Result<u16, String> {
    Target::parse(url)?.post(&body.to_string(), signing_key).await
}

/// Nango writes the members in alphabetical order.
fn in_order(body: Map<String, Value>) -> Value {
    let mut members: Vec<(String, Value)> = body.into_iter().collect();
    members.sort_by(|(a, _), (b, _)| a.cmp(b));
    let ordered = members.into_iter().map(|(name, value)| match value {
        Value::Object(map) if name == "tags" => (name, Value::Object(in_stored_order(map))),
        Value::Object(map) => (name, in_order(map)),
        other => (name, other),
    });
    Value::Object(ordered.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_signed_as_nango_signs_it() {
        let body = r#"{"connectionId":"customer-1","from":"nango","payload":{"id":"cbb3102a-7b8f-4fec-8586-1e5a95889dec","statusUrl":"/action/cbb3102a-7b8f-4fec-8586-1e5a95889dec"},"providerConfigKey":"fake-oauth2","type":"async_action"}"#;
        let recorded = "76ff919f77fec1b7005e15b7e4e3fd7dbb6a07ee47b0cc1b70d6ea49d65d8d03";
        assert_eq!(signature(body, DEFAULT_SIGNING_KEY), recorded);
        let recorded = "d50dc4aaac90fc089875a3da25f3fde98a6eb3061d80c6f9eeb01c0d8cc5ee2c";
        assert_eq!(insecure_signature(body, DEFAULT_SIGNING_KEY), recorded);
    }

    #[test]
    fn only_this_machine_gets_webhooks() {
        for url in [
            "http://127.0.0.1:80/hook",
            "http://localhost:1",
            "http://[::1]:8080/",
            "http://127.1.2.3/x",
        ] {
            assert!(Target::parse(url).is_ok(), "{url}");
        }
        for url in [
            "https://127.0.0.1/",
            "http://192.0.2.1/",
            "http://example.com/",
            "http://127.0.0.1.example.com/",
            "",
            "http://127.0.0.1:x/",
        ] {
            assert!(Target::parse(url).is_err(), "{url}");
        }
    }
}
