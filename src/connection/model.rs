//! The typed view of a connection: Nango's response, read once, kept in memory that is wiped.

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

use once_cell::race::OnceBox;

use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::connection::authorization::{self, Login};
use crate::connection::credentials::AuthMode;
use crate::connection::decode::{self, PARTS, TEXTS};
#[cfg(feature = "capi")]
use crate::connection::joined;
use crate::text::secret::{Part, SecretText, Span, Text, Wiped};
use crate::text::value::{Document, Value};

pub(crate) use crate::connection::decode::{DecodeError, Field};

/// A connection with its credentials, as Nango returned it.
///
/// Immutable and shareable between threads. Everything is kept as it was sent and wiped when the last owner drops it;
/// `Debug` shows no credential. Members that this library does not know are reached with [`Connection::get_json`].
pub struct Connection {
    text: SecretText,
    texts: [Option<Span>; TEXTS],
    parts: [Option<Part>; PARTS],
    id: i64,
    account_id: Option<i64>,
    auth_mode: AuthMode,
    expires_at_ms: Option<i64>,
    /// The parts for C, NUL-terminated: made when the first one is requested.
    copied_parts: OnceLock<Box<(SecretText, [Option<Span>; PARTS])>>,
    /// The document for look-ups, indexed when the first one is made. Threads that are first at the same time each
    /// index it, and one result is kept: none of them waits for another.
    document: OnceBox<Option<Arc<Document>>>,
    /// The `Authorization` header, made when it is first requested.
    authorization: OnceBox<Option<(SecretText, Span)>>,
    /// For C, made when it is first requested.
    #[cfg(feature = "capi")]
    joined: OnceBox<SecretText>,
}

impl Connection {
    /// Reads a response. `Err` is where it contradicts Nango's documentation.
    pub(crate) fn decode(body: Wiped) -> Result<Connection, DecodeError> {
        let decoded = decode::decode(body)?;
        let expires_at = decoded.texts[Field::ExpiresAt as usize].map(|span| decoded.text.get(span));
        Ok(Connection {
            expires_at_ms: expires_at.and_then(|text| unix_ms(text.as_str())),
            text: decoded.text,
            texts: decoded.texts,
            parts: decoded.parts,
            id: decoded.id,
            account_id: decoded.account_id,
            auth_mode: decoded.auth_mode,
            copied_parts: OnceLock::new(),
            document: OnceBox::new(),
            authorization: OnceBox::new(),
            #[cfg(feature = "capi")]
            joined: OnceBox::new(),
        })
    }

