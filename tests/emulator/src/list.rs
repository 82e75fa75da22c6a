//! `GET /connections` and `GET /connection`: the list.

use crate::{
    Shared, auth, document,
    query::{Argument, Query},
    respond::Reply,
    seed::Key,
    state::Connection,
    validate::Complaints,
};
use serde_json::{Value, json};

const LARGEST_PAGE: f64 = 2_000.0;
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
pub fn get(shared: &Shared, key: &Key, query: &Query) -> Reply {
    let filter = key
        .require(&[auth::LIST, auth::LIST_CREDENTIALS])
        .and_then(|()| Filter::read(query));
    let filter = match filter {
        Ok(filter) => filter,
        Err(refusal) => return refusal,
    };
    let limit = filter.limit.unwrap_or(USUAL_PAGE);
    let skipped = filter.page.unwrap_or(0).saturating_mul(limit);
    let state = shared.state();
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
    fn read(query: &Query) -> Result<Self, Reply> {
        const KNOWN: [&str; 8] = [
            "connectionId",
            "search",
            "endUserId",
            "integrationId",
            "endUserOrganizationId",
            "tags",
            "limit",
            "page",
        ];
        let mut complaints = Complaints::default();
        let tags = match query.get("tags") {
            None => Vec::new(),
            Some(Argument::Object(tags)) => tags.clone(),
            Some(other) => {
                complaints.wrong_type("record", other.kind(), &["tags"]);
                Vec::new()
            }
        };
        let filter = Self {
            connection_id: complaints.optional_text(query, "connectionId"),
            search: complaints.optional_text(query, "search"),
            end_user_id: complaints.optional_text(query, "endUserId"),
            integration_ids: complaints.optional_text(query, "integrationId"),
            organization_id: complaints.optional_text(query, "endUserOrganizationId"),
            tags,
            limit: complaints.number(query, "limit", 1.0..=LARGEST_PAGE),
            page: complaints.number(query, "page", 0.0..=f64::from(u32::MAX)),
        };
        complaints.unknown(query.names(), &KNOWN);
        complaints.finish("invalid_query_params")?;
        Ok(filter)
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
