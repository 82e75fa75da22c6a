//! A receiver of webhooks.

use ring::hmac;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
};

/// A server that receives webhooks.
pub struct Receiver(TcpListener);

/// A webhook that was received.
pub struct Webhook {
    /// By their names.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

impl Receiver {
    /// One on a port that the system chooses.
    pub fn listen() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").expect("a port"))
    }

    /// What sends webhooks here.
    pub fn seed(&self, signing_key: &str) -> Value {
        json!({"webhooks": {"url": self.url(), "signing_key": signing_key}})
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        let address = self.0.local_addr().expect("an address");
        format!("http://{address}/hook")
    }

    /// The next webhook, which it accepts.
    pub fn next(&self) -> Webhook {
        let (mut stream, _) = self.0.accept().expect("a connection");
        let mut reader = BufReader::new(stream.try_clone().expect("the same connection"));
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).expect("a line");
            if line.trim_end().is_empty() {
                break;
            }
            lines.push(line.trim_end().to_owned());
        }
        assert_eq!(lines[0], "POST /hook HTTP/1.1");
        let headers: BTreeMap<String, String> = lines[1..]
            .iter()
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let mut body = vec![0; headers["content-length"].parse().expect("a length")];
        reader.read_exact(&mut body).expect("the body");
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").expect("an answer");
        let body = String::from_utf8(body).expect("text");
        Webhook { headers, body }
    }
}

impl Webhook {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// Whether it is signed with that key.
    pub fn is_signed_with(&self, key: &str) -> bool {
        let signature = &self.headers["x-nango-hmac-sha256"];
        let bytes: Vec<u8> = (0..signature.len() / 2)
            .map(|i| u8::from_str_radix(&signature[2 * i..2 * i + 2], 16).expect("hexadecimal digits"))
            .collect();
        let key = hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes());
        hmac::verify(&key, self.body.as_bytes(), &bytes).is_ok()
    }
}
