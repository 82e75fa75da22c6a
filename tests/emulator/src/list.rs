//! `GET /connections` and `GET /connection`: the list.

use crate::{
    document,
    query::{Argument, Query},
    respond::Reply,
    state::{Connection, State},
};
use serde_json::{Value, json};

const USUAL_PAGE: usize = 10_000;

#[derive(Default)]
struct Filter {
    connection_id: Option<String>,
    search: Option<String>,
    end_user_id: Option<String>,
    integration_ids: Option<String>,
    organization_id: Option<String>,
    tags: Vec<(String, String)>,
    limit: Option<usize>,
    page: Option<usize>,
}

/// Responds to the connections that the query selects, the newest first.
pub fn get(state: &State, query: &Query) -> Reply {
    let filter = Filter::read(query);
    let limit = filter.limit.unwrap_or(USUAL_PAGE);
    let skipped = filter.page.unwrap_or(0).saturating_mul(limit);
    let entries: Vec<Value> = state
        .connections
        .iter()
        .rev()
        .filter(|connection| filter.selects(connection))
        .skip(skipped)
        .take(limit)
        .map(document::list_entry)
        .collect();
    Reply::json(200, &json!({"connections": entries}))
}

impl Filter {
    fn read(query: &Query) -> Self {
        let text = |name: &str| query.text(name).map(str::to_owned);
        Self {
            connection_id: text("connectionId"),
            search: text("search"),
            end_user_id: text("endUserId"),
            integration_ids: text("integrationId"),
            organization_id: text("endUserOrganizationId"),
            tags: match query.get("tags") {
                // Nango stores keys in lower case, and looks for them so.
                Some(Argument::Object(tags)) => tags
                    .iter()
                    .map(|(key, value)| (key.to_lowercase(), value.clone()))
                    .collect(),
                _ => Vec::new(),
            },
            limit: query.number("limit"),
            page: query.number("page"),
        }
    }

    fn selects(&self, connection: &Connection) -> bool {
        let user = connection.end_user.as_ref();
        let organization = user.and_then(|user| user.organization.as_ref());
        let same = |wanted: &Option<String>, actual: Option<&str>| {
            wanted.as_deref().is_none_or(|wanted| Some(wanted) == actual)
        };
        same(&self.connection_id, Some(&connection.connection_id))
            && same(&self.end_user_id, user.map(|user| user.id.as_str()))
            && same(&self.organization_id, organization.map(|it| it.id.as_str()))
            && self
                .integration_ids
                .as_deref()
                .is_none_or(|ids| ids.split(',').any(|id| id == connection.provider_config_key))
            && self
                .tags
                .iter()
                .all(|(name, value)| connection.tags.get(name).and_then(Value::as_str) == Some(value))
            && self.search.as_deref().is_none_or(|text| is_found(text, connection))
    }
}

/// Nango looks into the connection's id and the customer's profile.
fn is_found(text: &str, connection: &Connection) -> bool {
    let text = text.to_lowercase();
    let user = connection.end_user.as_ref();
    let profile = user.into_iter().flat_map(|user| {
        [
            Some(user.id.as_str()),
            user.display_name.as_deref(),
            user.email.as_deref(),
        ]
    });
    profile
        .flatten()
        .chain([connection.connection_id.as_str()])
        .any(|candidate| candidate.to_lowercase().contains(&text))
}
