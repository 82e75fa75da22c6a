//! A call through the proxy: the request for the external API, and how the body of the response is taken.

use nango_probe::protocol::{self, Reading, Request, Source, Told};
use serde::{Deserialize, Deserializer};

use crate::value::{self, Text};

/// How much a reader of a body gives at once.
const PIECE: usize = 1000;

/// A request for an external API.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proxied {
    /// Argument of the request; may hold U+0000, as every text of it.
    pub method: String,
    /// Argument of the request.
    #[serde(deserialize_with = "text")]
    pub endpoint: String,
    /// Parameters added to the query: names and values.
    #[serde(default)]
    pub query: Vec<(String, String)>,
    /// Headers for the external API: names and values.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// The body; None: no body.
    #[serde(default)]
    pub body: Option<Body>,
    /// Setting of the request; None: not set.
    #[serde(default)]
    pub base_url_override: Option<String>,
    /// Setting of the request; None: not set.
    #[serde(default)]
    pub retries: Option<u32>,
    /// Setting of the request: statuses.
    #[serde(default)]
    pub retry_on: Vec<u16>,
    /// Setting of the request.
    #[serde(default)]
    pub decompress: bool,
    /// Setting of the request.
    #[serde(default)]
    pub nango_parses_body: bool,
    /// Setting of the request.
    #[serde(default)]
    pub forward_headers_on_redirect: bool,
    /// Setting of the request; None: not set.
    #[serde(default)]
    pub idle_timeout_ms: Option<i64>,
    /// How much of the response's body is requested at once; None: all of it is collected.
    #[serde(default)]
    pub read_size: Option<usize>,
}

impl Proxied {
    /// The same as the input of a probe.
    #[must_use]
    pub fn tell(&self, told: Told) -> Told {
        let body = self.body.as_ref().map(|body| protocol::Body {
            unit: protocol::hex(&body.bytes),
            length: body.bytes.len() as u64,
            piece: Some(PIECE),
            content_type: body.content_type.clone(),
            from: body.source,
        });
        Told {
            request: Some(Request {
                method: self.method.clone(),
                endpoint: self.endpoint.clone(),
                query: self.query.clone(),
                headers: self.headers.clone(),
                body,
                base_url_override: self.base_url_override.clone(),
                retries: self.retries,
                retry_on: self.retry_on.clone(),
                decompress: self.decompress,
                nango_parses_body: self.nango_parses_body,
                forward_headers_on_redirect: self.forward_headers_on_redirect,
                idle_timeout_ms: self.idle_timeout_ms,
            }),
            read: if self.read_size.is_some() {
                Reading::Parts
            } else {
                Reading::Collect
            },
            read_size: self.read_size,
            ..told
        }
    }
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "WrittenBody")]
pub struct Body {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is; None: not set.
    pub content_type: Option<String>,
    /// Where it comes from.
    pub source: Source,
}

/// A body as JSON has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBody {
    text: Option<Text>,
    base64: Option<String>,
    content_type: Option<String>,
    #[serde(default)]
    from: Source,
}

impl TryFrom<WrittenBody> for Body {
    type Error = String;

    fn try_from(written: WrittenBody) -> Result<Self, String> {
        let bytes = value::bytes(written.text, written.base64.as_deref())?;
        Ok(Self {
            bytes: bytes.ok_or("a body needs text or base64")?,
            content_type: written.content_type,
            source: written.from,
        })
    }
}

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Text::deserialize(deserializer).map(String::from)
}
