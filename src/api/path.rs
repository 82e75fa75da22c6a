//! The path of a call: a template each of whose parameters is exactly one segment.

use bytes::Bytes;
use percent_encoding::{percent_decode_str, utf8_percent_encode};
use ureq::http::Uri;
use zeroize::Zeroizing;

use crate::client::error::Error;
use crate::text::url::{BaseUrl, ENCODED, has_dot_segment, is_absolute, push_literally, push_segment};

/// Names with their values.
type Pairs = [(String, Zeroizing<String>)];

/// Where a call goes.
pub(crate) struct Target {
    pub(crate) uri: Uri,
    /// How many bytes of path and query follow the base URL.
    pub(crate) own_length: usize,
    /// For the log: the template without its query, or only its first segment if it has no parameters and so may hold ids.
    pub(crate) route: String,
    /// Whether the path names one connection, so a 404 is about that.
    pub(crate) is_connection: bool,
}

/// The URL of `path` below the base URL, with the parameters and the query encoded.
pub(crate) fn target(base_url: &BaseUrl, path: &str, parameters: &Pairs, query: &Pairs) -> Result<Target, Error> {
    check(path)?;
    let (path, own_query) = match path.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path, None),
    };
    let segments: Vec<&str> = path.strip_prefix('/').unwrap_or(path).split('/').collect();
    let mut url = base_url.as_str().to_owned();
    let mut used = Vec::new();
    for segment in &segments {
        url.push('/');
        match parameter_name(segment) {
            Some(name) => {
                push_segment(&mut url, value(parameters, name)?);
                used.push(name);
            }
            None => push_literally(&mut url, segment),
        }
    }
    if let Some((name, _)) = parameters.iter().find(|(name, _)| !used.contains(&name.as_str())) {
        return Err(Error::invalid_argument(format!(
            "path parameter {name} is not in the path: write it there as a segment of its own, {{{name}}}, or leave it out"
        )));
    }
    refuse_the_proxy(&url[base_url.as_str().len()..])?;
    push_query(&mut url, own_query, query)?;
    let own_length = url.len() - base_url.as_str().len();
    let uri = Uri::from_maybe_shared(Bytes::from(url)).map_err(|_| {
        Error::invalid_argument("path and query make a URL of more than 65,534 bytes: send the data in the body")
    })?;
    Ok(Target {
        uri,
        own_length,
        route: match (used.is_empty(), segments.as_slice()) {
            (true, [first, _, ..]) => format!("{first}/..."),
            _ => segments.join("/"),
        },
        is_connection: is_connection(&segments),
    })
}

/// Whether a path names one connection. Nango's router takes capitals, and a slash at the end.
fn is_connection(segments: &[&str]) -> bool {
    let ([first, id] | [first, id, ""]) = segments else {
        return false;
    };
    let is_list = ["connection", "connections"]
        .iter()
        .any(|known| first.eq_ignore_ascii_case(known));
    is_list && !id.is_empty() && !id.eq_ignore_ascii_case("metadata")
}

/// Rejects a path that would reach something other than it names.
fn check(path: &str) -> Result<(), Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("path {problem}")));
    if path.is_empty() {
        return refuse("is empty: pass a path such as /connections/{connectionId}");
    }
    if path.contains('\0') {
        return refuse("holds U+0000, which not every language can pass: write it as %00");
    }
    if is_absolute(path) {
        return refuse("is an absolute URL: pass only what follows the base URL, and set another host with base_url");
    }
    let (only_path, query) = path.split_once('?').unwrap_or((path, ""));
    if has_dot_segment(only_path) {
        return refuse(
            "holds a segment . or .., which would be followed on the way and reach another path: write the path that is meant",
        );
    }
    let has_stray_brace = only_path
        .split('/')
        .any(|segment| segment.contains(['{', '}']) && parameter_name(segment).is_none());
    if has_stray_brace || query.contains(['{', '}']) {
        return refuse(
            "holds a brace that is not around a whole segment: write a parameter like /connections/{connectionId}, and a brace \
             itself as %7B or %7D",
        );
    }
    Ok(())
}

/// The name in a segment such as `{connectionId}`.
fn parameter_name(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!name.is_empty() && !name.contains(['{', '}'])).then_some(name)
}

fn value<'a>(parameters: &'a Pairs, name: &str) -> Result<&'a str, Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("path parameter {name} {problem}")));
    match parameters.iter().find(|(known, _)| known == name) {
        None => refuse("is missing: the path has it, so set its value"),
        Some((_, value)) if value.is_empty() => refuse("is empty: pass what the path should name"),
        Some((_, value)) if value.contains('\0') => refuse("holds U+0000, which no id of Nango's can hold"),
        Some((_, value)) => Ok(value),
    }
}

/// Such a call would lack the headers of the proxy, and would take the external API's errors for Nango's.
fn refuse_the_proxy(path: &str) -> Result<(), Error> {
    let decoded: Vec<u8> = percent_decode_str(path).collect();
    let mut segments = decoded.split(|byte| matches!(byte, b'/' | b'\\'));
    let first = segments.find(|segment| !segment.is_empty()).unwrap_or_default();
    match first.eq_ignore_ascii_case(b"proxy") {
        true => Err(Error::invalid_argument(
            "path leads to Nango's proxy: make the call with Client::proxy, in C nango_proxy, which takes the connection and the \
             external API's endpoint",
        )),
        false => Ok(()),
    }
}

