//! Who failed in a proxied call: the external API, whose answers are responses, or Nango, whose failures are errors.
//!
//! Nango passes on whatever the external API says, so that only the answer itself can tell. It is Nango's own if
//!
//! 1. its status is 400 or more and its body is JSON of Nango's shape: `{"error": {"code", ...}}` with no member that Nango
//!    does not know, or, from 500 on, `{"message", "code", "method"}` where Nango did not reach the external API;
//! 2. its `ETag`, if there is one, is the one that Nango's server makes: `W/"<length in hexadecimal>-<first 27 characters of
//!    the base64 of the SHA-1>"` of this very body. The external API's own passes through, and says that it is not Nango's;
//! 3. its code is one that nobody but Nango has, or there is an `ETag` and it is a code of Nango's with words of Nango's:
//!    Nango's server signs an error of the external API too if that has no `ETag` of its own, and others say `forbidden` as
//!    well.
//!
//! Anything else is a response: a doubtful case loses nothing there, while an error would hide what the external API said.
//! Measured with Nango 0.71: each rule is tested against the recorded exchanges.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use ureq::http::header::{CONTENT_TYPE, ETAG, HeaderMap};

use crate::api::api_error;
use crate::api::retry::RetrySafety;
use crate::client::error::Error;
use crate::http::RawResponse;
use crate::text::json::{self, Shape};

/// How long a failure of Nango's own is at most; what is longer is a response.
pub(crate) const MAX_BODY: usize = 64 * 1024;
/// What Nango's `ETag` shows of the SHA-1 in base64.
const SHOWN: usize = 27;

/// What the members of Nango's error may be.
const MEMBERS: [&str; 6] = ["code", "message", "errors", "payload", "method", "path"];
/// Those of a failure to reach the external API.
const UNREACHED: [&str; 3] = ["message", "code", "method"];

/// What tells a code of Nango's from somebody else's.
enum Mark {
    /// Nobody else has it.
    Alone,
    /// The signature is enough.
    Signed,
    /// The signature, or a path that only a proxied request has.
    ProxyCall,
    /// The signature, and a message that begins so.
    Says(&'static str),
    /// The signature, and a message that has this in it.
    Mentions(&'static str),
    /// The signature, and findings about headers.
    Findings,
}

/// The codes that a Nango server may answer a proxied request with. From its recorded answers and, where there is none,
/// from its source.
const CODES: &[(&str, Mark)] = &[
    ("unknown_provider_config", Mark::Alone),
    ("connection_refresh_backoff", Mark::Alone),
    ("invalid_secret_key_format", Mark::Alone),
    ("malformed_auth_header", Mark::Alone),
    ("base_url_override_disabled", Mark::Alone),
    ("base_url_override_not_allowed", Mark::Alone),
    ("generic_error_support", Mark::Alone),
    ("too_many_request", Mark::ProxyCall),
    ("plan_limit", Mark::Signed),
    ("missing_api_url", Mark::Signed),
    ("missing_provider", Mark::Signed),
    ("unknown_provider", Mark::Signed),
    ("unsupported_provider", Mark::Signed),
    ("unsupported_auth", Mark::Signed),
    ("failed_to_get_connection", Mark::Signed),
    ("proxy_request_failed", Mark::Signed),
    ("missing_auth_header", Mark::Says("Authentication failed.")),
    ("unknown_account", Mark::Says("Authentication failed.")),
    ("forbidden", Mark::Says("Insufficient scope.")),
    ("server_error", Mark::Says("Failed to get connection")),
    ("invalid_query_params", Mark::Says("Can not set query params")),
    ("invalid_json", Mark::Mentions("JSON")),
    ("invalid_headers", Mark::Findings),
];

/// Whether an answer with this head may be a failure of Nango's own, so that its body has to be looked at.
pub(crate) fn is_suspect(status: u16, headers: &HeaderMap) -> bool {
    const JSON: &[u8] = b"application/json";
    let is_json = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.as_bytes().split(|&byte| byte == b';').next())
        .is_some_and(|essence| essence.trim_ascii().eq_ignore_ascii_case(JSON));
    let may_be_signed = headers.get(ETAG).is_none_or(|tag| tag.as_bytes().starts_with(b"W/\""));
    status >= 400 && is_json && may_be_signed
}

/// The error that an answer is, if it is Nango's own. `method` is that of the request.
pub(crate) fn nango_error_in(response: &RawResponse, method: &str, care: RetrySafety) -> Option<Error> {
    let is_signed = match response.headers.get(ETAG) {
        Some(tag) if tag.as_bytes() == signature(&response.body).as_bytes() => true,
        Some(_) => return None,
        None => false,
    };
    let document = json::document(std::str::from_utf8(&response.body).ok()?)?;
    if is_signed && response.status >= 500 && is_upstream_unreachable(document, method) {
        return Some(api_error::unreached(response, document, care));
    }
    matches_error_envelope(document, is_signed).then(|| api_error::error_from_response(response, care))
}

/// The `ETag` that Nango's server makes.
fn signature(body: &[u8]) -> String {
    let hash = STANDARD.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, body));
    format!("W/\"{:x}-{}\"", body.len(), &hash[..SHOWN.min(hash.len())])
}

/// Whether this is what Nango says when it does not reach the external API: a code of Node's, such as ECONNREFUSED.
fn is_upstream_unreachable(document: &str, method: &str) -> bool {
    let Some([Some(message), Some(code), Some(said)]) = json::members(document, &UNREACHED) else {
        return false;
    };
    let text = |raw| json::string(raw);
    json::has_only(document, &UNREACHED)
        && json::shape(message) == Shape::String
        && text(code).is_some_and(|code| api_error::is_system_code(&code))
        && text(said).is_some_and(|said| said.eq_ignore_ascii_case(method))
}

fn matches_error_envelope(document: &str, is_signed: bool) -> bool {
    let Some(error) = json::member(document, "error").filter(|_| json::has_only(document, &["error"])) else {
        return false;
    };
    let Some([code, message, errors, path]) = json::members(error, &["code", "message", "errors", "path"]) else {
        return false;
    };
    if !json::has_only(error, &MEMBERS) {
        return false;
    }
    let Some(code) = code.and_then(json::string) else {
        return false;
    };
    let said = message.and_then(json::string);
    let said = said.as_deref().unwrap_or_default();
    let Some((_, mark)) = CODES.iter().find(|(known, _)| **known == *code) else {
        return false;
    };
    match mark {
        Mark::Alone => true,
        Mark::Signed => is_signed,
        Mark::ProxyCall => {
            is_signed
                || path
                    .and_then(json::string)
                    .is_some_and(|path| path.starts_with("/proxy/"))
        }
        Mark::Says(words) => is_signed && said.starts_with(words),
        Mark::Mentions(words) => is_signed && said.contains(words),
        Mark::Findings => is_signed && errors.is_some_and(|errors| !json::items(errors).is_empty()),
    }
}
