//! The `Authorization` header that the credentials of a connection make.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use zeroize::Zeroizing;

use crate::connection::credentials::AuthMode;
use crate::text::secret::{SecretText, Span};

/// A username and a password, of which a connection may have one.
pub(super) struct Login<'a> {
    pub(super) username: Option<&'a str>,
    pub(super) password: Option<&'a str>,
}

/// The value of the header, terminated for C. `None` for a mode that one header does not authenticate, without the
/// credentials of the mode, or where they cannot stand in a header.
pub(super) fn of(mode: AuthMode, token: Option<&str>, login: Login<'_>) -> Option<(SecretText, Span)> {
    let value = match mode {
        AuthMode::Basic | AuthMode::InstallPlugin => basic(login.username, login.password)?,
        // Tableau has a header of its own.
        AuthMode::Tableau => return None,
        _ => bearer(token?)?,
    };
    let (text, [span]) = SecretText::join([Some(&value)]);
    span.map(|span| (text, span))
}

fn bearer(token: &str) -> Option<Zeroizing<String>> {
    let is_header_text = !token.is_empty() && token.bytes().all(|b| b >= b' ' && b != 0x7f);
    is_header_text.then(|| Zeroizing::new(["Bearer ", token].concat()))
}

/// Either may be empty, but not both.
fn basic(username: Option<&str>, password: Option<&str>) -> Option<Zeroizing<String>> {
    let (username, password) = (username.unwrap_or_default(), password.unwrap_or_default());
    if username.is_empty() && password.is_empty() {
        return None;
    }
    let pair = Zeroizing::new([username, ":", password].concat());
    let encoded = Zeroizing::new(BASE64_STANDARD.encode(pair.as_bytes()));
    Some(Zeroizing::new(["Basic ", encoded.as_str()].concat()))
}
