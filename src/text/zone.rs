//! The zone of an IPv6 address: the network interface behind which it is. It has a meaning on this machine alone, so neither
//! a server nor its certificate is told of it.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;

use crate::sys;
use crate::text::invalid::Invalid;

/// Longer than the name of any interface. What is longer is a mistake that no message repeats.
const MAX_NAME: usize = 32;

/// The name or the number of a network interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Zone(String);

impl Zone {
    /// Takes the zone out of the authority of a URL: `[fe80::1%25eth0]:3003` in RFC 6874's form, or with a bare `%`, as curl
    /// takes it too. `setting` is where the URL comes from.
    pub(crate) fn split<'a>(authority: &'a str, setting: &str) -> Result<(Cow<'a, str>, Option<Zone>), Invalid> {
        let parts = || {
            let (before, host) = authority.rsplit_once('[')?;
            let (address, after) = host.split_once(']')?;
            let (address, zone) = address.split_once('%')?;
            Some((format!("{before}[{address}]{after}"), zone))
        };
        let Some((bare, zone)) = parts() else {
            return Ok((Cow::Borrowed(authority), None));
        };
        let encoded = zone.strip_prefix("25").filter(|name| !name.is_empty()).unwrap_or(zone);
        let name = percent_decode_str(encoded).decode_utf8_lossy().into_owned();
        let is_strange = |c: char| c.is_control() || c.is_whitespace();
        if name.is_empty() || name.len() > MAX_NAME || name.contains(is_strange) {
            let problem = "has an IPv6 zone that is empty or no interface's: write it like https://[fe80::1%25eth0]";
            return Err(Invalid::new(setting, problem));
        }
        let zone = Zone(name);
        match zone.scope_id() {
            Some(_) => Ok((Cow::Owned(bare), Some(zone))),
            None if setting == "base_url" => Err(Invalid::new(
                setting,
                &format!(
                    "names the network interface {zone}, which this machine does not have: check the zone behind %25"
                ),
            )),
            // In a mistaken URL of a proxy it may be a part of a password.
            None => Err(Invalid::new(
                setting,
                "names a network interface that this machine does not have: check the zone behind %25",
            )),
        }
    }

    /// The number of the interface now: it may come and go.
    pub(crate) fn scope_id(&self) -> Option<u32> {
        sys::interface_index(&self.0).or_else(|| self.0.parse().ok().filter(|&index| index > 0))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_split_off() {
        for (authority, bare, zone) in [
            ("[fe80::1%257]:3003", "[fe80::1]:3003", Some("7")),
            ("[fe80::1%7]", "[fe80::1]", Some("7")),
            ("[fe80::1%25]", "[fe80::1]", Some("25")),
            ("[fe80::1%2525]", "[fe80::1]", Some("25")),
            ("[fe80::1%25%37]", "[fe80::1]", Some("7")),
            ("user:p%25w@[fe80::1%257]:1", "user:p%25w@[fe80::1]:1", Some("7")),
            ("[fe80::1]:3003", "[fe80::1]:3003", None),
            ("user:p%25w@proxy.test:1", "user:p%25w@proxy.test:1", None),
            ("nango.test", "nango.test", None),
        ] {
            let (found, its_zone) = Zone::split(authority, "base_url").unwrap();
            assert_eq!(found, bare);
            assert_eq!(its_zone.map(|zone| zone.0).as_deref(), zone, "{authority}");
        }
        for (authority, words) in [
            ("[fe80::1%]", "is empty"),
            ("[fe80::1%25%0a]", "is empty"),
            ("[fe80::1%25none7none7none7none7none7none7none7]", "is empty"),
            ("[fe80::1%250]", "names the network interface 0, which"),
            ("[fe80::1%25none7]", "names the network interface none7, which"),
            ("[fe80::1%none7]:1", "names the network interface none7, which"),
            (
                "[fe80::1%254294967296]",
                "names the network interface 4294967296, which",
            ),
        ] {
            let Invalid(problem) = Zone::split(authority, "base_url").unwrap_err();
            assert!(problem.starts_with("base_url ") && problem.contains(words), "{problem}");
        }
    }

    #[test]
    fn what_may_be_a_part_of_a_password_is_not_repeated() {
        let Invalid(problem) = Zone::split("user:pa@[ss%invented]:3128", "http_proxy").unwrap_err();
        assert!(
            problem.starts_with("http_proxy names a network interface") && !problem.contains("invented"),
            "{problem}"
        );
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn interfaces_have_names() {
        let (_, zone) = Zone::split("[::1%25lo]", "base_url").unwrap();
        assert_eq!(zone.unwrap().scope_id(), Some(1));
    }
}
