//! One case: a call, the exchanges that it causes, and what must come out.

use std::collections::BTreeMap;

use nango_probe::protocol::{ClientSettings, Operation, Told};
use serde::Deserialize;

use crate::expectation::Expectation;
use crate::proxied::Proxied;
use crate::value::{self, Text};

/// A file of cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// Defaults of the cases of this file.
    pub about: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One case, as a case file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Unique among all cases; also the path of the case's base URL.
    pub name: String,
    /// Why the case is there.
    pub why: String,
    /// The call that each probe makes.
    pub call: Call,
    /// The exchanges that the call must cause, in order.
    pub exchanges: Vec<Exchange>,
    /// The expected result.
    pub expect: Expectation,
    /// The differences in C, where a string ends at its first U+0000.
    pub in_c: Option<Otherwise>,
}

/// Replaces the exchanges and the expectation of a case in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Otherwise {
    /// The exchanges.
    pub exchanges: Vec<Exchange>,
    /// The expected result.
    pub expect: Expectation,
}

/// The arguments and settings of a call.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Argument of the call; may hold U+0000.
    pub connection_id: String,
    /// Argument of the call; may hold U+0000.
    pub provider_config_key: String,
    /// Setting of the client.
    #[serde(default = "default_secret_key")]
    pub secret_key: String,
    /// Setting of the client. A case file may leave it out or write `{port}` and `{name}` in it; a probe gets it in
    /// full.
    #[serde(default = "default_base_url")]
    pub base_url: String,
    /// Setting of the client.
    #[serde(default)]
    pub route: Route,
    /// Option of the call.
    #[serde(default)]
    pub force_refresh: bool,
    /// Option of the call.
    #[serde(default)]
    pub refresh_token: bool,
    /// Option of the call.
    #[serde(default)]
    pub refresh_github_app_jwt_token: bool,
    /// Setting of the client; None: not set.
    #[serde(default)]
    pub max_response_bytes: Option<i64>,
    /// Option of the call; None: not set.
    #[serde(default)]
    pub timeout_ms: Option<i64>,
    /// Setting of the client: names and values.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// Setting of the client; None: not set.
    #[serde(default)]
    pub user_agent: Option<String>,
    /// Setting of the client.
    #[serde(default)]
    pub allow_plaintext_http: bool,
    /// The request of a call through the proxy.
    #[serde(default)]
    pub proxy: Option<Proxied>,
    /// The operation of Nango's API that is called. Without it and without a request for the proxy the call gets a
    /// connection.
    #[serde(default)]
    pub operation: Option<OperationCall>,
}

/// A call of an operation that api/operations.json describes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperationCall {
    /// Its name.
    pub name: String,
    /// Its arguments, by name.
    pub arguments: serde_json::Map<String, serde_json::Value>,
}

fn default_secret_key() -> String {
    "5ec2e7a1-0000-4000-8000-00000000c0de".to_owned()
}

fn default_base_url() -> String {
    "http://127.0.0.1:{port}/{name}".to_owned()
}

/// Which of Nango's two routes the client uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Route {
    /// The library finds out.
    #[default]
    Auto,
    /// `/connection/{id}`
    Connection,
    /// `/connections/{id}`
    Connections,
}

impl Route {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Connection => "connection",
            Self::Connections => "connections",
        }
    }
}

/// An expected request, and its response.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// The expected request.
    pub request: ExpectedRequest,
    /// The response.
    pub response: Response,
}

/// The expected parts of a request.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "WrittenRequest")]
pub struct ExpectedRequest {
    /// The method.
    pub method: String,
    /// Path and query, without the path of the case.
    pub target: String,
    /// Headers by lower-case name: the exact value, or None if the request must not have it.
    pub headers: BTreeMap<String, Option<String>>,
    /// The bytes of the body; none if there must be no body.
    pub body: Vec<u8>,
    /// The JSON that the body must be, in any form; `body` is then ignored.
    pub json: Option<serde_json::Value>,
}

