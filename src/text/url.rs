//! Base URLs and request URLs. An id can only ever name itself: everything in it is encoded.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use ureq::http::Uri;

use crate::text::invalid::{IN_QUOTES, Invalid, is_quoted};
use crate::text::zone::Zone;

/// Nango Cloud.
const DEFAULT_BASE_URL: &str = "https://api.nango.dev";

/// All but the unreserved characters of RFC 3986.
pub(crate) const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What a URL cannot hold as it is. A percent sign is looked at on its own.
const IMPOSSIBLE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A checked base URL, without a slash at its end.
pub(crate) struct BaseUrl {
    text: String,
    uri: Uri,
    /// Of an IPv6 address; not in the two above.
    zone: Option<Zone>,
}

impl BaseUrl {
    /// Checks `url`. No message repeats it, since a mistaken one can hold a password. `reads_permission` tells whether the
    /// environment could allow plain http.
    pub(crate) fn parse(
        url: Option<&str>,
        allow_plaintext_http: bool,
        reads_permission: bool,
    ) -> Result<BaseUrl, Invalid> {
        let url = url.unwrap_or(DEFAULT_BASE_URL);
        let refuse = |problem: &str| Err(Invalid::new("base_url", problem));
        if is_quoted(url) {
            return refuse(IN_QUOTES);
        }
        if url.ends_with(['\n', '\r']) {
            return refuse("ends with a newline: remove it");
        }
        if !url.bytes().all(|b| b.is_ascii_graphic()) {
            return refuse(
                "contains a space, a control character or a non-ASCII character: percent-encode the path, write the host \
                 in its xn-- form",
            );
        }
        let Some((scheme, rest)) = url.split_once("://") else {
            return refuse("has no scheme: write it like https://api.nango.dev");
        };
        if url.contains(['?', '#']) {
            return refuse("has a query or a fragment: leave out everything from ? or # on");
        }
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        if authority.contains('@') {
            return refuse(
                "contains user information: set the key with secret_key and leave out everything up to the @",
            );
        }
        let (authority, zone) = Zone::split(authority, "base_url")?;
        let text = format!("{scheme}://{authority}{path}").trim_end_matches('/').to_owned();
        let Some((host, _)) = host_and_port(&authority) else {
            return refuse("has no host, or a port outside 1 to 65535: write it like https://api.nango.dev:443");
        };
        let Ok(uri) = text.parse::<Uri>() else {
            return refuse("is not a URL: write it like https://api.nango.dev");
        };
        match scheme.to_ascii_lowercase().as_str() {
            "https" => {}
            "http" if allow_plaintext_http || is_loopback(host) => {}
            "http" if reads_permission => {
                return refuse(
                    "is plain http to a host other than loopback, so anyone on the network path can read the secret key: use https, or allow it \
                     with allow_plaintext_http or NANGO_ALLOW_PLAINTEXT_HTTP=1",
                );
            }
            "http" => {
                return refuse(
                    "is plain http beyond loopback, where anybody on the way can read the secret key: use https, or allow it \
                     with allow_plaintext_http",
                );
            }
            _ => return refuse("has a scheme other than https and http"),
        }
        Ok(BaseUrl { text, uri, zone })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_https(&self) -> bool {
        self.uri.scheme_str() == Some("https")
    }

    /// Whether this is plain http that stays within this machine.
    pub(crate) fn is_local_plaintext(&self) -> bool {
        !self.is_https() && is_loopback(self.host())
    }

    pub(crate) fn host(&self) -> &str {
        self.uri.host().unwrap_or_default()
    }

    /// The zone of the host, if that is an IPv6 address with one.
    pub(crate) fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }

    /// The port that is connected to.
    pub(crate) fn port(&self) -> u16 {
        self.uri.port_u16().unwrap_or(self.own_port())
    }

    /// The port of the scheme.
    fn own_port(&self) -> u16 {
        if self.is_https() { 443 } else { 80 }
    }

    /// What the `Host` header says: the host, and the port if it is not the scheme's own.
    pub(crate) fn host_header(&self) -> String {
        match self.port() {
            port if port != self.own_port() => format!("{}:{port}", self.host()),
            _ => self.host().to_owned(),
        }
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Adds `id` as one path segment, encoded so that it can only name itself. Whole segments of dots would be taken for steps up the path.
pub(crate) fn push_segment(url: &mut String, id: &str) {
    match id {
        "." => url.push_str("%2E"),
        ".." => url.push_str("%2E%2E"),
        other => url.extend(utf8_percent_encode(other, ENCODED)),
    }
}

/// Host and port of an authority without user information. Stricter than a URL library, which passes over what stands
/// around brackets: what was written and what is connected to must be the same.
pub(crate) fn host_and_port(authority: &str) -> Option<(&str, Option<u16>)> {
    let (host, rest) = match authority.find(']') {
        Some(end) => authority.split_at(end + 1),
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_host = match bare {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => !host.is_empty() && !host.contains(['[', ']']),
    };
    let port = match rest.strip_prefix(':') {
        None if rest.is_empty() => None,
        None => return None,
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
            Some(digits.parse().ok().filter(|&port| port > 0)?)
        }
        Some(_) => return None,
    };
    is_host.then_some((host, port))
}

/// Whether a host can only be this machine: a loopback address, or a name that is never looked up.
pub(crate) fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    is_localhost(bare)
        || bare.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback())
        || bare.parse::<Ipv6Addr>().is_ok_and(|ip| ip.is_loopback())
}

