//! HTTP proxies: which one the environment names, by curl's rules, and the tunnel through it.

use std::env;
use std::ffi::OsString;
use std::io;
use std::net::IpAddr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use percent_encoding::percent_decode_str;
use ureq::http::Uri;
use zeroize::Zeroizing;

use super::MAX_HEAD;
use crate::net::tcp::{Socket, failed};
use crate::text::invalid::Invalid;
use crate::text::url::{BaseUrl, host_and_port, is_localhost, is_loopback};
use crate::text::zone::Zone;

const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// curl's default, which is not HTTP's.
const DEFAULT_PORT: u16 = 1080;

/// A proxy that every connection of a client goes through. Never printed: its URL may hold a password.
pub(crate) struct HttpProxy {
    pub(crate) host: String,
    pub(crate) port: u16,
    /// Of an IPv6 address.
    pub(crate) zone: Option<Zone>,
    authorization: Option<Zeroizing<String>>,
}

impl HttpProxy {
    /// The proxy for `base_url`: what was set (`""` is none), or what the environment says, if it may be read.
    ///
    /// Plain http to this machine needs no permission, since the key does not leave it. So it must not leave it through a
    /// proxy on another machine either, unless plain http is allowed.
    pub(crate) fn choose(
        set: Option<&str>,
        read_env: bool,
        base_url: &BaseUrl,
        allow_plaintext_http: bool,
    ) -> Result<Option<HttpProxy>, Invalid> {
        HttpProxy::choose_by(|name| env::var_os(name), set, read_env, base_url, allow_plaintext_http)
    }

    /// The same with an environment of the caller's.
    fn choose_by(
        variable: impl Fn(&str) -> Option<OsString>,
        set: Option<&str>,
        read_env: bool,
        base_url: &BaseUrl,
        allow_plaintext_http: bool,
    ) -> Result<Option<HttpProxy>, Invalid> {
        let carries_key_away =
            |proxy: &HttpProxy| base_url.is_local_plaintext() && !allow_plaintext_http && !is_loopback(&proxy.host);
        match set {
            Some("") => Ok(None),
            Some(url) => match HttpProxy::parse(url, "http_proxy")? {
                proxy if carries_key_away(&proxy) => Err(Invalid::new(
                    "http_proxy",
                    "is on another machine, which could read the secret key, since base_url is plain http to this \
                     machine: leave http_proxy out, or allow it with allow_plaintext_http",
                )),
                proxy => Ok(Some(proxy)),
            },
            None if !read_env => Ok(None),
            None => Ok(from_environment(variable, base_url.is_https(), base_url.host())?
                .filter(|proxy| !carries_key_away(proxy))),
        }
    }

    /// `what` is the setting or the variable that `url` comes from. No message repeats the URL.
    fn parse(url: &str, what: &str) -> Result<HttpProxy, Invalid> {
        let refuse = |problem: &str| Err(Invalid::new(what, problem));
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (authority, zone) = Zone::split(authority, what)?;
        let with_scheme = Zeroizing::new(format!("{scheme}://{authority}{path}"));
        let Ok(uri) = with_scheme.parse::<Uri>() else {
            return refuse("is not a URL: write it like http://user:password@proxy.example:3128");
        };
        if uri.scheme_str() != Some("http") {
            return refuse("is not an http:// URL: other kinds of proxies are not supported");
        }
        let authority = uri.authority().map(|authority| authority.as_str()).unwrap_or_default();
        let (user_information, address) = match authority.rsplit_once('@') {
            Some((user_information, address)) => (Some(user_information), address),
            None => (None, authority),
        };
        let Some((host, port)) = host_and_port(address) else {
            return refuse("has no host, or a port outside 1 to 65535: write it like http://proxy.example:3128");
        };
        Ok(HttpProxy {
            host: host.to_owned(),
            port: port.unwrap_or(DEFAULT_PORT),
            zone,
            authorization: user_information.map(basic),
        })
    }

    /// Asks the proxy at the other end of `socket` for a tunnel, and reads no byte beyond its answer. A name of this machine
    /// goes as an address: the proxy could look it up.
    pub(crate) fn tunnel(&self, socket: &mut Socket, host: &str, port: u16) -> Result<(), ureq::Error> {
        let host = if is_localhost(host) { "127.0.0.1" } else { host };
        let refused = |problem: &str| Err(failed(io::Error::other(problem)));
        socket.send(self.connect_request(host, port).as_bytes())?;
        let mut head = [0; MAX_HEAD];
        let mut size = 0;
        while !head[..size].ends_with(END_OF_HEAD) {
            let seen = size + socket.peek(&mut head[size..])?;
            if seen == size {
                return refused("it did not reply with HTTP");
            }
            // The end may lie across what came before and what has come now.
            let from = size.saturating_sub(END_OF_HEAD.len() - 1);
            let end = memchr::memmem::find(&head[from..seen], END_OF_HEAD).map(|at| from + at + END_OF_HEAD.len());
            let wanted = end.unwrap_or(seen);
            while size < wanted {
                size += socket.receive(&mut head[size..wanted])?;
            }
        }
        match status_of(&head[..size]) {
            Some(200..300) => Ok(()),
            Some(407) => refused("407: it requires a user and a password, or rejects those in the URL"),
            Some(status) => refused(&format!("it refused with {status}")),
            None => refused("it did not reply with HTTP"),
        }
    }