/// A request as a case file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRequest {
    #[serde(default = "default_method")]
    method: String,
    target: Text,
    #[serde(default)]
    headers: BTreeMap<String, Option<String>>,
    body: Option<Text>,
    body_base64: Option<String>,
    json: Option<serde_json::Value>,
}

fn default_method() -> String {
    "GET".to_owned()
}

impl TryFrom<WrittenRequest> for ExpectedRequest {
    type Error = String;

    fn try_from(written: WrittenRequest) -> Result<Self, String> {
        Ok(Self {
            method: written.method,
            target: written.target.into(),
            headers: written.headers,
            body: value::bytes(written.body, written.body_base64.as_deref())?.unwrap_or_default(),
            json: written.json,
        })
    }
}

/// The server's response.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "WrittenResponse")]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// Names and values, in the order sent.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body.
    pub body: Vec<u8>,
    /// How it ends.
    pub end: End,
}

/// How a response ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// Where its head announces it, by its length or its last chunk.
    #[default]
    Announced,
    /// With the connection: its head has no length.
    Close,
    /// The connection ends after so many bytes of the announced body.
    BreaksOffAfter(usize),
    /// Nothing is sent after so many bytes of the announced body.
    StallsAfter(usize),
}

/// A response as a case file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenResponse {
    status: u16,
    headers: Vec<(String, String)>,
    body: Option<Text>,
    body_base64: Option<String>,
    #[serde(default)]
    end: End,
}

impl TryFrom<WrittenResponse> for Response {
    type Error = String;

    fn try_from(written: WrittenResponse) -> Result<Self, String> {
        let body = value::bytes(written.body, written.body_base64.as_deref())?;
        Ok(Self {
            status: written.status,
            headers: written.headers,
            body: body.ok_or("a response needs either body or body_base64")?,
            end: written.end,
        })
    }
}

impl Case {
    /// The case as it is in this language.
    #[must_use]
    pub fn in_language(&self, language: &str) -> Self {
        let mut case = self.clone();
        if let Some(otherwise) = case.in_c.take().filter(|_| language == "c") {
            case.exchanges = otherwise.exchanges;
            case.expect = otherwise.expect;
        }
        case
    }

    /// The input of a probe, for a server on this port.
    #[must_use]
    pub fn told(&self, port: u16) -> Told {
        let call = &self.call;
        let base_url = call.base_url.replace("{port}", &port.to_string());
        let look_ups = self.expect.look_ups.iter();
        let told = Told {
            client: Some(ClientSettings {
                secret_key: call.secret_key.clone(),
                base_url: base_url.replace("{name}", &self.name),
                route: Some(call.route.name().to_owned()),
                headers: call.headers.clone(),
                user_agent: call.user_agent.clone(),
                max_response_bytes: call.max_response_bytes,
                allow_plaintext_http: Some(call.allow_plaintext_http),
                http_proxy: Some(String::new()),
                max_retries: Some(0),
                ..ClientSettings::default()
            }),
            connection_id: call.connection_id.clone(),
            provider_config_key: call.provider_config_key.clone(),
            timeout_ms: call.timeout_ms,
            force_refresh: call.force_refresh,
            refresh_token: call.refresh_token,
            refresh_github_app_jwt_token: call.refresh_github_app_jwt_token,
            look_ups: look_ups
                .map(|look_up| (look_up.function.to_owned(), look_up.argument.clone()))
                .collect(),
            keep_body: true,
            ..Told::default()
        };
        match (&call.proxy, &call.operation) {
            (None, None) => told,
            (Some(proxied), _) => Told {
                operation: Operation::Proxy,
                ..proxied.tell(told)
            },
            (None, Some(operation)) => Told {
                operation: Operation::Call,
                call: Some(operation.name.clone()),
                arguments: operation.arguments.clone(),
                ..told
            },
        }
    }
}
