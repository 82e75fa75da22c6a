//! Which connections a call of Nango's API changes, so that the client's cache must not return them as they were.

use percent_encoding::percent_decode_str;
use ureq::http::Method;

use crate::api::retry::FailedAttempt;
use crate::client::error_kind::ErrorKind;
use crate::client::state::ClientState;
use crate::proxy::body::Content;
use crate::text::json;

/// The connections that a call changes.
pub(crate) struct Change {
    /// `None` for all of the integration.
    connection_ids: Option<Vec<String>>,
    /// `None` if the call does not name it where it is looked for: then the ids count under every integration.
    provider_config_key: Option<String>,
}

/// What the cache may not be able to learn: the ids are in a body that cannot be read here.
const UNKNOWN: Change = Change {
    connection_ids: None,
    provider_config_key: None,
};

impl Change {
    /// What a request changes, if anything, that is more than a read. `target` is what follows the base URL: path and query,
    /// encoded.
    pub(crate) fn of(method: &Method, target: &str, body: &Content) -> Option<Change> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let parameter = |name: &str| {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let mut named = pairs.filter(|(known, _)| *known == name);
            named.next().map(|(_, value)| decoded(&value.replace('+', " ")))
        };
        // Nango's router takes capitals and a slash at the end.
        let segments: Vec<String> = path.trim_matches('/').split('/').map(decoded).collect();
        let (first, rest) = segments.split_first()?;
        let is_metadata = |segment: &str| segment.eq_ignore_ascii_case("metadata") && *method != Method::DELETE;
        match (first.to_ascii_lowercase().as_str(), rest) {
            ("connection" | "connections", []) => named_in(body, true),
            ("connection" | "connections", [metadata]) if is_metadata(metadata) => named_in(body, true),
            // `/connection/{id}/metadata` has the integration in a header.
            ("connection" | "connections", [id, ..]) => Some(Change {
                connection_ids: Some(vec![id.clone()]),
                provider_config_key: parameter("provider_config_key"),
            }),
            // `/config` is what old servers have for `/integrations`.
            ("config", []) => named_in(body, false),
            ("config" | "integrations", [key]) => Some(Change {
                connection_ids: None,
                provider_config_key: Some(key.clone()),
            }),
            _ => None,
        }
    }
}

/// What a body of JSON names: connections, or else an integration. An import without an id gets a new one from Nango,
/// which no cache can have.
fn named_in(body: &Content, connections: bool) -> Option<Change> {
    let bytes = match body {
        Content::None => return None,
        Content::Reader { .. } => return Some(UNKNOWN),
        Content::Bytes(bytes) => bytes,
    };
    let document = std::str::from_utf8(bytes).ok().and_then(json::document);
    let Some([id, key]) =
        document.and_then(|document| json::members(document, &["connection_id", "provider_config_key"]))
    else {
        return Some(UNKNOWN);
    };
    let text = |raw: &str| json::string(raw).map(|text| text.to_string());
    let ids = |raw: &str| match text(raw) {
        Some(id) => vec![id],
        None => json::items(raw).into_iter().filter_map(text).collect(),
    };
    Some(Change {
        connection_ids: connections.then(|| id.map(ids).unwrap_or_default()),
        provider_config_key: key.and_then(text),
    })
}

#[inline(never)]
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The change of one call, which the cache learns of when the call ends: also one that ends by a panic.
pub(crate) struct Invalidation<'a> {
    pub(crate) client: &'a ClientState,
    pub(crate) change: Option<Change>,
    pub(crate) may_be_done: bool,
}

impl Invalidation<'_> {
    /// Makes an attempt, and notes whether it may have changed something.
    pub(crate) fn around<T>(&mut self, attempt: impl FnOnce() -> Result<T, FailedAttempt>) -> Result<T, FailedAttempt> {
        let before = self.may_be_done;
        self.may_be_done = true;
        let result = attempt();
        self.may_be_done = before || result.as_ref().map_or_else(may_be_done, |_| true);
        result
    }
}

impl Drop for Invalidation<'_> {
    fn drop(&mut self) {
        let (Some(change), true, Some(cache)) = (&self.change, self.may_be_done, &self.client.live().cache) else {
            return;
        };
        let key = change.provider_config_key.as_deref();
        match &change.connection_ids {
            Some(ids) => ids.iter().for_each(|id| cache.invalidate(Some(id), key)),
            None => cache.invalidate(None, key),
        }
    }
}

/// Whether a failed attempt may have changed something, or shows that the cache is wrong: not if Nango rejected it.
fn may_be_done(failed: &FailedAttempt) -> bool {
    let is_rejected = match failed.error.kind() {
        ErrorKind::Unauthorized | ErrorKind::Forbidden | ErrorKind::RateLimited => true,
        ErrorKind::Api => failed.error.http_status() != 408,
        _ => false,
    };
    failed.sent && !is_rejected
}
