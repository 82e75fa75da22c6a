//! Reads api/operations.json: the operations of Nango's API, each described once.

use std::fs;
use std::path::Path;

mod check;
mod described;
#[cfg(test)]
mod tests;
mod type_of;

pub use described::Api;

const DESCRIPTION: &str = "api/operations.json";

/// The description, checked, with everything filled in that it may leave out.
pub fn read(root: &Path) -> Result<Api, String> {
    let text = fs::read_to_string(root.join(DESCRIPTION)).map_err(|problem| format!("{DESCRIPTION}: {problem}"))?;
    parse(&text).map_err(|problem| format!("{DESCRIPTION}: {problem}"))
}

fn parse(text: &str) -> Result<Api, String> {
    let mut api: Api = serde_json::from_str(text).map_err(|problem| problem.to_string())?;
    api.fill_in();
    check::check(&api)?;
    Ok(api)
}
