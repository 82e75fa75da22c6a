//! Until when the cache may keep a connection.

use chrono::DateTime;

use crate::connection::cache::Expiry;
use crate::connection::credentials::AuthMode;
use crate::connection::model::Connection;
use crate::text::json;

/// How long a connection may be kept: until the first of its credentials expires.
pub(crate) fn of(connection: &Connection) -> Expiry {
    let whole = match connection.expires_at_ms() {
        Some(expires_ms) => Expiry::Until(expires_ms),
        None => member(connection, &["expires_at"]),
    };
    // These have nested credentials; so may modes that are newer than this library.
    match connection.auth_mode() {
        AuthMode::Custom | AuthMode::Unknown => [["app", "expires_at"], ["user", "expires_at"]]
            .into_iter()
            .fold(whole, |first, path| first.earlier(member(connection, &path))),
        _ => whole,
    }
}

/// The expiry in one member of the credentials; not to be kept if it is not a valid time. Searches the text, because
/// the index of a document would be kept with the connection.
fn member(connection: &Connection, path: &[&str]) -> Expiry {
    let credentials = connection.credentials_json();
    let raw = path.iter().fold(credentials, |value, name| json::member(value?, name));
    let Some(raw) = raw.filter(|raw| *raw != "null") else {
        return Expiry::Always;
    };
    let time = json::string(raw).and_then(|text| DateTime::parse_from_rfc3339(&text).ok());
    time.map_or(Expiry::Never, |time| Expiry::Until(time.timestamp_millis()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::secret::Wiped;

    /// A connection with these credentials.
    fn with(credentials: &str) -> Connection {
        let body = format!(r#"{{"connection_id":"c","provider_config_key":"p","credentials":{credentials}}}"#);
        Connection::decode(Wiped::copy_of(body.as_bytes())).unwrap()
    }

    #[test]
    fn a_connection_is_kept_until_the_first_of_its_credentials_expires() {
        for (credentials, expected) in [
            (r#"{"type":"API_KEY","apiKey":"invented"}"#, Expiry::Always),
            (r#"{"type":"OAUTH2","expires_at":null}"#, Expiry::Always),
            (
                r#"{"type":"OAUTH2","expires_at":"1970-01-01T00:00:01.5Z"}"#,
                Expiry::Until(1500),
            ),
            (
                r#"{"type":"OAUTH2","expires_at":"1970-01-01T01:00:01+01:00"}"#,
                Expiry::Until(1000),
            ),
            (r#"{"type":"OAUTH2","expires_at":"tomorrow"}"#, Expiry::Never),
            (r#"{"type":"OAUTH2","expires_at":""}"#, Expiry::Never),
            (r#"{"type":"OAUTH2","expires_at":1500}"#, Expiry::Never),
            (r#"{"type":"OAUTH2","raw":{"expires_at":1500}}"#, Expiry::Always),
            (
                r#"{"type":"CUSTOM","app":{"expires_at":"1970-01-01T00:00:02Z"},"user":{"expires_at":"1970-01-01T00:00:01Z"}}"#,
                Expiry::Until(1000),
            ),
            (
                r#"{"type":"CUSTOM","app":{"expires_at":"1970-01-01T00:00:02Z"},"user":null}"#,
                Expiry::Until(2000),
            ),
            (
                r#"{"type":"CUSTOM","app":{"expires_at":"1970-01-01T00:00:02Z"},"user":{"expires_at":"soon"}}"#,
                Expiry::Never,
            ),
            ("{}", Expiry::Always),
        ] {
            assert_eq!(of(&with(credentials)), expected, "{credentials}");
        }
    }
}
