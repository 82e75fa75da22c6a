//! Where a call goes: the base URL and what follows it.

use crate::{
    external,
    respond::{Reply, error},
};
use axum::http::{Method, Uri};
use serde_json::json;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Where the proxy is.
pub const PREFIX: &str = "/proxy";

/// The API that is called.
#[derive(Clone, Debug, PartialEq)]
pub enum Api {
    /// The emulator's own.
    BuiltIn,
    /// One on this machine, with its name in the `Host` header.
    Local(String, SocketAddr),
}

impl Api {
    /// That of a URL. Nango refuses URLs that could lead into its own network; nothing but this machine is called here.
    pub fn find(url: &Uri, method: &Method) -> Result<Self, Reply> {
        if is_built_in(url) {
            return Ok(Self::BuiltIn);
        }
        let host = url.host().unwrap_or_default();
        let ip = ip(host);
        let is_web = matches!(url.scheme_str(), Some("http" | "https"));
        if !is_web || host.ends_with(".invalid") || ip.is_some_and(|ip| ip.is_unspecified()) {
            let message = "This outbound URL is not allowed by server configuration.";
            return Err(error(400, "base_url_override_not_allowed", message));
        }
        Self::local(url).ok_or_else(|| refused_connection(url, method))
    }

    /// One on this machine, without TLS.
    pub fn local(url: &Uri) -> Option<Self> {
        let ip = ip(url.host()?).filter(IpAddr::is_loopback)?;
        let is_plain = url.scheme_str() == Some("http") && !is_built_in(url);
        let name = url.authority()?.as_str().rsplit('@').next()?;
        is_plain.then(|| Self::Local(name.to_owned(), SocketAddr::new(ip, url.port_u16().unwrap_or(80))))
    }

    /// Its name in the `Host` header.
    pub fn host(&self) -> &str {
        match self {
            Self::BuiltIn => external::HOST,
            Self::Local(name, _) => name,
        }
    }

    /// Where a redirect leads from a path of this API.
    pub fn redirected(&self, path: &str, location: &str, method: &Method) -> Result<(Self, String), Reply> {
        let absolute = location.parse::<Uri>().ok().filter(|url| url.scheme().is_some());
        if let Some(url) = absolute {
            let target = url.path_and_query().map_or("/", |target| target.as_str());
            return Ok((Self::find(&url, method)?, target.to_owned()));
        }
        let folder = match location.starts_with('/') {
            true => "",
            false => path.rsplit_once('/').map_or("/", |(folder, _)| folder),
        };
        let separator = if folder.is_empty() { "" } else { "/" };
        Ok((self.clone(), format!("{folder}{separator}{location}")))
    }
}

fn ip(host: &str) -> Option<IpAddr> {
    match host {
        "localhost" => Some(Ipv4Addr::LOCALHOST.into()),
        host => host.trim_matches(['[', ']']).parse().ok(),
    }
}

/// Whether a base URL names the built-in external API: `provider.test`, `127.0.0.1:3999` and `api.*.test` do.
fn is_built_in(url: &Uri) -> bool {
    let host = url.host().unwrap_or_default();
    let is_api = host.strip_prefix("api.").is_some_and(|rest| rest.ends_with(".test"));
    host == external::HOST || is_api || (host == "127.0.0.1" && url.port_u16() == Some(3999))
}

/// Nango's response when nothing listens at the base URL: the emulator takes all other machines for unreachable.
fn refused_connection(url: &Uri, method: &Method) -> Reply {
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

    #[test]
    fn redirects_lead_to_paths_and_to_hosts() {
        let get = |path: &str, location: &str| {
            let found = Api::BuiltIn.redirected(path, location, &Method::GET);
            found.map(|(api, target)| (api.host().to_owned(), target)).ok()
        };
        let here = |target: &str| Some((external::HOST.to_owned(), target.to_owned()));
        assert_eq!(get("/a/b", "/c?d"), here("/c?d"));
        assert_eq!(get("/a/b", "c"), here("/a/c"));
        assert_eq!(get("/a", "http://api.x.test/e"), here("/e"));
        let there = Some(("localhost:9".to_owned(), "/".to_owned()));
        assert_eq!(get("/a", "http://localhost:9"), there);
        assert_eq!(get("/a", "http://192.0.2.1/"), None);
    }

    #[test]
    fn other_machines_are_out_of_reach() {
        let status = |url| Api::find(&Uri::from_static(url), &Method::GET).map_err(|reply| reply.status());
        let local = |host: &str, address: &str| Ok(Api::Local(host.into(), address.parse().expect("an address")));
        assert_eq!(status("http://127.0.0.1:1/x"), local("127.0.0.1:1", "127.0.0.1:1"));
        assert_eq!(status("http://user@localhost"), local("localhost", "127.0.0.1:80"));
        assert_eq!(status("http://[::1]:8"), local("[::1]:8", "[::1]:8"));
        assert_eq!(status("http://provider.test/x"), Ok(Api::BuiltIn));
        for url in ["http://192.0.2.1", "https://api.github.com", "https://127.0.0.1:1"] {
            assert_eq!(status(url), Err(500), "{url}");
        }
        for url in ["http://0.0.0.0:1", "ftp://example.com", "http://no-such-host.invalid"] {
            assert_eq!(status(url), Err(400), "{url}");
        }
    }
}
