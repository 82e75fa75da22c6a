//! What the description says, as types. An unknown member is an error, as it is by api/operations.schema.json.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::type_of::TypeOf;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Api {
    #[serde(rename = "$schema", skip_serializing)]
    _schema: String,
    pub groups: Vec<Group>,
    pub models: Vec<Model>,
    pub operations: Vec<Operation>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub name: String,
    pub summary: String,
    /// Those of `operations` that belong to it.
    #[serde(skip_deserializing)]
    pub operations: Vec<Operation>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    pub name: String,
    /// Whether no operation gives it, but Nango sends it by itself.
    #[serde(skip_deserializing)]
    pub is_of_webhooks: bool,
    pub summary: String,
    pub fields: Vec<Field>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub name: String,
    #[serde(default)]
    pub wire: String,
    #[serde(rename = "type")]
    pub type_of: TypeOf,
    pub summary: String,
    #[serde(default)]
    pub nullable: bool,
    #[serde(default)]
    pub secret: bool,
    #[serde(default)]
    pub private: bool,
    #[serde(default)]
    pub whole: bool,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    pub name: String,
    pub group: String,
    pub method: String,
    pub http: Method,
    pub path: String,
    pub summary: String,
    #[serde(default)]
    pub description: String,
    pub parameters: Vec<Parameter>,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    #[serde(default)]
    pub constants: BTreeMap<String, serde_json::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poll: Option<Poll>,
    pub result: Outcome,
    pub retry: Retry,
    pub scopes: Vec<String>,
    #[serde(default)]
    pub deprecated: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Retry {
    Read,
    Repeatable,
    Write,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Poll {
    Found,
    NotEmpty,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    pub name: String,
    #[serde(default)]
    pub wire: String,
    #[serde(rename = "in")]
    pub place: Place,
    #[serde(rename = "type")]
    pub type_of: TypeOf,
    pub summary: String,
    #[serde(default)]
    pub required: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<serde_json::Value>,
    #[serde(default)]
    pub style: String,
    #[serde(default)]
    pub secret: bool,
    #[serde(default)]
    pub private: bool,
    #[serde(default)]
    pub deprecated: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    Path,
    Query,
    Header,
    Body,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub kind: OutcomeKind,
    pub status: u16,
    /// The members and indices that lead to it, as the description has it.
    #[serde(default, rename(serialize = "pointer"))]
    pub at: String,
    /// The same, one by one.
    #[serde(default, skip_deserializing, rename(serialize = "at"))]
    pub steps: Vec<String>,
    #[serde(default)]
    pub model: String,
    #[serde(default)]
    pub style: String,
    #[serde(default)]
    pub items: String,
    #[serde(default)]
    pub key: String,
    /// The field of an item whose own field `cursor` is the item's cursor.
    #[serde(default)]
    pub cursor: String,
    #[serde(default)]
    pub private: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum OutcomeKind {
    None,
    Json,
    Model,
    List,
    Pages,
}

impl Api {
    /// What the description may leave out: names on the wire, and the groups' operations. Required parameters go first.
    pub fn fill_in(&mut self) {
        for field in self.models.iter_mut().flat_map(|model| &mut model.fields) {
            name_on_the_wire(&mut field.wire, &field.name);
        }
        for operation in &mut self.operations {
            let at = operation.result.at.split('/').filter(|step| !step.is_empty());
            operation.result.steps = at.map(str::to_owned).collect();
            operation.parameters.sort_by_key(|parameter| !parameter.required);
            for parameter in &mut operation.parameters {
                name_on_the_wire(&mut parameter.wire, &parameter.name);
            }
        }
        for group in &mut self.groups {
            let own = |operation: &&Operation| operation.group == group.name;
            group.operations = self.operations.iter().filter(own).cloned().collect();
        }
    }
}

fn name_on_the_wire(wire: &mut String, name: &str) {
    if wire.is_empty() {
        name.clone_into(wire);
    }
}
