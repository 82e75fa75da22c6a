//! What a response means: a connection, or which error. The rules are a table in the documentation of the error kinds.

use std::time::{Duration, UNIX_EPOCH};

use ureq::http::header::{CONTENT_TYPE, DATE, HeaderMap, RETRY_AFTER};
use zeroize::Zeroizing;

use crate::api::retry::{RetrySafety, is_failed_action};
use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::http::RawResponse;
use crate::text::json::{self, Shape, Unescaped};

/// The maximum length of an error's body that is kept.
const MAX_KEPT_BODY: usize = 64 * 1024;
/// The largest body that a Nango server takes unless its operator says otherwise: 75 MiB.
const MAX_REQUEST_BODY: u64 = 78_643_200;
/// What Nango says of a missing connection where the code does not: the status of syncs, a session to reconnect.
const NO_CONNECTION: [&str; 2] = ["Connection not found", "ConnectionID or IntegrationId does not exists"];
/// What Nango says when it will not try to refresh any more.
const GAVE_UP: &str = "refresh limit has been reached";

/// Nango's own error, of today's shape or an older one.
struct NangoError<'a> {
    code: Option<Unescaped<'a>>,
    message: Option<Unescaped<'a>>,
}

/// Whether the route itself is missing on the server, for any connection.
pub(crate) fn route_is_gone(response: &RawResponse) -> bool {
    match response.status {
        200 => is_html(response),
        404 | 405 | 410 => nango_error(&response.body).is_none(),
        _ => false,
    }
}

/// Whether the response has a shape that only Nango gives, so that the route can be remembered.
pub(crate) fn is_nangos(response: &RawResponse) -> bool {
    match response.status {
        200 => !is_html(response),
        _ => nango_error(&response.body).is_some(),
    }
}

/// Whether a head says that its body is a web page.
pub(crate) fn is_declared_html(headers: &HeaderMap) -> bool {
    const HTML: &[u8] = b"text/html";
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.as_bytes().trim_ascii_start().get(..HTML.len()))
        .is_some_and(|value| value.eq_ignore_ascii_case(HTML))
}

/// Whether the body is a web page.
pub(crate) fn is_html(response: &RawResponse) -> bool {
    let declared = is_declared_html(&response.headers);
    declared || without_mark(&response.body).trim_ascii_start().starts_with(b"<")
}

/// The subject of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// One connection, so a 404 is about that.
    Connection,
    /// Anything else: a 404 does not mean that a connection is missing.
    Other,
}

/// The error that a response other than a connection means.
pub(crate) fn error_from_response(response: &RawResponse, care: RetrySafety) -> Error {
    error_of_call(response, care, Subject::Connection)
}

/// The error that a response means to a call about `subject`.
pub(crate) fn error_of_call(response: &RawResponse, care: RetrySafety, subject: Subject) -> Error {
    let nango = nango_error(&response.body);
    let said = Said {
        code: nango.as_ref().and_then(|error| error.code.as_deref()),
        message: nango.as_ref().and_then(|error| error.message.as_deref()),
    };
    let kind = kind(response, nango.is_some(), said, subject);
    error_of_kind(response, kind, said, care)
}

/// What Nango said of a failure.
#[derive(Clone, Copy, Default)]
pub(crate) struct Said<'a> {
    pub(crate) code: Option<&'a str>,
    pub(crate) message: Option<&'a str>,
}

/// The error of a kind that is known, with the advice that belongs to it.
pub(crate) fn error_of_kind(response: &RawResponse, kind: ErrorKind, said: Said, care: RetrySafety) -> Error {
    let retryable = match kind {
        ErrorKind::RefreshFailed => !said.message.is_some_and(|message| message.contains(GAVE_UP)),
        ErrorKind::RateLimited => true,
        ErrorKind::Server => care.is_harmless() && !is_failed_action(said.code),
        ErrorKind::Api => response.status == 408 && care.is_harmless(),
        _ => false,
    };
    let gave_up = kind == ErrorKind::RefreshFailed && !retryable;
    let advice = advice(kind, response, said, gave_up);
    error_with(response, kind, said, retryable, &advice)
}

