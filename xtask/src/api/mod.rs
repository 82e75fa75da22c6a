//! Reads api/operations.json, the operations of Nango's API, each described once, and api/webhooks.json, what Nango sends by itself.

use std::fs;
use std::path::Path;

mod check;
mod described;
#[cfg(test)]
mod tests;
mod type_of;

pub use described::Api;

const DESCRIPTION: &str = "api/operations.json";
/// Of the same form, with models alone.
const WEBHOOKS: &str = "api/webhooks.json";

/// The description, checked, with everything filled in that it may leave out. The models of webhooks follow those of operations.
pub fn read(root: &Path) -> Result<Api, String> {
    let mut api = described(root, DESCRIPTION)?;
    let mut models = described(root, WEBHOOKS)?.models;
    for model in &mut models {
        model.is_of_webhooks = true;
    }
    api.models.extend(models);
    checked(api).map_err(|problem| format!("{DESCRIPTION} and {WEBHOOKS}: {problem}"))
}

fn described(root: &Path, file: &str) -> Result<Api, String> {
    let text = fs::read_to_string(root.join(file)).map_err(|problem| format!("{file}: {problem}"))?;
    serde_json::from_str(&text).map_err(|problem| format!("{file}: {problem}"))
}

fn checked(mut api: Api) -> Result<Api, String> {
    api.fill_in();
    check::check(&api)?;
    Ok(api)
}

#[cfg(test)]
fn parse(text: &str) -> Result<Api, String> {
    checked(serde_json::from_str(text).map_err(|problem| problem.to_string())?)
}
