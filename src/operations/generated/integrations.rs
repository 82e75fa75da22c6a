//! Integrations: what the environment has set up for an external API each.
//!
//! Generated from api/operations.json: do not edit.

use serde_json::Value as Json;

use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::Integration;

/// Integrations: what the environment has set up for an external API each. See [`Client::integrations`](crate::Client::integrations).
#[derive(Clone, Copy)]
pub struct Integrations<'a>(pub(crate) &'a ClientState);

impl<'a> Integrations<'a> {
    /// Returns all integrations of the environment, without credentials.
    ///
    /// GET `/integrations`; the secret key needs the scope `environment:integrations:list`.
    pub fn list<'o>(&self, options: impl Into<CallSettings<'o>>) -> Result<Vec<Integration>, Error> {
        let arguments = Arguments::new("GET", "/integrations");
        arguments.get(self.0, options.into().get(), &["data"])
    }

    /// Returns an integration.
    ///
    /// Credentials need the scope environment:integrations:read_credentials; without it Nango leaves them out.
    ///
    /// GET `/integrations/{uniqueKey}`; the secret key needs the scope `environment:integrations:read`.
    pub fn get<'o>(
        &self,
        arguments: &GetIntegration,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Integration, Error> {
        arguments.0.get(self.0, options.into().get(), &["data"])
    }

    /// Creates an integration.
    ///
    /// POST `/integrations`; the secret key needs the scope `environment:integrations:create`.
    pub fn create<'o>(
        &self,
        arguments: &CreateIntegration,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Integration, Error> {
        arguments.0.get(self.0, options.into().get(), &["data"])
    }

    /// Creates an integration that uses Nango's own developer app.
    ///
    /// POST `/integrations/quickstart`; the secret key needs the scope `environment:integrations:create`.
    pub fn create_quickstart<'o>(
        &self,
        arguments: &CreateQuickstartIntegration,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Integration, Error> {
        arguments.0.get(self.0, options.into().get(), &["data"])
    }

    /// Changes an integration.
    ///
    /// PATCH `/integrations/{uniqueKey}`; the secret key needs the scope `environment:integrations:update`.
    pub fn update<'o>(
        &self,
        arguments: &UpdateIntegration,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Integration, Error> {
        arguments.0.get(self.0, options.into().get(), &["data"])
    }

    /// Deletes an integration and all of its connections.
    ///
    /// DELETE `/integrations/{uniqueKey}`; the secret key needs the scope `environment:integrations:delete`.
    pub fn delete<'o>(&self, unique_key: &str, options: impl Into<CallSettings<'o>>) -> Result<(), Error> {
        let mut arguments = Arguments::repeatable("DELETE", "/integrations/{uniqueKey}");
        arguments.path("uniqueKey", unique_key);
        arguments.run(self.0, options.into().get())
    }
}

/// What [`Integrations::get`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct GetIntegration(Arguments);

impl GetIntegration {
    /// Returns an integration.
    ///
    /// - `unique_key`: The id of the integration.
    pub fn new(unique_key: &str) -> GetIntegration {
        let mut arguments = Arguments::new("GET", "/integrations/{uniqueKey}");
        arguments.path("uniqueKey", unique_key);
        GetIntegration(arguments)
    }

    /// What else to return: "webhook" for its webhook URL, "credentials" for its developer app.
    pub fn include(&mut self, include: &[&str]) -> &mut Self {
        self.0.query_repeated("include", include);
        self
    }
}

/// What [`Integrations::create`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct CreateIntegration(Arguments);

impl CreateIntegration {
    /// Creates an integration.
    ///
    /// - `provider`: The external API, as Nango names it: "github".
    /// - `unique_key`: The id that it gets.
    pub fn new(provider: &str, unique_key: &str) -> CreateIntegration {
        let mut arguments = Arguments::new("POST", "/integrations");
        arguments.body("provider", provider);
        arguments.body("unique_key", unique_key);
        CreateIntegration(arguments)
    }

