//! Which proxy the environment names, by curl's rules.

use std::ffi::OsString;
use std::net::IpAddr;

use super::HttpProxy;
use crate::text::invalid::Invalid;

/// curl's variables: `http_proxy` in lower case only, since a web server sets `HTTP_PROXY` from a request's header; a
/// lower-case name before the upper-case one; an empty value means no proxy.
pub(super) fn from_environment(
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
}
