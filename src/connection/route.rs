//! Nango's routes that return a connection, and their URLs.

use bytes::Bytes;
use percent_encoding::utf8_percent_encode;
use ureq::http::Uri;

use crate::client::call_options::CallOptions;
use crate::client::error::Error;
use crate::text::url::{BaseUrl, ENCODED, push_segment};

/// The length of a URL without the base, the ids and most of the flags.
const ROOM: usize = 64;

/// A route that a server may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConnectionRoute {
    Connection,
    Connections,
}

impl ConnectionRoute {
    /// The other one.
    pub(crate) fn other(self) -> ConnectionRoute {
        match self {
            ConnectionRoute::Connection => ConnectionRoute::Connections,
            ConnectionRoute::Connections => ConnectionRoute::Connection,
        }
    }

    /// Its name on the server.
    pub(crate) fn segment(self) -> &'static str {
        match self {
            ConnectionRoute::Connection => "connection",
            ConnectionRoute::Connections => "connections",
        }
    }
}

/// The URL of a connection.
pub(crate) fn url(
    base_url: &BaseUrl,
    route: ConnectionRoute,
    connection_id: &str,
    provider_config_key: &str,
    options: &CallOptions,
) -> Result<Uri, Error> {
    let mut url =
        String::with_capacity(base_url.as_str().len() + ROOM + 3 * (connection_id.len() + provider_config_key.len()));
    url.push_str(base_url.as_str());
    url.push('/');
    url.push_str(route.segment());
    url.push('/');
    push_segment(&mut url, connection_id);
    url.push_str("?provider_config_key=");
    url.extend(utf8_percent_encode(provider_config_key, ENCODED));
    for (name, on) in [
        ("force_refresh", options.force_refresh),
        ("refresh_token", options.refresh_token),
        ("refresh_github_app_jwt_token", options.refresh_github_app_jwt_token),
    ] {
        if on {
            url.push('&');
            url.push_str(name);
            url.push_str("=true");
        }
    }
    Uri::from_maybe_shared(Bytes::from(url)).map_err(|_| {
        Error::invalid_argument(
            "connection_id and provider_config_key make the URL longer than 65,534 bytes: pass the ids themselves",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url_of(id: &str, key: &str) -> String {
        let base = BaseUrl::parse(Some("https://nango.test/prefix/"), false, true).unwrap();
        url(&base, ConnectionRoute::Connection, id, key, &CallOptions::new())
            .unwrap()
            .to_string()
    }

    #[test]
    fn an_id_can_only_name_itself() {
        for (id, segment) in [
            ("rich", "rich"),
            (".", "%2E"),
            ("..", "%2E%2E"),
            ("...", "..."),
            ("../connections/x", "..%2Fconnections%2Fx"),
            ("a/../b?x=1#y", "a%2F..%2Fb%3Fx%3D1%23y"),
            ("100% ü+", "100%25%20%C3%BC%2B"),
            ("a\n", "a%0A"),
        ] {
            let expected = format!("https://nango.test/prefix/connection/{segment}?provider_config_key=github");
            assert_eq!(url_of(id, "github"), expected, "{id:?}");
        }
        assert!(url_of("x", ". &=+").ends_with("?provider_config_key=.%20%26%3D%2B"));
    }
}
