//! Reading a response: which members it may have, what they must be, and where they lie.

use crate::connection::credentials::{AuthMode, TokenField};
use crate::text::json::{self, Shape, Unescaped};
use crate::text::secret::{Part, SecretText, Span, Wiped};

/// The fields of a connection. First the texts, which lie NUL-terminated in its buffer, then the parts of the document
/// that stay JSON.
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
    AuthModeName,
    Token,
    AccessToken,
    RefreshToken,
    OauthToken,
    OauthTokenSecret,
    ApiKey,
    Username,
    Password,
    ExpiresAt,
    MetadataJson,
    ConnectionConfigJson,
    TagsJson,
    EndUserJson,
    ErrorsJson,
    CredentialsJson,
    RawJson,
}

/// How many texts there are.
pub(crate) const TEXTS: usize = Field::ExpiresAt as usize + 1;
/// How many parts there are.
pub(crate) const PARTS: usize = Field::RawJson as usize + 1 - TEXTS;

impl Field {
    /// The place of a part among the parts; `None` for a text.
    pub(crate) fn part(self) -> Option<usize> {
        (self as usize).checked_sub(TEXTS)
    }
}

/// How a value becomes a [`Field`], and what happens if it is of another type.
#[derive(Clone, Copy)]
enum Rule {
    /// A required string.
    Required,
    /// A credential with its own accessor: another type contradicts Nango's documentation.
    Credential,
    /// A string; anything else reads as absent.
    Text,
    /// JSON text of this shape; anything else reads as absent.
    Json(Shape),
    /// JSON text of any shape but null.
    AnyJson,
}

/// The members of the document that have an accessor; those of `APART` are read separately.
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
    // The member `token` on the wire is the `token` of some modes only: see `AuthMode::token_field`.
    ("token", Field::Token, Rule::Credential),
    ("raw", Field::RawJson, Rule::AnyJson),
    ("expires_at", Field::ExpiresAt, Rule::Text),
];

/// Members of the document that are more, or less, than a text.
const APART: [&str; 3] = ["id", "account_id", "credentials"];

