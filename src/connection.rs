//! The typed view of a connection: what Nango answered, read once, kept in memory that is wiped.

use std::fmt;

use elsa::sync::FrozenMap;
use zeroize::Zeroizing;

use crate::credentials::{AuthMode, TokenField};
use crate::json::{self, Shape};
use crate::secret_text::{SecretText, Span, Text};

/// A text that a connection may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Json,
    ConnectionId,
    ProviderConfigKey,
    Provider,
    CreatedAt,
    UpdatedAt,
    LastFetchedAt,
    WebhookUrlOverride,
    MetadataJson,
    ConnectionConfigJson,
    TagsJson,
    EndUserJson,
    ErrorsJson,
    CredentialsJson,
    AuthModeName,
    Token,
    AccessToken,
    RefreshToken,
    OauthToken,
    OauthTokenSecret,
    ApiKey,
    Username,
    Password,
    RawJson,
    ExpiresAt,
}

/// One more than the last [`Field`].
const FIELDS: usize = Field::ExpiresAt as usize + 1;

/// How a value becomes a [`Field`], and what happens if it is of another type.
#[derive(Clone, Copy)]
enum Rule {
    /// A string without which a connection is none.
    Required,
    /// A credential with an accessor of its own: another type contradicts Nango's documentation.
    Credential,
    /// A string; anything else reads as absent.
    Text,
    /// JSON text of this shape; anything else reads as absent.
    Json(Shape),
    /// JSON text of any shape but null.
    AnyJson,
}

/// The members of the document that have an accessor. `id`, `account_id` and `credentials` are read by name.
const TOP: [(&str, Field, Rule); 12] = [
    ("connection_id", Field::ConnectionId, Rule::Required),
    ("provider_config_key", Field::ProviderConfigKey, Rule::Required),
    ("provider", Field::Provider, Rule::Text),
    ("created_at", Field::CreatedAt, Rule::Text),
    ("updated_at", Field::UpdatedAt, Rule::Text),
    ("last_fetched_at", Field::LastFetchedAt, Rule::Text),
    ("webhook_url_override", Field::WebhookUrlOverride, Rule::Text),
    ("metadata", Field::MetadataJson, Rule::Json(Shape::Object)),
    (
        "connection_config",
        Field::ConnectionConfigJson,
        Rule::Json(Shape::Object),
    ),
    ("tags", Field::TagsJson, Rule::Json(Shape::Object)),
    ("end_user", Field::EndUserJson, Rule::Json(Shape::Object)),
    ("errors", Field::ErrorsJson, Rule::Json(Shape::Array)),
];

/// The members of `credentials` that have an accessor.
const CREDENTIALS: [(&str, Field, Rule); 11] = [
    ("type", Field::AuthModeName, Rule::Credential),
    ("access_token", Field::AccessToken, Rule::Credential),
    ("refresh_token", Field::RefreshToken, Rule::Credential),
    ("oauth_token", Field::OauthToken, Rule::Credential),
    ("oauth_token_secret", Field::OauthTokenSecret, Rule::Credential),
    ("apiKey", Field::ApiKey, Rule::Credential),
    ("username", Field::Username, Rule::Credential),
    ("password", Field::Password, Rule::Credential),
    // What is called `token` on the wire is the `token` of some modes only: see `AuthMode::token_field`.
    ("token", Field::Token, Rule::Credential),
    ("raw", Field::RawJson, Rule::AnyJson),
    ("expires_at", Field::ExpiresAt, Rule::Text),
];

/// Where an answer contradicts Nango's documentation: a JSON pointer, and what should be there.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DecodeError {
    pub(crate) pointer: String,
    pub(crate) problem: &'static str,
}

impl DecodeError {
    fn new(pointer: &str, problem: &'static str) -> DecodeError {
        DecodeError {
            pointer: pointer.to_owned(),
            problem,
        }
    }
}

/// A connection with its credentials, as Nango answered.
///
/// Immutable and shareable between threads. Everything is kept as it was sent and wiped when the last owner drops it;
/// `Debug` shows no credential. Members that this library does not know are reached with [`Connection::get_json`].
pub struct Connection {
    text: SecretText,
    fields: [Option<Span>; FIELDS],
    id: i64,
    account_id: Option<i64>,
    auth_mode: AuthMode,
    expires_at_ms: Option<i64>,
    look_ups: FrozenMap<(usize, LookUp), Box<(SecretText, Span)>>,
}

/// What a look-up asked of a value: its string, or its JSON text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum LookUp {
    String,
    Json,
}

/// Texts on their way into a [`SecretText`].
struct Collector<'a> {
    texts: Vec<(Field, Piece<'a>)>,
}

