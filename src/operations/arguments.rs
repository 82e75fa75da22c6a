//! Converts the arguments of an operation to a request.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use zeroize::Zeroizing;

use crate::api::operation::OperationCall;
use crate::client::call_options::CallOptions;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::read::{Place, Read, read};
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
        self.request.set_query(name, &values.join(","));
    }

    /// Several values by key: `name[key]=value`.
    pub(super) fn query_map(&mut self, name: &str, values: &[(&str, &str)]) {
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

    /// Makes the call and reads its response, which is a model, a list of them, or any JSON.
    pub(super) fn get<T: Read>(&self, client: &ClientState, options: &CallOptions) -> Result<T, Error> {
        let mut response = self.send(client, options)?;
        if response.body()?.is_empty() {
            return T::absent(&Place::new("the response"));
        }
        let value = response.value()?;
        match value.kind() {
            ValueKind::Null => T::absent(&Place::new("the response")),
            _ => read(value),
        }
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
