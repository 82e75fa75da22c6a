//! Connect sessions.

use crate::seed::EndUser;
use serde_json::{Map, Value};

/// How long a session may be used.
pub const LIFETIME_MS: i64 = 30 * 60_000;

/// A session with which a customer connects an account.
#[derive(Clone, Debug)]
pub struct Session {
    pub token: String,
    /// Milliseconds since 1970.
    pub expires_at: i64,
    /// The integrations that are offered; all without any.
    pub allowed_integrations: Vec<String>,
    pub tags: Map<String, Value>,
    pub end_user: Option<EndUser>,
    pub webhook_url_override: Option<String>,
    /// By integration, what a connection gets as its configuration.
    pub defaults: Map<String, Value>,
    /// The connection that is authorized again: its id and its integration.
    pub reconnects: Option<(String, String)>,
}

/// Tags as Nango stores them: their keys are lower case.
pub fn lower_case(tags: &Map<String, Value>) -> Map<String, Value> {
    tags.iter()
        .map(|(key, value)| (key.to_lowercase(), value.clone()))
        .collect()
}

/// The tags of a connection of an end user: its own, and what Nango makes of the end user.
pub fn with_tags_of(end_user: Option<&EndUser>, own: &Map<String, Value>) -> Map<String, Value> {
    let mut tags = Map::new();
    if let Some(user) = end_user {
        tags.extend(user.tags.as_ref().map(lower_case).unwrap_or_default());
        tags.insert("end_user_id".into(), user.id.clone().into());
        let organization = user.organization.as_ref();
        let more = [
            ("end_user_email", user.email.as_ref()),
            ("end_user_display_name", user.display_name.as_ref()),
            ("organization_id", organization.map(|it| &it.id)),
            (
                "organization_display_name",
                organization.and_then(|it| it.display_name.as_ref()),
            ),
        ];
        for (name, value) in more {
            if let Some(value) = value {
                tags.insert(name.into(), value.clone().into());
            }
        }
    }
    tags.extend(lower_case(own));
    tags
}
