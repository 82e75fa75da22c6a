//! Requests to an HTTP proxy that fetches http:// URLs itself, which needs no tunnel.

use zeroize::Zeroizing;

use super::server::ForwardProxy;
use super::target::Target;

/// The head of a request with the whole URL in its first line and the proxy's credentials, made from one for the server.
/// `None` if `head` has no first line.
pub(crate) fn in_absolute_form(head: &[u8], proxy: &ForwardProxy, target: &Target<'_>) -> Option<Zeroizing<Vec<u8>>> {
    let line_end = memchr::memmem::find(head, b"\r\n")? + 2;
    let method_end = memchr::memchr(b' ', &head[..line_end])? + 1;
    let mut absolute = Zeroizing::new(Vec::with_capacity(head.len() + 1024));
    absolute.extend_from_slice(&head[..method_end]);
    absolute.extend_from_slice(format!("http://{}:{}", target.host(), target.port).as_bytes());
    absolute.extend_from_slice(&head[method_end..line_end]);
    if let Some(credentials) = proxy.credentials() {
        absolute.extend_from_slice(b"Proxy-Authorization: Basic ");
        absolute.extend_from_slice(credentials.basic().as_bytes());
        absolute.extend_from_slice(b"\r\n");
    }
    absolute.extend_from_slice(&head[line_end..]);
    Some(absolute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_has_the_whole_url() {
        let proxy = ForwardProxy::parse("http://user:invented@proxy.test", "http_proxy").unwrap();
        let target = Target::new("nango.test", 3003, None);
        let head = b"GET /connection/1?a=b HTTP/1.1\r\nHost: nango.test:3003\r\n\r\n";
        let absolute = in_absolute_form(head, &proxy, &target).unwrap();
        assert_eq!(
            String::from_utf8(absolute.to_vec()).unwrap(),
            "GET http://nango.test:3003/connection/1?a=b HTTP/1.1\r\nProxy-Authorization: Basic dXNlcjppbnZlbnRlZA==\r\n\
             Host: nango.test:3003\r\n\r\n"
        );
        assert!(in_absolute_form(b"GET / HTTP/1.1", &proxy, &target).is_none());
    }
}
