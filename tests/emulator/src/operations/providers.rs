//! External APIs.

use super::{Outcome, Request};
use crate::{
    respond::{Reply, error},
    seed::Provider,
    state::State,
    store::integrations::{display_name, logo},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Those of the seed, and those that integrations use.
pub fn list(request: &Request<'_>, state: &State) -> Reply {
    let search = request.query_text("search").to_lowercase();
    let names: BTreeSet<&str> = state
        .providers
        .names()
        .chain(
            state
                .integrations
                .iter()
                .map(|integration| integration.provider.as_str()),
        )
        .collect();
    let found: Vec<Value> = names
        .into_iter()
        .filter_map(|name| Some((name, provider(state, name)?)))
        .filter(|(name, provider)| {
            let shown = display_name(provider).unwrap_or(name).to_lowercase();
            name.to_lowercase().contains(&search) || shown.contains(&search)
        })
        .map(|(_, provider)| document(&request.host(), &provider))
        .collect();
    Reply::json(200, &json!({"data": found}))
}

/// One of them.
pub fn get(request: &Request<'_>, state: &State) -> Outcome {
    let name = request.segment("provider");
    let provider = provider(state, name).ok_or_else(|| error(404, "not_found", &format!("Unknown provider {name}")))?;
    Ok(Reply::json(200, &json!({"data": document(&request.host(), &provider)})))
}

/// The templates of functions, which a seed has as functions of the source `template`.
pub fn templates(request: &Request<'_>, state: &State) -> Reply {
    let provider = request.segment("provider");
    let is_template = |function: &&crate::seed::Function| {
        let integration = state.integration(&function.provider_config_key);
        super::functions::source(function) == "template" && integration.is_some_and(|it| it.provider == provider)
    };
    let found = state.functions.iter().filter(is_template);
    let shown: Vec<Value> = found
        .map(|function| super::functions::document(state, function))
        .collect();
    Reply::json(200, &json!({"data": shown}))
}

fn provider(state: &State, name: &str) -> Option<Provider> {
    let known = state.providers.find(name).cloned();
    let integration = state
        .integrations
        .iter()
        .find(|integration| integration.provider == name);
    known.or_else(|| {
        let integration = integration?;
        let shown = json!({"display_name": state.display_name(integration)});
        Some(Provider {
            name: name.to_owned(),
            auth_mode: Some(state.auth_mode(integration)),
            more: shown.as_object().cloned().unwrap_or_default(),
        })
    })
}

fn document(host: &str, provider: &Provider) -> Value {
    let mut document = provider.more.clone();
    let mode = provider.auth_mode.clone();
    // Where Nango has it: behind what names the API.
    let position = document
        .keys()
        .take_while(|name| ["display_name", "categories"].contains(&name.as_str()))
        .count();
    document.shift_insert(
        position,
        "auth_mode".into(),
        json!(mode.unwrap_or_else(|| "OAUTH2".to_owned())),
    );
    document.insert("name".into(), json!(provider.name));
    document.insert("logo_url".into(), json!(logo(host, &provider.name)));
    Value::Object(document)
}
