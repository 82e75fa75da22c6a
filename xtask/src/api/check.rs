//! What the schema cannot say: that names are unique, that what is named is there, and that places and types go together.

use std::collections::HashSet;

use super::described::{Api, Field, Method, Operation, Outcome, OutcomeKind, Parameter, Place, Retry};
use super::type_of::{Kind, TypeOf};

pub fn check(api: &Api) -> Result<(), String> {
    unique("group", api.groups.iter().map(|group| &group.name))?;
    unique("model", api.models.iter().map(|model| &model.name))?;
    unique("operation", api.operations.iter().map(|operation| &operation.name))?;
    models(api)?;
    for group in &api.groups {
        unique(&group.name, group.operations.iter().map(|operation| &operation.method))?;
    }
    for operation in &api.operations {
        check_operation(api, operation).map_err(|problem| format!("{}: {problem}", operation.name))?;
    }
    Ok(())
}

fn unique<'a>(what: &str, names: impl Iterator<Item = &'a String>) -> Result<(), String> {
    let mut known = HashSet::new();
    for name in names {
        if !known.insert(name) {
            return Err(format!("{what}: {name} is there twice"));
        }
    }
    Ok(())
}

/// A model comes after those that it is made of, as C++ and readers want it.
fn models(api: &Api) -> Result<(), String> {
    let mut known = HashSet::new();
    for model in &api.models {
        unique(&model.name, model.fields.iter().map(|field| &field.name))?;
        let is_object = |field: &&Field| field.type_of.kind == Kind::Object && !field.nullable;
        if model.fields.iter().any(|field| field.whole && !is_object(&field)) {
            return Err(format!(
                "{}: the whole of it is an object, which is never null",
                model.name
            ));
        }
        for field in &model.fields {
            let used = field.type_of.model();
            if let Some(unknown) = used.filter(|used| !known.contains(used)) {
                return Err(format!("{}.{}: no model {unknown} before it", model.name, field.name));
            }
        }
        known.insert(model.name.as_str());
    }
    Ok(())
}

fn check_operation(api: &Api, operation: &Operation) -> Result<(), String> {
    if !api.groups.iter().any(|group| group.name == operation.group) {
        return Err(format!("no group {}", operation.group));
    }
    unique(
        "parameter",
        operation.parameters.iter().map(|parameter| &parameter.name),
    )?;
    for parameter in &operation.parameters {
        check_parameter(operation, parameter).map_err(|problem| format!("{}: {problem}", parameter.name))?;
    }
    let in_path = operation
        .path
        .split('/')
        .filter_map(|segment| segment.strip_prefix('{'));
    for name in in_path.filter_map(|segment| segment.strip_suffix('}')) {
        let is_it = |parameter: &&Parameter| parameter.place == Place::Path && parameter.wire == name;
        if operation.parameters.iter().find(is_it).is_none() {
            return Err(format!("no parameter for {{{name}}} in the path"));
        }
    }
    if (operation.retry == Retry::Read) != (operation.http == Method::Get) {
        return Err("retry is read for GET, and for nothing else".to_owned());
    }
    check_constants(operation)?;
    check_result(api, &operation.result)?;
    match (operation.poll, operation.result.kind) {
        (Some(_), OutcomeKind::Pages) => Err("pages are not waited for".to_owned()),
        (Some(_), _) if operation.http != Method::Get => {
            Err("only a GET can be repeated until it has a result".to_owned())
        }
        _ => Ok(()),
    }
}

fn check_constants(operation: &Operation) -> Result<(), String> {
    let is_known = |name: &String| operation.parameters.iter().any(|parameter| parameter.wire == *name);
    if let Some(name) = operation.constants.keys().find(|name| is_known(name)) {
        return Err(format!("{name} is a constant and a parameter"));
    }
    let is_scalar = |value: &serde_json::Value| !value.is_array() && !value.is_object();
    match operation.constants.values().all(is_scalar) {
        true => Ok(()),
        false => Err("a constant is one value".to_owned()),
    }
}

fn check_parameter(operation: &Operation, parameter: &Parameter) -> Result<(), String> {
    let kind = parameter.type_of.kind;
    let is_scalar = matches!(
        kind,
        Kind::String | Kind::Integer | Kind::Number | Kind::Boolean | Kind::Timestamp
    );
    let problem = match parameter.place {
        Place::Path if !parameter.required || kind != Kind::String => "in a path it is a string, and required",
        Place::Path if !operation.path.contains(&format!("{{{}}}", parameter.wire)) => "is not in the path",
        Place::Header if !is_scalar => "in a header it is one value",
        Place::Query if !is_scalar && !has_style(&parameter.type_of, &parameter.style) => "in a query it needs a style",
        Place::Body if operation.http == Method::Get => "GET has no body",
        Place::Path | Place::Header | Place::Body if parameter.default.is_some() => "only a query has defaults",
        _ if parameter.required && parameter.default.is_some() => "what is required has no default",
        _ => return Ok(()),
    };
    Err(problem.to_owned())
}

/// Whether a query can hold it in this style: arrays and maps of strings.
fn has_style(type_of: &TypeOf, style: &str) -> bool {
    let of_strings = type_of.item.as_ref().is_some_and(|item| item.kind == Kind::String);
    of_strings
        && match type_of.kind {
            Kind::Array => matches!(style, "csv" | "repeated"),
            Kind::Map => style == "brackets",
            _ => false,
        }
}

fn check_result(api: &Api, result: &Outcome) -> Result<(), String> {
    let has_model = matches!(result.kind, OutcomeKind::Model | OutcomeKind::List | OutcomeKind::Pages);
    if has_model == result.model.is_empty() {
        return Err("the result has a model if it is a model, a list or pages".to_owned());
    }
    let model = api.models.iter().find(|model| model.name == result.model);
    if has_model && model.is_none() {
        return Err(format!("no model {}", result.model));
    }
    let is_pages = result.kind == OutcomeKind::Pages;
    if is_pages == result.style.is_empty() || is_pages == result.items.is_empty() {
        return Err("pages have a style and items, and nothing else has".to_owned());
    }
    let has_key = |name: &str| model.is_some_and(|model| model.fields.iter().any(|field| field.name == name));
    if !result.key.is_empty() && !has_key(&result.key) {
        return Err(format!("{} has no field {}", result.model, result.key));
    }
    if (result.style == "cursor") == result.cursor.is_empty() {
        return Err("pages by cursor name the field that has an item's cursor, and nothing else does".to_owned());
    }
    let of_cursor = model.and_then(|model| model.fields.iter().find(|field| field.name == result.cursor));
    let metadata = of_cursor.and_then(|field| {
        api.models
            .iter()
            .find(|model| Some(model.name.as_str()) == field.type_of.name.as_deref())
    });
    let has_cursor = metadata.is_some_and(|model| model.fields.iter().any(|field| field.name == "cursor"));
    if !result.cursor.is_empty() && !has_cursor {
        return Err(format!("{}.{} has no field cursor", result.model, result.cursor));
    }
    Ok(())
}