    /// The request for a tunnel to `host` and `port`.
    fn connect_request(&self, host: &str, port: u16) -> Zeroizing<String> {
        let mut request = Zeroizing::new(String::with_capacity(1024));
        request.push_str(&format!("CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n"));
        if let Some(authorization) = &self.authorization {
            request.push_str("Proxy-Authorization: Basic ");
            request.push_str(authorization);
            request.push_str("\r\n");
        }
        request.push_str("\r\n");
        request
    }
}

impl std::fmt::Debug for HttpProxy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HttpProxy")
            .field("host", &self.host)
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}

/// The status in the first line of an answer.
fn status_of(head: &[u8]) -> Option<u16> {
    let line = std::str::from_utf8(head.split(|&b| b == b'\r').next()?).ok()?;
    let mut words = line.split(' ');
    words.next().filter(|version| version.starts_with("HTTP/1."))?;
    words.next().filter(|status| status.len() == 3)?.parse().ok()
}

/// Percent-decoded `user:password` for the header of basic authentication.
fn basic(user_information: &str) -> Zeroizing<String> {
    let plain: Zeroizing<Vec<u8>> = Zeroizing::new(percent_decode_str(user_information).collect());
    let with_colon = match plain.contains(&b':') {
        true => plain,
        false => Zeroizing::new([plain.as_slice(), b":"].concat()),
    };
    Zeroizing::new(BASE64_STANDARD.encode(with_colon.as_slice()))
}

/// curl's variables: `http_proxy` in lower case only, since a web server sets `HTTP_PROXY` from a request's header; a
/// lower-case name before the upper-case one; an empty value means no proxy.
fn from_environment(
    variable: impl Fn(&str) -> Option<OsString>,
    is_https: bool,
    host: &str,
) -> Result<Option<HttpProxy>, Invalid> {
    let names: &[&'static str] = match is_https {
        true => &["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"],
        false => &["http_proxy", "all_proxy", "ALL_PROXY"],
    };
    let Some((name, url)) = names.iter().find_map(|name| variable(name).map(|url| (*name, url))) else {
        return Ok(None);
    };
    let exceptions = variable("no_proxy")
        .or_else(|| variable("NO_PROXY"))
        .unwrap_or_default();
    if url.is_empty() || is_excepted(&exceptions.to_string_lossy(), host) {
        return Ok(None);
    }
    let what = format!("the environment variable {name}");
    match url.to_str() {
        Some(url) => HttpProxy::parse(url, &what).map(Some),
        None => Err(Invalid::new(&what, "is not valid UTF-8: set it again")),
    }
}

/// Whether `no_proxy` names `host`: itself, a domain that it is in, an address range, or `*` for all.
fn is_excepted(no_proxy: &str, host: &str) -> bool {
    let host = host
        .trim_start_matches('[')
        .trim_end_matches(']')
        .trim_end_matches('.')
        .to_ascii_lowercase();
    let address: Option<IpAddr> = host.parse().ok();
    no_proxy
        .split([',', ' '])
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .any(|entry| {
            let entry = entry.trim_start_matches('.').trim_end_matches('.').to_ascii_lowercase();
            match address {
                _ if entry == "*" => true,
                Some(address) => is_in_range(address, &entry),
                None => host == entry || host.strip_suffix(&entry).is_some_and(|rest| rest.ends_with('.')),
            }
        })
}