fn push_query(url: &mut String, own_query: Option<&str>, query: &Pairs) -> Result<(), Error> {
    if let Some(own_query) = own_query {
        url.push('?');
        push_literally(url, own_query);
    }
    let mut has_query = own_query.is_some();
    for (name, value) in query {
        if name.contains('\0') || value.contains('\0') {
            return Err(Error::invalid_argument(
                "query holds U+0000, which not every language can pass: leave it out",
            ));
        }
        url.push(if has_query { '&' } else { '?' });
        has_query = true;
        url.extend(utf8_percent_encode(name, ENCODED));
        url.push('=');
        url.extend(utf8_percent_encode(value, ENCODED));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, Zeroizing<String>)> {
        let owned = |(name, value): &(&str, &str)| (name.to_string(), Zeroizing::new(value.to_string()));
        pairs.iter().map(owned).collect()
    }

    fn target_of(path: &str, parameters: &[(&str, &str)], query: &[(&str, &str)]) -> Result<Target, Error> {
        let base = BaseUrl::parse(Some("https://nango.test/prefix/"), false, false)?;
        target(&base, path, &pairs(parameters), &pairs(query))
    }

    #[test]
    fn a_parameter_is_one_segment_and_the_rest_is_taken_as_it_was_written() {
        let id = |value| [("id", value)];
        for (path, value, sent) in [
            ("/connections/{id}", "rich", "/connections/rich"),
            ("connections/{id}", "rich", "/connections/rich"),
            ("/connections/{id}/x", ".", "/connections/%2E/x"),
            ("/connections/{id}/x", "..", "/connections/%2E%2E/x"),
            ("/connections/{id}", "../a?b#c", "/connections/..%2Fa%3Fb%23c"),
            ("/connections/{id}", "{id}%2F ü", "/connections/%7Bid%7D%252F%20%C3%BC"),
            ("/a%2fb/{id}//", "x", "/a%2fb/x//"),
            ("/x/{id}?a=%20 y", "1", "/x/1?a=%20%20y"),
            ("/{id}/{id}", "1", "/1/1"),
        ] {
            let target = target_of(path, &id(value), &[]).unwrap();
            assert_eq!(
                target.uri.to_string(),
                format!("https://nango.test/prefix{sent}"),
                "{path}"
            );
        }
        let query = [("a", "x y"), ("b&", "=\u{e9}+")];
        for (path, sent) in [
            ("/x", "/x?a=x%20y&b%26=%3D%C3%A9%2B"),
            ("/x?", "/x?&a=x%20y&b%26=%3D%C3%A9%2B"),
        ] {
            let uri = target_of(path, &[], &query).unwrap().uri;
            assert_eq!(uri.to_string(), format!("https://nango.test/prefix{sent}"));
        }
    }

    #[test]
    fn what_would_reach_something_else_is_refused_by_name() {
        for (path, parameters, says) in [
            ("", &[][..], "path is empty"),
            ("https://evil.test/x", &[], "base_url"),
            ("//evil.test/x", &[], "absolute"),
            ("/a/../b", &[], ".."),
            ("/a/%2e%2E/b", &[], ".."),
            ("/a\0", &[], "U+0000"),
            ("/a/{", &[], "brace"),
            ("/a/{}", &[], "brace"),
            ("/a/x{id}", &[("id", "1")], "brace"),
            ("/a/{{id}}", &[("id", "1")], "brace"),
            ("/a?x={id}", &[("id", "1")], "brace"),
            ("/a/{id}", &[], "path parameter id is missing"),
            ("/a/{id}", &[("id", "")], "path parameter id is empty"),
            ("/a/{id}", &[("id", "a\0")], "U+0000"),
            (
                "/a/{id}",
                &[("id", "1"), ("other", "2")],
                "path parameter other is not in the path",
            ),
            ("/proxy/v1/items", &[], "Client::proxy"),
            ("proxy", &[], "nango_proxy"),
            ("/PROXY?x", &[], "nango_proxy"),
            ("/%70roxy/x", &[], "nango_proxy"),
            ("/proxy%2Fx", &[], "nango_proxy"),
            ("/%2Fproxy/x", &[], "nango_proxy"),
            ("/{id}/x", &[("id", "proxy")], "nango_proxy"),
        ] {
            let error = target_of(path, parameters, &[]).map(|target| target.uri).unwrap_err();
            assert!(error.message().contains(says), "{path}: {error}");
        }
        let long = target_of(&"x".repeat(70_000), &[], &[]).map(|target| target.uri);
        assert!(long.unwrap_err().message().contains("65,534"));
        assert!(target_of("/proxied", &[], &[]).is_ok() && target_of("/x/proxy", &[], &[]).is_ok());
    }

    #[test]
    fn the_log_and_a_404_go_by_the_template() {
        for (path, route, is_connection) in [
            ("/connections", "connections", false),
            ("/connections/{id}?x=invented", "connections/{id}", true),
            ("/connection/{id}", "connection/{id}", true),
            ("/connections/invented", "connections/...", true),
            ("/connections/metadata", "connections/...", false),
            ("/connections/{id}/metadata", "connections/{id}/metadata", false),
            ("/action/{id}", "action/{id}", false),
        ] {
            let parameters = [("id", "invented")];
            let has_id = path.contains('{');
            let target = target_of(path, &parameters[..usize::from(has_id)], &[]).unwrap();
            assert_eq!((&*target.route, target.is_connection), (route, is_connection), "{path}");
        }
    }
}
