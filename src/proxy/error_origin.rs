//! Who failed in a proxied call: the external API, whose answers are responses, or Nango, whose failures are errors.
//!
//! Nango passes on whatever the external API says, so that only the answer itself can tell. It is Nango's own if its status is
//! 400 or more, and
//!
//! 1. its body is JSON of Nango's shape: `{"error": {"code", ...}}` with no member that Nango does not know, a code of Nango's
//!    with the one status that it has there, and the words that go with it; or, with the status 500, `{"message", "code",
//!    "method"}` where Nango did not reach the external API. An `ETag`, if there is one, is the one that Nango's server makes:
//!    `W/"<length in hexadecimal>-<first 27 characters of the base64 of the SHA-1>"` of this very body. The external API's own
//!    passes through, and says that it is not Nango's. Nango's server signs an error of the external API too if that has no
//!    `ETag`, so that the signature alone proves nothing;
//! 2. or it has no body, no `ETag` and no `Content-Type`: the external API's answer broke off, or the request's head was too
//!    long. An empty error of the external API is signed by Nango;
//! 3. or it answers HEAD with the length and the signature of a body. Errors of the external API to HEAD come with the length 0.
//!
//! Anything else is a response: a doubtful case loses nothing there, while an error would hide what the external API said.
//! Measured with Nango 0.71: each rule is tested against the recorded exchanges.

use ureq::http::Method;
use ureq::http::header::{CONTENT_TYPE, ETAG, HeaderMap};

use crate::api::api_error;
use crate::client::error::Error;
use crate::http::RawResponse;
use crate::proxy::nango_failure::{self, Asked};
use crate::proxy::{body_type, nango_etag};
use crate::text::json::{self, Shape};

/// How long a failure of Nango's own is at most; what is longer is a response.
pub(crate) const MAX_BODY: usize = 64 * 1024;

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
    /// A path that only a proxied request has.
    ProxyPath,
    /// The signature, and a message that begins so.
    Says(&'static str),
    /// The signature, and exactly this message.
    SaysOnly(&'static str),
    /// The signature, and a message about the JSON that the request sent.
    SentJson,
    /// The signature, and findings about headers.
    Findings,
}

/// The codes that a Nango server may answer a proxied request with, each with its status. From its recorded answers and,
/// where there is none, from its source.
const CODES: &[(&str, u16, Mark)] = &[
    ("unknown_provider_config", 404, Mark::Alone),
    ("connection_refresh_backoff", 424, Mark::Alone),
    ("invalid_secret_key_format", 401, Mark::Alone),
    ("malformed_auth_header", 401, Mark::Alone),
    ("base_url_override_disabled", 400, Mark::Alone),
    ("base_url_override_not_allowed", 400, Mark::Alone),
    ("generic_error_support", 500, Mark::Alone),
    ("too_many_request", 429, Mark::ProxyPath),
    ("plan_limit", 402, Mark::Says("Your plan limits have been reached")),
    ("plan_limit", 402, Mark::Says("You have reached the maximum")),
    ("missing_api_url", 400, Mark::Signed),
    ("missing_provider", 400, Mark::Signed),
    ("unknown_provider", 400, Mark::Signed),
    ("unsupported_provider", 400, Mark::Signed),
    ("unsupported_auth", 400, Mark::Signed),
    ("failed_to_get_connection", 400, Mark::Signed),
    ("proxy_request_failed", 400, Mark::Signed),
    ("invalid_certificate_or_key_format", 400, Mark::Signed),
    ("missing_auth_header", 401, Mark::Says("Authentication failed.")),
    ("unknown_account", 401, Mark::Says("Authentication failed.")),
    ("forbidden", 403, Mark::Says("Insufficient scope.")),
    ("server_error", 400, Mark::SaysOnly(nango_failure::NO_CONNECTION)),
    ("server_error", 400, Mark::Says(nango_failure::NO_CREDENTIALS)),
    ("server_error", 424, Mark::Says(nango_failure::NO_CREDENTIALS)),
    // Nango takes the status from what went wrong in the refresh.
    ("server_error", 500, Mark::Says(nango_failure::NO_CREDENTIALS)),
    ("invalid_query_params", 400, Mark::Says("Can not set query params")),
    ("invalid_json", 400, Mark::SentJson),
    ("invalid_headers", 400, Mark::Findings),
];

/// How much of its body has to be looked at to see whose answer this is; `None` if its head says that it is a response.
pub(crate) fn telling_length(status: u16, headers: &HeaderMap, method: &Method) -> Option<usize> {
    match status >= 400 {
        false => None,
        true if is_bare(headers) => Some(0),
        true if *method == Method::HEAD => nango_etag::is_of_a_body(headers).then_some(0),
        true => may_be_an_error_of_nangos(headers).then_some(MAX_BODY),
    }
}

/// The error that an answer is, if it is Nango's own. `response` is one whose [`telling_length`] is known, with a body that is
/// no longer.
pub(crate) fn nango_error_in(response: &RawResponse, asked: &Asked) -> Option<Error> {
    if is_bare(&response.headers) {
        return response.body.is_empty().then(|| nango_failure::bare(response, asked));
    }
    if *asked.method == Method::HEAD {
        return Some(nango_failure::to_head(response, asked));
    }
    let is_signed = match response.headers.get(ETAG) {
        Some(tag) if tag.as_bytes() == nango_etag::of(&response.body).as_bytes() => true,
        Some(_) => return None,
        None => false,
    };
    let document = json::document(std::str::from_utf8(&response.body).ok()?)?;
    if is_signed && response.status == 500 && is_upstream_unreachable(document, asked.method) {
        return Some(nango_failure::unreached(response, document, asked));
    }
    matches_error_envelope(document, response.status, is_signed, asked).then(|| nango_failure::said(response, asked))
}

/// Whether a head announces JSON that Nango may have signed.
fn may_be_an_error_of_nangos(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(body_type::is_json)
        && headers.get(ETAG).is_none_or(|tag| tag.as_bytes().starts_with(b"W/\""))
}

/// Whether a head says neither what its body is nor that there is one.
fn is_bare(headers: &HeaderMap) -> bool {
    !headers.contains_key(ETAG) && !headers.contains_key(CONTENT_TYPE) && nango_etag::length(headers).unwrap_or(0) == 0
}

/// Whether this is what Nango says when it does not reach the external API: a code of Node's, such as ECONNREFUSED.
fn is_upstream_unreachable(document: &str, method: &Method) -> bool {
    let Some([Some(message), Some(code), Some(said)]) = json::members(document, &UNREACHED) else {
        return false;
    };
    let text = |raw| json::string(raw);
    json::has_only(document, &UNREACHED)
        && json::shape(message) == Shape::String
        && text(code).is_some_and(|code| api_error::is_system_code(&code))
        && text(said).is_some_and(|said| *said == *method.as_str().to_ascii_lowercase())
}

fn matches_error_envelope(document: &str, status: u16, is_signed: bool, asked: &Asked) -> bool {
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
    let holds = |mark: &Mark| match mark {
        Mark::Alone => true,
        Mark::Signed => is_signed,
        Mark::ProxyPath => path
            .and_then(json::string)
            .is_some_and(|path| path.starts_with("/proxy/")),
        Mark::Says(words) => is_signed && said.starts_with(words),
        Mark::SaysOnly(words) => is_signed && said == *words,
        Mark::SentJson => is_signed && asked.sent_json && said.contains("JSON"),
        Mark::Findings => is_signed && errors.is_some_and(|errors| !json::items(errors).is_empty()),
    };
    CODES
        .iter()
        .any(|(known, only, mark)| **known == *code && *only == status && holds(mark))
}
