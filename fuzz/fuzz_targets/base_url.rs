//! A base URL, an id, a provider config key and flags, U+0000 between them: the key goes to the host that the base URL
//! names, and an id can only name itself.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nango::{CallOptions, ErrorKind, fuzzing};
use percent_encoding::percent_decode_str;

/// A recognizable password, to find where it leaks.
const PASSWORD: &str = "pw-7f3a";

fuzz_target!(|data: &str| {
    let mut parts = data.split('\0');
    let mut next = || parts.next().unwrap_or_default();
    let (base_url, id, key, flags) = (next(), next(), next(), next());
    let mut options = CallOptions::new();
    options
        .force_refresh(flags.contains('f'))
        .refresh_token(flags.contains('r'))
        .refresh_github_app_jwt_token(flags.contains('g'));
    let (allow, connections) = (flags.contains('a'), flags.contains('c'));
    match fuzzing::connection_url(base_url, allow, connections, id, key, &options) {
        Ok(built) => {
            check_host(base_url, allow, &built);
            check_path(base_url, connections, id, &built.path);
            check_query(key, flags, &built.query);
            assert!(built.url.len() <= 65_534);
        }
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
            let message = error.message();
            assert!(message.starts_with("base_url ") || message.starts_with("connection_id and "));
            assert!(!message.contains(PASSWORD), "a mistaken URL can hold a password");
        }
    }
});

/// Scheme, authority and path of a base URL, taken apart by hand.
fn take_apart(base_url: &str) -> (&str, &str, &str) {
    let (scheme, rest) = base_url.split_once("://").expect("accepted, so it has a scheme");
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    (scheme, authority, path.trim_end_matches('/'))
}

/// The host is the one in the base URL, in the clear only where that is allowed.
fn check_host(base_url: &str, allow: bool, built: &fuzzing::Built) {
    let (scheme, authority, _) = take_apart(base_url);
    assert!(!authority.contains(['@', '?', '#', '\\']) && !base_url.contains(['?', '#']));
    let expected = match built.port {
        Some(_) => authority.rsplit_once(':').expect("a port").0,
        None => authority,
    };
    assert_eq!(built.host, expected);
    assert!(!built.host.is_empty() && built.port != Some(0));
    let is_https = scheme.eq_ignore_ascii_case("https");
    assert!(is_https || scheme.eq_ignore_ascii_case("http"));
    if !is_https && !allow {
        let host = expected.to_ascii_lowercase();
        let name = host.strip_suffix('.').unwrap_or(&host);
        let is_loopback = name == "localhost" || name.ends_with(".localhost") || is_loopback_address(name);
        assert!(is_loopback, "in the clear to {host}");
    }
}

fn is_loopback_address(host: &str) -> bool {
    let bare = host.trim_matches(['[', ']']);
    bare.parse::<std::net::IpAddr>()
        .is_ok_and(|address| address.is_loopback())
}

/// The prefix, the route and one segment that decodes to the id.
fn check_path(base_url: &str, connections: bool, id: &str, path: &str) {
    let route = if connections { "connections" } else { "connection" };
    let (_, _, prefix) = take_apart(base_url);
    let start = format!("{prefix}/{route}/");
    let segment = path.strip_prefix(&start).expect("the prefix and the route");
    assert!(segment != "." && segment != "..");
    check_encoded(segment, id);
}

fn check_query(key: &str, flags: &str, query: &str) {
    let mut pairs = query.split('&');
    let named = pairs.next().and_then(|pair| pair.strip_prefix("provider_config_key="));
    check_encoded(named.expect("the key comes first"), key);
    let expected = [
        ('f', "force_refresh=true"),
        ('r', "refresh_token=true"),
        ('g', "refresh_github_app_jwt_token=true"),
    ];
    let expected = expected.iter().filter(|(flag, _)| flags.contains(*flag));
    assert!(pairs.eq(expected.map(|(_, pair)| *pair)));
}

/// Only unreserved characters and escapes, which decode to `plain`.
fn check_encoded(encoded: &str, plain: &str) {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%".contains(&b);
    assert!(encoded.bytes().all(is_plain), "{encoded}");
    assert_eq!(percent_decode_str(encoded).decode_utf8().as_deref(), Ok(plain));
}
