//! What a failure of Nango's own in a proxied call means, and what to do about it.

use ureq::http::Method;
use ureq::http::header::ETAG;

use crate::api::api_error::{self, Said};
use crate::api::retry::RetrySafety;
use crate::client::error::Error;
use crate::client::error_kind::ErrorKind;
use crate::http::RawResponse;
use crate::proxy::nango_etag;
use crate::text::json;

/// What is known of the request that is answered.
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a Method,
    pub(crate) connection_id: &'a str,
    pub(crate) provider_config_key: &'a str,
    /// Whether Nango was told to parse its body as JSON.
    pub(crate) sent_json: bool,
    /// How many bytes of its body were sent, or announced.
    pub(crate) body_size: u64,
    pub(crate) care: RetrySafety,
}

/// What Nango says when it has no such connection, and nothing after it.
pub(crate) const NO_CONNECTION: &str = "Failed to get connection";
/// What Nango's words begin with when it cannot refresh the credentials of a connection.
pub(crate) const NO_CREDENTIALS: &str = "Failed to get connection credentials";

/// Bodies of Nango's that are always the same, with what they say. Their `ETag` tells them when they do not come, as with HEAD.
const FIXED: [(&str, Said); 2] = [
    (
        r#"{"error":{"code":"server_error","message":"Failed to get connection"}}"#,
        Said {
            code: Some("server_error"),
            message: Some(NO_CONNECTION),
        },
    ),
    (
        r#"{"error":{"code":"server_error","message":"Failed to get connection credentials: 'The refresh limit has been reached for this connection.'"}}"#,
        Said {
            code: Some("server_error"),
            message: Some(
                "Failed to get connection credentials: 'The refresh limit has been reached for this connection.'",
            ),
        },
    ),
];

/// The error of an answer with a body in Nango's shape.
pub(crate) fn said(response: &RawResponse, asked: &Asked) -> Error {
    if let Some(error) = api_error::body_too_large(response, asked.body_size) {
        return error;
    }
    let error = api_error::error_from_response(response, asked.care);
    let said = Said {
        code: error.code(),
        message: error.server_message(),
    };
    in_terms_of_the_proxy(response, said, asked).unwrap_or(error)
}

/// The error of an answer to HEAD, whose body did not come.
pub(crate) fn to_head(response: &RawResponse, asked: &Asked) -> Error {
    let tag = response.headers.get(ETAG).map(|tag| tag.as_bytes());
    let known = FIXED
        .iter()
        .find(|(body, _)| tag == Some(nango_etag::of(body.as_bytes()).as_bytes()));
    if let Some(error) = known.and_then(|(_, said)| in_terms_of_the_proxy(response, *said, asked)) {
        return error;
    }
    let status = response.status;
    let kind = match status {
        404 => ErrorKind::UnknownIntegration,
        424 => ErrorKind::RefreshFailed,
        401 | 403 | 429 | 500.. => return api_error::error_from_response(response, asked.care),
        _ => ErrorKind::Api,
    };
    if kind != ErrorKind::Api {
        return api_error::error_of_kind(response, kind, Said::default(), asked.care);
    }
    let message = format!(
        "Nango rejected the request ({status}), and an answer to HEAD does not say why: check connection_id, \
         provider_config_key and base_url_override, or send a GET to see the reason"
    );
    api_error::error_with(response, kind, Said::default(), false, &message)
}

/// The error of an answer that has neither a body nor what tells of one.
pub(crate) fn bare(response: &RawResponse, asked: &Asked) -> Error {
    if response.status == 413 {
        let message =
            "a server in front of Nango rejected the request's body as too large (413): send less in one request";
        return api_error::error_with(response, ErrorKind::TooLarge, Said::default(), false, message);
    }
    if response.status != 500 {
        return api_error::error_from_response(response, asked.care);
    }
    let retryable = asked.care.is_harmless();
    let advice = match retryable {
        true => "try again later, and if it keeps failing, check what the external API sends",
        false => "the request may have been carried out: check the external API before you repeat it",
    };
    let message = format!(
        "Nango could not pass on the external API's response (500): it broke off, or its compression is damaged; {advice}"
    );
    api_error::error_with(response, ErrorKind::Server, Said::default(), retryable, &message)
}

/// The error of a proxied call whose external API Nango did not reach, as `document` says.
pub(crate) fn unreached(response: &RawResponse, document: &str, asked: &Asked) -> Error {
    let [message, code] = json::members(document, &["message", "code"]).unwrap_or_default();
    let (message, code) = (message.and_then(json::string), code.and_then(json::string));
    let code = code.as_deref().filter(|code| api_error::is_system_code(code));
    let said = Said {
        code,
        message: message.as_deref(),
    };
    let text = format!(
        "Nango did not reach the external API ({} {}): check endpoint and base_url_override, or try again later",
        response.status,
        code.unwrap_or_default()
    );
    api_error::error_with(response, ErrorKind::Server, said, asked.care.is_harmless(), &text)
}

/// What a code means that other calls do not have, or have with another meaning.
fn in_terms_of_the_proxy(response: &RawResponse, said: Said, asked: &Asked) -> Option<Error> {
    let status = response.status;
    let words = said.message.unwrap_or_default();
    let of_kind = |kind, text: &str| Some(api_error::error_with(response, kind, said, false, text));
    match said.code? {
        "server_error" | "failed_to_get_connection" if words.starts_with(NO_CREDENTIALS) => Some(
            api_error::error_of_kind(response, ErrorKind::RefreshFailed, said, asked.care),
        ),
        "server_error" if words == NO_CONNECTION => of_kind(
            ErrorKind::NotFound,
            &format!(
                "Nango has no connection {:?} of the integration {:?} in this environment ({status}): check connection_id and \
                 provider_config_key, whether they are in this order, and that secret_key is of the right environment; if \
                 all are right, have the customer connect again",
                asked.connection_id, asked.provider_config_key
            ),
        ),
        "base_url_override_disabled" => of_kind(
            ErrorKind::Api,
            &format!(
                "this Nango server sends no request to another base URL ({status}): leave base_url_override out, or have its \
                 operator allow it"
            ),
        ),
        "base_url_override_not_allowed" => of_kind(
            ErrorKind::Api,
            &format!(
                "Nango does not send requests to this URL ({status}): check that base_url_override, or the URL that the \
                 external API redirects to, begins with http:// or https:// and has a host that resolves to a public \
                 address which this Nango server allows"
            ),
        ),
        _ => None,
    }
}
