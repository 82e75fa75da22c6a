//! Reads models from the JSON of a response. A value of an unexpected type is an error that names it.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value as Json};

use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::operations::secret::Secret;
use crate::text::value::{Value, ValueKind};

/// Where a value is in a response.
pub struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    name: Name<'a>,
}

enum Name<'a> {
    Member(&'a str),
    Item(usize),
}

impl<'a> Place<'a> {
    pub(crate) fn new(name: &'a str) -> Place<'a> {
        Place {
            parent: None,
            name: Name::Member(name),
        }
    }

    pub(super) fn member(&'a self, name: &'a str) -> Place<'a> {
        Place {
            parent: Some(self),
            name: Name::Member(name),
        }
    }

    fn item(&'a self, i: usize) -> Place<'a> {
        Place {
            parent: Some(self),
            name: Name::Item(i),
        }
    }

    pub(super) fn is_missing(&self) -> Error {
        self.error(&format!("{self} is missing"))
    }

    fn is_not(&self, what: &str) -> Error {
        self.error(&format!("{self} is not {what}"))
    }

    /// An error that names the document that the place is in.
    fn error(&self, problem: &str) -> Error {
        let mut root = self;
        while let Some(parent) = root.parent {
            root = parent;
        }
        let otherwise = match root.name {
            Name::Member(RESPONSE) => "make the call by Client::request",
            _ => "read its JSON yourself",
        };
        let message = format!("{root} is not as Nango's API describes it: {problem}: update libnango, or {otherwise}");
        ErrorParts::new(ErrorKind::Decode, &message).into()
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            write!(f, "{parent}/")?;
        }
        match self.name {
            Name::Member(name) => f.write_str(name),
            Name::Item(i) => write!(f, "{i}"),
        }
    }
}

/// The root of what an operation gets.
pub(super) const RESPONSE: &str = "the response";

/// Types that can be read from a response. Public, but inaccessible outside the crate, for the bounds of `List`.
pub trait Read: Sized {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Self, Error>;

    /// The value if Nango sent null or nothing.
    fn absent(place: &Place<'_>) -> Result<Self, Error> {
        Err(place.is_missing())
    }
}

/// The members of an object, of which each is read once; the rest is unknown.
pub(super) struct Members<'a> {
    object: Value<'a>,
    place: &'a Place<'a>,
    known: &'static [&'static str],
}

impl<'a> Members<'a> {
    pub(super) fn of(
        object: Value<'a>,
        place: &'a Place<'a>,
        known: &'static [&'static str],
    ) -> Result<Members<'a>, Error> {
        match object.kind() {
            ValueKind::Object => Ok(Members { object, place, known }),
            _ => Err(place.is_not("an object")),
        }
    }

    pub(super) fn read<T: Read>(&self, name: &str) -> Result<T, Error> {
        let place = self.place.member(name);
        match self.object.get(name).filter(|value| !value.is_null()) {
            Some(value) => T::read(value, &place),
            None => T::absent(&place),
        }
    }

    /// The object itself.
    pub(super) fn whole(&self) -> Result<Json, Error> {
        Json::read(self.object, self.place)
    }

    /// The members in addition to the known ones.
    pub(super) fn unknown(&self) -> Result<Map<String, Json>, Error> {
        let mut unknown = Map::new();
        for i in 0..self.object.count() {
            let Some((key, value)) = self.object.key_at(i).zip(self.object.at(i)) else {
                continue;
            };
            if !self.known.contains(&key) {
                unknown.insert(key.to_owned(), Json::read(value, self.place)?);
            }
        }
        Ok(unknown)
    }
}

impl Read for String {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<String, Error> {
        let text = value.as_str().map(str::to_owned);
        text.ok_or_else(|| place.is_not("a string"))
    }
}

impl Read for i64 {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<i64, Error> {
        value.as_i64().ok_or_else(|| place.is_not("a 64-bit integer"))
    }
}

impl Read for bool {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<bool, Error> {
        value.as_bool().ok_or_else(|| place.is_not("a boolean"))
    }
}

impl Read for Secret {
    fn read(value: Value<'_>, _: &Place<'_>) -> Result<Secret, Error> {
        Ok(Secret::new(value.as_str().unwrap_or_else(|| value.json())))
    }

    fn absent(_: &Place<'_>) -> Result<Secret, Error> {
        Ok(Secret::default())
    }
}

impl Read for Json {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Json, Error> {
        serde_json::from_str(value.json()).map_err(|_| place.is_not("a JSON value that serde_json can hold"))
    }

    fn absent(_: &Place<'_>) -> Result<Json, Error> {
        Ok(Json::Null)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Option<T>, Error> {
        T::read(value, place).map(Some)
    }

    fn absent(_: &Place<'_>) -> Result<Option<T>, Error> {
        Ok(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Vec<T>, Error> {
        if value.kind() != ValueKind::Array {
            return Err(place.is_not("an array"));
        }
        let items = value.items().enumerate();
        items.map(|(i, item)| T::read(item, &place.item(i))).collect()
    }

    fn absent(_: &Place<'_>) -> Result<Vec<T>, Error> {
        Ok(Vec::new())
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<BTreeMap<String, T>, Error> {
        if value.kind() != ValueKind::Object {
            return Err(place.is_not("an object"));
        }
        let members = (0..value.count()).filter_map(|i| value.key_at(i).zip(value.at(i)));
        members
            .map(|(key, value)| Ok((key.to_owned(), T::read(value, &place.member(key))?)))
            .collect()
    }

    fn absent(_: &Place<'_>) -> Result<BTreeMap<String, T>, Error> {
        Ok(BTreeMap::new())
    }
}
