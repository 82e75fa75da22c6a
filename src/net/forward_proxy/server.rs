//! A proxy's URL.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use percent_encoding::percent_decode_str;
use ureq::http::uri::Authority;
use zeroize::Zeroizing;

use crate::text::invalid::{IN_QUOTES, Invalid, is_quoted};
use crate::text::url::host_and_port;
use crate::text::zone::Zone;

/// The protocol of a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protocol {
    Http,
    /// HTTP over TLS.
    Https,
    /// SOCKS 5, where this machine resolves the server's name.
    Socks5,
    /// SOCKS 5, where the proxy resolves it.
    Socks5h,
}

/// The schemes of a proxy's URL, with curl's default ports, which are not HTTP's.
const SCHEMES: [(&str, Protocol, u16); 4] = [
    ("http", Protocol::Http, 1080),
    ("https", Protocol::Https, 443),
    ("socks5", Protocol::Socks5, 1080),
    ("socks5h", Protocol::Socks5h, 1080),
];

/// A proxy that every connection of a client goes through. Never printed: its URL may hold a password.
pub(crate) struct ForwardProxy {
    pub(crate) protocol: Protocol,
    pub(crate) host: String,
    pub(crate) port: u16,
    /// Of an IPv6 address.
    pub(crate) zone: Option<Zone>,
    credentials: Option<Credentials>,
}

/// A user and a password, percent-decoded.
pub(crate) struct Credentials {
    pub(crate) user: Zeroizing<Vec<u8>>,
    pub(crate) password: Zeroizing<Vec<u8>>,
}

impl ForwardProxy {
    /// `what` is the setting or the variable that `url` comes from. No message repeats the URL. Without a scheme it is an
    /// HTTP proxy. User and password may have any character but `/`, `?` and `#` as it is, as with curl.
    pub(crate) fn parse(url: &str, what: &str) -> Result<ForwardProxy, Invalid> {
        let refuse = |problem: &str| Err(Invalid::new(what, problem));
        let url = url.trim_ascii();
        if is_quoted(url) {
            return refuse(IN_QUOTES);
        }
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let scheme = scheme.to_ascii_lowercase();
        let Some(&(_, protocol, default_port)) = SCHEMES.iter().find(|(known, ..)| *known == scheme) else {
            return refuse(
                "is of a kind that is not supported: use a proxy with http://, https://, socks5:// or socks5h://",
            );
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (user_information, address) = match authority.rsplit_once('@') {
            Some((user_information, address)) => (Some(user_information), address),
            None => (None, authority),
        };
        let is_cut_off = user_information.is_none() && rest.contains('@');
        let (address, zone) = Zone::split(address, what)?;
        let address = address.as_ref();
        match host_and_port(address).filter(|_| address.parse::<Authority>().is_ok()) {
            _ if is_cut_off => {
                refuse("has a / ? or # in its user or password: percent-encode it there, as %2F, %3F or %23")
            }
            None if !address.is_ascii() => refuse("has letters beyond ASCII in its host: write it in its xn-- form"),
            None => refuse("has no host, or a port outside 1 to 65535: write it like http://proxy.example:3128"),
            Some((host, port)) => Ok(ForwardProxy {
                protocol,
                host: host.to_owned(),
                port: port.unwrap_or(default_port),
                zone,
                credentials: user_information.map(Credentials::parse),
            }),
        }
    }

    pub(crate) fn credentials(&self) -> Option<&Credentials> {
        self.credentials.as_ref()
    }

    /// Its kind and address, for messages.
    pub(crate) fn name(&self) -> String {
        let kind = match self.protocol {
            Protocol::Http | Protocol::Https => "HTTP",
            Protocol::Socks5 | Protocol::Socks5h => "SOCKS",
        };
        format!("{kind} proxy {}:{}", self.host, self.port)
    }
}

impl Credentials {
    fn parse(user_information: &str) -> Credentials {
        let (user, password) = user_information.split_once(':').unwrap_or((user_information, ""));
        let decoded = |text: &str| Zeroizing::new(percent_decode_str(text).collect::<Vec<u8>>());
        Credentials {
            user: decoded(user),
            password: decoded(password),
        }
    }

    /// For the header of basic authentication.
    pub(crate) fn basic(&self) -> Zeroizing<String> {
        let plain = Zeroizing::new([self.user.as_slice(), b":", self.password.as_slice()].concat());
        Zeroizing::new(BASE64_STANDARD.encode(plain.as_slice()))
    }
}

impl fmt::Debug for ForwardProxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ForwardProxy")
            .field("protocol", &self.protocol)
            .field("host", &self.host)
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// User and password of a URL, as sent to a proxy.
    fn credentials_in(url: &str) -> (String, String) {
        let proxy = ForwardProxy::parse(url, "http_proxy").unwrap();
        assert!(!format!("{proxy:?}").contains("invented"));
        let found = proxy.credentials().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (text(&found.user), text(&found.password))
    }

    #[test]
    fn user_and_password_are_taken_as_curl_takes_them() {
        for (url, user, password) in [
            (
                "http://us%40er:invented%3Apassword@proxy.test:8080",
                "us@er",
                "invented:password",
            ),
            (
                "http://DOMAIN\\user:invented^{}|\"<>`\\@proxy.test",
                "DOMAIN\\user",
                "invented^{}|\"<>`\\",
            ),
            ("DOMAIN%5Cuser:invented@proxy.test:1", "DOMAIN\\user", "invented"),
            ("http://user:invented@p@ss@proxy.test", "user", "invented@p@ss"),
            (
                "http://jürgen:invented-passwörd@proxy.test",
                "jürgen",
                "invented-passwörd",
            ),
            ("socks5h://user:invented:100%@proxy.test", "user", "invented:100%"),
            ("http://invented@proxy.test", "invented", ""),
            ("http://:invented@proxy.test", "", "invented"),
        ] {
            assert_eq!(credentials_in(url), (user.to_owned(), password.to_owned()), "{url}");
        }
    }

    #[test]
    fn schemes_have_curls_ports() {
        for (url, expected) in [
            ("proxy.test", "HTTP proxy proxy.test:1080"),
            ("HTTP://proxy.test/", "HTTP proxy proxy.test:1080"),
            (" http://proxy.test:3128/x?y#z ", "HTTP proxy proxy.test:3128"),
            ("https://proxy.test", "HTTP proxy proxy.test:443"),
            ("socks5://[::1]", "SOCKS proxy [::1]:1080"),
            ("socks5h://proxy.test:9", "SOCKS proxy proxy.test:9"),
        ] {
            assert_eq!(
                ForwardProxy::parse(url, "http_proxy").unwrap().name(),
                expected,
                "{url}"
            );
        }
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_is_repeated() {
        for (url, says) in [
            ("socks4://invented@p:1", "not supported"),
            ("ftp://invented@p:1", "not supported"),
            ("http://", "has no host"),
            ("in vented", "has no host"),
            ("http://invented@", "has no host"),
            ("http://user:invented@proxy.test:port", "has no host, or a port"),
            ("http://invented@pröxy.test", "xn--"),
            ("http://user:invented/password@proxy.test", "percent-encode"),
            ("http://user:invented#password@proxy.test", "%23"),
        ] {
            let error = ForwardProxy::parse(url, "http_proxy").unwrap_err();
            assert!(
                error.0.starts_with("http_proxy ") && error.0.contains(says),
                "{url}: {error:?}"
            );
            assert!(
                !error.0.contains("invented") && !error.0.contains("is not a URL"),
                "{error:?}"
            );
        }
    }
}
