//! The requests of a driver to a probe, and its responses: one line of JSON each.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Names and values.
pub type Pairs = Vec<(String, String)>;

/// A request to a probe: to make a call, or to close its client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Told {
    /// The operation.
    pub operation: Operation,
    /// Make a client with these settings first, in place of the current one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientSettings>,
    /// Argument of the call; may hold U+0000.
    pub connection_id: String,
    /// Argument of the call; may hold U+0000.
    pub provider_config_key: String,
    /// Option of the call; None: not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout_ms: Option<i64>,
    /// Option of a call for a connection.
    pub force_refresh: bool,
    /// Option of a call for a connection.
    pub refresh_token: bool,
    /// Option of a call for a connection.
    pub refresh_github_app_jwt_token: bool,
    /// Which operation of Nango's API is called, by its name in api/operations.json.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// Its arguments, by the names of the description.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub arguments: Map<String, Value>,
    /// Another thread cancels the call after so long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancel_after_ms: Option<u64>,
    /// Another thread shuts the client down after so long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shutdown_after_ms: Option<u64>,
    /// The request of a call through the proxy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Request>,
    /// How the body of a response is read.
    pub read: Reading,
    /// How much of it to request at once; None: as is usual in the language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_size: Option<usize>,
    /// After how many bytes no more is read; None: all of it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_most: Option<u64>,
    /// Whether the bytes of the body are reported.
    pub keep_body: bool,
    /// Accessors with an argument, and the argument.
    pub look_ups: Pairs,
}

/// An operation of a probe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// Gets a connection.
    #[default]
    GetConnection,
    /// Calls an external API.
    Proxy,
    /// Calls an operation of Nango's API.
    Call,
    /// Closes the client.
    Close,
}

/// The settings of a client; those that are None or empty are not set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs, reason = "they have the names of the library's settings")]
pub struct ClientSettings {
    pub secret_key: String,
    pub base_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headers: Pairs,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_response_bytes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_plaintext_http: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub http_proxy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ca_file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout_ms: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connect_timeout_ms: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_retries: Option<u32>,
}

/// The request of a call through the proxy; members that are None or empty are not set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs, reason = "they have the names of the library's settings")]
pub struct Request {
    pub method: String,
    pub endpoint: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub query: Pairs,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headers: Pairs,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url_override: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retries: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub retry_on: Vec<u16>,
    pub decompress: bool,
    #[serde(default)]
    pub nango_parses_body: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idle_timeout_ms: Option<i64>,
}

/// The body of a request: the first bytes of a unit that repeats.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The unit, in hexadecimal.
    pub unit: String,
    /// How long the body is.
    pub length: u64,
    /// How much a reader gives at most at once; None: as much as requested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piece: Option<usize>,
    /// What it is; None: not set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// Where it comes from.
    pub from: Source,
}

/// Where the body of a request comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The request has it as a whole.
    #[default]
    Memory,
    /// It is read while it is sent, and its length is known.
    SizedReader,
    /// It is read while it is sent, and its length is not known.
    Reader,
}

/// How the body of a response is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// As a whole.
    #[default]
    Collect,
    /// As it comes.
    Parts,
}

/// A probe's response.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The outcome.
    pub outcome: Outcome,
    /// For an error: where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Step>,
    /// Every accessor without an argument, by name.
    #[serde(default)]
    pub fields: Map<String, Value>,
    /// The results of the look-ups, in their order.
    #[serde(default)]
    pub look_ups: Vec<Value>,
    /// The result of an operation of Nango's API, as JSON.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub result: Value,
    /// The data read from a response, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<Read>,
    /// How long it took.
    pub ms: u64,
}

/// The outcome of a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A connection.
    Connection,
    /// A response of an external API, whose body could be read.
    Response,
    /// The result of an operation of Nango's API.
    Result,
    /// An error of any step.
    Error,
    /// The client is closed.
    #[default]
    Closed,
}

/// A step that can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Making the client.
    Client,
    /// The call.
    Call,
    /// Reading the body of the response.
    Reading,
}

/// The data read from a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Read {
    /// How many bytes.
    pub length: u64,
    /// Their Adler-32.
    pub sum: u64,
}

/// Bytes in hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;

    bytes
        .iter()
        .fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a String takes everything");
            text
        })
}

/// The bytes that a text has in hexadecimal; None if it is not hexadecimal.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2).map(std::str::from_utf8);
    pairs
        .map(|pair| pair.ok().filter(|pair| pair.len() == 2))
        .map(|pair| u8::from_str_radix(pair?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_in_hexadecimal_is_read() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(unhex(&hex(&bytes)), Some(bytes));
        assert_eq!((unhex("0"), unhex("0g"), unhex("é")), (None, None, None));
    }

    #[test]
    fn what_a_probe_is_told_leaves_out_what_is_not_set() {
        let told = Told {
            client: Some(ClientSettings::default()),
            ..Told::default()
        };
        let line = serde_json::to_value(&told).expect("it can be written");
        assert_eq!(
            line["client"],
            serde_json::json!({"secret_key": "", "base_url": ""}),
            "a probe may set what is there"
        );
        assert_eq!(serde_json::from_value::<Told>(line).expect("it can be read"), told);
        assert!(serde_json::from_str::<Told>(r#"{"retries": 1}"#).is_err());
    }
}
