//! Connections of customers: list, import, change and delete them.
//!
//! Generated from api/operations.json: do not edit.

use serde_json::Value as Json;

use crate::api::pages::{PageStyle, Pages};
use crate::api::until::Until;
use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::{ImportedConnection, ListedConnection};
use crate::operations::list::List;

/// Connections of customers: list, import, change and delete them. See [`Client::connections`](crate::Client::connections).
#[derive(Clone, Copy)]
pub struct Connections<'a>(pub(crate) &'a ClientState);

impl<'a> Connections<'a> {
    /// Lists connections, without their credentials, the newest first.
    ///
    /// Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile
    /// moves the last item of a page to the next one: items of the page before are left out. One that is deleted
    /// meanwhile can make another be missed.
    ///
    /// GET `/connections`; the secret key needs the scope `environment:connections:list`.
    pub fn list<'o>(
        &self,
        arguments: &ListConnections,
        options: impl Into<CallSettings<'o>>,
    ) -> List<'a, ListedConnection> {
        let pages = Pages::new(&arguments.0.request(), PageStyle::Number);
        List::new(self.0, options.into().get(), pages, "connections")
    }

    /// Creates a connection with credentials from elsewhere, or replaces one that has the same id.
    ///
    /// Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take
    /// long. Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.
    ///
    /// POST `/connections`; the secret key needs the scope `environment:connections:create`.
    pub fn import<'o>(
        &self,
        arguments: &ImportConnection,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<ImportedConnection, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Changes the tags, the end user or the webhook URL of a connection.
    ///
    /// PATCH `/connections/{connectionId}`; the secret key needs the scope `environment:connections:update`.
    pub fn update<'o>(&self, arguments: &UpdateConnection, options: impl Into<CallSettings<'o>>) -> Result<(), Error> {
        arguments.0.run(self.0, options.into().get())
    }

    /// Deletes a connection with its credentials, records and metadata.
    ///
    /// Nango runs the functions that are to run before a deletion first. A connection that does not exist is the error
    /// kind not_found.
    ///
    /// DELETE `/connections/{connectionId}`; the secret key needs the scope `environment:connections:delete`.
    pub fn delete<'o>(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<(), Error> {
        let mut arguments = Arguments::repeatable("DELETE", "/connections/{connectionId}");
        arguments.path("connectionId", connection_id);
        arguments.query("provider_config_key", provider_config_key);
        arguments.run(self.0, options.into().get())
    }

    /// Replaces the metadata of one or several connections of an integration.
    ///
    /// If one of the connections does not exist, none is changed.
    ///
    /// POST `/connections/metadata`; the secret key needs the scope `environment:connections:update`.
    pub fn set_metadata<'o>(
        &self,
        provider_config_key: &str,
        connection_ids: &[&str],
        metadata: Json,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<(), Error> {
        let mut arguments = Arguments::repeatable("POST", "/connections/metadata");
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("connection_id", connection_ids);
        arguments.body("metadata", metadata);
        arguments.run(self.0, options.into().get())
    }

    /// Merges metadata into that of one or several connections of an integration.
    ///
    /// Members at the top replace those of the same name; others stay. If one of the connections does not exist, none
    /// is changed. Of two updates at once Nango can lose one.
    ///
    /// PATCH `/connections/metadata`; the secret key needs the scope `environment:connections:update`.
    pub fn update_metadata<'o>(
        &self,
        provider_config_key: &str,
        connection_ids: &[&str],
        metadata: Json,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<(), Error> {
        let mut arguments = Arguments::repeatable("PATCH", "/connections/metadata");
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("connection_id", connection_ids);
        arguments.body("metadata", metadata);
        arguments.run(self.0, options.into().get())
    }

    /// Waits until an integration has a connection of an end user or with a tag, and returns the newest.
    ///
    /// It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
    /// then the error kind is timeout. A connection that was there before ends it at once: give the connect session a
    /// tag of its own, and wait for that.
    ///
    /// GET `/connections`; the secret key needs the scope `environment:connections:list`.
    pub fn wait_for<'o>(
        &self,
        arguments: &WaitForConnection,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<ListedConnection, Error> {
        arguments
            .0
            .get_when(Until::NotEmpty, self.0, options.into().get(), &["connections", "0"])
    }
}

/// What [`Connections::list`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct ListConnections(Arguments);

impl ListConnections {
    /// Lists connections, without their credentials, the newest first.
    pub fn new() -> ListConnections {
        let mut arguments = Arguments::new("GET", "/connections");
        arguments.default_query("limit", "1000");
        ListConnections(arguments)
    }

    /// Only the connections with this id.
    pub fn connection_id(&mut self, connection_id: &str) -> &mut Self {
        self.0.query("connectionId", connection_id);
        self
    }

    /// Only those with this text in the connection's id or in the end user's name or email address.
    pub fn search(&mut self, search: &str) -> &mut Self {
        self.0.query("search", search);
        self
    }

    /// Only those of these integrations.
    pub fn integration_ids(&mut self, integration_ids: &[&str]) -> &mut Self {
        self.0.query_list("integrationId", integration_ids);
        self
    }

    /// Only those that have all of these tags.
    pub fn tags(&mut self, tags: &[(&str, &str)]) -> &mut Self {
        self.0.query_map("tags", tags);
        self
    }

