//! Connect sessions: with one, a customer of the product connects an account in the browser.
//!
//! Generated from api/operations.json: do not edit.

use serde_json::Value as Json;

use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::ConnectSession;

/// Connect sessions: with one, a customer of the product connects an account in the browser. See [`Client::connect_sessions`](crate::Client::connect_sessions).
#[derive(Clone, Copy)]
pub struct ConnectSessions<'a>(pub(crate) &'a ClientState);

impl<'a> ConnectSessions<'a> {
    /// Creates a connect session, with which a customer connects an account.
    ///
    /// Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a connection
    /// is, and Connections.wait_for finds it by them. Sending it twice leaves one session unused.
    ///
    /// POST `/connect/sessions`; the secret key needs the scope `environment:connect_sessions:write`.
    pub fn create<'o>(
        &self,
        arguments: &CreateConnectSession,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<ConnectSession, Error> {
        arguments.0.get(self.0, options.into().get(), &["data"])
    }

    /// Creates a connect session for a connection that exists, with which the customer authorizes it again.
    ///
    /// POST `/connect/sessions/reconnect`; the secret key needs the scope `environment:connect_sessions:write`.
    pub fn reconnect<'o>(
        &self,
        arguments: &CreateReconnectSession,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<ConnectSession, Error> {
        arguments.0.get(self.0, options.into().get(), &["data"])
    }
}

/// What [`ConnectSessions::create`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct CreateConnectSession(Arguments);

impl CreateConnectSession {
    /// Creates a connect session, with which a customer connects an account.
    pub fn new() -> CreateConnectSession {
        let mut arguments = Arguments::repeatable("POST", "/connect/sessions");
        arguments.object();
        CreateConnectSession(arguments)
    }

    /// Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters, digits,
    /// _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    pub fn tags(&mut self, tags: &[(&str, &str)]) -> &mut Self {
        self.0.body_map("tags", tags);
        self
    }

    /// The ids of the integrations that are offered; all without it.
    pub fn allowed_integrations(&mut self, allowed_integrations: &[&str]) -> &mut Self {
        self.0.body("allowed_integrations", allowed_integrations);
        self
    }

    /// By integration: `{"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}`.
    pub fn integrations_config_defaults(&mut self, integrations_config_defaults: Json) -> &mut Self {
        self.0
            .body("integrations_config_defaults", integrations_config_defaults);
        self
    }

    /// By integration: `{"docs_connect": URL}`. Only some plans allow it.
    pub fn overrides(&mut self, overrides: Json) -> &mut Self {
        self.0.body("overrides", overrides);
        self
    }

    /// The URL that webhooks of the connection go to.
    pub fn webhook_url_override(&mut self, webhook_url_override: &str) -> &mut Self {
        self.0.body("webhook_url_override", webhook_url_override);
        self
    }

    /// Whom it is for: `{"id": ..., "email": ..., "display_name": ..., "tags": {...}}`, of which only the id must be
    /// there.
    #[deprecated = "use tags"]
    pub fn end_user(&mut self, end_user: Json) -> &mut Self {
        self.0.body("end_user", end_user);
        self
    }

    /// The organization of the end user: `{"id": ..., "display_name": ...}`.
    #[deprecated = "use tags"]
    pub fn organization(&mut self, organization: Json) -> &mut Self {
        self.0.body("organization", organization);
        self
    }
}

impl Default for CreateConnectSession {
    fn default() -> CreateConnectSession {
        CreateConnectSession::new()
    }
}

/// What [`ConnectSessions::reconnect`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct CreateReconnectSession(Arguments);

impl CreateReconnectSession {
    /// Creates a connect session for a connection that exists, with which the customer authorizes it again.
    ///
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    /// - `integration_id`: The id of the integration.
    pub fn new(connection_id: &str, integration_id: &str) -> CreateReconnectSession {
        let mut arguments = Arguments::repeatable("POST", "/connect/sessions/reconnect");
        arguments.body("connection_id", connection_id);
        arguments.body("integration_id", integration_id);
        CreateReconnectSession(arguments)
    }

    /// Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters, digits,
    /// _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    pub fn tags(&mut self, tags: &[(&str, &str)]) -> &mut Self {
        self.0.body_map("tags", tags);
        self
    }

    /// By integration: `{"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}`.
    pub fn integrations_config_defaults(&mut self, integrations_config_defaults: Json) -> &mut Self {
        self.0
            .body("integrations_config_defaults", integrations_config_defaults);
        self
    }

    /// By integration: `{"docs_connect": URL}`. Only some plans allow it.
    pub fn overrides(&mut self, overrides: Json) -> &mut Self {
        self.0.body("overrides", overrides);
        self
    }

    /// The URL that webhooks of the connection go to.
    pub fn webhook_url_override(&mut self, webhook_url_override: &str) -> &mut Self {
        self.0.body("webhook_url_override", webhook_url_override);
        self
    }

    /// Whom it is for: `{"id": ..., "email": ..., "display_name": ..., "tags": {...}}`, of which only the id must be
    /// there.
    #[deprecated = "use tags"]
    pub fn end_user(&mut self, end_user: Json) -> &mut Self {
        self.0.body("end_user", end_user);
        self
    }

    /// The organization of the end user: `{"id": ..., "display_name": ...}`.
    #[deprecated = "use tags"]
    pub fn organization(&mut self, organization: Json) -> &mut Self {
        self.0.body("organization", organization);
        self
    }
}
