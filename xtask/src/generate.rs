//! Writes abi/nango.json, and from it, abi/wrappers.json, api/operations.json and api/webhooks.json what the templates make.

use std::fmt::Display;
use std::fs;
use std::path::Path;

use minijinja::{Environment, UndefinedBehavior};

use crate::made::{
    Each, OF_ABI, OF_API, OF_ERROR, OF_GROUP, OF_MODEL, OF_OPERATION, OF_WRAPPERS, PARTS_OF_API, PARTS_OF_FFI,
    PARTS_OF_WRAPPERS,
};
use crate::parts::{self, Between};
use crate::{abi, api, filters, format, wrappers};

const DESCRIPTION: &str = "abi/nango.json";

/// Writes the files that are not as they should be, or only looks; gives their names.
pub fn run(root: &Path, check: bool) -> Result<Vec<String>, String> {
    let mut stale = Vec::new();
    let mut keep = |file: &str, text: &str| {
        let path = root.join(file);
        if fs::read_to_string(&path).ok().as_deref() == Some(text) {
            return Ok(());
        }
        stale.push(file.to_owned());
        if check {
            return Ok(());
        }
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, text))
            .map_err(|problem| format!("{file}: {problem}"))
    };
    let templates = templates(root);
    let rendered = |template: &str, context: &minijinja::Value| {
        templates
            .get_template(template)
            .and_then(|template| template.render(context))
            .map_err(|problem| format!("{problem:#}"))
    };
    let with_parts = |file: &str, of_file: &[(&str, Between)], context: &minijinja::Value| {
        let problem_in = |problem: &dyn Display| format!("{file}: {problem}");
        let mut text = fs::read_to_string(root.join(file)).map_err(|problem| problem_in(&problem))?;
        for (template, between) in of_file {
            let part = rendered(template, context)?;
            text = parts::put(&text, template, *between, &part).map_err(|problem| problem_in(&problem))?;
        }
        format::format(root, file, text)
    };
    let described = wrappers::described(root)?;
    let of_wrappers = minijinja::Value::from_serialize(&described);
    for (file, of_file) in PARTS_OF_FFI {
        keep(file, &with_parts(file, of_file, &of_wrappers)?)?;
    }
    let description = abi::read(root)?;
    let json = serde_json::to_string_pretty(&description).expect("the description has no maps");
    keep(DESCRIPTION, &(json.clone() + "\n"))?;
    let joined = wrappers::join(&described, &description)?;
    let described_wrappers = minijinja::Value::from_serialize(&joined);
    let described = minijinja::Value::from_serialize(&description);
    let operations = api::read(root)?;
    let described_operations = minijinja::Value::from_serialize(&operations);
    for (file, of_file) in PARTS_OF_WRAPPERS {
        keep(file, &with_parts(file, of_file, &described_wrappers)?)?;
    }
    for (file, of_file) in PARTS_OF_API {
        keep(file, &with_parts(file, of_file, &described_operations)?)?;
    }
    let mut render = |template: &str, file: &str, context: &minijinja::Value| {
        keep(file, &format::format(root, file, rendered(template, context)?)?)
    };
    for (template, file) in OF_ABI {
        render(template, file, &described)?;
    }
    for (template, file) in OF_WRAPPERS {
        render(template, file, &described_wrappers)?;
    }
    for (template, file) in OF_API {
        render(template, file, &described_operations)?;
    }
    let mut render_each = |of: &[Each], name: &str, context: minijinja::Value| {
        of.iter()
            .try_for_each(|(template, file, named)| render(template, &file.replace('*', &named(name)), &context))
    };
    for error in &joined.errors {
        if error.described.python.docs.is_some() {
            let context = minijinja::context! { error, ..described_wrappers.clone() };
            render_each(OF_ERROR, &error.described.python.class, context)?;
        }
    }
    for group in &operations.groups {
        let context = minijinja::context! { group, ..described_operations.clone() };
        render_each(OF_GROUP, &group.name, context)?;
    }
    for model in &operations.models {
        render_each(OF_MODEL, &model.name, minijinja::context! { model })?;
    }
    for operation in operations.operations.iter().filter(|of| !of.parameters.is_empty()) {
        render_each(OF_OPERATION, &operation.name, minijinja::context! { operation })?;
    }
    Ok(stale)
}

fn templates(root: &Path) -> Environment<'static> {
    let folder = root.join("xtask/templates");
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    templates.set_trim_blocks(true);
    templates.set_lstrip_blocks(true);
    templates.set_keep_trailing_newline(true);
    templates.set_loader(
        move |name| match fs::read_to_string(folder.join(format!("{name}.jinja"))) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Ok(None),
        },
    );
    filters::add(&mut templates);
    templates
}
