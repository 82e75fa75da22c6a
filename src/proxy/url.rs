//! URLs of proxied requests. An endpoint is taken as it was written, but cannot leave `/proxy/`.

use bytes::Bytes;
use percent_encoding::utf8_percent_encode;
use ureq::http::Uri;

use crate::client::error::Error;
use crate::text::url::{BaseUrl, ENCODED, has_dot_segment, is_absolute, push_literally};

/// The URL of a proxied request: `/proxy`, the endpoint with its own encoding, and the parameters behind its query.
pub(crate) fn url<'a>(
    base_url: &BaseUrl,
    endpoint: &str,
    query: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<Uri, Error> {
    check(endpoint)?;
    let mut url = format!("{}/proxy", base_url.as_str());
    if !endpoint.starts_with('/') {
        url.push('/');
    }
    push_literally(&mut url, endpoint);
    let mut has_query = endpoint.contains('?');
    for (name, value) in query {
        if name.contains('\0') || value.contains('\0') {
            return Err(Error::invalid_argument(
                "query contains U+0000, which not every language can pass: remove it",
            ));
        }
        url.push(if has_query { '&' } else { '?' });
        has_query = true;
        url.extend(utf8_percent_encode(name, ENCODED));
        url.push('=');
        url.extend(utf8_percent_encode(value, ENCODED));
    }
    Uri::from_maybe_shared(Bytes::from(url)).map_err(|_| {
        Error::invalid_argument("endpoint and query make the URL longer than 65,534 bytes: send the data in the body")
    })
}

/// Refuses what would reach something else than it says.
fn check(endpoint: &str) -> Result<(), Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("endpoint {problem}")));
    if endpoint.is_empty() {
        return refuse("is empty: pass a path such as /v1/items, or / for the root");
    }
    if endpoint.contains('\0') {
        return refuse("contains U+0000, which not every language can pass: write it as %00");
    }
    if is_absolute(endpoint) {
        return refuse(
            "is an absolute URL: pass only what follows the host, and set another host with base_url_override",
        );
    }
    let path = endpoint.split('?').next().unwrap_or_default();
    if has_dot_segment(path) {
        return refuse(
            "contains a segment . or .., which would be resolved on the way and reach another path: write the resolved \
             path",
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url_of(endpoint: &str, query: &[(&str, &str)]) -> Result<String, Error> {
        let base = BaseUrl::parse(Some("https://nango.test/prefix/"), false, true)?;
        url(&base, endpoint, query.iter().copied()).map(|uri| uri.to_string())
    }

    #[test]
    fn an_endpoint_is_taken_as_it_was_written() {
        for (endpoint, sent) in [
            ("/v1/items", "/v1/items"),
            ("v1/items", "/v1/items"),
            ("/", "/"),
            ("?a=1", "/?a=1"),
            ("/v1/items/", "/v1/items/"),
            ("/a%2Fb/%e2%82%ac?x=%20y+z", "/a%2Fb/%e2%82%ac?x=%20y+z"),
            ("/a//b", "/a//b"),
            ("/users/1:archive?at=http://x/../y", "/users/1:archive?at=http://x/../y"),
            ("users:batch", "/users:batch"),
            ("/100%/%2/%zz", "/100%25/%252/%25zz"),
            (
                "/a b\\c#d\"e<f>\u{e9}\r\n\t",
                "/a%20b%5Cc%23d%22e%3Cf%3E%C3%A9%0D%0A%09",
            ),
            ("/...//.hidden/a..b", "/...//.hidden/a..b"),
            ("/'()*,;=@!$&[]~", "/'()*,;=@!$&[]~"),
        ] {
            assert_eq!(
                url_of(endpoint, &[]).unwrap(),
                format!("https://nango.test/prefix/proxy{sent}")
            );
        }
    }

    #[test]
    fn parameters_come_behind_those_of_the_endpoint() {
        let parameters = [("a", "x y"), ("b&", "=\u{e9}+")];
        let encoded = "a=x%20y&b%26=%3D%C3%A9%2B";
        for (endpoint, sent) in [("/x", format!("/x?{encoded}")), ("/x?c=1", format!("/x?c=1&{encoded}"))] {
            assert_eq!(
                url_of(endpoint, &parameters).unwrap(),
                format!("https://nango.test/prefix/proxy{sent}")
            );
        }
    }

    #[test]
    fn nothing_leads_out_of_the_proxy() {
        for (endpoint, word) in [
            ("", "empty"),
            ("..", ".."),
            ("/..", ".."),
            ("/a/../b", ".."),
            ("/a/./b", ".."),
            ("/a/%2e%2E/b", ".."),
            ("/a/.%2e", ".."),
            ("/%2e", ".."),
            ("/a/..?x=1", ".."),
            ("/a\\..\\b", ".."),
            ("/a/..%2fb", ".."),
            ("/a%5c..", ".."),
            ("https://api.example.com/x", "base_url_override"),
            ("HTTP://api.example.com", "base_url_override"),
            ("https:api.example.com", "base_url_override"),
            ("ftp://x", "base_url_override"),
            ("//api.example.com/x", "base_url_override"),
            ("/\\api.example.com/x", "base_url_override"),
            ("\\\\api.example.com", "base_url_override"),
        ] {
            let error = url_of(endpoint, &[]).unwrap_err();
            assert!(error.message().starts_with("endpoint "), "{endpoint}: {error}");
            assert!(error.message().contains(word), "{endpoint}: {error}");
        }
        assert!(
            url_of(&"x".repeat(70_000), &[])
                .unwrap_err()
                .message()
                .contains("65,534")
        );
    }
}