/// An error with a message of the caller's, and all that the response holds.
pub(crate) fn error_with(response: &RawResponse, kind: ErrorKind, said: Said, retryable: bool, message: &str) -> Error {
    let body = kept_body(&response.body);
    let with_problem = response
        .undecoded
        .as_ref()
        .map(|problem| format!("{message}; {problem}"));
    let message = with_problem.as_deref().unwrap_or(message);
    Error::from(ErrorParts {
        http_status: response.status,
        code: said.code,
        server_message: said.message,
        body: Some(&body),
        request_id: request_id(&response.headers),
        retry_after: retry_after(response.status, &response.headers),
        retryable,
        ..ErrorParts::new(kind, message)
    })
}

/// The error of a request whose body, of which `size` bytes were sent or announced, is larger than Nango takes by default.
/// Nango itself only says that it failed.
pub(crate) fn body_too_large(response: &RawResponse, size: u64) -> Option<Error> {
    if response.status != 500 || size <= MAX_REQUEST_BODY {
        return None;
    }
    let error = nango_error(&response.body)?;
    let said = Said {
        code: error.code.as_deref(),
        message: error.message.as_deref(),
    };
    let message = format!(
        "Nango rejected the request's body as too large (500): it accepts {MAX_REQUEST_BODY} bytes (75 MiB) by default; send \
         less in one request, or raise NANGO_SERVER_PUBLIC_BODY_LIMIT of a server of your own"
    );
    (said.code == Some("generic_error_support"))
        .then(|| error_with(response, ErrorKind::TooLarge, said, false, &message))
}

