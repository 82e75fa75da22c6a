//! Headers of requests and responses.

use ureq::http::{HeaderName, HeaderValue};

/// A header, checked. `None` if HTTP does not allow it.
#[inline(never)]
pub(crate) fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some((name, value))
}
