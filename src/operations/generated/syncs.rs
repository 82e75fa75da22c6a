//! Syncs: functions that Nango runs on a schedule for each connection.
//!
//! Generated from api/operations.json: do not edit.

use serde_json::Value as Json;

use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::{Sync, SyncFrequency, SyncVariant};

/// Syncs: functions that Nango runs on a schedule for each connection. See [`Client::syncs`](crate::Client::syncs).
#[derive(Clone, Copy)]
pub struct Syncs<'a>(pub(crate) &'a ClientState);

impl<'a> Syncs<'a> {
    /// Runs syncs now.
    ///
    /// A sync that is running is cancelled and started again.
    ///
    /// POST `/sync/trigger`; the secret key needs the scope `environment:syncs:execute`.
    pub fn trigger<'o>(&self, arguments: &TriggerSync, options: impl Into<CallSettings<'o>>) -> Result<(), Error> {
        arguments.0.run(self.0, options.into().get())
    }

    /// Starts the schedules of syncs.
    ///
    /// POST `/sync/start`; the secret key needs the scope `environment:syncs:execute`.
    pub fn start<'o>(&self, arguments: &StartSync, options: impl Into<CallSettings<'o>>) -> Result<(), Error> {
        arguments.0.run(self.0, options.into().get())
    }

    /// Pauses the schedules of syncs.
    ///
    /// A sync that is running is cancelled.
    ///
    /// POST `/sync/pause`; the secret key needs the scope `environment:syncs:execute`.
    pub fn pause<'o>(&self, arguments: &PauseSync, options: impl Into<CallSettings<'o>>) -> Result<(), Error> {
        arguments.0.run(self.0, options.into().get())
    }

    /// Returns the state of syncs.
    ///
    /// An unknown integration gives an empty list.
    ///
    /// GET `/sync/status`; the secret key needs the scope `environment:syncs:read`.
    pub fn status<'o>(&self, arguments: &SyncStatus, options: impl Into<CallSettings<'o>>) -> Result<Vec<Sync>, Error> {
        arguments.0.get(self.0, options.into().get(), &["syncs"])
    }

    /// Sets how often a sync runs for a connection.
    ///
    /// PUT `/sync/update-connection-frequency`; the secret key needs the scope `environment:syncs:update`.
    pub fn update_frequency<'o>(
        &self,
        arguments: &UpdateSyncFrequency,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<SyncFrequency, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Has a sync run for a connection as often as its code says.
    ///
    /// PUT `/sync/update-connection-frequency`; the secret key needs the scope `environment:syncs:update`.
    pub fn reset_frequency<'o>(
        &self,
        arguments: &ResetSyncFrequency,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<SyncFrequency, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Creates a variant of a sync for a connection.
    ///
    /// POST `/sync/{name}/variant/{variant}`; the secret key needs the scope `environment:syncs:variant:create`.
    pub fn create_variant<'o>(
        &self,
        name: &str,
        variant: &str,
        provider_config_key: &str,
        connection_id: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<SyncVariant, Error> {
        let mut arguments = Arguments::new("POST", "/sync/{name}/variant/{variant}");
        arguments.path("name", name);
        arguments.path("variant", variant);
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("connection_id", connection_id);
        arguments.get(self.0, options.into().get(), &[])
    }

    /// Deletes a variant of a sync. Its records stay readable.
    ///
    /// DELETE `/sync/{name}/variant/{variant}`; the secret key needs the scope `environment:syncs:variant:delete`.
    pub fn delete_variant<'o>(
        &self,
        name: &str,
        variant: &str,
        provider_config_key: &str,
        connection_id: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<(), Error> {
        let mut arguments = Arguments::repeatable("DELETE", "/sync/{name}/variant/{variant}");
        arguments.path("name", name);
        arguments.path("variant", variant);
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("connection_id", connection_id);
        arguments.run(self.0, options.into().get())
    }
}

/// What [`Syncs::trigger`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct TriggerSync(Arguments);

impl TriggerSync {
    /// Runs syncs now.
    ///
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `syncs`: The names of the syncs, with "name::variant" for a variant; empty for all.
    pub fn new(provider_config_key: &str, syncs: &[&str]) -> TriggerSync {
        let mut arguments = Arguments::new("POST", "/sync/trigger");
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("syncs", syncs);
        TriggerSync(arguments)
    }

    /// Only the syncs of this connection; without it, those of all connections of the integration.
    pub fn connection_id(&mut self, connection_id: &str) -> &mut Self {
        self.0.body("connection_id", connection_id);
        self
    }

