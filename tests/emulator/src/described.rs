//! What a route of the generated table says, and how a request finds its route.

use crate::{
    generated::routes::{Operation, ROUTES},
    routes::decode,
};

/// A route of Nango's API.
#[derive(Debug)]
pub struct Route {
    /// Such as `GET`.
    pub method: &'static str,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// What it does.
    pub operation: Operation,
    /// The key must have one of them. Without any, every key may use it.
    pub scopes: &'static [&'static str],
    /// What it accepts.
    pub parameters: &'static [Parameter],
}

/// A parameter of a route.
#[derive(Debug)]
pub struct Parameter {
    /// Where it is.
    pub place: Place,
    /// Its name in the request.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it may be null.
    pub nullable: bool,
}

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
    Header,
    Body,
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Integer,
    Boolean,
    /// RFC 3339.
    Timestamp,
    Object,
    /// Any JSON.
    Json,
    /// A list of texts.
    Texts,
    /// An object of texts.
    TextMap,
}

/// A parameter that may be missing.
pub const fn optional(place: Place, name: &'static str, kind: Kind) -> Parameter {
    Parameter {
        place,
        name,
        kind,
        required: false,
        nullable: false,
    }
}

/// A parameter that must be there.
pub const fn required(place: Place, name: &'static str, kind: Kind) -> Parameter {
    Parameter {
        required: true,
        ..optional(place, name, kind)
    }
}

/// A parameter that must be there and may be null.
pub const fn nullable(place: Place, name: &'static str, kind: Kind) -> Parameter {
    Parameter {
        nullable: true,
        ..required(place, name, kind)
    }
}

/// The parameters of a path, decoded, with their names.
pub type Segments = Vec<(&'static str, String)>;

impl Route {
    /// The route of a request. The segments are `None` if they are not percent-encoded as they have to be. A route whose path
    /// is fixed comes before one with parameters.
    pub fn find(method: &str, path: &str) -> Option<(&'static Self, Option<Segments>)> {
        let given: Vec<&str> = path.split('/').collect();
        let fits = |route: &&Self| {
            let own: Vec<&str> = route.path.split('/').collect();
            let same = |(own, given): (&str, &&str)| own == *given || (is_parameter(own) && !given.is_empty());
            route.method == method && own.len() == given.len() && own.into_iter().zip(&given).all(same)
        };
        let route = ROUTES
            .iter()
            .filter(fits)
            .min_by_key(|route| route.path.matches('{').count())?;
        let segments = route.path.split('/').zip(given);
        let segments = segments.filter_map(|(own, given)| Some((name(own)?, given)));
        let decoded = segments.map(|(name, given)| Some((name, decode(given)?))).collect();
        Some((route, decoded))
    }

    /// Its parameters of one place.
    pub fn parameters_in(&self, place: Place) -> impl Iterator<Item = &'static Parameter> {
        self.parameters.iter().filter(move |parameter| parameter.place == place)
    }

    /// Whether the browser of a customer may use it, too.
    pub fn takes_session_token(&self) -> bool {
        matches!(self.operation, Operation::ListIntegrations | Operation::GetProvider)
    }

    /// The scopes of which a key needs one. What may be read without credentials may be read with them, too.
    pub fn accepted_scopes(&self) -> Vec<String> {
        let mut scopes: Vec<String> = self.scopes.iter().map(|scope| (*scope).to_owned()).collect();
        for scope in self.scopes {
            let of_credentials = scope.ends_with("s:list") || *scope == "environment:integrations:read";
            if of_credentials {
                scopes.push(format!("{scope}_credentials"));
            }
        }
        scopes.retain(|scope| scope != "environment:functions:list_credentials");
        scopes
    }
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{')
}

/// The name of a path's parameter.
fn name(segment: &'static str) -> Option<&'static str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_path_comes_before_one_with_parameters() {
        let found = |method, path| Route::find(method, path).map(|(route, _)| route.operation);
        assert_eq!(found("PATCH", "/connections/metadata"), Some(Operation::UpdateMetadata));
        assert_eq!(found("PATCH", "/connections/x"), Some(Operation::UpdateConnection));
        assert_eq!(
            found("POST", "/integrations/quickstart"),
            Some(Operation::CreateQuickstartIntegration)
        );
        assert_eq!(found("GET", "/action/"), None);
        assert_eq!(found("PUT", "/connections"), None);
    }

    #[test]
    fn segments_are_decoded() {
        let segments = |path| Route::find("DELETE", path).map(|(_, segments)| segments);
        let expected = vec![("name", "a/b".to_owned()), ("variant", "ü".to_owned())];
        assert_eq!(segments("/sync/a%2Fb/variant/%C3%BC"), Some(Some(expected)));
        assert_eq!(segments("/sync/a%2/variant/b"), Some(None));
    }
}