    /// Reads Nango's document, as [`Connection::json`] gives it: for tests without a server, and for a document that was
    /// stored. A document that does not describe a connection is an error of the kind
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode), which names the place.
    pub fn from_json(json: &str) -> Result<Connection, Error> {
        Connection::decode(Wiped::copy_of(json.as_bytes())).map_err(|error| {
            let message = format!("json is not a connection of Nango's: {}", error.sentence());
            ErrorParts {
                attempts: 0,
                ..ErrorParts::new(ErrorKind::Decode, &message)
            }
            .into()
        })
    }

    /// A text or a part, for C.
    pub(crate) fn field(&self, field: Field) -> Option<Text<'_>> {
        match field.part() {
            None => self.texts[field as usize].map(|span| self.text.get(span)),
            Some(part) => {
                let (copies, spans) = &**self.copied_parts.get_or_init(|| Box::new(self.copy_parts()));
                spans[part].map(|span| copies.get(span))
            }
        }
    }

    fn copy_parts(&self) -> (SecretText, [Option<Span>; PARTS]) {
        SecretText::join(self.parts.map(|part| part.map(|part| self.text.part(part))))
    }

    fn text(&self, field: Field) -> Option<&str> {
        match field.part() {
            None => self.field(field).map(Text::as_str),
            Some(part) => self.parts[part].map(|part| self.text.part(part)),
        }
    }

    /// The whole document, as JSON text.
    pub fn json(&self) -> &str {
        self.text(Field::Json).unwrap_or_default()
    }

    /// Nango's own number of the connection; 0 if the response has none.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The id of the connection: the requested one.
    pub fn connection_id(&self) -> &str {
        self.text(Field::ConnectionId).unwrap_or_default()
    }

    /// The integration that the connection belongs to.
    pub fn provider_config_key(&self) -> &str {
        self.text(Field::ProviderConfigKey).unwrap_or_default()
    }

    /// The external API, such as `github`. Old Nango servers do not send it.
    pub fn provider(&self) -> Option<&str> {
        self.text(Field::Provider)
    }

    /// When the connection was made, as sent: RFC 3339.
    pub fn created_at(&self) -> Option<&str> {
        self.text(Field::CreatedAt)
    }

    /// When the connection was changed, as sent: RFC 3339.
    pub fn updated_at(&self) -> Option<&str> {
        self.text(Field::UpdatedAt)
    }

    /// When the connection was last requested, as sent: RFC 3339.
    pub fn last_fetched_at(&self) -> Option<&str> {
        self.text(Field::LastFetchedAt)
    }

    /// The account, on Nango Cloud in 2023.
    pub fn account_id(&self) -> Option<i64> {
        self.account_id
    }

    /// The URL to which Nango sends this connection's webhooks instead of the environment's URL.
    pub fn webhook_url_override(&self) -> Option<&str> {
        self.text(Field::WebhookUrlOverride)
    }

    /// The metadata that the product stored with the connection: a JSON object.
    pub fn metadata_json(&self) -> Option<&str> {
        self.text(Field::MetadataJson)
    }

    /// The connection's configuration, such as a subdomain: a JSON object.
    pub fn connection_config_json(&self) -> Option<&str> {
        self.text(Field::ConnectionConfigJson)
    }

    /// The connection's tags: a JSON object of strings.
    pub fn tags_json(&self) -> Option<&str> {
        self.text(Field::TagsJson)
    }

    /// The customer's user who made the connection: a JSON object.
    pub fn end_user_json(&self) -> Option<&str> {
        self.text(Field::EndUserJson)
    }

    /// The connection's errors: a JSON array of `{type, log_id}`.
    pub fn errors_json(&self) -> Option<&str> {
        self.text(Field::ErrorsJson)
    }

    /// How the external API authenticates.
    pub fn auth_mode(&self) -> AuthMode {
        self.auth_mode
    }

    /// The auth mode as sent, such as `OAUTH2`, even if this library does not know it.
    pub fn auth_mode_name(&self) -> Option<&str> {
        self.text(Field::AuthModeName)
    }

    /// The credential that authenticates a request, if it is one string: the access token, the token or the API key, by
    /// mode.
    pub fn token(&self) -> Option<&str> {
        self.text(Field::Token)
    }

    /// The value of the `Authorization` header for a request to the external API: `Bearer` with the token or the key, or
    /// `Basic` with username and password.
    ///
    /// `None` for the modes that one such header does not authenticate (OAUTH1, TBA, AWS_SIGV4, BILL, TABLEAU, CUSTOM,
    /// NONE), without credentials, and for a token that is empty or cannot stand in a header. Some APIs want their key
    /// elsewhere, and Nango's proxy knows where: see [`Client::proxy`](crate::Client::proxy).
    pub fn authorization(&self) -> Option<&str> {
        self.authorization_text().map(Text::as_str)
    }

    pub(crate) fn authorization_text(&self) -> Option<Text<'_>> {
        let login = Login {
            username: self.username(),
            password: self.password(),
        };
        let make = || Box::new(authorization::of(self.auth_mode, self.token(), login));
        let made = self.authorization.get_or_init(make);
        made.as_ref().map(|(text, span)| text.get(*span))
    }

    /// The same for a text that is no part, without the NUL behind it.
    #[cfg(feature = "capi")]
    pub(crate) fn text_bytes(&self, field: Field) -> Option<&[u8]> {
        self.texts[field as usize].map(|span| self.text.get(span).as_bytes())
    }

    /// What most programs read, in one text: see nango_connection_joined.
    #[cfg(feature = "capi")]
    pub(crate) fn joined(&self) -> Option<Text<'_>> {
        let numbers = joined::Numbers {
            id: self.id,
            auth_mode: self.auth_mode.number(),
            expires_at_ms: self.expires_at_ms,
        };
        let make = || Box::new(joined::join(&numbers, |field| self.text_bytes(field)));
        let text = self.joined.get_or_init(make).whole();
        Text::terminated(text, 0, text.len().checked_sub(1)?)
    }

    /// `credentials.access_token`.
    pub fn access_token(&self) -> Option<&str> {
        self.text(Field::AccessToken)
    }

    /// `credentials.refresh_token`, which Nango sends only when the call requests it.
    pub fn refresh_token(&self) -> Option<&str> {
        self.text(Field::RefreshToken)
    }

    /// `credentials.oauth_token`.
    pub fn oauth_token(&self) -> Option<&str> {
        self.text(Field::OauthToken)
    }

    /// `credentials.oauth_token_secret`.
    pub fn oauth_token_secret(&self) -> Option<&str> {
        self.text(Field::OauthTokenSecret)
    }

    /// `credentials.apiKey`.
    pub fn api_key(&self) -> Option<&str> {
        self.text(Field::ApiKey)
    }

    /// `credentials.username`; may be empty.
    pub fn username(&self) -> Option<&str> {
        self.text(Field::Username)
    }

    /// `credentials.password`; may be empty.
    pub fn password(&self) -> Option<&str> {
        self.text(Field::Password)
    }

    /// Any string member of `credentials`, by its name on the wire: `client_id`, `dev_key`, `session_token`.
    pub fn credential(&self, name: &str) -> Option<&str> {
        self.credential_text(name).map(Text::as_str)
    }

    /// The credentials, as a JSON object; `{}` if none are needed or the secret key may not read them.
    pub fn credentials_json(&self) -> Option<&str> {
        self.text(Field::CredentialsJson)
    }

    /// The external API's response when it issued the credentials, as JSON.
    pub fn raw_json(&self) -> Option<&str> {
        self.text(Field::RawJson)
    }

    /// When the credentials expire, as sent.
    pub fn expires_at(&self) -> Option<&str> {
        self.text(Field::ExpiresAt)
    }

    /// When the credentials expire, in milliseconds since 1970; `None` if they do not, or if it is not RFC 3339.
    pub fn expires_at_ms(&self) -> Option<i64> {
        self.expires_at_ms
    }

    /// When the credentials expire, as a time; `None` if what was sent is not RFC 3339.
    pub fn expires_at_time(&self) -> Option<SystemTime> {
        self.expires_at_ms.and_then(system_time)
    }

    /// When the connection was created, as a time; `None` if what was sent is not RFC 3339.
    pub fn created_at_time(&self) -> Option<SystemTime> {
        self.created_at().and_then(unix_ms).and_then(system_time)
    }

    /// When the connection was last changed, as a time; `None` if what was sent is not RFC 3339.
    pub fn updated_at_time(&self) -> Option<SystemTime> {
        self.updated_at().and_then(unix_ms).and_then(system_time)
    }

    /// When the connection was last fetched, as a time; `None` if what was sent is not RFC 3339.
    pub fn last_fetched_at_time(&self) -> Option<SystemTime> {
        self.last_fetched_at().and_then(unix_ms).and_then(system_time)
    }

    /// The text of the JSON string that a JSON pointer (RFC 6901) names in the document: `/metadata/plan`.
    /// `None` if there is no such value, or if it is not a string or contains U+0000.
    pub fn get_string(&self, json_pointer: &str) -> Option<&str> {
        self.look_up_string(json_pointer).map(Text::as_str)
    }

    /// The JSON text of the value that a JSON pointer (RFC 6901) names in the document; `""` names the whole.
    pub fn get_json(&self, json_pointer: &str) -> Option<&str> {
        self.look_up_json(json_pointer).map(Text::as_str)
    }

    /// The whole document as a value, to be walked through: everything in it is found without reading the text again.
    ///
    /// `None` only if the document is longer than 2 GiB.
    pub fn value(&self) -> Option<Value<'_>> {
        self.document().map(|document| document.root())
    }

    pub(crate) fn document(&self) -> Option<&Arc<Document>> {
        let document = || Box::new(Document::read(self.json().as_bytes()));
        self.document.get_or_init(document).as_ref()
    }

    pub(crate) fn look_up_string(&self, json_pointer: &str) -> Option<Text<'_>> {
        self.document()?.find(json_pointer)?.text()
    }

    pub(crate) fn look_up_json(&self, json_pointer: &str) -> Option<Text<'_>> {
        match json_pointer {
            "" => self.field(Field::Json),
            _ => self.document()?.find(json_pointer)?.json_text(),
        }
    }

    pub(crate) fn credential_text(&self, name: &str) -> Option<Text<'_>> {
        self.value()?.get("credentials")?.get(name)?.text()
    }
}

