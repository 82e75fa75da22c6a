//! What Nango returns, as types.
//!
//! Generated from api/operations.json and api/webhooks.json: do not edit.

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
pub struct ConnectionProblem {
    /// What failed: "auth" for its credentials, "sync" for a sync, or another word.
    pub r#type: String,
    /// The id of the operation in Nango's logs.
    pub log_id: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for ConnectionProblem {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<ConnectionProblem, Error> {
        const KNOWN: &[&str] = &["type", "log_id"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(ConnectionProblem {
            r#type: members.read("type")?,
            log_id: members.read("log_id")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for ConnectionProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectionProblem")
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
    pub errors: Vec<ConnectionProblem>,
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
            .field("created", &self.created)
            .finish_non_exhaustive()
    }
}

impl Item for ListedConnection {
    fn key(&self) -> Option<i64> {
        Some(self.id)
    }

    fn cursor(&self) -> Option<&str> {
        None
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
    pub errors: Vec<ConnectionProblem>,
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

/// A connect session, which ends after 30 minutes. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ConnectSession {
    /// The token for Nango's frontend SDK.
    pub token: Secret,
    /// The URL at which the customer connects. It holds the token.
    pub connect_link: Secret,
    /// When it ends. RFC 3339, as sent.
    pub expires_at: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for ConnectSession {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<ConnectSession, Error> {
        const KNOWN: &[&str] = &["token", "connect_link", "expires_at"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(ConnectSession {
            token: members.read("token")?,
            connect_link: members.read("connect_link")?,
            expires_at: members.read("expires_at")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for ConnectSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectSession")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// An integration. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Integration {
    /// Its id: the provider config key of its connections.
    pub unique_key: String,
    /// The external API, as Nango names it: "github".
    pub provider: String,
    /// Its name for humans.
    pub display_name: String,
    /// The URL of the external API's logo.
    pub logo: String,
    /// Whether Nango forwards webhooks of the external API.
    pub forward_webhooks: Option<bool>,
    /// When it was made. RFC 3339, as sent.
    pub created_at: String,
    /// When it was last changed. RFC 3339, as sent.
    pub updated_at: String,
    /// The URL for webhooks of the external API, if it was asked for and the external API has webhooks.
    pub webhook_url: Option<String>,
    /// The developer app: client_id, client_secret, scopes and webhook_secret, or app_id, app_link and private_key; only if it was asked for and the key may read it.
    pub credentials: Secret,
    /// Names of the credentials' fields for humans.
    pub credentials_label: Option<BTreeMap<String, String>>,
    /// The credentials that Nango sets itself.
    pub preconfigured_credentials: Option<Vec<String>>,
    /// The members of connection_config that Nango sets itself.
    pub preconfigured_connection_config: Option<Vec<String>>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for Integration {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Integration, Error> {
        const KNOWN: &[&str] = &[
            "unique_key",
            "provider",
            "display_name",
            "logo",
            "forward_webhooks",
            "created_at",
            "updated_at",
            "webhook_url",
            "credentials",
            "credentials_label",
            "preconfigured_credentials",
            "preconfigured_connection_config",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(Integration {
            unique_key: members.read("unique_key")?,
            provider: members.read("provider")?,
            display_name: members.read("display_name")?,
            logo: members.read("logo")?,
            forward_webhooks: members.read("forward_webhooks")?,
            created_at: members.read("created_at")?,
            updated_at: members.read("updated_at")?,
            webhook_url: members.read("webhook_url")?,
            credentials: members.read("credentials")?,
            credentials_label: members.read("credentials_label")?,
            preconfigured_credentials: members.read("preconfigured_credentials")?,
            preconfigured_connection_config: members.read("preconfigured_connection_config")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for Integration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Integration")
            .field("unique_key", &self.unique_key)
            .field("provider", &self.provider)
            .field("display_name", &self.display_name)
            .field("logo", &self.logo)
            .field("forward_webhooks", &self.forward_webhooks)
            .field("created_at", &self.created_at)
            .field("updated_at", &self.updated_at)
            .field("webhook_url", &self.webhook_url)
            .field("credentials_label", &self.credentials_label)
            .field("preconfigured_credentials", &self.preconfigured_credentials)
            .field("preconfigured_connection_config", &self.preconfigured_connection_config)
            .finish_non_exhaustive()
    }
}

/// What Nango knows about a record. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RecordMetadata {
    /// When a sync first stored it. RFC 3339, as sent.
    pub first_seen_at: String,
    /// When a sync last changed it. RFC 3339, as sent.
    pub last_modified_at: String,
    /// What a sync did last: "ADDED", "UPDATED" or "DELETED".
    pub last_action: String,
    /// When the external API no longer had it. RFC 3339, as sent.
    pub deleted_at: Option<String>,
    /// When its content was pruned. RFC 3339, as sent.
    pub pruned_at: Option<String>,
    /// The cursor of this record: a list that starts at it has the records behind it.
    pub cursor: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for RecordMetadata {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<RecordMetadata, Error> {
        const KNOWN: &[&str] = &[
            "first_seen_at",
            "last_modified_at",
            "last_action",
            "deleted_at",
            "pruned_at",
            "cursor",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(RecordMetadata {
            first_seen_at: members.read("first_seen_at")?,
            last_modified_at: members.read("last_modified_at")?,
            last_action: members.read("last_action")?,
            deleted_at: members.read("deleted_at")?,
            pruned_at: members.read("pruned_at")?,
            cursor: members.read("cursor")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for RecordMetadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordMetadata")
            .field("first_seen_at", &self.first_seen_at)
            .field("last_modified_at", &self.last_modified_at)
            .field("last_action", &self.last_action)
            .field("deleted_at", &self.deleted_at)
            .field("pruned_at", &self.pruned_at)
            .field("cursor", &self.cursor)
            .finish_non_exhaustive()
    }
}

/// A record. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Record {
    /// The id that the sync gave it: a string or a number.
    pub id: Json,
    /// What Nango knows about it.
    pub metadata: RecordMetadata,
    /// The whole record as sent. A pruned one has only its id and _nango_metadata.
    pub data: Json,
}

impl Read for Record {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Record, Error> {
        const KNOWN: &[&str] = &["id", "_nango_metadata"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(Record {
            id: members.read("id")?,
            metadata: members.read("_nango_metadata")?,
            data: members.whole()?,
        })
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("id", &self.id)
            .field("metadata", &self.metadata)
            .finish_non_exhaustive()
    }
}

impl Item for Record {
    fn key(&self) -> Option<i64> {
        None
    }

    fn cursor(&self) -> Option<&str> {
        Some(&self.metadata.cursor)
    }
}

/// What was pruned. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PrunedRecords {
    /// How many records.
    pub count: i64,
    /// Whether there is more to prune. It can be true once too often.
    pub has_more: bool,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for PrunedRecords {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<PrunedRecords, Error> {
        const KNOWN: &[&str] = &["count", "has_more"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(PrunedRecords {
            count: members.read("count")?,
            has_more: members.read("has_more")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for PrunedRecords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PrunedRecords")
            .field("count", &self.count)
            .field("has_more", &self.has_more)
            .finish_non_exhaustive()
    }
}

/// What a run of a sync did with the records of a model. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SyncResult {
    /// How many it added.
    pub added: i64,
    /// How many it changed.
    pub updated: Option<i64>,
    /// How many it deleted.
    pub deleted: Option<i64>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for SyncResult {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<SyncResult, Error> {
        const KNOWN: &[&str] = &["added", "updated", "deleted"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(SyncResult {
            added: members.read("added")?,
            updated: members.read("updated")?,
            deleted: members.read("deleted")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for SyncResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncResult")
            .field("added", &self.added)
            .field("updated", &self.updated)
            .field("deleted", &self.deleted)
            .finish_non_exhaustive()
    }
}

/// The state of a sync of a connection. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Sync {
    /// Its id: a UUID.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its variant: "base" unless another was made.
    pub variant: String,
    /// The id of the connection.
    pub connection_id: String,
    /// Its state: "RUNNING", "PAUSED", "STOPPED", "SUCCESS" or "ERROR".
    pub status: String,
    /// Its kind of run: "INITIAL" or "INCREMENTAL".
    pub r#type: Option<String>,
    /// How often it runs: "every 1h".
    pub frequency: Option<String>,
    /// When its last run ended. RFC 3339, as sent.
    pub finished_at: Option<String>,
    /// When it runs next; null if it is paused. RFC 3339, as sent.
    pub next_scheduled_at: Option<String>,
    /// How its last run ended: "SUCCESS", "STOPPED" or another word.
    pub latest_execution_status: Option<String>,
    /// What its last run did, by model.
    pub latest_result: Option<BTreeMap<String, SyncResult>>,
    /// How many records are stored, by model.
    pub record_count: Option<BTreeMap<String, i64>>,
    /// The checkpoint that its code has stored.
    pub checkpoint: Json,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for Sync {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Sync, Error> {
        const KNOWN: &[&str] = &[
            "id",
            "name",
            "variant",
            "connection_id",
            "status",
            "type",
            "frequency",
            "finishedAt",
            "nextScheduledSyncAt",
            "latestExecutionStatus",
            "latestResult",
            "recordCount",
            "checkpoint",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(Sync {
            id: members.read("id")?,
            name: members.read("name")?,
            variant: members.read("variant")?,
            connection_id: members.read("connection_id")?,
            status: members.read("status")?,
            r#type: members.read("type")?,
            frequency: members.read("frequency")?,
            finished_at: members.read("finishedAt")?,
            next_scheduled_at: members.read("nextScheduledSyncAt")?,
            latest_execution_status: members.read("latestExecutionStatus")?,
            latest_result: members.read("latestResult")?,
            record_count: members.read("recordCount")?,
            checkpoint: members.read("checkpoint")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for Sync {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sync")
            .field("id", &self.id)
            .field("name", &self.name)
            .field("variant", &self.variant)
            .field("connection_id", &self.connection_id)
            .field("status", &self.status)
            .field("type", &self.r#type)
            .field("frequency", &self.frequency)
            .field("finished_at", &self.finished_at)
            .field("next_scheduled_at", &self.next_scheduled_at)
            .field("latest_execution_status", &self.latest_execution_status)
            .field("latest_result", &self.latest_result)
            .field("record_count", &self.record_count)
            .finish_non_exhaustive()
    }
}

/// How often a sync runs. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SyncFrequency {
    /// The interval, as Nango shortens it: "2h".
    pub frequency: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for SyncFrequency {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<SyncFrequency, Error> {
        const KNOWN: &[&str] = &["frequency"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(SyncFrequency {
            frequency: members.read("frequency")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for SyncFrequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncFrequency")
            .field("frequency", &self.frequency)
            .finish_non_exhaustive()
    }
}

/// A variant of a sync. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SyncVariant {
    /// The id of the sync: a UUID.
    pub id: String,
    /// The name of the sync.
    pub name: String,
    /// The name of the variant.
    pub variant: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for SyncVariant {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<SyncVariant, Error> {
        const KNOWN: &[&str] = &["id", "name", "variant"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(SyncVariant {
            id: members.read("id")?,
            name: members.read("name")?,
            variant: members.read("variant")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for SyncVariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncVariant")
            .field("id", &self.id)
            .field("name", &self.name)
            .field("variant", &self.variant)
            .finish_non_exhaustive()
    }
}

/// A function of an integration, or a template of one. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Its type: "sync", "action" or "on-event".
    pub r#type: String,
    /// What it does.
    pub description: Option<String>,
    /// The scopes of the external API that it needs.
    pub scopes: Option<Vec<String>>,
    /// The name of the model of its input.
    pub input: Option<String>,
    /// The names of the models that it returns.
    pub returns: Vec<String>,
    /// The models as JSON Schema.
    pub json_schema: Json,
    /// How often a sync runs: "every 1h".
    pub runs: Option<String>,
    /// Whether a sync starts with a new connection.
    pub auto_start: Option<bool>,
    /// Whether a sync marks records that have gone as deleted.
    pub track_deletes: Option<bool>,
    /// The event that an on-event function runs at.
    pub event: Option<String>,
    /// The number of the row in Nango's database; a template has none.
    pub id: Option<i64>,
    /// Whether it may run.
    pub enabled: Option<bool>,
    /// When it was last deployed. RFC 3339, as sent.
    pub last_deployed: Option<String>,
    /// Where its code comes from: "repo", "catalog" or another word.
    pub source: Option<String>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for Function {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Function, Error> {
        const KNOWN: &[&str] = &[
            "name",
            "type",
            "description",
            "scopes",
            "input",
            "returns",
            "json_schema",
            "runs",
            "auto_start",
            "track_deletes",
            "event",
            "id",
            "enabled",
            "last_deployed",
            "source",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(Function {
            name: members.read("name")?,
            r#type: members.read("type")?,
            description: members.read("description")?,
            scopes: members.read("scopes")?,
            input: members.read("input")?,
            returns: members.read("returns")?,
            json_schema: members.read("json_schema")?,
            runs: members.read("runs")?,
            auto_start: members.read("auto_start")?,
            track_deletes: members.read("track_deletes")?,
            event: members.read("event")?,
            id: members.read("id")?,
            enabled: members.read("enabled")?,
            last_deployed: members.read("last_deployed")?,
            source: members.read("source")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Function")
            .field("name", &self.name)
            .field("type", &self.r#type)
            .field("description", &self.description)
            .field("scopes", &self.scopes)
            .field("input", &self.input)
            .field("returns", &self.returns)
            .field("json_schema", &self.json_schema)
            .field("runs", &self.runs)
            .field("auto_start", &self.auto_start)
            .field("track_deletes", &self.track_deletes)
            .field("event", &self.event)
            .field("id", &self.id)
            .field("enabled", &self.enabled)
            .field("last_deployed", &self.last_deployed)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

impl Item for Function {
    fn key(&self) -> Option<i64> {
        self.id
    }

    fn cursor(&self) -> Option<&str> {
        None
    }
}

/// The code of a function. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FunctionCode {
    /// Its type: "sync", "action" or "on-event".
    pub r#type: String,
    /// The code, in TypeScript.
    pub code: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for FunctionCode {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<FunctionCode, Error> {
        const KNOWN: &[&str] = &["type", "code"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(FunctionCode {
            r#type: members.read("type")?,
            code: members.read("code")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for FunctionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FunctionCode")
            .field("type", &self.r#type)
            .finish_non_exhaustive()
    }
}

/// A function that was compiled. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CompiledFunction {
    /// The JavaScript.
    pub bundled_js: String,
    /// Its size.
    pub bundle_size_bytes: i64,
    /// When it was compiled. RFC 3339, as sent.
    pub compiled_at: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for CompiledFunction {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<CompiledFunction, Error> {
        const KNOWN: &[&str] = &["bundled_js", "bundle_size_bytes", "compiled_at"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(CompiledFunction {
            bundled_js: members.read("bundled_js")?,
            bundle_size_bytes: members.read("bundle_size_bytes")?,
            compiled_at: members.read("compiled_at")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for CompiledFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CompiledFunction")
            .field("bundle_size_bytes", &self.bundle_size_bytes)
            .field("compiled_at", &self.compiled_at)
            .finish_non_exhaustive()
    }
}

/// A dry run or a deployment that has begun. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct QueuedFunctionRun {
    /// The id to get its state with: a UUID.
    pub id: String,
    /// Its state: "waiting" or "running".
    pub status: String,
    /// When it was made. RFC 3339, as sent.
    pub created_at: String,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for QueuedFunctionRun {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<QueuedFunctionRun, Error> {
        const KNOWN: &[&str] = &["id", "status", "created_at"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(QueuedFunctionRun {
            id: members.read("id")?,
            status: members.read("status")?,
            created_at: members.read("created_at")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for QueuedFunctionRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QueuedFunctionRun")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("created_at", &self.created_at)
            .finish_non_exhaustive()
    }
}

/// A dry run of a function. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FunctionDryRun {
    /// Its id: a UUID.
    pub id: String,
    /// Its state: "waiting", "running", "success" or "failed".
    pub status: String,
    /// The id of the integration.
    pub integration_id: String,
    /// Its type: "action" or "sync".
    pub function_type: String,
    /// When it was made. RFC 3339, as sent.
    pub created_at: String,
    /// When it last changed. RFC 3339, as sent.
    pub updated_at: Option<String>,
    /// When it started. RFC 3339, as sent.
    pub started_at: Option<String>,
    /// When it ended. RFC 3339, as sent.
    pub completed_at: Option<String>,
    /// How many milliseconds it took.
    pub duration_ms: Option<i64>,
    /// What the code printed.
    pub output: Option<String>,
    /// What the code returned.
    pub result: Json,
    /// Why it failed: code, message and payload.
    pub error: Json,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for FunctionDryRun {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<FunctionDryRun, Error> {
        const KNOWN: &[&str] = &[
            "id",
            "status",
            "integration_id",
            "function_type",
            "created_at",
            "updated_at",
            "started_at",
            "completed_at",
            "duration_ms",
            "output",
            "result",
            "error",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(FunctionDryRun {
            id: members.read("id")?,
            status: members.read("status")?,
            integration_id: members.read("integration_id")?,
            function_type: members.read("function_type")?,
            created_at: members.read("created_at")?,
            updated_at: members.read("updated_at")?,
            started_at: members.read("started_at")?,
            completed_at: members.read("completed_at")?,
            duration_ms: members.read("duration_ms")?,
            output: members.read("output")?,
            result: members.read("result")?,
            error: members.read("error")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for FunctionDryRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FunctionDryRun")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("integration_id", &self.integration_id)
            .field("function_type", &self.function_type)
            .field("created_at", &self.created_at)
            .field("updated_at", &self.updated_at)
            .field("started_at", &self.started_at)
            .field("completed_at", &self.completed_at)
            .field("duration_ms", &self.duration_ms)
            .finish_non_exhaustive()
    }
}

/// A function that a deployment has deployed. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DeployedFunction {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Option<String>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for DeployedFunction {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<DeployedFunction, Error> {
        const KNOWN: &[&str] = &["name", "version"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(DeployedFunction {
            name: members.read("name")?,
            version: members.read("version")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for DeployedFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeployedFunction")
            .field("name", &self.name)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

/// A deployment of a function. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FunctionDeployment {
    /// Its id: a UUID.
    pub id: String,
    /// Its state: "waiting", "running", "success" or "failed".
    pub status: String,
    /// The id of the integration.
    pub integration_id: String,
    /// The name of the function.
    pub function_name: Option<String>,
    /// Its type: "action" or "sync".
    pub function_type: Option<String>,
    /// Whether the function is deployed.
    pub deployed: Option<bool>,
    /// What was deployed.
    pub deployed_functions: Option<Vec<DeployedFunction>>,
    /// What the compiler printed.
    pub output: Option<String>,
    /// Why it failed.
    pub error: Json,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for FunctionDeployment {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<FunctionDeployment, Error> {
        const KNOWN: &[&str] = &[
            "id",
            "status",
            "integration_id",
            "function_name",
            "function_type",
            "deployed",
            "deployed_functions",
            "output",
            "error",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(FunctionDeployment {
            id: members.read("id")?,
            status: members.read("status")?,
            integration_id: members.read("integration_id")?,
            function_name: members.read("function_name")?,
            function_type: members.read("function_type")?,
            deployed: members.read("deployed")?,
            deployed_functions: members.read("deployed_functions")?,
            output: members.read("output")?,
            error: members.read("error")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for FunctionDeployment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FunctionDeployment")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("integration_id", &self.integration_id)
            .field("function_name", &self.function_name)
            .field("function_type", &self.function_type)
            .field("deployed", &self.deployed)
            .field("deployed_functions", &self.deployed_functions)
            .finish_non_exhaustive()
    }
}

/// An external API that Nango knows. What else Nango's template of it says is among the unknown fields. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Provider {
    /// Its name: "github".
    pub name: String,
    /// Its name for humans.
    pub display_name: Option<String>,
    /// How it authenticates: "OAUTH2", "API_KEY" and so on.
    pub auth_mode: String,
    /// What it is for.
    pub categories: Option<Vec<String>>,
    /// The URL of Nango's documentation of it.
    pub docs: Option<String>,
    /// The URL of its logo.
    pub logo_url: Option<String>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for Provider {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<Provider, Error> {
        const KNOWN: &[&str] = &["name", "display_name", "auth_mode", "categories", "docs", "logo_url"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(Provider {
            name: members.read("name")?,
            display_name: members.read("display_name")?,
            auth_mode: members.read("auth_mode")?,
            categories: members.read("categories")?,
            docs: members.read("docs")?,
            logo_url: members.read("logo_url")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider")
            .field("name", &self.name)
            .field("display_name", &self.display_name)
            .field("auth_mode", &self.auth_mode)
            .field("categories", &self.categories)
            .field("docs", &self.docs)
            .field("logo_url", &self.logo_url)
            .finish_non_exhaustive()
    }
}

/// The key that Nango signs webhooks with. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhookSigningKey {
    /// The key.
    pub webhook_signing_key: Secret,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for WebhookSigningKey {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<WebhookSigningKey, Error> {
        const KNOWN: &[&str] = &["webhook_signing_key"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(WebhookSigningKey {
            webhook_signing_key: members.read("webhook_signing_key")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for WebhookSigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookSigningKey").finish_non_exhaustive()
    }
}

/// The customer of the product who connected a connection, as a webhook has them. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhookEndUser {
    /// The id that the product gave them.
    pub id: String,
    /// Their email address.
    pub email: Option<String>,
    /// The id of their organization.
    pub organization_id: Option<String>,
    /// Tags of the end user.
    pub tags: Option<BTreeMap<String, String>>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for WebhookEndUser {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<WebhookEndUser, Error> {
        const KNOWN: &[&str] = &["endUserId", "endUserEmail", "organizationId", "tags"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(WebhookEndUser {
            id: members.read("endUserId")?,
            email: members.read("endUserEmail")?,
            organization_id: members.read("organizationId")?,
            tags: members.read("tags")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for WebhookEndUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookEndUser")
            .field("id", &self.id)
            .field("organization_id", &self.organization_id)
            .finish_non_exhaustive()
    }
}

/// What failed, as a webhook has it. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhookProblem {
    /// The kind of failure, as Nango names it: "refresh_token_external_error".
    pub r#type: Option<String>,
    /// What happened, for people. It may repeat what the external API said.
    pub description: Option<String>,
    /// Details, which may hold what the external API answered.
    pub payload: Secret,
    /// More details of a failed sync.
    pub additional_properties: Json,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for WebhookProblem {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<WebhookProblem, Error> {
        const KNOWN: &[&str] = &["type", "description", "payload", "additional_properties"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(WebhookProblem {
            r#type: members.read("type")?,
            description: members.read("description")?,
            payload: members.read("payload")?,
            additional_properties: members.read("additional_properties")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for WebhookProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookProblem")
            .field("type", &self.r#type)
            .finish_non_exhaustive()
    }
}

/// A connection was created, was authorized again, or could not be refreshed. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthWebhook {
    /// The type of the webhook: "auth".
    pub r#type: String,
    /// Who sent it: "nango".
    pub sender: String,
    /// What was done: "creation", "override" if the connection existed, "refresh", or another word.
    pub operation: String,
    /// Whether it succeeded. Nango reports a refresh only if it failed.
    pub success: bool,
    /// Why it failed.
    pub error: Option<WebhookProblem>,
    /// The id of the connection.
    pub connection_id: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// The external API, as Nango names it: "github".
    pub provider: String,
    /// The auth mode of the integration: "OAUTH2".
    pub auth_mode: String,
    /// The name of the environment: "dev".
    pub environment: String,
    /// Tags of the connection, with keys in lower case, such as the end_user_id of its connect session.
    pub tags: Option<BTreeMap<String, String>>,
    /// Who connected it.
    pub end_user: Option<WebhookEndUser>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for AuthWebhook {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<AuthWebhook, Error> {
        const KNOWN: &[&str] = &[
            "type",
            "from",
            "operation",
            "success",
            "error",
            "connectionId",
            "providerConfigKey",
            "provider",
            "authMode",
            "environment",
            "tags",
            "endUser",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(AuthWebhook {
            r#type: members.read("type")?,
            sender: members.read("from")?,
            operation: members.read("operation")?,
            success: members.read("success")?,
            error: members.read("error")?,
            connection_id: members.read("connectionId")?,
            provider_config_key: members.read("providerConfigKey")?,
            provider: members.read("provider")?,
            auth_mode: members.read("authMode")?,
            environment: members.read("environment")?,
            tags: members.read("tags")?,
            end_user: members.read("endUser")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for AuthWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthWebhook")
            .field("type", &self.r#type)
            .field("sender", &self.sender)
            .field("operation", &self.operation)
            .field("success", &self.success)
            .field("error", &self.error)
            .field("connection_id", &self.connection_id)
            .field("provider_config_key", &self.provider_config_key)
            .field("provider", &self.provider)
            .field("auth_mode", &self.auth_mode)
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}

/// How many records a run of a sync changed. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SyncResults {
    /// How many are new.
    pub added: i64,
    /// How many were changed.
    pub updated: i64,
    /// How many were deleted.
    pub deleted: Option<i64>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for SyncResults {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<SyncResults, Error> {
        const KNOWN: &[&str] = &["added", "updated", "deleted"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(SyncResults {
            added: members.read("added")?,
            updated: members.read("updated")?,
            deleted: members.read("deleted")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for SyncResults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncResults")
            .field("added", &self.added)
            .field("updated", &self.updated)
            .field("deleted", &self.deleted)
            .finish_non_exhaustive()
    }
}

/// A run of a sync ended. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SyncWebhook {
    /// The type of the webhook: "sync".
    pub r#type: String,
    /// Who sent it: "nango".
    pub sender: String,
    /// Whether the run succeeded.
    pub success: bool,
    /// Why it failed.
    pub error: Option<WebhookProblem>,
    /// The id of the connection.
    pub connection_id: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// The name of the sync.
    pub sync_name: String,
    /// The variant of the sync: "base" unless others were created.
    pub sync_variant: Option<String>,
    /// The model of the records.
    pub model: String,
    /// The kind of run: "INITIAL", "INCREMENTAL", "WEBHOOK" or another word. Nango deprecated it.
    pub sync_type: Option<String>,
    /// When the run began: list the records that were modified after it. RFC 3339, as sent.
    pub modified_after: Option<String>,
    /// How many records the run changed.
    pub response_results: Option<SyncResults>,
    /// The checkpoints from which and to which the run went, in its members from and to.
    pub checkpoints: Json,
    /// When a run that failed began. RFC 3339, as sent.
    pub started_at: Option<String>,
    /// When it failed. RFC 3339, as sent.
    pub failed_at: Option<String>,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for SyncWebhook {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<SyncWebhook, Error> {
        const KNOWN: &[&str] = &[
            "type",
            "from",
            "success",
            "error",
            "connectionId",
            "providerConfigKey",
            "syncName",
            "syncVariant",
            "model",
            "syncType",
            "modifiedAfter",
            "responseResults",
            "checkpoints",
            "startedAt",
            "failedAt",
        ];
        let members = Members::of(value, place, KNOWN)?;
        Ok(SyncWebhook {
            r#type: members.read("type")?,
            sender: members.read("from")?,
            success: members.read("success")?,
            error: members.read("error")?,
            connection_id: members.read("connectionId")?,
            provider_config_key: members.read("providerConfigKey")?,
            sync_name: members.read("syncName")?,
            sync_variant: members.read("syncVariant")?,
            model: members.read("model")?,
            sync_type: members.read("syncType")?,
            modified_after: members.read("modifiedAfter")?,
            response_results: members.read("responseResults")?,
            checkpoints: members.read("checkpoints")?,
            started_at: members.read("startedAt")?,
            failed_at: members.read("failedAt")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for SyncWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncWebhook")
            .field("type", &self.r#type)
            .field("sender", &self.sender)
            .field("success", &self.success)
            .field("error", &self.error)
            .field("connection_id", &self.connection_id)
            .field("provider_config_key", &self.provider_config_key)
            .field("sync_name", &self.sync_name)
            .field("sync_variant", &self.sync_variant)
            .field("model", &self.model)
            .field("sync_type", &self.sync_type)
            .field("modified_after", &self.modified_after)
            .field("response_results", &self.response_results)
            .field("started_at", &self.started_at)
            .field("failed_at", &self.failed_at)
            .finish_non_exhaustive()
    }
}

/// A webhook of an external API that Nango forwards. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ForwardWebhook {
    /// The type of the webhook: "forward".
    pub r#type: String,
    /// The external API, as Nango names it: "github".
    pub sender: String,
    /// The id of the connection that it is about.
    pub connection_id: Option<String>,
    /// The id of the integration.
    pub provider_config_key: String,
    /// What the external API sent.
    pub payload: Json,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for ForwardWebhook {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<ForwardWebhook, Error> {
        const KNOWN: &[&str] = &["type", "from", "connectionId", "providerConfigKey", "payload"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(ForwardWebhook {
            r#type: members.read("type")?,
            sender: members.read("from")?,
            connection_id: members.read("connectionId")?,
            provider_config_key: members.read("providerConfigKey")?,
            payload: members.read("payload")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for ForwardWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ForwardWebhook")
            .field("type", &self.r#type)
            .field("sender", &self.sender)
            .field("connection_id", &self.connection_id)
            .field("provider_config_key", &self.provider_config_key)
            .finish_non_exhaustive()
    }
}

/// An asynchronous action ended, well or not: its result says which. `Debug` shows neither secrets nor customers' data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AsyncActionWebhook {
    /// The type of the webhook: "async_action".
    pub r#type: String,
    /// Who sent it: "nango".
    pub sender: String,
    /// The id of the connection.
    pub connection_id: String,
    /// The id of the integration.
    pub provider_config_key: String,
    /// The action, with the id to get its result with.
    pub action: QueuedAction,
    /// What this version of the library does not know.
    pub unknown: Map<String, Json>,
}

impl Read for AsyncActionWebhook {
    fn read(value: Value<'_>, place: &Place<'_>) -> Result<AsyncActionWebhook, Error> {
        const KNOWN: &[&str] = &["type", "from", "connectionId", "providerConfigKey", "payload"];
        let members = Members::of(value, place, KNOWN)?;
        Ok(AsyncActionWebhook {
            r#type: members.read("type")?,
            sender: members.read("from")?,
            connection_id: members.read("connectionId")?,
            provider_config_key: members.read("providerConfigKey")?,
            action: members.read("payload")?,
            unknown: members.unknown()?,
        })
    }
}

impl fmt::Debug for AsyncActionWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncActionWebhook")
            .field("type", &self.r#type)
            .field("sender", &self.sender)
            .field("connection_id", &self.connection_id)
            .field("provider_config_key", &self.provider_config_key)
            .field("action", &self.action)
            .finish_non_exhaustive()
    }
}