    /// Only those of this end user.
    #[deprecated = "use the tag end_user_id"]
    pub fn end_user_id(&mut self, end_user_id: &str) -> &mut Self {
        self.0.query("endUserId", end_user_id);
        self
    }

    /// Only those of this organization.
    #[deprecated = "use the tag organization_id"]
    pub fn end_user_organization_id(&mut self, end_user_organization_id: &str) -> &mut Self {
        self.0.query("endUserOrganizationId", end_user_organization_id);
        self
    }

    /// How many a page has, from 1 to 2000. Default: 1000.
    pub fn limit(&mut self, limit: i64) -> &mut Self {
        self.0.query("limit", limit);
        self
    }
}

impl Default for ListConnections {
    fn default() -> ListConnections {
        ListConnections::new()
    }
}

/// What [`Connections::import`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct ImportConnection(Arguments);

impl ImportConnection {
    /// Creates a connection with credentials from elsewhere, or replaces one that has the same id.
    ///
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `credentials`: The credentials, with their type: `{"type": "OAUTH2", "access_token": ..., "refresh_token":
    /// ...}`, `{"type": "API_KEY", "apiKey": ...}`, `{"type": "BASIC", "username": ..., "password": ...}` and so on.
    pub fn new(provider_config_key: &str, credentials: Json) -> ImportConnection {
        let mut arguments = Arguments::new("POST", "/connections");
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("credentials", credentials);
        ImportConnection(arguments)
    }

    /// The id that the connection gets. Nango makes one up without it.
    pub fn connection_id(&mut self, connection_id: &str) -> &mut Self {
        self.0.body("connection_id", connection_id);
        self
    }

    /// Metadata to store with it.
    pub fn metadata(&mut self, metadata: Json) -> &mut Self {
        self.0.body("metadata", metadata);
        self
    }

    /// What the external API needs beside the credentials, such as a subdomain.
    pub fn connection_config(&mut self, connection_config: Json) -> &mut Self {
        self.0.body("connection_config", connection_config);
        self
    }

    /// The URL that webhooks of this connection go to.
    pub fn webhook_url_override(&mut self, webhook_url_override: &str) -> &mut Self {
        self.0.body("webhook_url_override", webhook_url_override);
        self
    }

    /// Its tags. At most 10. A key begins with a letter and has at most 64 letters, digits, _ - . and /; Nango makes it
    /// lower case. A value has 1 to 255 characters.
    pub fn tags(&mut self, tags: &[(&str, &str)]) -> &mut Self {
        self.0.body_map("tags", tags);
        self
    }

    /// Whom it belongs to: `{"id": ..., "email": ..., "display_name": ..., "tags": {...}}`, of which only the id must
    /// be there.
    pub fn end_user(&mut self, end_user: Json) -> &mut Self {
        self.0.body("end_user", end_user);
        self
    }
}

/// What [`Connections::update`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct UpdateConnection(Arguments);

impl UpdateConnection {
    /// Changes the tags, the end user or the webhook URL of a connection.
    ///
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    pub fn new(connection_id: &str, provider_config_key: &str) -> UpdateConnection {
        let mut arguments = Arguments::repeatable("PATCH", "/connections/{connectionId}");
        arguments.object();
        arguments.path("connectionId", connection_id);
        arguments.query("provider_config_key", provider_config_key);
        UpdateConnection(arguments)
    }

    /// The tags, in place of all that it has, those of its end user included. At most 10. A key begins with a letter
    /// and has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    pub fn tags(&mut self, tags: &[(&str, &str)]) -> &mut Self {
        self.0.body_map("tags", tags);
        self
    }

    /// Whom it belongs to: `{"id": ..., "email": ..., "display_name": ..., "tags": {...}}`.
    pub fn end_user(&mut self, end_user: Json) -> &mut Self {
        self.0.body("end_user", end_user);
        self
    }

    /// The URL that webhooks of this connection go to; empty for none.
    pub fn webhook_url_override(&mut self, webhook_url_override: &str) -> &mut Self {
        self.0.body("webhook_url_override", webhook_url_override);
        self
    }
}

/// What [`Connections::wait_for`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct WaitForConnection(Arguments);

impl WaitForConnection {
    /// Waits until an integration has a connection of an end user or with a tag, and returns the newest.
    ///
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    pub fn new(provider_config_key: &str) -> WaitForConnection {
        let mut arguments = Arguments::new("GET", "/connections");
        arguments.query("limit", 1);
        arguments.query("integrationId", provider_config_key);
        WaitForConnection(arguments)
    }

    /// Only the connection with this id.
    pub fn connection_id(&mut self, connection_id: &str) -> &mut Self {
        self.0.query("connectionId", connection_id);
        self
    }

    /// Only a connection that has all of these tags.
    pub fn tags(&mut self, tags: &[(&str, &str)]) -> &mut Self {
        self.0.query_map("tags", tags);
        self
    }

    /// Only a connection of this end user.
    #[deprecated = "use the tag end_user_id"]
    pub fn end_user_id(&mut self, end_user_id: &str) -> &mut Self {
        self.0.query("endUserId", end_user_id);
        self
    }
}
