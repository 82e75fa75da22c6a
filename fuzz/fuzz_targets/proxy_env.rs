//! A base URL, then lines of `NAME=value` for the variables that name a proxy, U+0000 between them: which proxy is taken.

#![no_main]

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use libfuzzer_sys::fuzz_target;
use nango::fuzzing;

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

fuzz_target!(|data: &[u8]| {
    let mut parts = data.split(|&b| b == 0);
    let base_url = std::str::from_utf8(parts.next().unwrap_or_default()).unwrap_or("https://nango.test");
    let environment: Environment<'_> = parts.filter_map(variable).collect();
    apply(&environment);
    let is_https = base_url
        .split("://")
        .next()
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("https"));
    let expected = expected(&environment, is_https);
    match (fuzzing::proxy_from_environment(base_url), expected) {
        (Ok(None), _) => {}
        (Ok(Some(shown)), Some((_, url))) => check_taken(&shown, url),
        (Ok(Some(shown)), None) => panic!("{shown} although no variable names it"),
        (Err(error), expected) => check_refused(error.message(), expected),
    }
    let nobody = exceptions(&environment).is_some_and(|names| names.split([',', ' ']).any(|name| name == "*"));
    if nobody {
        assert!(matches!(fuzzing::proxy_from_environment(base_url), Ok(None)) || is_refused(base_url));
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

fn text<'a>(environment: &Environment<'a>, name: &str) -> Option<&'a str> {
    value(environment, name).and_then(|value| std::str::from_utf8(value).ok())
}

fn exceptions<'a>(environment: &Environment<'a>) -> Option<&'a str> {
    text(environment, "no_proxy").or_else(|| text(environment, "NO_PROXY"))
}

/// The first variable that names a proxy. `HTTP_PROXY` is never one: a web server sets it from a request's header.
fn expected<'a>(environment: &Environment<'a>, is_https: bool) -> Option<(&'static str, &'a str)> {
    let names: &[&'static str] = match is_https {
        true => &["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"],
        false => &["http_proxy", "all_proxy", "ALL_PROXY"],
    };
    let found = names.iter().find_map(|name| Some((*name, text(environment, name)?)));
    found.filter(|(_, url)| !url.is_empty())
}

/// Host and port are those that the variable's value holds after any user information, which is not shown.
fn check_taken(shown: &str, url: &str) {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = after_scheme.split(['/', '?', '#']).next().unwrap_or_default();
    let (user_information, host_and_port) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (host, port) = match host_and_port.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (host_and_port, ""),
    };
    let port: u16 = match port {
        "" => 1080,
        digits => digits.parse().expect("a port is a number"),
    };
    assert_eq!(
        shown,
        format!("HttpProxy {{ host: {host:?}, port: {port}, .. }}"),
        "{url}"
    );
    if user_information.len() >= 8 && !host.contains(user_information) {
        assert!(!shown.contains(user_information), "a password is never shown");
    }
}

/// A refusal names the base URL or the variable, and repeats neither.
fn check_refused(message: &str, expected: Option<(&'static str, &str)>) {
    if message.starts_with("base_url ") {
        return;
    }
    let (name, url) = expected.expect("only a variable can be refused");
    assert!(
        message.starts_with(&format!("the environment variable {name} ")),
        "{message}"
    );
    if url.len() >= 24 {
        assert!(!message.contains(url), "a mistaken URL can hold a password");
    }
}

fn is_refused(base_url: &str) -> bool {
    fuzzing::connection_url(base_url, true, false, "-", "-", &nango::CallOptions::new()).is_err()
}
