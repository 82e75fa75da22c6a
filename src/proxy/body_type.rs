//! What Nango is told of a request's body, and what the external API is told.
//!
//! Nango parses JSON and forms and serializes them again, which loses data: long numbers lose digits, a form's `b` that
//! repeats becomes `b[]`, and a JSON scalar is refused. It leaves the bytes of `application/octet-stream` as they are, and calls
//! them what the header `Nango-Proxy-Content-Type` says. So that is how bodies are sent, unless the program has Nango parse
//! them.

use ureq::http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use crate::client::error::Error;

/// What the external API is told of a body.
const PASSED_ON: HeaderName = HeaderName::from_static("nango-proxy-content-type");
/// The content type of a body whose bytes Nango leaves as they are, and of one that nobody has named.
const BYTES: HeaderValue = HeaderValue::from_static("application/octet-stream");
/// The type whose files Nango passes on only if it is called so, without the boundary, which Nango makes anew.
const MULTIPART: HeaderValue = HeaderValue::from_static("multipart/form-data");

/// Adds the content types of a body. `content_type` is what the program says that it is, or `""`; a header for the external API
/// that says it is in `headers` already, and comes first.
pub(crate) fn add(headers: &mut HeaderMap, content_type: &str, nango_parses_body: bool) -> Result<(), Error> {
    let said = match content_type {
        "" => None,
        told => Some(checked(told)?),
    };
    let told = headers.get(PASSED_ON).or(said.as_ref()).cloned().unwrap_or(BYTES);
    if nango_parses_body {
        let is_multipart = essence(&told).eq_ignore_ascii_case(MULTIPART.as_bytes());
        headers.insert(CONTENT_TYPE, said.unwrap_or_else(|| told.clone()));
        headers.insert(PASSED_ON, if is_multipart { MULTIPART } else { told });
        return Ok(());
    }
    if told.as_bytes().trim_ascii().eq_ignore_ascii_case(MULTIPART.as_bytes()) {
        return Err(Error::invalid_argument(
            "content_type is multipart/form-data without a boundary: write it like multipart/form-data; boundary=x, with the \
             boundary that is in the body",
        ));
    }
    headers.insert(CONTENT_TYPE, BYTES);
    headers.insert(PASSED_ON, told);
    Ok(())
}

/// Whether a header's value names JSON.
pub(crate) fn is_json(value: &HeaderValue) -> bool {
    essence(value).eq_ignore_ascii_case(b"application/json")
}

/// A content type without its parameters.
fn essence(value: &HeaderValue) -> &[u8] {
    let bytes = value.as_bytes();
    bytes
        .split(|&byte| byte == b';')
        .next()
        .unwrap_or_default()
        .trim_ascii()
}

fn checked(content_type: &str) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(content_type)
        .ok()
        .filter(|_| content_type.is_ascii())
        .ok_or_else(|| Error::invalid_argument("content_type is not one line of ASCII: write it like application/json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Nango and what the external API is told.
    fn told(header: Option<&'static str>, content_type: &str, parses: bool) -> Result<(String, String), Error> {
        let mut headers = HeaderMap::new();
        if let Some(header) = header {
            headers.insert(PASSED_ON, HeaderValue::from_static(header));
        }
        add(&mut headers, content_type, parses)?;
        let text = |name: &HeaderName| headers[name].to_str().unwrap().to_owned();
        Ok((text(&CONTENT_TYPE), text(&PASSED_ON)))
    }

    #[test]
    fn nango_gets_bytes_unless_it_is_to_parse_them() {
        const OCTETS: &str = "application/octet-stream";
        const FORM: &str = "application/x-www-form-urlencoded";
        const PARTS: &str = "multipart/form-data; boundary=x";
        for (header, content_type, parses, nango, external_api) in [
            (None, "application/json", false, OCTETS, "application/json"),
            (None, FORM, false, OCTETS, FORM),
            (None, PARTS, false, OCTETS, PARTS),
            (None, "", false, OCTETS, OCTETS),
            (Some("image/png"), "", false, OCTETS, "image/png"),
            (Some(""), "text/plain", false, OCTETS, ""),
            (
                Some("application/vnd.api+json"),
                "application/json",
                false,
                OCTETS,
                "application/vnd.api+json",
            ),
            (None, "application/json", true, "application/json", "application/json"),
            (Some(FORM), "", true, FORM, FORM),
            (Some("application/json"), FORM, true, FORM, "application/json"),
            (None, PARTS, true, PARTS, "multipart/form-data"),
            (Some(PARTS), "", true, PARTS, "multipart/form-data"),
            (None, "", true, OCTETS, OCTETS),
        ] {
            let expected = (nango.to_owned(), external_api.to_owned());
            assert_eq!(
                told(header, content_type, parses).unwrap(),
                expected,
                "{header:?} {content_type}"
            );
        }
    }

    #[test]
    fn a_multipart_body_needs_its_boundary() {
        for (header, content_type) in [(None, "multipart/form-data"), (Some(" Multipart/Form-Data "), "")] {
            let error = told(header, content_type, false).unwrap_err();
            assert!(error.message().contains("boundary"), "{error}");
        }
    }
}