enum Piece<'a> {
    Borrowed(&'a str),
    Unescaped(Zeroizing<String>),
}

impl Piece<'_> {
    fn as_str(&self) -> &str {
        match self {
            Piece::Borrowed(text) => text,
            Piece::Unescaped(text) => text,
        }
    }
}

impl<'a> Collector<'a> {
    /// Applies `rule` to `raw`, the value of `name` in the object that `parent` points to.
    fn take(
        &mut self,
        parent: &str,
        name: &str,
        field: Field,
        rule: Rule,
        raw: Option<&'a str>,
    ) -> Result<(), DecodeError> {
        let present = raw.filter(|raw| json::shape(raw) != Shape::Null);
        let piece = match rule {
            Rule::Json(shape) => present.filter(|raw| json::shape(raw) == shape).map(Piece::Borrowed),
            Rule::AnyJson => present.map(Piece::Borrowed),
            Rule::Text | Rule::Credential | Rule::Required => present.and_then(json::string).map(Piece::Unescaped),
        };
        let mandatory = match rule {
            Rule::Required => true,
            Rule::Credential => present.is_some(),
            _ => false,
        };
        match piece {
            Some(piece) => self.texts.push((field, piece)),
            None if mandatory => {
                let pointer = format!("{parent}/{name}");
                return Err(DecodeError::new(&pointer, "should be a string without U+0000"));
            }
            None => {}
        }
        Ok(())
    }
}

impl Connection {
    /// Reads an answer. `Err` tells where it contradicts Nango's documentation.
    pub(crate) fn decode(body: &[u8]) -> Result<Connection, DecodeError> {
        let document = Self::document(body)?;
        let names = TOP.map(|(name, _, _)| name);
        let not_an_object = || DecodeError::new("", "should be a JSON object");
        let values = json::members(document, &names).ok_or_else(not_an_object)?;
        let [id, account_id, credentials] =
            json::members(document, &["id", "account_id", "credentials"]).ok_or_else(not_an_object)?;

        let mut collector = Collector {
            texts: vec![(Field::Json, Piece::Borrowed(document))],
        };
        for ((name, field, rule), raw) in TOP.into_iter().zip(values) {
            collector.take("", name, field, rule, raw)?;
        }
        let mode = Self::decode_credentials(credentials, &mut collector)?;

        let texts: Vec<&str> = collector.texts.iter().map(|(_, piece)| piece.as_str()).collect();
        let (text, spans) = SecretText::join(&texts);
        let mut fields = [None; FIELDS];
        for ((field, _), span) in collector.texts.iter().zip(spans) {
            fields[*field as usize] = Some(span);
        }
        fields[Field::Token as usize] = mode.token_field().and_then(|field| match field {
            TokenField::AccessToken => fields[Field::AccessToken as usize],
            TokenField::Token => fields[Field::Token as usize],
            TokenField::ApiKey => fields[Field::ApiKey as usize],
        });
        let expires_at_ms = fields[Field::ExpiresAt as usize].and_then(|span| unix_ms(text.get(span).as_str()));
        Ok(Connection {
            text,
            fields,
            id: id.and_then(json::integer).unwrap_or(0),
            account_id: account_id.and_then(json::integer),
            auth_mode: mode,
            expires_at_ms,
            look_ups: FrozenMap::new(),
        })
    }

    /// The document: UTF-8, at most one BOM before it, nothing but white space around it, not too deep.
    fn document(body: &[u8]) -> Result<&str, DecodeError> {
        let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
        let text = std::str::from_utf8(body).map_err(|_| DecodeError::new("", "should be UTF-8"))?;
        let document = json::document(text)
            .filter(|document| json::shape(document) == Shape::Object)
            .ok_or_else(|| DecodeError::new("", "should be exactly one JSON object"))?;
        if !json::depth_is_bounded(document) {
            return Err(DecodeError::new("", "is nested deeper than 128 levels"));
        }
        Ok(document)
    }

