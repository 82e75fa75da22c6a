//! What Nango returns, as types.
//!
//! Generated from api/operations.json: do not edit.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value as Json};

use crate::client::error::Error;
use crate::operations::list::Item;
use crate::operations::read::{Members, Place, Read};
use crate::operations::secret::Secret;
use crate::text::value::Value;

/// Something that is wrong with a connection. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ConnectionError {
    /// What failed: "auth" for its credentials, "sync" for a sync, or another word.
    pub r#type: String,
    /// The id of the operation in Nango's logs.
    pub log_id: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for ConnectionError {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<ConnectionError, Error> {
        const KNOWN: &[&str] = &["type", "log_id"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(ConnectionError {
            r#type: members.read("type")?,
            log_id: members.read("log_id")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for ConnectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectionError")
            .field("type", &self.r#type)
            .field("log_id", &self.log_id)
            .finish_non_exhaustive()
    }
}

/// The organization of an end user. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Organization {
    /// The id that the product gave it.
    pub id: String,
    /// Its name.
    pub display_name: Option<String>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for Organization {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Organization, Error> {
        const KNOWN: &[&str] = &["id", "display_name"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(Organization {
            id: members.read("id")?,
            display_name: members.read("display_name")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for Organization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Organization")
            .field("id", &self.id)
            .field("display_name", &self.display_name)
            .finish_non_exhaustive()
    }
}

/// The customer of the product who connected a connection. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct EndUser {
    /// The id that the product gave them.
    pub id: String,
    /// Their name.
    pub display_name: Option<String>,
    /// Their email address.
    pub email: Option<String>,
    /// Tags of the end user.
    pub tags: Option<BTreeMap<String, String>>,
    /// Their organization.
    pub organization: Option<Organization>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for EndUser {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<EndUser, Error> {
        const KNOWN: &[&str] = &["id", "display_name", "email", "tags", "organization"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(EndUser {
            id: members.read("id")?,
            display_name: members.read("display_name")?,
            email: members.read("email")?,
            tags: members.read("tags")?,
            organization: members.read("organization")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for EndUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EndUser")
            .field("id", &self.id)
            .field("display_name", &self.display_name)
            .field("email", &self.email)
            .field("tags", &self.tags)
            .field("organization", &self.organization)
            .finish_non_exhaustive()
    }
}

/// A connection as a list has it: without credentials. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedConnection {
    /// The number of the row in Nango's database.
    pub id: i64,
    /// The id of the connection.
    pub connection_id: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// The external API, as Nango names it: "github".
    pub provider: String,
    /// What is wrong with the connection now: empty if nothing is.
    pub errors: Vec<ConnectionError>,
    /// Who connected it; absent for a connection that was imported without one.
    pub end_user: Option<EndUser>,
    /// Tags, with keys in lower case.
    pub tags: BTreeMap<String, String>,
    /// What the product stored with the connection.
    pub metadata: Json,
    /// When it was made. RFC 3339, as sent.
    pub created: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for ListedConnection {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<ListedConnection, Error> {
        const KNOWN: &[&str] = &[
            "id",
            "connection_id",
            "provider_config_key",
            "provider",
            "errors",
            "end_user",
            "tags",
            "metadata",
            "created",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(ListedConnection {
            id: members.read("id")?,
            connection_id: members.read("connection_id")?,
            provider_config_key: members.read("provider_config_key")?,
            provider: members.read("provider")?,
            errors: members.read("errors")?,
            end_user: members.read("end_user")?,
            tags: members.read("tags")?,
            metadata: members.read("metadata")?,
            created: members.read("created")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for ListedConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListedConnection")
            .field("id", &self.id)
            .field("connection_id", &self.connection_id)
            .field("provider_config_key", &self.provider_config_key)
            .field("provider", &self.provider)
            .field("errors", &self.errors)
            .field("end_user", &self.end_user)
            .field("tags", &self.tags)
            .field("created", &self.created)
            .finish_non_exhaustive()
    }
}

impl Item for ListedConnection {
    fn key(&self) -> Option<i64> {
        Some(self.id)
    }
}

/// A connection that was imported. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ImportedConnection {
    /// The number of the row in Nango's database.
    pub id: i64,
    /// The id of the connection.
    pub connection_id: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// The external API, as Nango names it: "github".
    pub provider: String,
    /// What is wrong with the connection now: empty if nothing is.
    pub errors: Vec<ConnectionError>,
    /// Who connected it; absent for a connection that was imported without one.
    pub end_user: Option<EndUser>,
    /// Tags, with keys in lower case.
    pub tags: BTreeMap<String, String>,
    /// What the product stored with the connection.
    pub metadata: Json,
    /// What the external API needs beside the credentials.
    pub connection_config: Secret,
    /// The URL that webhooks of this connection go to.
    pub webhook_url_override: Option<String>,
    /// When it was made. RFC 3339, as sent.
    pub created_at: String,
    /// When it was last changed. RFC 3339, as sent.
    pub updated_at: String,
    /// When its credentials were last asked for. RFC 3339, as sent.
    pub last_fetched_at: Option<String>,
    /// The credentials that were imported; empty if the key may not read credentials.
    pub credentials: Secret,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for ImportedConnection {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<ImportedConnection, Error> {
        const KNOWN: &[&str] = &[
            "id",
            "connection_id",
            "provider_config_key",
            "provider",
            "errors",
            "end_user",
            "tags",
            "metadata",
            "connection_config",
            "webhook_url_override",
            "created_at",
            "updated_at",
            "last_fetched_at",
            "credentials",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(ImportedConnection {
            id: members.read("id")?,
            connection_id: members.read("connection_id")?,
            provider_config_key: members.read("provider_config_key")?,
            provider: members.read("provider")?,
            errors: members.read("errors")?,
            end_user: members.read("end_user")?,
            tags: members.read("tags")?,
            metadata: members.read("metadata")?,
            connection_config: members.read("connection_config")?,
            webhook_url_override: members.read("webhook_url_override")?,
            created_at: members.read("created_at")?,
            updated_at: members.read("updated_at")?,
            last_fetched_at: members.read("last_fetched_at")?,
            credentials: members.read("credentials")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for ImportedConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImportedConnection")
            .field("id", &self.id)
            .field("connection_id", &self.connection_id)
            .field("provider_config_key", &self.provider_config_key)
            .field("provider", &self.provider)
            .field("errors", &self.errors)
            .field("end_user", &self.end_user)
            .field("tags", &self.tags)
            .field("webhook_url_override", &self.webhook_url_override)
            .field("created_at", &self.created_at)
            .field("updated_at", &self.updated_at)
            .field("last_fetched_at", &self.last_fetched_at)
            .finish_non_exhaustive()
    }
}

/// An action that was queued. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct QueuedAction {
    /// The id to get the result with: a UUID.
    pub id: String,
    /// The path of the result.
    pub status_url: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for QueuedAction {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<QueuedAction, Error> {
        const KNOWN: &[&str] = &["id", "statusUrl"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(QueuedAction {
            id: members.read("id")?,
            status_url: members.read("statusUrl")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for QueuedAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QueuedAction")
            .field("id", &self.id)
            .field("status_url", &self.status_url)
            .finish_non_exhaustive()
    }
}

/// A variable that was set in the dashboard. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct EnvironmentVariable {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Secret,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for EnvironmentVariable {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<EnvironmentVariable, Error> {
        const KNOWN: &[&str] = &["name", "value"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(EnvironmentVariable {
            name: members.read("name")?,
            value: members.read("value")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for EnvironmentVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvironmentVariable")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
