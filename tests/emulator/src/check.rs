//! The validation of a request by its route: each part of it has what the route demands, and nothing else.

use crate::{
    clock,
    described::{Kind, Parameter, Place, Route, Segments},
    forms::{self, Form},
    generated::routes::Operation,
    query::{Argument, Query},
    respond::Reply,
    validate::{Complaints, header_text, kind, length},
};
use axum::http::HeaderMap;
use serde_json::{Map, Value};

/// Milliseconds of a year, which is how far back `modified_after` reaches.
const YEAR_MS: i64 = 365 * 86_400_000;
/// How long the id of a record may be.
const LONGEST_ID: usize = 256;
/// How many tags a connection may have, and a list be filtered by.
const MOST_TAGS: usize = 10;

/// The parts of a request.
pub struct Parts<'a> {
    pub segments: &'a Segments,
    pub query: &'a Query,
    pub headers: &'a HeaderMap,
    /// `None` if the request has no body that is JSON.
    pub body: Option<&'a Value>,
    pub now: i64,
}

/// Nango's 400, if a part is not as it should be.
pub fn check(route: &Route, parts: &Parts<'_>) -> Result<(), Reply> {
    check_query(route, parts)?;
    let mut complaints = Complaints::default();
    for parameter in route.parameters_in(Place::Path) {
        let segment = parts.segments.iter().find(|(name, _)| *name == parameter.name);
        if let Some((_, text)) = segment {
            complaints.text(text, form(route, parameter), parameter.name);
        }
    }
    complaints.finish("invalid_uri_params")?;
    let mut complaints = Complaints::default();
    for parameter in route.parameters_in(Place::Header) {
        match header_text(parts.headers, parameter.name) {
            Some(text) => complaints.text(&text, form(route, parameter), parameter.name),
            None if is_required(route, parameter) => complaints.wrong_type("string", "undefined", &[parameter.name]),
            None => {}
        }
    }
    if route.operation == Operation::TriggerAction {
        if let Some(text) = header_text(parts.headers, "x-async") {
            complaints.text(&text, Some(Form::Flag), "x-async");
        }
    }
    complaints.finish("invalid_headers")?;
    if route.parameters_in(Place::Body).next().is_none() {
        return Ok(());
    }
    let Some(Value::Object(body)) = parts.body else {
        let mut complaints = Complaints::default();
        complaints.wrong_type("object", kind(parts.body), &[]);
        return complaints.finish("invalid_body");
    };
    check_body(route, body)
}

fn form(route: &Route, parameter: &Parameter) -> Option<Form> {
    forms::form(route.operation, parameter)
}

fn is_required(route: &Route, parameter: &Parameter) -> bool {
    parameter.required && !forms::is_checked_later(route.operation, parameter)
}

fn check_query(route: &Route, parts: &Parts<'_>) -> Result<(), Reply> {
    let mut complaints = Complaints::default();
    for parameter in route.parameters_in(Place::Query) {
        let (name, form) = (parameter.name, form(route, parameter));
        match (parts.query.get(name), form) {
            (None, Some(Form::Choice(texts))) if is_required(route, parameter) => complaints.no_option(texts, &[name]),
            (None, _) if is_required(route, parameter) => complaints.wrong_type("string", "undefined", &[name]),
            (None, _) => {}
            (Some(given), Some(Form::SilentChoice(texts))) => {
                if !given.texts().iter().all(|text| texts.contains(&text.as_str())) {
                    complaints.no_alternative(&[name]);
                }
            }
            (Some(given), Some(Form::Few(most))) => {
                let texts = given.texts();
                if texts.len() > most || texts.iter().any(|text| text.is_empty() || length(text) > LONGEST_ID) {
                    complaints.no_alternative(&[name]);
                }
            }
            (Some(Argument::Text(text)), Some(Form::Recent)) => {
                let time = clock::parse(text);
                if time.is_none() {
                    complaints.no_time(name);
                }
                if time.is_none_or(|time| time < parts.now - YEAR_MS) {
                    complaints.too_old(name);
                }
            }
            (Some(_), Some(Form::AtMost(most))) => {
                complaints.number(parts.query, name, 1.0..=most);
            }
            (Some(Argument::Object(members)), form) if parameter.kind == Kind::TextMap => {
                for (i, (key, value)) in members.iter().enumerate() {
                    if members[..i].iter().any(|(before, _)| before == key) {
                        complaints.wrong_type("string", "array", &[name, key]);
                    } else if matches!(form, Some(Form::Tags)) {
                        check_tag(&mut complaints, key, value, name);
                    }
                }
                check_number_of_texts(&mut complaints, form, members.len(), name);
            }
            (Some(other), _) if parameter.kind == Kind::TextMap => {
                complaints.wrong_type("record", other.kind(), &[name]);
            }
            (Some(Argument::Text(text)), form) => complaints.text(text, form, name),
            (Some(other), _) => complaints.wrong_type("string", other.kind(), &[name]),
        }
    }
    let also = forms::also_in_query(route.operation);
    if also.contains(&"page") {
        complaints.number(parts.query, "page", 0.0..=f64::from(u32::MAX));
    }
    let mut known: Vec<&str> = route.parameters_in(Place::Query).map(|it| it.name).collect();
    known.extend(also);
    complaints.unknown(parts.query.names(), &known);
    complaints.finish("invalid_query_params")
}

