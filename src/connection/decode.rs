//! Reading a response: which members it may have, what they must be, and where they lie.

use crate::connection::credentials::{AuthMode, TokenField};
use crate::text::json::{self, Names, Place, Places, Shape};
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
/// The number of the last of them among the names.
const CREDENTIALS_PLACE: usize = APART.len() - 1;

/// The names of the document's members: first those of `APART`.
const TOP_NAMES: Names<{ APART.len() + TOP.len() }> = Names::new(names(APART, &TOP));
const CREDENTIALS_NAMES: Names<{ CREDENTIALS.len() }> = Names::new(names([], &CREDENTIALS));

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
    let response = SecretText::of_answer(body);
    let places = find(response.whole())?;
    let mut collector = Collector::new(response.whole(), &places);
    for ((name, field, rule), place) in TOP.into_iter().zip(&places.top[APART.len()..]) {
        collector.take("", name, field, rule, *place)?;
    }
    let mode = collector.take_credentials(&places)?;
    let [id, account_id] = [0, 1].map(|i| places.top[i].and_then(|place| integer(response.whole(), place)));
    let Collector {
        texts,
        parts,
        unescaped,
        ..
    } = collector;
    let range = places.whole.start..places.whole.end;
    let (text, whole, mut spans) = response.append(range, &texts, &unescaped);
    spans[Field::Json as usize] = whole;
    // The member `token` on the wire authenticates in some modes only.
    spans[Field::Token as usize] = mode.token_field().and_then(|field| match field {
        TokenField::AccessToken => spans[Field::AccessToken as usize],
        TokenField::Token => spans[Field::Token as usize],
        TokenField::ApiKey => spans[Field::ApiKey as usize],
    });
    Ok(Decoded {
        text,
        texts: spans,
        parts,
        id: id.unwrap_or(0),
        account_id,
        auth_mode: mode,
    })
}

/// Where the members lie.
type MemberPlaces = Places<{ APART.len() + TOP.len() }, { CREDENTIALS.len() }>;

/// Finds the members of the document in a response, before which a byte order mark may be.
fn find(response: &[u8]) -> Result<MemberPlaces, DecodeError> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let base = if response.starts_with(MARK) { MARK.len() } else { 0 };
    let found = json::places(response, base, &TOP_NAMES, CREDENTIALS_PLACE, &CREDENTIALS_NAMES);
    let places = found.ok_or_else(|| match std::str::from_utf8(response) {
        Ok(_) => DecodeError::new("", "should be exactly one JSON object"),
        Err(_) => DecodeError::new("", "should be UTF-8"),
    })?;
    match places.depth > json::MAX_DEPTH {
        true => Err(DecodeError::new("", "is nested deeper than 128 levels")),
        false => Ok(places),
    }
}

fn integer(response: &[u8], place: Place) -> Option<i64> {
    let raw = std::str::from_utf8(&response[place.start..place.end]).ok()?;
    json::integer(raw)
}

/// The fields found so far.
struct Collector<'a> {
    response: &'a [u8],
    /// Where the texts begin and end: in the response or, counted from its end, in `unescaped`.
    texts: [Option<(usize, usize)>; TEXTS],
    parts: [Option<Part>; PARTS],
    /// The texts that are not sent as they are.
    unescaped: SecretText,
}

impl<'a> Collector<'a> {
    fn new(response: &'a [u8], places: &MemberPlaces) -> Collector<'a> {
        let all = places.top.iter().chain(&places.nested).flatten();
        let escaped = all.filter(|place| place.has_escapes);
        Collector {
            response,
            texts: [None; TEXTS],
            parts: [None; PARTS],
            unescaped: SecretText::with_capacity(escaped.map(|place| place.end - place.start).sum()),
        }
    }

    fn shape(&self, place: Place) -> Shape {
        json::shape_of(self.response.get(place.start).copied())
    }

    /// Applies `rule` to the value at `place`, that of `name` in the object that `parent` points to.
    fn take(
        &mut self,
        parent: &str,
        name: &str,
        field: Field,
        rule: Rule,
        place: Option<Place>,
    ) -> Result<(), DecodeError> {
        let present = place.filter(|place| self.shape(*place) != Shape::Null);
        if let Some(part) = field.part() {
            let fits = |place: &Place| match rule {
                Rule::Json(shape) => self.shape(*place) == shape,
                _ => true,
            };
            self.parts[part] = present.filter(fits).and_then(|place| Part::new(place.start, place.end));
            return Ok(());
        }
        let text = present.and_then(|place| self.text(place));
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

    /// Where the text of a string is, which has to be one that a C string can carry.
    fn text(&mut self, place: Place) -> Option<(usize, usize)> {
        if self.shape(place) != Shape::String {
            return None;
        }
        let (start, end) = (place.start + 1, place.end - 1);
        if !place.has_escapes {
            // JSON has U+0000 as an escape only.
            return Some((start, end));
        }
        let text = &self.response[start..];
        let (start, length) = self.unescaped.push_with(|buffer| json::unescape_for_c(buffer, text))?;
        let start = self.response.len() + start;
        Some((start, start + length))
    }

    /// Stores the credentials and returns their mode.
    fn take_credentials(&mut self, places: &MemberPlaces) -> Result<AuthMode, DecodeError> {
        let place = places.top[CREDENTIALS_PLACE];
        match place.map(|place| self.shape(place)) {
            None | Some(Shape::Null) => return Ok(AuthMode::Absent),
            Some(Shape::Object) => {}
            Some(_) => return Err(DecodeError::new("/credentials", "should be an object or null")),
        }
        self.take("", "credentials", Field::CredentialsJson, Rule::AnyJson, place)?;
        for ((name, field, rule), place) in CREDENTIALS.into_iter().zip(&places.nested) {
            self.take("/credentials", name, field, rule, *place)?;
        }
        Ok(match self.texts[Field::AuthModeName as usize] {
            Some((start, end)) => AuthMode::from_name(self.bytes(start, end)),
            None if places.has_nested => AuthMode::Unknown,
            None => AuthMode::Absent,
        })
    }

    fn bytes(&self, start: usize, end: usize) -> &[u8] {
        match start.checked_sub(self.response.len()) {
            None => &self.response[start..end],
            Some(start) => &self.unescaped.whole()[start..end - self.response.len()],
        }
    }
}
