//! Converts the arguments of an operation to a request.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use zeroize::Zeroizing;

use crate::api::operation::OperationCall;
use crate::api::until::{self, Until};
use crate::client::call_options::CallOptions;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::read::{Place, RESPONSE, Read};
use crate::proxy::{Request, Response};
use crate::text::value::ValueKind;

/// The arguments of an operation.
pub(super) struct Arguments {
    request: Request,
    /// The default parameters of the query.
    defaults: Vec<(&'static str, &'static str)>,
    /// The members of the body, each with its JSON text, if there is a body.
    body: Option<Vec<(&'static str, Zeroizing<String>)>>,
}

impl Arguments {
    pub(super) fn new(method: &str, path: &str) -> Arguments {
        Arguments {
            request: Request::new(method, path),
            defaults: Vec::new(),
            body: None,
        }
    }

    /// An idempotent operation.
    pub(super) fn repeatable(method: &str, path: &str) -> Arguments {
        let mut arguments = Arguments::new(method, path);
        arguments.request.repeatable(true);
        arguments
    }

    pub(super) fn path(&mut self, name: &str, value: &str) {
        self.request.path_parameter(name, value);
    }

    pub(super) fn query(&mut self, name: &str, value: impl ToString) {
        self.request.set_query(name, &value.to_string());
    }

    pub(super) fn default_query(&mut self, name: &'static str, value: &'static str) {
        self.defaults.push((name, value));
    }

    /// Several values, with commas between them.
    pub(super) fn query_list(&mut self, name: &str, values: &[&str]) {
        if values.iter().any(|value| value.contains(',')) {
            self.request.refuse(&format!(
                "{name} has an item with a comma, which Nango would take for two items"
            ));
        }
        self.refuse_empty(name, values.len());
        self.request.set_query(name, &values.join(","));
    }

    /// An empty list is no filter for Nango, but nothing at all for a program.
    fn refuse_empty(&mut self, name: &str, count: usize) {
        if count == 0 {
            self.request
                .refuse(&format!("{name} is empty: pass at least one item, or leave it out"));
        }
    }

    /// Several values: `name=a&name=b`.
    pub(super) fn query_repeated(&mut self, name: &str, values: &[&str]) {
        self.refuse_empty(name, values.len());
        for (i, value) in values.iter().enumerate() {
            match i {
                0 => self.request.set_query(name, value),
                _ => drop(self.request.query(name, value)),
            }
        }
    }

    /// Several values by key: `name[key]=value`.
    pub(super) fn query_map(&mut self, name: &str, values: &[(&str, &str)]) {
        self.refuse_empty(name, values.len());
        for (key, value) in values {
            self.request.set_query(&format!("{name}[{key}]"), value);
        }
    }

    pub(super) fn header(&mut self, name: &str, value: impl ToString) {
        self.request.set_header(name, &value.to_string());
    }

    /// Makes the body an object, which has no members yet.
    pub(super) fn object(&mut self) {
        self.body.get_or_insert_default();
    }

    pub(super) fn body(&mut self, name: &'static str, value: impl Serialize) {
        let mut json = Zeroizing::new(Vec::new());
        // Only keys that are not text could fail, and values here have none.
        let is_written = serde_json::to_writer(&mut *json, &value).is_ok();
        let json = String::from_utf8(std::mem::take(&mut *json))
            .ok()
            .filter(|_| is_written);
        let body = self.body.get_or_insert_default();
        body.retain(|(known, _)| *known != name);
        body.push((name, Zeroizing::new(json.unwrap_or_else(|| "null".to_owned()))));
    }

    pub(super) fn body_map(&mut self, name: &'static str, values: &[(&str, &str)]) {
        let map: BTreeMap<&str, &str> = values.iter().copied().collect();
        self.body(name, map);
    }

    /// The request as it is sent.
    pub(super) fn request(&self) -> Request {
        let mut request = self.request.copied();
        for (name, value) in &self.defaults {
            if request.query_value(name).is_none() {
                request.query(name, value);
            }
        }
        if let Some(body) = &self.body {
            let mut json = Zeroizing::new(String::from("{"));
            for (i, (name, value)) in body.iter().enumerate() {
                // A name of the description, which has no character that JSON escapes.
                json.push_str(if i == 0 { "\"" } else { ",\"" });
                json.push_str(name);
                json.push_str("\":");
                json.push_str(value);
            }
            json.push('}');
            request.json(&json);
        }
        request
    }

    fn send(&self, client: &ClientState, options: &CallOptions) -> Result<Response, Error> {
        OperationCall::new(client, &self.request(), options).send()
    }

    /// Makes the call, whose response has no result.
    pub(super) fn run(&self, client: &ClientState, options: &CallOptions) -> Result<(), Error> {
        self.send(client, options).map(drop)
    }

    /// Makes the call and reads its result, which is a model, a list of them, or any JSON. `at` leads to it.
    pub(super) fn get<T: Read>(
        &self,
        client: &ClientState,
        options: &CallOptions,
        at: &[&'static str],
    ) -> Result<T, Error> {
        result_of(self.send(client, options)?, at)
    }

    /// Repeats the call until its response has the result, and reads that.
    pub(super) fn get_when<T: Read>(
        &self,
        until: Until,
        client: &ClientState,
        options: &CallOptions,
        at: &[&'static str],
    ) -> Result<T, Error> {
        result_of(until::call_until(client, &self.request(), until, options)?, at)
    }
}

fn result_of<T: Read>(mut response: Response, at: &[&'static str]) -> Result<T, Error> {
    let whole = Place::new(RESPONSE);
    let inner = at.first().map(|name| whole.member(name));
    let place = inner.as_ref().unwrap_or(&whole);
    if response.body()?.is_empty() {
        return T::absent(place);
    }
    let mut value = Some(response.value()?);
    for step in at {
        value = value.and_then(|value| match value.kind() {
            ValueKind::Array => step.parse().ok().and_then(|i| value.at(i)),
            _ => value.get(step),
        });
    }
    match value.filter(|value| !value.is_null()) {
        Some(value) => T::read(value, place),
        None if at.is_empty() => T::absent(place),
        None => Err(place.is_missing()),
    }
}

impl fmt::Debug for Arguments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.body.iter().flatten().map(|(name, _)| *name).collect();
        f.debug_struct("Arguments")
            .field("request", &self.request)
            .field("body", &names)
            .finish()
    }
}
