//! Where a call goes: the base URL and what follows it.

use crate::{external, respond::Reply};
use axum::http::{Method, Uri};
use serde_json::json;

/// Where the proxy is.
pub const PREFIX: &str = "/proxy";

/// Whether a base URL names the built-in external API: `provider.test`, `127.0.0.1:3999` and `api.*.test` do.
pub fn is_built_in(url: &Uri) -> bool {
    let host = url.host().unwrap_or_default();
    let is_api = host.strip_prefix("api.").is_some_and(|rest| rest.ends_with(".test"));
    host == external::HOST || is_api || (host == "127.0.0.1" && url.port_u16() == Some(3999))
}

/// Nango's response when nothing listens at the base URL, as everywhere else, since the emulator makes no calls.
pub fn refused_connection(url: &Uri, method: &Method) -> Reply {
    let usual = if url.scheme_str() == Some("https") { 443 } else { 80 };
    let (host, port) = (url.host().unwrap_or_default(), url.port_u16().unwrap_or(usual));
    Reply::json(
        500,
        &json!({
            "message": format!("connect ECONNREFUSED {host}:{port}"),
            "code": "ECONNREFUSED",
            "method": method.as_str().to_ascii_lowercase(),
        }),
    )
}

/// The path and query at the external API: those of the base URL, and then those of the request.
pub fn path_and_query(base: Option<&Uri>, request: &Uri) -> String {
    let base = base.map_or(external::BASE_PATH, |url| {
        url.path_and_query().map_or("/", |target| target.as_str())
    });
    let own = request.path_and_query().map_or("", |target| target.as_str());
    let own = own.strip_prefix(PREFIX).unwrap_or(own).trim_start_matches('/');
    let base = base.strip_suffix('/').unwrap_or(base);
    let whole = match own {
        "" => base.to_owned(),
        own => format!("{base}/{own}"),
    };
    match whole.split_once('?') {
        Some((path, query)) => format!("{}?{query}", without_dots(path)),
        None => without_dots(&whole),
    }
}

/// Takes the steps back and in place that a path may hold, as JavaScript's `URL` does.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut ends_in_directory = false;
    for segment in path.split('/').skip(1) {
        let plain = segment.to_ascii_lowercase().replace("%2e", ".");
        ends_in_directory = matches!(plain.as_str(), "." | "..");
        match plain.as_str() {
            "." => {}
            ".." => drop(kept.pop()),
            _ => kept.push(segment),
        }
    }
    if ends_in_directory {
        kept.push("");
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(base: Option<&'static str>, request: &'static str) -> String {
        let base = base.map(Uri::from_static);
        path_and_query(base.as_ref(), &Uri::from_static(request))
    }

    #[test]
    fn the_base_urls_path_comes_first() {
        assert_eq!(target(None, "/proxy/a/b?c=d"), "/echo/a/b?c=d");
        assert_eq!(target(None, "/proxy"), "/echo");
        assert_eq!(target(None, "/proxy/a/"), "/echo/a/");
        assert_eq!(target(Some("http://provider.test"), "/proxy//a"), "/a");
        assert_eq!(target(Some("http://provider.test/v2/"), "/proxy/a?b"), "/v2/a?b");
    }

    #[test]
    fn dots_are_steps() {
        assert_eq!(target(None, "/proxy/a/../b"), "/echo/b");
        assert_eq!(target(None, "/proxy/../a?b=/../c"), "/a?b=/../c");
        assert_eq!(target(None, "/proxy/%2E%2e/../../a/./"), "/a/");
        assert_eq!(target(None, "/proxy/a/.."), "/echo/");
        assert_eq!(target(None, "/proxy/...//.b"), "/echo/...//.b");
    }

    #[test]
    fn few_hosts_are_built_in() {
        let built_in = |url| is_built_in(&Uri::from_static(url));
        for url in [
            "http://provider.test/a",
            "https://api.github.test",
            "http://127.0.0.1:3999",
        ] {
            assert!(built_in(url), "{url}");
        }
        for url in [
            "http://provider.test.example",
            "https://api.github.com",
            "http://127.0.0.1",
        ] {
            assert!(!built_in(url), "{url}");
        }
    }
}