    /// Its name for humans.
    pub fn display_name(&mut self, display_name: &str) -> &mut Self {
        self.0.body("display_name", display_name);
        self
    }

    /// The developer app, with its type: `{"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes": "a,b"}`,
    /// also for OAUTH1 and TBA; `{"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}`; CUSTOM has the
    /// members of both.
    pub fn credentials(&mut self, credentials: Json) -> &mut Self {
        self.0.body("credentials", credentials);
        self
    }

    /// Whether Nango forwards webhooks of the external API.
    pub fn forward_webhooks(&mut self, forward_webhooks: bool) -> &mut Self {
        self.0.body("forward_webhooks", forward_webhooks);
        self
    }

    /// What the external API needs besides. A value has at most 8192 characters.
    pub fn integration_config(&mut self, integration_config: &[(&str, &str)]) -> &mut Self {
        self.0.body_map("integration_config", integration_config);
        self
    }

    /// Values for functions of the integration.
    pub fn custom(&mut self, custom: &[(&str, &str)]) -> &mut Self {
        self.0.body_map("custom", custom);
        self
    }
}

/// What [`Integrations::create_quickstart`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct CreateQuickstartIntegration(Arguments);

impl CreateQuickstartIntegration {
    /// Creates an integration that uses Nango's own developer app.
    ///
    /// - `provider`: The external API, as Nango names it: "github".
    /// - `unique_key`: The id that it gets.
    pub fn new(provider: &str, unique_key: &str) -> CreateQuickstartIntegration {
        let mut arguments = Arguments::new("POST", "/integrations/quickstart");
        arguments.body("provider", provider);
        arguments.body("unique_key", unique_key);
        CreateQuickstartIntegration(arguments)
    }

    /// Its name for humans.
    pub fn display_name(&mut self, display_name: &str) -> &mut Self {
        self.0.body("display_name", display_name);
        self
    }

    /// Whether Nango forwards webhooks of the external API.
    pub fn forward_webhooks(&mut self, forward_webhooks: bool) -> &mut Self {
        self.0.body("forward_webhooks", forward_webhooks);
        self
    }
}

/// What [`Integrations::update`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct UpdateIntegration(Arguments);

impl UpdateIntegration {
    /// Changes an integration.
    ///
    /// - `unique_key`: The id of the integration.
    pub fn new(unique_key: &str) -> UpdateIntegration {
        let mut arguments = Arguments::new("PATCH", "/integrations/{uniqueKey}");
        arguments.object();
        arguments.path("uniqueKey", unique_key);
        UpdateIntegration(arguments)
    }

    /// A new id. Nango refuses it while the integration has connections.
    pub fn new_unique_key(&mut self, new_unique_key: &str) -> &mut Self {
        self.0.body("unique_key", new_unique_key);
        self
    }

    /// Its name for humans.
    pub fn display_name(&mut self, display_name: &str) -> &mut Self {
        self.0.body("display_name", display_name);
        self
    }

    /// The developer app, with its type: `{"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes": "a,b"}`,
    /// also for OAUTH1 and TBA; `{"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}`; CUSTOM has the
    /// members of both.
    pub fn credentials(&mut self, credentials: Json) -> &mut Self {
        self.0.body("credentials", credentials);
        self
    }

    /// Whether Nango forwards webhooks of the external API.
    pub fn forward_webhooks(&mut self, forward_webhooks: bool) -> &mut Self {
        self.0.body("forward_webhooks", forward_webhooks);
        self
    }

    /// What the external API needs besides. A value has at most 8192 characters.
    pub fn integration_config(&mut self, integration_config: &[(&str, &str)]) -> &mut Self {
        self.0.body_map("integration_config", integration_config);
        self
    }

    /// Values for functions of the integration.
    pub fn custom(&mut self, custom: &[(&str, &str)]) -> &mut Self {
        self.0.body_map("custom", custom);
        self
    }
}