    /// How: `{"reset": true}` forgets the checkpoint, `{"reset": true, "emptyCache": true}` the records as well.
    pub fn opts(&mut self, opts: Json) -> &mut Self {
        self.0.body("opts", opts);
        self
    }

    /// How: "incremental", "full_refresh" or "full_refresh_and_clear_cache"; not with opts.
    #[deprecated = "use opts"]
    pub fn sync_mode(&mut self, sync_mode: &str) -> &mut Self {
        self.0.body("sync_mode", sync_mode);
        self
    }
}

/// What [`Syncs::start`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct StartSync(Arguments);

impl StartSync {
    /// Starts the schedules of syncs.
    ///
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `syncs`: The names of the syncs, with "name::variant" for a variant; empty for all.
    pub fn new(provider_config_key: &str, syncs: &[&str]) -> StartSync {
        let mut arguments = Arguments::repeatable("POST", "/sync/start");
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("syncs", syncs);
        StartSync(arguments)
    }

    /// Only the syncs of this connection; without it, those of all connections of the integration.
    pub fn connection_id(&mut self, connection_id: &str) -> &mut Self {
        self.0.body("connection_id", connection_id);
        self
    }
}

/// What [`Syncs::pause`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct PauseSync(Arguments);

impl PauseSync {
    /// Pauses the schedules of syncs.
    ///
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `syncs`: The names of the syncs, with "name::variant" for a variant; empty for all.
    pub fn new(provider_config_key: &str, syncs: &[&str]) -> PauseSync {
        let mut arguments = Arguments::repeatable("POST", "/sync/pause");
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("syncs", syncs);
        PauseSync(arguments)
    }

    /// Only the syncs of this connection; without it, those of all connections of the integration.
    pub fn connection_id(&mut self, connection_id: &str) -> &mut Self {
        self.0.body("connection_id", connection_id);
        self
    }
}

/// What [`Syncs::status`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct SyncStatus(Arguments);

impl SyncStatus {
    /// Returns the state of syncs.
    ///
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `syncs`: The names of the syncs, with "name::variant" for a variant; "*" for all.
    pub fn new(provider_config_key: &str, syncs: &[&str]) -> SyncStatus {
        let mut arguments = Arguments::new("GET", "/sync/status");
        arguments.query("provider_config_key", provider_config_key);
        arguments.query_list("syncs", syncs);
        SyncStatus(arguments)
    }

    /// Only the syncs of this connection.
    pub fn connection_id(&mut self, connection_id: &str) -> &mut Self {
        self.0.query("connection_id", connection_id);
        self
    }
}

/// What [`Syncs::update_frequency`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct UpdateSyncFrequency(Arguments);

impl UpdateSyncFrequency {
    /// Sets how often a sync runs for a connection.
    ///
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    /// - `sync_name`: The name of the sync.
    /// - `frequency`: The interval: "every 2 hours", "1 day", "half hour".
    pub fn new(
        provider_config_key: &str,
        connection_id: &str,
        sync_name: &str,
        frequency: &str,
    ) -> UpdateSyncFrequency {
        let mut arguments = Arguments::repeatable("PUT", "/sync/update-connection-frequency");
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("connection_id", connection_id);
        arguments.body("sync_name", sync_name);
        arguments.body("frequency", frequency);
        UpdateSyncFrequency(arguments)
    }

    /// The variant of the sync; "base" without it.
    pub fn sync_variant(&mut self, sync_variant: &str) -> &mut Self {
        self.0.body("sync_variant", sync_variant);
        self
    }
}

/// What [`Syncs::reset_frequency`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct ResetSyncFrequency(Arguments);

impl ResetSyncFrequency {
    /// Has a sync run for a connection as often as its code says.
    ///
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    /// - `sync_name`: The name of the sync.
    pub fn new(provider_config_key: &str, connection_id: &str, sync_name: &str) -> ResetSyncFrequency {
        let mut arguments = Arguments::repeatable("PUT", "/sync/update-connection-frequency");
        arguments.body("frequency", None::<bool>);
        arguments.body("provider_config_key", provider_config_key);
        arguments.body("connection_id", connection_id);
        arguments.body("sync_name", sync_name);
        ResetSyncFrequency(arguments)
    }

    /// The variant of the sync; "base" without it.
    pub fn sync_variant(&mut self, sync_variant: &str) -> &mut Self {
        self.0.body("sync_variant", sync_variant);
        self
    }
}
