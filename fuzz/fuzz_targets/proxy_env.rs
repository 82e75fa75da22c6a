//! A base URL, then lines of `NAME=value` for the variables that name a proxy, U+0000 between them: which proxy is taken.

#![no_main]

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use libfuzzer_sys::fuzz_target;
use nango::{CallOptions, fuzzing};

/// Every variable that curl, or anybody else, looks at.
const VARIABLES: [&str; 8] = [
    "http_proxy",
    "HTTP_PROXY",
    "https_proxy",
    "HTTPS_PROXY",
    "all_proxy",
    "ALL_PROXY",
    "no_proxy",
    "NO_PROXY",
];

/// The variables of one run, by their name.
type Environment<'a> = Vec<(&'static str, &'a [u8])>;

/// A recognizable password, to find where it leaks.
const PASSWORD: &str = "pw-7f3a";

fuzz_target!(|data: &[u8]| {
    let mut parts = data.split(|&b| b == 0);
    let base_url = std::str::from_utf8(parts.next().unwrap_or_default()).unwrap_or("https://nango.test");
    let environment: Environment<'_> = parts.filter_map(variable).collect();
    apply(&environment);
    let Ok(built) = fuzzing::connection_url(base_url, true, false, "-", "-", &CallOptions::new()) else {
        assert!(fuzzing::proxy_from_environment(base_url).is_err());
        return;
    };
    let expected = expected(&environment, built.url.starts_with("https:"));
    let is_excepted = names(exceptions(&environment), &built.host);
    match (fuzzing::proxy_from_environment(base_url), expected) {
        (Ok(None), None) => {}
        (Ok(None), Some(_)) => assert!(
            exceptions(&environment).is_some(),
            "nothing says to go without the proxy"
        ),
        (Ok(Some(shown)), None) => panic!("{shown} although no variable names it"),
        (Ok(Some(shown)), Some((_, url))) => {
            assert!(!is_excepted, "{shown} although no_proxy names the host");
            check_taken(&shown, std::str::from_utf8(url).expect("others are refused"));
        }
        (Err(error), Some((name, _))) => {
            assert!(!is_excepted);
            let message = error.message();
            assert!(
                message.starts_with(&format!("the environment variable {name} ")),
                "{message}"
            );
            assert!(!message.contains(PASSWORD), "a mistaken URL can hold a password");
        }
        (Err(error), None) => panic!("{error} although there is no variable to refuse"),
    }
});

fn variable(line: &[u8]) -> Option<(&'static str, &[u8])> {
    let at = line.iter().position(|&b| b == b'=')?;
    let name = VARIABLES.iter().find(|name| name.as_bytes() == &line[..at])?;
    Some((name, &line[at + 1..]))
}

/// Makes the variables those of this process; the last of duplicates counts.
fn apply(environment: &Environment<'_>) {
    for name in VARIABLES {
        // SAFETY: no other thread reads or changes the environment: this target starts none.
        unsafe {
            match value(environment, name) {
                Some(value) => std::env::set_var(name, OsStr::from_bytes(value)),
                None => std::env::remove_var(name),
            }
        }
    }
}

fn value<'a>(environment: &Environment<'a>, name: &str) -> Option<&'a [u8]> {
    environment
        .iter()
        .rev()
        .find(|(found, _)| *found == name)
        .map(|(_, value)| *value)
}

fn exceptions<'a>(environment: &Environment<'a>) -> Option<&'a [u8]> {
    value(environment, "no_proxy").or_else(|| value(environment, "NO_PROXY"))
}

/// Whether the exceptions name the host literally, or all hosts.
fn names(exceptions: Option<&[u8]>, host: &str) -> bool {
    let has_dots_around = host.starts_with('.') || host.ends_with('.');
    exceptions
        .unwrap_or_default()
        .split(|b| b", ".contains(b))
        .any(|entry| entry == b"*" || !has_dots_around && entry.eq_ignore_ascii_case(host.as_bytes()))
}

/// The first variable that names a proxy. `HTTP_PROXY` is never one: a web server sets it from a request's header.
fn expected<'a>(environment: &Environment<'a>, is_https: bool) -> Option<(&'static str, &'a [u8])> {
    let names: &[&'static str] = match is_https {
        true => &["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"],
        false => &["http_proxy", "all_proxy", "ALL_PROXY"],
    };
    let found = names.iter().find_map(|name| Some((*name, value(environment, name)?)));
    found.filter(|(_, url)| !url.is_empty())
}

/// Host and port are those that the variable's value holds after any user information, which is not shown.
fn check_taken(shown: &str, url: &str) {
    let (scheme, after_scheme) = url.trim_ascii().split_once("://").unwrap_or(("http", url.trim_ascii()));
    let protocol = match scheme.to_ascii_lowercase().as_str() {
        "http" => "Http",
        "https" => "Https",
        "socks5" => "Socks5",
        "socks5h" => "Socks5h",
        other => panic!("{other} is not supported"),
    };
    let authority = after_scheme.split(['/', '?', '#']).next().unwrap_or_default();
    let (user_information, host_and_port) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (host, port) = match host_and_port.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (host_and_port, ""),
    };
    // The zone of an address is kept apart from it.
    let host = match host.strip_prefix('[').and_then(|address| address.split_once('%')) {
        Some((address, _)) => format!("[{address}]"),
        None => host.to_owned(),
    };
    let port: u16 = match port {
        "" if protocol == "Https" => 443,
        "" => 1080,
        digits => digits.parse().expect("a port is a number"),
    };
    assert_eq!(
        shown,
        format!("ForwardProxy {{ protocol: {protocol}, host: {host:?}, port: {port}, .. }}"),
        "{url}"
    );
    if user_information.contains(PASSWORD) && !host.contains(PASSWORD) {
        assert!(!shown.contains(PASSWORD), "a password is never shown");
    }
}
