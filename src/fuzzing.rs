//! Entry points for the fuzz targets in fuzz/ to private code. It exists under `--cfg fuzzing` only, and
//! is not part of the public API.

use ureq::http::header::HeaderMap;
use ureq::http::{HeaderName, HeaderValue, Method, Uri};
use zeroize::Zeroizing;

use crate::api::api_error;
use crate::api::retry::RetrySafety;
use crate::client::call_options::CallOptions;
use crate::client::error::Error;
use crate::connection::Connection;
use crate::connection::route::{self, ConnectionRoute};
use crate::http::RawResponse;
use crate::net::forward_proxy;
use crate::proxy::error_origin;
use crate::proxy::nango_failure::Asked;
use crate::proxy::url as proxy_url_of;
use crate::text::json;
use crate::text::secret::Wiped;
use crate::text::url::BaseUrl;
use crate::text::value::{Document, Outline, Value};

/// Reads the body of a response; or the JSON pointer that is wrong, and the expected value.
pub fn decode(body: &[u8]) -> Result<Connection, (String, &'static str)> {
    Connection::decode(Wiped::copy_of(body)).map_err(|error| (error.pointer, error.problem))
}

/// The one JSON value that `text` consists of, if it is not nested deeper than a response may be.
pub fn document(text: &str) -> Option<&str> {
    json::document(text).filter(|document| json::depth(document) <= Some(json::MAX_DEPTH))
}

/// The value that a JSON pointer names in a document.
pub fn find(document: &str, pointer: &str) -> Option<Zeroizing<String>> {
    let indexed = Document::read(document.as_bytes())?;
    indexed
        .find(pointer)
        .map(|value| Zeroizing::new(value.json().to_owned()))
}

/// Looks at a document that was indexed.
pub fn with_value<T>(document: &str, look: impl FnOnce(Value<'_>) -> T) -> Option<T> {
    Document::read(document.as_bytes()).map(|document| look(document.root()))
}

/// Whether the text of a page tells what its index does, with this key as that of the cursor, or both are refused.
pub fn has_one_outline(page: &[u8], key: &str) -> bool {
    let document = Document::read(page);
    let indexed = document
        .as_ref()
        .map(|document| Outline::of_value(document.root(), key));
    Outline::of(page, key) == indexed
}

/// The text of a JSON string.
pub fn string(raw: &str) -> Option<Zeroizing<String>> {
    json::string(raw).map(|text| Zeroizing::new(str::to_owned(&text)))
}

/// How a response other than a connection is classified.
pub struct Judged {
    /// The error of the call.
    pub error: Error,
    /// Whether the other route would be tried.
    pub route_is_gone: bool,
    /// Whether the route would be remembered.
    pub is_nangos: bool,
}

/// Classifies a response. Headers that HTTP does not allow are left out, as those of a server are rejected earlier.
pub fn classify(status: u16, headers: &[(&[u8], &[u8])], body: &[u8], may_rotate: bool) -> Judged {
    let safety = match may_rotate {
        true => RetrySafety::MayRotateCredentials,
        false => RetrySafety::Harmless,
    };
    let response = answer_of(status, headers, body);
    Judged {
        error: api_error::error_from_response(&response, safety),
        route_is_gone: api_error::route_is_gone(&response),
        is_nangos: api_error::is_nangos(&response),
    }
}

fn answer_of(status: u16, headers: &[(&[u8], &[u8])], body: &[u8]) -> RawResponse {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name), HeaderValue::from_bytes(value)) {
            map.append(name, value);
        }
    }
    RawResponse {
        status,
        headers: map,
        body: Wiped::copy_of(body),
        undecoded: None,
    }
}

/// The error that a response to a proxied request is, if it is Nango's own.
pub fn nango_error_in(status: u16, headers: &[(&[u8], &[u8])], body: &[u8], method: &str) -> Option<Error> {
    let response = answer_of(status, headers, body);
    let method = Method::from_bytes(method.as_bytes()).ok()?;
    let asked = Asked {
        method: &method,
        connection_id: "c",
        provider_config_key: "p",
        sent_json: true,
        body_size: 0,
        care: RetrySafety::ProxiedRead,
    };
    let most = error_origin::telling_length(status, &response.headers, &method)?;
    (body.len() <= most)
        .then(|| error_origin::nango_error_in(&response, &asked))
        .flatten()
}

/// Builds the URL of a proxied request with one parameter.
pub fn proxy_url(base_url: &str, endpoint: &str, parameter: (&str, &str)) -> Result<Built, Error> {
    let base_url = BaseUrl::parse(Some(base_url), false, true)?;
    proxy_url_of::url(&base_url, endpoint, std::iter::once(parameter)).map(|uri| built(&uri))
}

fn built(uri: &Uri) -> Built {
    Built {
        url: uri.to_string(),
        host: uri.host().unwrap_or_default().to_owned(),
        port: uri.port_u16(),
        path: uri.path().to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
    }
}

/// A built URL: the whole, its host as the transport sees it, and its path.
pub struct Built {
    /// The whole URL.
    pub url: String,
    /// The host that is connected to.
    pub host: String,
    /// The port, where the URL names one.
    pub port: Option<u16>,
    /// The path that is sent.
    pub path: String,
    /// The query that is sent.
    pub query: String,
}

/// Builds the URL of a connection, on the route `connections` or else `connection`.
pub fn connection_url(
    base_url: &str,
    allow_plaintext_http: bool,
    connections: bool,
    connection_id: &str,
    provider_config_key: &str,
    options: &CallOptions,
) -> Result<Built, Error> {
    let path = match connections {
        true => ConnectionRoute::Connections,
        false => ConnectionRoute::Connection,
    };
    let base_url = BaseUrl::parse(Some(base_url), allow_plaintext_http, true)?;
    let uri = route::url(&base_url, path, connection_id, provider_config_key, options)?;
    Ok(built(&uri))
}

/// The proxy that the environment names for a base URL, as `Debug` shows it.
pub fn proxy_from_environment(base_url: &str) -> Result<Option<String>, Error> {
    let base_url = BaseUrl::parse(Some(base_url), true, true)?;
    let proxy = forward_proxy::choose(None, true, &base_url, true)?;
    Ok(proxy.map(|proxy| format!("{proxy:?}")))
}
