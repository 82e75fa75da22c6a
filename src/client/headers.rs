//! The headers of every request: the secret key, the user agent, and those that the program adds.

use bytes::Bytes;
use ureq::http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, HOST, HeaderMap, HeaderValue, USER_AGENT};
use zeroize::Zeroizing;

use crate::client::error::Error;
use crate::client::options::ClientOptions;
use crate::http;
use crate::text::invalid::{IN_QUOTES, is_quoted};
use crate::text::url::BaseUrl;

/// Headers that the library sets itself.
const OWN_HEADERS: [&str; 6] = [
    "accept",
    "accept-encoding",
    "authorization",
    "content-encoding",
    "content-type",
    "user-agent",
];

/// The headers that go with every request of a client with these settings, including those that ureq would build each
/// time.
pub(crate) fn of(options: &ClientOptions, base_url: &BaseUrl) -> Result<HeaderMap, Error> {
    let authorization = authorization(options.secret_key.as_deref().map(String::as_str), options.reads_env())?;
    let user_agent = user_agent(options.user_agent.as_deref())?;
    let mut headers = HeaderMap::new();
    for (name, value) in &options.headers {
        let (name, value) = added_header(name, value)?;
        headers.append(name, value);
    }
    headers.insert(AUTHORIZATION, authorization);
    headers.insert(USER_AGENT, user_agent);
    headers.insert(ACCEPT, HeaderValue::from_static("*/*"));
    // Without it, any coding is acceptable (RFC 9110, section 12.5.3).
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    // A host that HTTP does not allow in a header is left to ureq, which rejects it.
    if let Ok(host) = HeaderValue::from_str(&base_url.host_header()) {
        headers.insert(HOST, host);
    }
    Ok(headers)
}

/// The `Authorization` header. No message contains any part of the key.
fn authorization(secret_key: Option<&str>, reads_env: bool) -> Result<HeaderValue, Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("secret_key {problem}")));
    let key = match secret_key {
        None if reads_env => {
            return refuse("is missing: pass it, or set the environment variable NANGO_SECRET_KEY or NANGO_API_KEY");
        }
        None => return refuse("is missing: pass it, since this client does not read the environment"),
        Some("") => return refuse("is empty: copy it from the environment's settings in Nango"),
        Some(key) => key,
    };
    if key.ends_with(['\n', '\r']) {
        return refuse("ends with a newline: remove it");
    }
    if is_quoted(key) {
        return refuse(IN_QUOTES);
    }
    if !key.bytes().all(|b| b.is_ascii_graphic()) {
        return refuse(
            "contains a space, a control character or a non-ASCII character: copy it from the environment's settings in \
             Nango",
        );
    }
    // Shared, not copied, by every request, and wiped with the last of them.
    let value = Bytes::from_owner(Zeroizing::new(format!("Bearer {key}").into_bytes()));
    match HeaderValue::from_maybe_shared(value) {
        Ok(mut value) => {
            value.set_sensitive(true);
            Ok(value)
        }
        Err(_) => refuse("cannot be sent in a header: copy it from the environment's settings in Nango"),
    }
}

fn user_agent(product: Option<&str>) -> Result<HeaderValue, Error> {
    let own = concat!("libnango/", env!("CARGO_PKG_VERSION"));
    let text = match product {
        None | Some("") => own.to_owned(),
        Some(product) => format!("{product} {own}"),
    };
    let printable = text.bytes().all(|b| (b' '..=b'~').contains(&b));
    HeaderValue::from_str(&text).ok().filter(|_| printable).ok_or_else(|| {
        Error::invalid_argument(
            "user_agent contains something other than printable ASCII: pass a product such as my-app/1.0",
        )
    })
}

/// A header that a program adds to one request, or to all of a client, checked.
pub(crate) fn added_header(name: &str, value: &str) -> Result<(ureq::http::HeaderName, HeaderValue), Error> {
    let Some((parsed, value)) = http::header(name, value) else {
        return Err(Error::invalid_argument(
            "header: HTTP does not allow this name or value; names are letters, digits and dashes, values one line of text",
        ));
    };
    if OWN_HEADERS.contains(&parsed.as_str()) || http::CONNECTION_HEADERS.contains(&parsed.as_str()) {
        return Err(Error::invalid_argument(format!(
            "header {parsed} is reserved: the library or the connection sets it"
        )));
    }
    Ok((parsed, value))
}