/// Whether a code is one of the system's or of Node's, such as ECONNREFUSED or HPE_INVALID_CONSTANT.
pub(crate) fn is_system_code(code: &str) -> bool {
    (2..=64).contains(&code.len())
        && code.starts_with(|first: char| first.is_ascii_uppercase())
        && code
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

fn kind(response: &RawResponse, is_nangos: bool, said: Said, subject: Subject) -> ErrorKind {
    match (response.status, said.code) {
        (_, Some("invalid_credentials" | "connection_refresh_backoff")) => ErrorKind::RefreshFailed,
        (_, Some("unknown_provider_config")) => ErrorKind::UnknownIntegration,
        (400..500, Some("unknown_connection")) => ErrorKind::NotFound,
        (404, Some("connection_not_found")) => ErrorKind::NotFound,
        (400, Some("invalid_body")) if said.message.is_some_and(|message| NO_CONNECTION.contains(&message)) => {
            ErrorKind::NotFound
        }
        // Elsewhere a pending result, for example, gives a 404.
        (404, Some("not_found")) if subject == Subject::Connection => ErrorKind::NotFound,
        (401, Some("malformed_auth_header")) => ErrorKind::Server,
        (429, _) => ErrorKind::RateLimited,
        (500..600, _) => ErrorKind::Server,
        (401 | 403, _) if is_html(response) => ErrorKind::NotNango,
        (401, _) => ErrorKind::Unauthorized,
        (403, _) => ErrorKind::Forbidden,
        (408 | 431, _) => ErrorKind::Api,
        (400..500, _) if is_nangos => ErrorKind::Api,
        _ => ErrorKind::NotNango,
    }
}

/// What happened and what to do about it, in the library's own words.
fn advice(kind: ErrorKind, response: &RawResponse, said: Said, gave_up: bool) -> String {
    let status = response.status;
    match kind {
        ErrorKind::Unauthorized => "Nango does not accept the secret key (401): check secret_key against the \
                                    environment's keys in Nango's settings"
            .to_owned(),
        ErrorKind::Forbidden => match said.message.and_then(scopes) {
            Some(scopes) => format!(
                "the secret key is not allowed to do this (403): in Nango's settings, give it the scope {scopes}"
            ),
            None => {
                "the secret key is not allowed to do this (403): give it the scope that server_message names".to_owned()
            }
        },
        ErrorKind::NotFound => format!(
            "Nango has no such connection in this environment ({status}): check connection_id and provider_config_key, whether they \
             are in this order, and that secret_key is of the right environment; if all are right, have the customer connect again"
        ),
        ErrorKind::RefreshFailed if gave_up => {
            format!("Nango has given up refreshing these credentials ({status}): have the customer connect again")
        }
        ErrorKind::RefreshFailed => format!(
            "Nango could not refresh the credentials ({status}): try again after 30 seconds; if it keeps failing, have \
             the customer connect again"
        ),
        ErrorKind::RateLimited => match retry_after(status, &response.headers) {
            Some(wait) => format!(
                "Nango's rate limit is reached (429): wait {} s (retry_after), and call less often",
                wait.as_secs()
            ),
            None => "Nango's rate limit is reached (429): wait a minute, and call less often".to_owned(),
        },
        ErrorKind::UnknownIntegration => format!(
            "Nango has no such integration ({status}): check provider_config_key, that it comes after connection_id, and \
             that secret_key belongs to the same environment"
        ),
        ErrorKind::Server if is_failed_action(said.code) => {
            format!("the action failed ({status}): see code, server_message and body, and the action's log in Nango")
        }
        ErrorKind::Server => format!("Nango or a server in front of it failed ({status}): try again later"),
        ErrorKind::Api if status == 431 => {
            "Nango rejected the request as too long (431): pass shorter ids and headers".to_owned()
        }
        ErrorKind::Api if status == 408 => "the server did not receive the request in time (408): try again".to_owned(),
        ErrorKind::Api => match said.code {
            Some(code) => match findings(&response.body) {
                Some(findings) => {
                    format!("Nango rejected the request ({status} {code}): {findings}; see server_message")
                }
                None => format!("Nango rejected the request ({status} {code}): see server_message"),
            },
            None => format!("Nango rejected the request ({status}): see server_message"),
        },
        _ => not_nango(status),
    }
}

fn not_nango(status: u16) -> String {
    let what = match status {
        200..300 => format!("a web page ({status})"),
        300..400 => format!("a redirect ({status}), which is not followed because the secret key would travel with it"),
        _ => format!("a response that Nango does not give ({status})"),
    };
    format!("the server replied with {what}: check base_url")
}

/// The JSON document that a body is, with or without a byte order mark.
fn document(body: &[u8]) -> Option<&str> {
    json::document(std::str::from_utf8(without_mark(body)).ok()?)
}

fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body)
}

/// Reads Nango's error out of a body; `None` if the body is not of Nango's shape.
fn nango_error(body: &[u8]) -> Option<NangoError<'_>> {
    let document = document(body)?;
    let error = json::member(document, "error")?;
    match json::shape(error) {
        Shape::String => Some(NangoError {
            code: json::member(document, "type").and_then(code),
            message: json::string(error),
        }),
        Shape::Object => {
            let [code_text, message, errors] = json::members(error, &["code", "message", "errors"])?;
            let is_string = |raw: Option<&str>| raw.is_some_and(|raw| json::shape(raw) == Shape::String);
            (is_string(code_text) || is_string(message)).then(|| NangoError {
                code: code_text.and_then(code),
                message: message
                    .and_then(json::string)
                    .or_else(|| errors.and_then(joined_messages)),
            })
        }
        _ => None,
    }
}

/// A code, if it is made as Nango's are: `[a-z0-9_]`, at most 64 of them.
fn code(raw: &str) -> Option<Unescaped<'_>> {
    json::string(raw).filter(|code| {
        (1..=64).contains(&code.len())
            && code
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    })
}

/// The validation errors, separated.
fn joined_messages(errors: &str) -> Option<Unescaped<'static>> {
    let messages: Vec<Unescaped> = json::items(errors)
        .into_iter()
        .filter_map(|item| json::member(item, "message").and_then(json::string))
        .collect();
    let texts: Vec<&str> = messages.iter().map(|message| &**message).collect();
    (!texts.is_empty()).then(|| Unescaped::Copied(Zeroizing::new(texts.join("; "))))
}

