//! Which proxy the environment names, by curl's rules.

use std::ffi::OsString;
use std::net::IpAddr;

use super::server::ForwardProxy;
use crate::text::invalid::Invalid;
use crate::text::url::BaseUrl;

/// curl's variables: `http_proxy` in lower case only, since a web server sets `HTTP_PROXY` from a request's header; a
/// lower-case name before the upper-case one; an empty value means no proxy.
pub(super) fn from_environment(
    variable: impl Fn(&str) -> Option<OsString>,
    base_url: &BaseUrl,
) -> Result<Option<ForwardProxy>, Invalid> {
    let names: &[&'static str] = match base_url.is_https() {
        true => &["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"],
        false => &["http_proxy", "all_proxy", "ALL_PROXY"],
    };
    let Some((name, url)) = names.iter().find_map(|name| variable(name).map(|url| (*name, url))) else {
        return Ok(None);
    };
    let exceptions = variable("no_proxy")
        .or_else(|| variable("NO_PROXY"))
        .unwrap_or_default();
    if url.is_empty() || is_excepted(&exceptions.to_string_lossy(), base_url.host(), base_url.port()) {
        return Ok(None);
    }
    let what = format!("the environment variable {name}");
    match url.to_str() {
        Some(url) => ForwardProxy::parse(url, &what).map(Some),
        None => Err(Invalid::new(&what, "is not valid UTF-8: set it again")),
    }
}

/// Whether `no_proxy` names the server: the union of what curl, Go and requests understand. An entry is `*` for all servers,
/// a host, a domain (with or without a dot before it), `*.domain` for its subdomains, an address, or a range of
/// addresses; all but ranges may have a port. Commas and white space separate entries.
fn is_excepted(no_proxy: &str, host: &str, port: u16) -> bool {
    let host = bare(host).trim_end_matches('.').to_ascii_lowercase();
    let address: Option<IpAddr> = host.parse().ok();
    no_proxy
        .split(|c: char| c == ',' || c.is_ascii_whitespace())
        .filter(|entry| !entry.is_empty())
        .any(|entry| {
            let (name, entry_port) = without_port(entry);
            if entry_port.is_some_and(|entry_port| entry_port != port) {
                return false;
            }
            match address {
                _ if name == "*" => true,
                Some(address) => is_in_range(address, name),
                None => is_in_domain(&host, &name.to_ascii_lowercase()),
            }
        })
}

/// An entry and the port that it is limited to.
fn without_port(entry: &str) -> (&str, Option<u16>) {
    match entry.rsplit_once(':') {
        // The last part of an IPv6 address is not a port.
        Some((name, port)) if name.ends_with(']') || !name.contains(':') => match port.parse() {
            Ok(port) => (name, Some(port)),
            Err(_) => (entry, None),
        },
        _ => (entry, None),
    }
}

fn is_in_domain(host: &str, entry: &str) -> bool {
    let (is_only_below, entry) = match entry.strip_prefix("*.") {
        Some(domain) => (true, domain),
        None => (false, entry),
    };
    let domain = entry.trim_start_matches('.').trim_end_matches('.');
    let is_below = || host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    !domain.is_empty() && (is_below() || (!is_only_below && host == domain))
}

/// A host without the brackets of an IPv6 address.
fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

/// Whether `address` is `range`, or in it if that is in CIDR notation.
fn is_in_range(address: IpAddr, range: &str) -> bool {
    let (network, bits) = match range.split_once('/') {
        Some((network, bits)) => (network, bits.parse::<u32>().ok()),
        None => (range, Some(u32::MAX)),
    };
    let network = bare(network).parse::<IpAddr>();
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
        let scheme = if is_https { "https" } else { "http" };
        let base_url = BaseUrl::parse(Some(&format!("{scheme}://{host}")), true, true).unwrap();
        from_environment(variable, &base_url)
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
    fn exceptions_are_what_curl_go_and_requests_understand() {
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
            ("nango.test:443", "nango.test", true),
            ("nango.test:3003", "nango.test", false),
            (".nango.test:443", "api.nango.test", true),
            ("127.0.0.1:443", "127.0.0.1", true),
            ("127.0.0.1:80", "127.0.0.1", false),
            ("[::1]:443", "[::1]", true),
            ("[::1]:80", "[::1]", false),
            ("[::1]", "[::1]", true),
            ("::1:443", "[::1]", false),
            ("*.nango.test", "api.nango.test", true),
            ("*.nango.test", "nango.test", false),
            ("*:443", "nango.test", true),
            ("*:80", "nango.test", false),
            ("*", "127.0.0.1", true),
            ("a.test\tnango.test", "nango.test", true),
            (".", "nango.test", false),
            ("nango.test:port", "nango.test", false),
        ] {
            assert_eq!(is_excepted(no_proxy, host, 443), expected, "{no_proxy:?} {host}");
        }
    }
}
