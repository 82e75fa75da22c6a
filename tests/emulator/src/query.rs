//! A query string as Express reads it: a name may come once, many times, or with brackets.

/// The value of a name.
#[derive(Debug, PartialEq, Eq)]
pub enum Argument {
    /// `a=1`
    Text(String),
    /// `a=1&a=2` or `a[]=1`
    List(Vec<String>),
    /// `a[b]=1`
    Object(Vec<(String, String)>),
}

impl Argument {
    /// Every text in it: a list may also be written with numbers, as in `a[0]=1`.
    pub fn texts(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.clone()],
            Self::List(texts) => texts.clone(),
            Self::Object(members) => members.iter().map(|(_, value)| value.clone()).collect(),
        }
    }

    /// Its name in JavaScript's validation.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "string",
            Self::List(_) => "array",
            Self::Object(_) => "object",
        }
    }
}

/// The arguments, in the order in which their names first come.
#[derive(Debug, Default)]
pub struct Query(Vec<(String, Argument)>);

impl Query {
    /// Reads the query, without the question mark.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            query.add(&name, value.into_owned());
        }
        query
    }

    fn add(&mut self, name: &str, value: String) {
        let (base, inner) = match name.split_once('[') {
            Some((base, rest)) if !base.is_empty() && rest.ends_with(']') => (base, Some(rest.trim_end_matches(']'))),
            _ => (name, None),
        };
        let existing = self.0.iter_mut().find(|(known, _)| known == base);
        match (existing.map(|(_, argument)| argument), inner) {
            (None, None) => self.push(base, Argument::Text(value)),
            (None, Some("")) => self.push(base, Argument::List(vec![value])),
            (None, Some(inner)) => {
                self.push(base, Argument::Object(vec![(inner.to_owned(), value)]));
            }
            (Some(Argument::Object(members)), Some(inner)) => {
                members.push((inner.to_owned(), value));
            }
            (Some(argument), _) => {
                let mut texts = argument.texts();
                texts.push(value);
                *argument = Argument::List(texts);
            }
        }
    }

    fn push(&mut self, name: &str, argument: Argument) {
        self.0.push((name.to_owned(), argument));
    }

    /// The argument of that name.
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, argument)| argument)
    }

    /// A text, if it is there once.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Argument::Text(text) => Some(text),
            Argument::List(_) | Argument::Object(_) => None,
        }
    }

    /// A number that was checked before.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.text(name)?.trim().parse().ok()
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_repeat_and_have_brackets() {
        let query = Query::parse("a=1&b=x+y%2B&c=1&c=2&d[k]=v&d[l]=w&e[]=1&&f");
        let text = |value: &str| Some(Argument::Text(value.to_owned()));
        assert_eq!(query.get("a"), text("1").as_ref());
        assert_eq!(query.get("b"), text("x y+").as_ref());
        let list = |texts: &[&str]| Some(Argument::List(texts.iter().map(|text| (*text).to_owned()).collect()));
        assert_eq!(query.get("c"), list(&["1", "2"]).as_ref());
        let members = vec![("k".into(), "v".into()), ("l".into(), "w".into())];
        assert_eq!(query.get("d"), Some(&Argument::Object(members)));
        assert_eq!(query.get("e"), list(&["1"]).as_ref());
        assert_eq!(query.get("f"), text("").as_ref());
        assert_eq!(query.get("g"), None);
        assert_eq!(query.names().collect::<String>(), "abcdef");
    }
}