/// The scopes that a message names, which is all of it that is safe to repeat.
fn scopes(message: &str) -> Option<String> {
    let is_scope = |word: &&str| {
        word.starts_with("environment:")
            && word.len() <= 64
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || matches!(b, b':' | b'_' | b'*'))
    };
    let words = message
        .split_ascii_whitespace()
        .map(|word| word.trim_end_matches([',', '.']));
    let scopes: Vec<&str> = words.filter(is_scope).collect();
    (!scopes.is_empty()).then(|| scopes.join(" or "))
}

/// Which parameters Nango finds wrong, and how: of its findings only names and codes, which hold no data.
fn findings(body: &[u8]) -> Option<String> {
    let document = document(body)?;
    let errors = json::member(json::member(document, "error")?, "errors")?;
    let texts: Vec<String> = json::items(errors)
        .into_iter()
        .take(4)
        .filter_map(|item| {
            let steps = json::items(json::member(item, "path")?).into_iter();
            let path: Option<Vec<_>> = steps.map(|step| name(step).or_else(|| index(step))).collect();
            let code = json::member(item, "code").and_then(name)?;
            Some(match path?.join(".") {
                path if path.is_empty() => code,
                path => format!("{path}: {code}"),
            })
        })
        .collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

/// The name of a parameter or a finding. Digits are in ids and tokens, not in those.
fn name(raw: &str) -> Option<String> {
    let text = json::string(raw)?;
    let is_name = (1..=48).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'-'));
    is_name.then(|| text.to_string())
}

/// Where in a list a finding is.
fn index(raw: &str) -> Option<String> {
    ((1..=3).contains(&raw.len()) && is_number(raw)).then(|| raw.to_owned())
}

/// The id that Nango, or a gateway in front of it, gave to the request. It is printed and logged, so it has the shape of an
/// id: no spaces, quotes or brackets that could stand for anything else.
fn request_id(headers: &HeaderMap) -> Option<&str> {
    let is_of_id = |b: u8| b.is_ascii_alphanumeric() || b"-_.:/+=".contains(&b);
    let id = headers.get("x-request-id")?.to_str().ok()?.trim();
    ((1..=128).contains(&id.len()) && id.bytes().all(is_of_id)).then_some(id)
}

/// The body as text that C can hold, cut at a character.
fn kept_body(body: &[u8]) -> Zeroizing<String> {
    let text = Zeroizing::new(String::from_utf8_lossy(body).into_owned());
    let mut kept = Zeroizing::new(text.replace('\0', "\u{fffd}"));
    let mut end = kept.len().min(MAX_KEPT_BODY);
    while !kept.is_char_boundary(end) {
        end -= 1;
    }
    kept.truncate(end);
    kept
}

/// How long to wait before the next try: `Retry-After`, or on a 429 without it the time until the window's end. Moments
/// are measured from the response's own date, since this machine's clock may differ from the server's.
fn retry_after(status: u16, headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let until = |seconds: i64| {
        let now = text(DATE.as_str()).and_then(http_date)?;
        Some(Duration::from_secs(
            u64::try_from(seconds.saturating_sub(now)).unwrap_or(0),
        ))
    };
    let requested = text(RETRY_AFTER.as_str()).and_then(|value| match value.parse::<u64>() {
        parsed if is_number(value) => Some(Duration::from_secs(parsed.unwrap_or(u64::MAX))),
        _ => http_date(value).and_then(until),
    });
    let window = || {
        let reset: u64 = text("x-ratelimit-reset")?.parse().ok()?;
        until(i64::try_from(reset).ok()?)
    };
    requested.or_else(|| (status == 429).then(window).flatten())
}

/// Digits and nothing else; more of them than fit mean the largest number.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// An HTTP date, in any of its three forms, as seconds since 1970. One before 1970 is as good as 1970.
fn http_date(text: &str) -> Option<i64> {
    let date = httpdate::parse_http_date(text).ok()?;
    let since_1970 = date.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since_1970.as_secs()).ok()
}