fn check_body(route: &Route, body: &Map<String, Value>) -> Result<(), Reply> {
    let mut complaints = Complaints::default();
    for parameter in route.parameters_in(Place::Body) {
        let (name, form) = (parameter.name, form(route, parameter));
        let value = body.get(name);
        if (value.is_none() && !is_required(route, parameter)) || (value == Some(&Value::Null) && parameter.nullable) {
            continue;
        }
        check_value(&mut complaints, parameter, form, value);
    }
    let known: Vec<&str> = route.parameters_in(Place::Body).map(|it| it.name).collect();
    complaints.unknown(body.keys().map(String::as_str), &known);
    complaints.finish("invalid_body")
}

fn check_value(complaints: &mut Complaints, parameter: &Parameter, form: Option<Form>, value: Option<&Value>) {
    let name = parameter.name;
    let expected = match (parameter.kind, form, value) {
        (_, Some(Form::OneOrMany), _) => {
            let is_text = value.is_some_and(Value::is_string);
            let is_list = value
                .and_then(Value::as_array)
                .is_some_and(|texts| texts.iter().all(Value::is_string));
            if !is_text && !is_list {
                complaints.no_alternative(&[name]);
            }
            return;
        }
        (_, Some(Form::Url), Some(Value::String(text))) if is_url(text) => return,
        (_, Some(Form::Url), _) => return complaints.no_alternative(&[name]),
        (Kind::Text | Kind::Timestamp, _, Some(Value::String(text))) => return complaints.text(text, form, name),
        (Kind::Text | Kind::Timestamp, _, _) => "string",
        (Kind::Integer, Some(Form::AtMost(most)), Some(Value::Number(number))) => {
            return complaints.in_range(number.as_f64().unwrap_or(f64::NAN), 1.0..=most, name);
        }
        (Kind::Integer, _, Some(Value::Number(_)))
        | (Kind::Boolean, _, Some(Value::Bool(_)))
        | (Kind::Texts, _, Some(Value::Array(_)))
        | (Kind::Json, _, _)
        | (Kind::Object, _, Some(Value::Object(_))) => return,
        (Kind::TextMap, _, Some(Value::Object(map))) => return check_texts(complaints, form, map, name),
        (Kind::Integer, _, _) => "number",
        (Kind::Boolean, _, _) => "boolean",
        (Kind::Texts, _, _) => "array",
        (Kind::TextMap, _, _) | (Kind::Object, Some(Form::Record), _) => "record",
        (Kind::Object, _, _) => "object",
    };
    complaints.wrong_type(expected, kind(value), &[name]);
}

fn check_texts(complaints: &mut Complaints, form: Option<Form>, map: &Map<String, Value>, name: &str) {
    for (key, value) in map {
        match (form, value) {
            (Some(Form::Tags), _) if !is_tag_key(key) => complaints.bad_key(&[name, key]),
            (Some(Form::Tags), Value::String(text)) => check_tag(complaints, key, text, name),
            (_, Value::String(_)) => {}
            _ => complaints.wrong_type("string", kind(Some(value)), &[name, key]),
        }
    }
    check_number_of_texts(complaints, form, map.len(), name);
}

fn check_tag(complaints: &mut Complaints, key: &str, value: &str, name: &str) {
    if is_tag_key(key) {
        complaints.tag_value(value, &[name, key]);
    } else {
        complaints.bad_key(&[name, key]);
    }
}

fn check_number_of_texts(complaints: &mut Complaints, form: Option<Form>, number: usize, name: &str) {
    if matches!(form, Some(Form::Tags)) && number > MOST_TAGS {
        complaints.too_many_tags(MOST_TAGS, name);
    }
}

fn is_tag_key(key: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    key.len() <= 64 && key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(allowed)
}

fn is_url(text: &str) -> bool {
    text.is_empty() || text.starts_with("http://") || text.starts_with("https://")
}
