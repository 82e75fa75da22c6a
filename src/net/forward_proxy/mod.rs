//! Forward proxies: which one a client uses, and how it is told to pass bytes on.

mod connect;
mod environment;
mod http;
mod server;
mod socks;
mod target;

use std::env;
use std::ffi::OsString;

use crate::net::stream::ByteStream;
use crate::text::invalid::Invalid;
use crate::text::url::{BaseUrl, is_loopback};

use self::environment::from_environment;

pub(crate) use self::connect::UNAUTHENTICATED;
pub(crate) use self::http::in_absolute_form;
pub(crate) use self::server::{ForwardProxy, Protocol};
pub(crate) use self::target::Target;

/// The proxy for `base_url`: the one that was set (`""` is none), or the one of the environment, if that may be read.
///
/// Plain http to this machine needs no permission, since the key does not leave the machine. So it must not leave it through
/// a proxy on another machine either, unless plain http is allowed.
pub(crate) fn choose(
    set: Option<&str>,
    read_env: bool,
    base_url: &BaseUrl,
    allow_plaintext_http: bool,
) -> Result<Option<ForwardProxy>, Invalid> {
    choose_by(|name| env::var_os(name), set, read_env, base_url, allow_plaintext_http)
}

/// The same with the caller's environment.
fn choose_by(
    variable: impl Fn(&str) -> Option<OsString>,
    set: Option<&str>,
    read_env: bool,
    base_url: &BaseUrl,
    allow_plaintext_http: bool,
) -> Result<Option<ForwardProxy>, Invalid> {
    let carries_key_away =
        |proxy: &ForwardProxy| base_url.is_local_plaintext() && !allow_plaintext_http && !is_loopback(&proxy.host);
    match set {
        Some("") => Ok(None),
        Some(url) => match ForwardProxy::parse(url, "http_proxy")? {
            proxy if carries_key_away(&proxy) => Err(Invalid::new(
                "http_proxy",
                "is on another machine, which could read the secret key, since base_url is plain http to this machine: \
                 leave http_proxy out, or allow it with allow_plaintext_http",
            )),
            proxy => Ok(Some(proxy)),
        },
        None if !read_env => Ok(None),
        None => Ok(from_environment(variable, base_url)?.filter(|proxy| !carries_key_away(proxy))),
    }
}

/// Requests a tunnel to `host` and `port` from the proxy at the other end of `stream`.
pub(crate) fn open_tunnel(
    proxy: &ForwardProxy,
    stream: &mut dyn ByteStream,
    target: &Target<'_>,
) -> Result<(), ureq::Error> {
    match proxy.protocol {
        Protocol::Http | Protocol::Https => connect::open_tunnel(proxy, stream, target),
        Protocol::Socks5 | Protocol::Socks5h => socks::open_tunnel(proxy, stream, target),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
                choose_by(variable, None, true, &base_url, false).unwrap().is_none(),
                "{url}"
            );
            assert!(
                choose_by(variable, None, true, &base_url, true).unwrap().is_some(),
                "{url}"
            );
            assert!(
                choose_by(local, None, true, &base_url, false).unwrap().is_some(),
                "{url}"
            );
            assert!(
                choose_by(local, None, false, &base_url, false).unwrap().is_none(),
                "{url}"
            );
            let error = choose_by(variable, Some("proxy.test"), true, &base_url, false).unwrap_err();
            assert!(error.0.starts_with("http_proxy is on another machine"), "{error:?}");
            assert!(
                choose_by(variable, Some("[::1]:1"), true, &base_url, false)
                    .unwrap()
                    .is_some(),
                "{url}"
            );
        }
        let elsewhere = BaseUrl::parse(Some("https://localhost"), false, true).unwrap();
        let through = choose_by(variable, Some("proxy.test"), true, &elsewhere, false).unwrap();
        assert!(through.is_some(), "TLS keeps the key to itself");
    }
}