/// Whether `address` is `range`, or in it if that is in CIDR notation.
fn is_in_range(address: IpAddr, range: &str) -> bool {
    let (network, bits) = match range.split_once('/') {
        Some((network, bits)) => (network, bits.parse::<u32>().ok()),
        None => (range, Some(u32::MAX)),
    };
    let network = network.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let (Ok(network), Some(bits)) = (network, bits) else {
        return false;
    };
    let same = |a: u128, b: u128, width: u32| bits == 0 || (a ^ b) >> (width - bits.min(width)) == 0;
    match (address, network) {
        (IpAddr::V4(a), IpAddr::V4(n)) => same(u128::from(a.to_bits()), u128::from(n.to_bits()), 32),
        (IpAddr::V6(a), IpAddr::V6(n)) => same(a.to_bits(), n.to_bits(), 128),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(variables: &[(&str, &str)], is_https: bool, host: &str) -> Option<String> {
        let variable = |name: &str| {
            variables
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| OsString::from(*v))
        };
        from_environment(variable, is_https, host)
            .unwrap()
            .map(|proxy| format!("{}:{}", proxy.host, proxy.port))
    }

    #[test]
    fn the_environment_is_read_as_curl_reads_it() {
        let (http, https) = (false, true);
        for (variables, is_https, expected) in [
            (&[("HTTP_PROXY", "p:1")][..], http, None),
            (&[("http_proxy", "p:1"), ("all_proxy", "a:1")], http, Some("p:1")),
            (&[("http_proxy", "p:1")], https, None),
            (&[("HTTPS_PROXY", "p:1")], http, None),
            (&[("HTTPS_PROXY", "u:1"), ("https_proxy", "l:1")], https, Some("l:1")),
            (&[("HTTPS_PROXY", "http://u:1/")], https, Some("u:1")),
            (&[("ALL_PROXY", "a:1")], https, Some("a:1")),
            (&[("ALL_PROXY", "a:1")], http, Some("a:1")),
            (&[("https_proxy", ""), ("ALL_PROXY", "a:1")], https, None),
            (&[("https_proxy", "p")], https, Some("p:1080")),
            (&[("https_proxy", "http://[fe80::1%251]:2")], https, Some("[fe80::1]:2")),
            (&[("https_proxy", "u:p%25w@[fe80::1%1]")], https, Some("[fe80::1]:1080")),
            (&[("https_proxy", "p:1"), ("NO_PROXY", "*")], https, None),
            (
                &[("https_proxy", "p:1"), ("no_proxy", "other.test"), ("NO_PROXY", "*")],
                https,
                Some("p:1"),
            ),
        ] {
            assert_eq!(
                chosen(variables, is_https, "nango.test").as_deref(),
                expected,
                "{variables:?} {is_https}"
            );
        }
    }

    #[test]
    fn plain_http_to_this_machine_goes_through_no_other() {
        let variable = |name: &str| (name == "http_proxy").then(|| OsString::from("proxy.test:1"));
        let local = |name: &str| (name == "http_proxy").then(|| OsString::from("proxy.localhost:1"));
        for url in [
            "http://localhost:3003",
            "http://nango.localhost.",
            "http://127.0.0.2",
            "http://[::1]",
        ] {
            let base_url = BaseUrl::parse(Some(url), false, true).unwrap();
            assert!(
                HttpProxy::choose_by(variable, None, true, &base_url, false)
                    .unwrap()
                    .is_none(),
                "{url}"
            );
            assert!(
                HttpProxy::choose_by(variable, None, true, &base_url, true)
                    .unwrap()
                    .is_some(),
                "{url}"
            );
            assert!(
                HttpProxy::choose_by(local, None, true, &base_url, false)
                    .unwrap()
                    .is_some(),
                "{url}"
            );
            assert!(
                HttpProxy::choose_by(local, None, false, &base_url, false)
                    .unwrap()
                    .is_none(),
                "{url}"
            );
            let error = HttpProxy::choose_by(variable, Some("proxy.test"), true, &base_url, false).unwrap_err();
            assert!(error.0.starts_with("http_proxy is on another machine"), "{error:?}");
            assert!(
                HttpProxy::choose_by(variable, Some("[::1]:1"), true, &base_url, false)
                    .unwrap()
                    .is_some(),
                "{url}"
            );
        }
        let elsewhere = BaseUrl::parse(Some("https://localhost"), false, true).unwrap();
        let through = HttpProxy::choose_by(variable, Some("proxy.test"), true, &elsewhere, false).unwrap();
        assert!(through.is_some(), "TLS keeps the key to itself");
    }

    #[test]
    fn exceptions_are_matched_as_curl_matches_them() {
        for (no_proxy, host, expected) in [
            ("", "nango.test", false),
            ("nango.test", "nango.test", true),
            ("nango.test", "NANGO.test.", true),
            (".nango.test", "nango.test", true),
            ("nango.test", "api.nango.test", true),
            ("ango.test", "nango.test", false),
            ("a.test, nango.test", "nango.test", true),
            ("a.test nango.test", "nango.test", true),
            ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.0/8", "127.9.9.9", true),
            ("127.0.0.0/33", "127.9.9.9", false),
            ("10.0.0.0/8", "127.0.0.1", false),
            ("0.0.0.0/0", "127.0.0.1", true),
            ("::1", "[::1]", true),
            ("fd00::/8", "[fd12::1]", true),
            ("7.0.0.1", "127.0.0.1", false),
        ] {
            assert_eq!(is_excepted(no_proxy, host), expected, "{no_proxy:?} {host}");
        }
    }

    #[test]
    fn credentials_are_sent_and_never_shown() {
        let proxy = HttpProxy::parse("http://us%40er:invented%3Apassword@proxy.test:8080", "http_proxy").unwrap();
        let request = proxy.connect_request("nango.test", 443);
        let encoded = BASE64_STANDARD.encode("us@er:invented:password");
        assert_eq!(
            request.as_str(),
            format!(
                "CONNECT nango.test:443 HTTP/1.1\r\nHost: nango.test:443\r\nProxy-Authorization: Basic {encoded}\r\n\r\n"
            )
        );
        assert!(!format!("{proxy:?}").contains("invented"));
        for bad in [
            "socks5://invented@p:1",
            "https://invented@p:1",
            "http://",
            "in vented",
            "http://invented@",
        ] {
            let error = HttpProxy::parse(bad, "http_proxy").unwrap_err();
            assert!(
                error.0.starts_with("http_proxy ") && !error.0.contains("invented"),
                "{error:?}"
            );
        }
    }
}
