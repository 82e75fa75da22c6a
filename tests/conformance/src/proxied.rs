//! A call through the proxy: the request for the external API, and how the body of the answer is taken.

use serde::{Deserialize, Deserializer, Serialize};

use crate::value::{self, Text};

/// A request for an external API.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
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
    /// What is sent; None: no body.
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
    /// Setting of the request; None: not set.
    #[serde(default)]
    pub idle_timeout_ms: Option<i64>,
    /// How much of the answer's body is asked for at once; None: all of it is collected.
    #[serde(default)]
    pub read_size: Option<usize>,
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "WrittenBody", into = "WrittenBody")]
pub struct Body {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What Nango is told of it; None: not set.
    pub content_type: Option<String>,
    /// Where it comes from.
    pub source: Source,
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

impl Source {
    /// The word for it in case files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::SizedReader => "sized_reader",
            Self::Reader => "reader",
        }
    }
}

/// A body as JSON has it.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WrittenBody {
    #[serde(default, skip_serializing)]
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

impl From<Body> for WrittenBody {
    fn from(body: Body) -> Self {
        Self {
            text: None,
            base64: Some(value::base64(&body.bytes)),
            content_type: body.content_type,
            from: body.source,
        }
    }
}

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Text::deserialize(deserializer).map(String::from)
}