/// The names of `first`, and those in `table`.
const fn names<const F: usize, const T: usize, const N: usize>(
    first: [&'static str; F],
    table: &[(&'static str, Field, Rule); T],
) -> [&'static str; N] {
    let mut names = [""; N];
    let mut i = 0;
    while i < N {
        names[i] = if i < F { first[i] } else { table[i - F].0 };
        i += 1;
    }
    names
}

/// Where a response contradicts Nango's documentation: a JSON pointer, and the expected value.
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

    /// The place and what is wrong there.
    pub(crate) fn sentence(&self) -> String {
        let place = match self.pointer.as_str() {
            "" => "the document",
            pointer => pointer,
        };
        format!("{place} {}", self.problem)
    }
}

/// The contents of a response.
pub(crate) struct Decoded {
    pub(crate) text: SecretText,
    pub(crate) texts: [Option<Span>; TEXTS],
    pub(crate) parts: [Option<Part>; PARTS],
    pub(crate) id: i64,
    pub(crate) account_id: Option<i64>,
    pub(crate) auth_mode: AuthMode,
}

/// Reads a response. `Err` is where it contradicts Nango's documentation.
pub(crate) fn decode(body: Wiped) -> Result<Decoded, DecodeError> {
    let response = SecretText::from_utf8(body).ok_or_else(|| DecodeError::new("", "should be UTF-8"))?;
    let document = document(response.whole());
    let Found {
        texts,
        parts,
        mode,
        ids,
    } = find(document, response.whole())?;
    let (more, spans) = SecretText::join(texts.each_ref().map(|text| text.as_deref()));
    drop(texts);
    let start = document.as_ptr() as usize - response.whole().as_ptr() as usize;
    let range = start..start + document.len();
    let (text, whole, moved) = response.append(range, &more);
    let mut spans = spans.map(|span| span.map(|span| span.moved(moved)));
    spans[Field::Json as usize] = whole;
    // The member `token` on the wire authenticates in some modes only.
    spans[Field::Token as usize] = mode.token_field().and_then(|field| match field {
        TokenField::AccessToken => spans[Field::AccessToken as usize],
        TokenField::Token => spans[Field::Token as usize],
        TokenField::ApiKey => spans[Field::ApiKey as usize],
    });
    let [id, account_id] = ids;
    Ok(Decoded {
        text,
        texts: spans,
        parts,
        id: id.unwrap_or(0),
        account_id,
        auth_mode: mode,
    })
}

/// The document in a response: without a byte order mark, of which there may be one, and the white space around it.
fn document(response: &str) -> &str {
    json::trim(response.strip_prefix('\u{feff}').unwrap_or(response))
}

/// The contents of a document.
struct Found<'a> {
    texts: [Option<Unescaped<'a>>; TEXTS],
    parts: [Option<Part>; PARTS],
    mode: AuthMode,
    /// `id` and `account_id`.
    ids: [Option<i64>; 2],
}

/// Finds the members of a document, which is a part of `answer`.
fn find<'a>(document: &'a str, response: &'a str) -> Result<Found<'a>, DecodeError> {
    const NAMES: [&str; APART.len() + TOP.len()] = names(APART, &TOP);
    let found = json::members_and_depth(document, &NAMES);
    let (values, depth) = found.ok_or_else(|| DecodeError::new("", "should be exactly one JSON object"))?;
    if depth > json::MAX_DEPTH {
        return Err(DecodeError::new("", "is nested deeper than 128 levels"));
    }
    let mut collector = Collector {
        texts: [const { None }; TEXTS],
        parts: [None; PARTS],
        response,
    };
    for ((name, field, rule), raw) in TOP.into_iter().zip(&values[APART.len()..]) {
        collector.take("", name, field, rule, *raw)?;
    }
    let [id, account_id, credentials] = [values[0], values[1], values[2]];
    let mode = collector.take_credentials(credentials)?;
    Ok(Found {
        texts: collector.texts,
        parts: collector.parts,
        mode,
        ids: [id, account_id].map(|raw| raw.and_then(json::integer)),
    })
}

/// The fields found so far.
struct Collector<'a> {
    texts: [Option<Unescaped<'a>>; TEXTS],
    parts: [Option<Part>; PARTS],
    response: &'a str,
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
        if let Some(part) = field.part() {
            let fits = |raw: &&str| match rule {
                Rule::Json(shape) => json::shape(raw) == shape,
                _ => true,
            };
            self.parts[part] = present.filter(fits).and_then(|raw| Part::of(raw, self.response));
            return Ok(());
        }
        let text = present.and_then(json::string);
        let mandatory = match rule {
            Rule::Required => true,
            Rule::Credential => present.is_some(),
            _ => false,
        };
        if mandatory && text.is_none() {
            let pointer = format!("{parent}/{name}");
            return Err(DecodeError::new(&pointer, "should be a string without U+0000"));
        }
        self.texts[field as usize] = text;
        Ok(())
    }

    /// Stores the credentials and returns their mode.
    fn take_credentials(&mut self, raw: Option<&'a str>) -> Result<AuthMode, DecodeError> {
        const NAMES: [&str; CREDENTIALS.len()] = names([], &CREDENTIALS);
        let Some(object) = raw.filter(|raw| json::shape(raw) != Shape::Null) else {
            return Ok(AuthMode::Absent);
        };
        let values = json::members(object, &NAMES)
            .ok_or_else(|| DecodeError::new("/credentials", "should be an object or null"))?;
        self.take("", "credentials", Field::CredentialsJson, Rule::AnyJson, raw)?;
        for ((name, field, rule), raw) in CREDENTIALS.into_iter().zip(values) {
            self.take("/credentials", name, field, rule, raw)?;
        }
        let mode = match &self.texts[Field::AuthModeName as usize] {
            Some(name) => AuthMode::from_name(name),
            None if json::is_empty_object(object) => AuthMode::Absent,
            None => AuthMode::Unknown,
        };
        Ok(mode)
    }
}