    /// Collects the credentials and tells their mode.
    fn decode_credentials<'a>(raw: Option<&'a str>, collector: &mut Collector<'a>) -> Result<AuthMode, DecodeError> {
        let Some(object) = raw.filter(|raw| json::shape(raw) != Shape::Null) else {
            return Ok(AuthMode::Absent);
        };
        let names = CREDENTIALS.map(|(name, _, _)| name);
        let values = json::members(object, &names)
            .ok_or_else(|| DecodeError::new("/credentials", "should be an object or null"))?;
        collector.texts.push((Field::CredentialsJson, Piece::Borrowed(object)));
        for ((name, field, rule), raw) in CREDENTIALS.into_iter().zip(values) {
            collector.take("/credentials", name, field, rule, raw)?;
        }
        let mode_name = collector.texts.iter().find(|(field, _)| *field == Field::AuthModeName);
        Ok(match mode_name {
            Some((_, name)) => AuthMode::from_name(name.as_str()),
            None if json::is_empty_object(object) => AuthMode::Absent,
            None => AuthMode::Unknown,
        })
    }

    pub(crate) fn field(&self, field: Field) -> Option<Text<'_>> {
        self.fields[field as usize].map(|span| self.text.get(span))
    }

    fn text(&self, field: Field) -> Option<&str> {
        self.field(field).map(Text::as_str)
    }

    /// The whole document, as JSON text.
    pub fn json(&self) -> &str {
        self.text(Field::Json).unwrap_or_default()
    }

    /// Nango's own number of the connection; 0 if the answer has none.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The id of the connection: the one that the call asked for.
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

    /// When the connection was last asked for, as sent: RFC 3339.
    pub fn last_fetched_at(&self) -> Option<&str> {
        self.text(Field::LastFetchedAt)
    }

    /// The account, on Nango Cloud in 2023.
    pub fn account_id(&self) -> Option<i64> {
        self.account_id
    }

    /// Where webhooks of this connection go instead of the environment's address.
    pub fn webhook_url_override(&self) -> Option<&str> {
        self.text(Field::WebhookUrlOverride)
    }

    /// The metadata that the product stored with the connection: a JSON object.
    pub fn metadata_json(&self) -> Option<&str> {
        self.text(Field::MetadataJson)
    }

    /// What the connection was configured with, such as a subdomain: a JSON object.
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

    /// What is wrong with the connection: a JSON array of `{type, log_id}`.
    pub fn errors_json(&self) -> Option<&str> {
        self.text(Field::ErrorsJson)
    }

    /// How the external API authenticates.
    pub fn auth_mode(&self) -> AuthMode {
        self.auth_mode
    }

    /// The auth mode as sent, such as `OAUTH2`, also where this library does not know it.
    pub fn auth_mode_name(&self) -> Option<&str> {
        self.text(Field::AuthModeName)
    }

    /// What authenticates a request, where one string does: the access token, the token or the API key, by mode.
    pub fn token(&self) -> Option<&str> {
        self.text(Field::Token)
    }

    /// `credentials.access_token`.
    pub fn access_token(&self) -> Option<&str> {
        self.text(Field::AccessToken)
    }

    /// `credentials.refresh_token`, which Nango sends only when the call asks for it.
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

    /// What the external API said when it gave the credentials, as JSON.
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

    /// The text of the JSON string that a JSON pointer (RFC 6901) names in the document: `/metadata/plan`.
    /// `None` if there is no such value, or it is no string, or it holds U+0000.
    pub fn get_string(&self, json_pointer: &str) -> Option<&str> {
        self.look_up_string(json_pointer).map(Text::as_str)
    }

    /// The JSON text of the value that a JSON pointer (RFC 6901) names in the document; `""` names the whole.
    pub fn get_json(&self, json_pointer: &str) -> Option<&str> {
        self.look_up_json(json_pointer).map(Text::as_str)
    }

    pub(crate) fn look_up_string(&self, json_pointer: &str) -> Option<Text<'_>> {
        self.remember(json::find(self.json(), json_pointer)?, LookUp::String)
    }

    pub(crate) fn look_up_json(&self, json_pointer: &str) -> Option<Text<'_>> {
        self.remember(json::find(self.json(), json_pointer)?, LookUp::Json)
    }

    pub(crate) fn credential_text(&self, name: &str) -> Option<Text<'_>> {
        let credentials = json::member(self.json(), "credentials")?;
        self.remember(json::member(credentials, name)?, LookUp::String)
    }

    /// A NUL-terminated copy of `raw`, a part of the document, made once per part however often it is asked for.
    fn remember<'a>(&'a self, raw: &'a str, what: LookUp) -> Option<Text<'a>> {
        let place = raw.as_ptr() as usize - self.json().as_ptr() as usize;
        let (text, span) = match self.look_ups.get(&(place, what)) {
            Some(known) => known,
            None => {
                let (text, spans) = match what {
                    LookUp::String => SecretText::join(&[&json::string(raw)?]),
                    LookUp::Json => SecretText::join(&[raw]),
                };
                let span = *spans.first()?;
                self.look_ups.insert((place, what), Box::new((text, span)))
            }
        };
        Some(text.get(*span))
    }
}

/// RFC 3339 to milliseconds since 1970, the fraction cut.
fn unix_ms(rfc3339: &str) -> Option<i64> {
    chrono::DateTime::parse_from_rfc3339(rfc3339)
        .ok()
        .map(|time| time.timestamp_millis())
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