/// RFC 3339 to milliseconds since 1970, the fraction cut.
fn unix_ms(rfc3339: &str) -> Option<i64> {
    chrono::DateTime::parse_from_rfc3339(rfc3339)
        .ok()
        .map(|time| time.timestamp_millis())
}

/// `None` for what this system's clock cannot hold: on Windows it begins in 1601.
fn system_time(unix_ms: i64) -> Option<SystemTime> {
    let distance = Duration::from_millis(unix_ms.unsigned_abs());
    match unix_ms < 0 {
        true => SystemTime::UNIX_EPOCH.checked_sub(distance),
        false => SystemTime::UNIX_EPOCH.checked_add(distance),
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("id", &self.id)
            .field("connection_id", &self.connection_id())
            .field("provider_config_key", &self.provider_config_key())
            .field("provider", &self.provider())
            .field("auth_mode", &self.auth_mode)
            .field("expires_at", &self.expires_at())
            .field("credentials", &self.text)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::value::looked_at;

    #[test]
    fn a_nul_that_is_not_escaped_is_not_json() {
        for name in ["la\0st", "\0"] {
            let body = format!(
                r#"{{"connection_id":"c","provider_config_key":"p","{name}":1,"credentials":{{"type":"API_KEY","apiKey":"x"}}}}"#
            );
            assert!(Connection::decode(Wiped::copy_of(body.as_bytes())).is_err(), "{body:?}");
            let without = body.replace('\0', "");
            assert!(
                Connection::decode(Wiped::copy_of(without.as_bytes())).is_ok(),
                "{without:?}"
            );
        }
    }

    #[test]
    fn a_second_look_up_reads_no_document_again() {
        let records: Vec<String> = (0..50_000)
            .map(|i| format!(r#""record {i}":{{"name":"n{i}","text":"{}"}}"#, "x".repeat(70)))
            .collect();
        let body = format!(
            r#"{{"connection_id":"c","provider_config_key":"p","metadata":{{{}}}}}"#,
            records.join(",")
        );
        let size = body.len();
        assert!(size > 5_000_000);
        let connection = Connection::decode(Wiped::copy_of(body.as_bytes())).unwrap();
        looked_at::take();
        assert_eq!(connection.get_string("/metadata/record 7/name"), Some("n7"));
        assert!(looked_at::take() >= size, "the first look-up reads it all");
        assert_eq!(connection.get_string("/metadata/record 49999/name"), Some("n49999"));
        assert_eq!(connection.get_json("/metadata/record 1/name"), Some("\"n1\""));
        assert_eq!(connection.get_json("/metadata/nothing"), None);
        assert!(looked_at::take() < 2000, "of three look-ups");
    }
}