/// Whether a name is `localhost` or below it, in any case, with or without the dot of the root. RFC 6761 reserves these
/// names for this machine; DNS and the hosts file may say otherwise, so they are not asked.
pub(crate) fn is_localhost(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

/// Whether it names a host: with a scheme, or by beginning with two slashes.
pub(crate) fn is_absolute(endpoint: &str) -> bool {
    let mut first = endpoint.chars();
    let is_slash = |c: Option<char>| matches!(c, Some('/' | '\\'));
    if is_slash(first.next()) {
        return is_slash(first.next());
    }
    let Some((scheme, rest)) = endpoint.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme && (rest.starts_with("//") || matches!(&*scheme.to_ascii_lowercase(), "http" | "https"))
}

/// Whether a segment is `.` or `..`, however it is encoded: URL libraries follow `%2e`, some servers decode `%2f` first.
pub(crate) fn has_dot_segment(path: &str) -> bool {
    let decoded: Vec<u8> = percent_decode_str(path).collect();
    decoded
        .split(|byte| matches!(byte, b'/' | b'\\'))
        .any(|segment| matches!(segment, b"." | b".."))
}

/// Keeps what is encoded already, and encodes only what no URL can hold.
pub(crate) fn push_literally(url: &mut String, endpoint: &str) {
    for (i, part) in endpoint.split('%').enumerate() {
        if i > 0 {
            let is_encoded = part
                .as_bytes()
                .get(..2)
                .is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            url.push_str(if is_encoded { "%" } else { "%25" });
        }
        url.extend(utf8_percent_encode(part, IMPOSSIBLE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_header_has_a_port_that_is_not_the_schemes_own() {
        for (base_url, header) in [
            ("https://nango.test", "nango.test"),
            ("https://nango.test:443/x", "nango.test"),
            ("https://nango.test:80", "nango.test:80"),
            ("http://localhost:80", "localhost"),
            ("http://[::1]:3003", "[::1]:3003"),
            ("http://[::1%251]:3003/x", "[::1]:3003"),
            ("https://[fe80::1%1]:443", "[fe80::1]"),
        ] {
            assert_eq!(
                BaseUrl::parse(Some(base_url), false, true).unwrap().host_header(),
                header
            );
        }
    }

    #[test]
    fn base_urls_are_checked() {
        for good in [
            "https://api.nango.dev",
            "https://api.nango.dev/",
            "HTTPS://nango.example:8443/a/b",
            "http://127.0.0.1:3003",
            "http://127.9.9.9",
            "http://[::1]:3003",
            "http://localhost:3003",
            "http://localhost.:3003",
            "http://nango.localhost",
            "http://a.b.LocalHost.",
        ] {
            assert!(BaseUrl::parse(Some(good), false, true).is_ok(), "{good}");
        }
        for (bad, word) in [
            ("", "scheme"),
            ("api.nango.dev", "scheme"),
            ("//api.nango.dev", "scheme"),
            ("ftp://api.nango.dev", "scheme"),
            ("https://", "base_url"),
            ("https:///path", "base_url"),
            ("http://[::1]evil.test", "base_url"),
            ("http://127.0.0.1:3[::1]", "base_url"),
            ("http://[localhost]", "base_url"),
            ("http://a[::1]", "base_url"),
            ("https://user:invented@api.nango.dev", "user information"),
            ("https://api.nango.dev?x=1", "query"),
            ("https://api.nango.dev/#x", "fragment"),
            ("https://api.nango.dev:", "port"),
            ("https://api.nango.dev:0", "port"),
            ("https://[fe80::1%25]none0", "has no host"),
            ("https://[fe80::x%251]", "has no host"),
            ("https://[fe80::1%25none0]:3003", "names the network interface none0"),
            ("https://[fe80::1%none0]/x", "names the network interface none0"),
            ("http://[fe80::1%251]", "allow_plaintext_http"),
            ("https://api.nango.dev:99999", "base_url"),
            ("https://api.nango.dev\n", "newline"),
            ("https://api.nan\ngo.dev", "control"),
            ("\"https://api.nango.dev\"", "quotation marks"),
            ("'https://api.nango.dev'", "quotation marks"),
            ("https://münchen.example", "xn--"),
            ("http://192.0.2.1", "NANGO_ALLOW_PLAINTEXT_HTTP"),
            ("http://localhost.example.com", "allow_plaintext_http"),
            ("http://localhost..", "allow_plaintext_http"),
            ("http://notlocalhost", "allow_plaintext_http"),
            ("http://1270.0.0.1", "allow_plaintext_http"),
        ] {
            let error = BaseUrl::parse(Some(bad), false, true).unwrap_err();
            assert!(error.0.contains(word), "{bad}: {error:?}");
            assert!(error.0.starts_with("base_url "), "{bad}: {error:?}");
            assert!(!error.0.contains("invented"), "{bad}: {error:?}");
        }
        assert!(BaseUrl::parse(Some("http://192.0.2.1"), true, true).is_ok());
        let error = BaseUrl::parse(Some("http://192.0.2.1"), false, false).unwrap_err();
        assert!(error.0.ends_with("allow it with allow_plaintext_http"), "{error:?}");
    }
}
