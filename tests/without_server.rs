//! What a program's own tests make without a server: connections and errors. And the header that a connection gives.

use std::time::{Duration, SystemTime};

use nango::{AuthMode, Connection, Error, ErrorKind};

fn with_credentials(credentials: &str) -> Connection {
    let json = format!(r#"{{"connection_id":"c","provider_config_key":"p","credentials":{credentials}}}"#);
    Connection::from_json(&json).unwrap()
}

#[test]
fn a_connection_reads_its_own_document_again() {
    let json = r#"{"id":7,"connection_id":"c","provider_config_key":"p","provider":"github","metadata":{"plan":"gold"},
        "credentials":{"type":"OAUTH2","access_token":"invented-token","expires_at":"2026-01-01T00:00:00.000Z"}}"#;
    let first = Connection::from_json(json).unwrap();
    let second = Connection::from_json(first.json()).unwrap();
    assert_eq!(second.json(), json);
    assert_eq!((second.id(), second.auth_mode()), (7, AuthMode::OAuth2));
    assert_eq!(
        (second.token(), second.expires_at_ms()),
        (Some("invented-token"), Some(1_767_225_600_000))
    );
    assert_eq!(second.get_string("/metadata/plan"), Some("gold"));
}

#[test]
fn a_document_of_something_else_is_refused_with_its_place() {
    for (json, place) in [
        ("", "the document"),
        ("[]", "the document"),
        ("{}", "/connection_id"),
        (r#"{"connection_id":1,"provider_config_key":"p"}"#, "/connection_id"),
        (
            r#"{"connection_id":"c","provider_config_key":"p","credentials":"invented-token"}"#,
            "/credentials",
        ),
        (
            r#"{"connection_id":"c","provider_config_key":"p","credentials":{"type":"[redacted]","access_token":1}}"#,
            "/credentials/access_token",
        ),
    ] {
        let error = Connection::from_json(json)
            .err()
            .filter(|error| error.kind() == ErrorKind::Decode);
        let message = error.unwrap_or_else(|| panic!("{json}")).message().to_owned();
        assert!(
            message.contains(place) && !message.contains("invented"),
            "{json}: {message}"
        );
    }
}

#[test]
fn one_header_authenticates_these_modes() {
    for (credentials, expected) in [
        (r#"{"type":"OAUTH2","access_token":"t"}"#, Some("Bearer t")),
        (r#"{"type":"MCP_OAUTH2","access_token":"t"}"#, Some("Bearer t")),
        (r#"{"type":"MCP_OAUTH2_GENERIC","access_token":"t"}"#, Some("Bearer t")),
        (r#"{"type":"OAUTH2_CC","token":"t"}"#, Some("Bearer t")),
        (r#"{"type":"APP","access_token":"t"}"#, Some("Bearer t")),
        (r#"{"type":"APP_STORE","access_token":"t"}"#, Some("Bearer t")),
        (r#"{"type":"JWT","token":"t"}"#, Some("Bearer t")),
        (r#"{"type":"TWO_STEP","token":"t"}"#, Some("Bearer t")),
        (
            r#"{"type":"SIGNATURE","token":"t","username":"u","password":"p"}"#,
            Some("Bearer t"),
        ),
        (r#"{"type":"API_KEY","apiKey":"k"}"#, Some("Bearer k")),
        // The examples of RFC 7617.
        (
            r#"{"type":"BASIC","username":"Aladdin","password":"open sesame"}"#,
            Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ),
        (
            r#"{"type":"BASIC","username":"test","password":"123£"}"#,
            Some("Basic dGVzdDoxMjPCow=="),
        ),
        (r#"{"type":"BASIC","username":"u","password":""}"#, Some("Basic dTo=")),
        (r#"{"type":"BASIC","username":"u"}"#, Some("Basic dTo=")),
        (
            r#"{"type":"INSTALL_PLUGIN","username":"u","password":"p"}"#,
            Some("Basic dTpw"),
        ),
        (r#"{"type":"BASIC"}"#, None),
        (r#"{"type":"OAUTH2"}"#, None),
        (r#"{"type":"OAUTH2","access_token":""}"#, None),
        (r#"{"type":"API_KEY","apiKey":"k\r\nX-Injected: 1"}"#, None),
        (r#"{"type":"TABLEAU","token":"t"}"#, None),
        (r#"{"type":"OAUTH1","oauth_token":"t","oauth_token_secret":"s"}"#, None),
        (r#"{"type":"TBA","token_id":"t","token_secret":"s"}"#, None),
        (r#"{"type":"AWS_SIGV4","access_key_id":"t"}"#, None),
        (r#"{"type":"BILL","username":"u","password":"p"}"#, None),
        (r#"{"type":"CUSTOM","app":{"access_token":"t"}}"#, None),
        (r#"{"type":"NONE"}"#, None),
        (r#"{"type":"NEWER","access_token":"t"}"#, None),
        ("{}", None),
    ] {
        assert_eq!(with_credentials(credentials).authorization(), expected, "{credentials}");
    }
}

#[test]
fn an_error_is_as_a_call_would_return_it() {
    let error = Error::new(
        ErrorKind::RateLimited,
        429,
        Some("too_many_request"),
        Some("what to do"),
    );
    assert_eq!(
        (error.kind(), error.http_status(), error.code(), error.message()),
        (ErrorKind::RateLimited, 429, Some("too_many_request"), "what to do")
    );
    assert!(error.is_retryable());
    let plain = Error::new(ErrorKind::NotFound, 0, None, None);
    assert!(!plain.is_retryable() && plain.code().is_none() && !plain.message().is_empty());
}

#[test]
fn times_are_times_and_text() {
    let connection = Connection::from_json(
        r#"{"connection_id":"c","provider_config_key":"p","created_at":"2026-01-02T03:04:05.678Z",
            "updated_at":"1969-12-31T23:59:59.5+00:00","last_fetched_at":"yesterday",
            "credentials":{"type":"OAUTH2","access_token":"invented","expires_at":"9999-12-31T23:59:59Z"}}"#,
    )
    .unwrap();
    let epoch = SystemTime::UNIX_EPOCH;
    assert_eq!(
        connection.created_at_time(),
        Some(epoch + Duration::from_millis(1_767_323_045_678))
    );
    assert_eq!(connection.updated_at_time(), Some(epoch - Duration::from_millis(500)));
    assert_eq!(connection.last_fetched_at_time(), None);
    assert_eq!(connection.last_fetched_at(), Some("yesterday"));
    assert_eq!(
        connection.expires_at_time(),
        Some(epoch + Duration::from_secs(253_402_300_799))
    );
}
