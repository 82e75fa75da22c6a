//! Actions: functions that Nango runs on a connection.
//!
//! Generated from api/operations.json: do not edit.

use serde_json::Value as Json;

use crate::api::until::Until;
use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::QueuedAction;

/// Actions: functions that Nango runs on a connection. See [`Client::actions`](crate::Client::actions).
#[derive(Clone, Copy)]
pub struct Actions<'a>(pub(crate) &'a ClientState);

impl<'a> Actions<'a> {
    /// Runs an action on a connection and waits for its output.
    ///
    /// An action can run for minutes: pass a timeout that is long enough. The output is any JSON value; an action that
    /// returns nothing gives null.
    ///
    /// POST `/action/trigger`; the secret key needs the scope `environment:actions:execute`.
    pub fn trigger<'o>(&self, arguments: &TriggerAction, options: impl Into<CallSettings<'o>>) -> Result<Json, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Queues an action on a connection, and returns the id of its result.
    ///
    /// Nango runs the queued actions of an environment one after another.
    ///
    /// POST `/action/trigger`; the secret key needs the scope `environment:actions:execute`.
    pub fn trigger_async<'o>(
        &self,
        arguments: &TriggerActionAsync,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<QueuedAction, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Returns the output of a queued action.
    ///
    /// An action that still runs, one that does not exist and one whose output is null are the error kind api with the
    /// status 404: Nango does not tell them apart.
    ///
    /// GET `/action/{id}`; the secret key needs the scope `environment:actions:execute`.
    pub fn result<'o>(&self, id: &str, options: impl Into<CallSettings<'o>>) -> Result<Json, Error> {
        let mut arguments = Arguments::new("GET", "/action/{id}");
        arguments.path("id", id);
        arguments.get(self.0, options.into().get(), &[])
    }

    /// Waits for the output of a queued action.
    ///
    /// It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
    /// then the error kind is timeout. Nango answers for an id that does not exist, and for an output that is null, as
    /// it does while the action runs: such a wait ends by its timeout.
    ///
    /// GET `/action/{id}`; the secret key needs the scope `environment:actions:execute`.
    pub fn wait_for_result<'o>(&self, id: &str, options: impl Into<CallSettings<'o>>) -> Result<Json, Error> {
        let mut arguments = Arguments::new("GET", "/action/{id}");
        arguments.path("id", id);
        arguments.get_when(Until::Found, self.0, options.into().get(), &[])
    }
}

/// What [`Actions::trigger`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct TriggerAction(Arguments);

impl TriggerAction {
    /// Runs an action on a connection and waits for its output.
    ///
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `action_name`: The name of the action.
    pub fn new(connection_id: &str, provider_config_key: &str, action_name: &str) -> TriggerAction {
        let mut arguments = Arguments::new("POST", "/action/trigger");
        arguments.header("Connection-Id", connection_id);
        arguments.header("Provider-Config-Key", provider_config_key);
        arguments.body("action_name", action_name);
        TriggerAction(arguments)
    }

    /// The input of the action.
    pub fn input(&mut self, input: Json) -> &mut Self {
        self.0.body("input", input);
        self
    }

    /// How often Nango runs the action again if it fails, from 0 to 5.
    pub fn max_retries(&mut self, max_retries: i64) -> &mut Self {
        self.0.header("X-Max-Retries", max_retries);
        self
    }
}

/// What [`Actions::trigger_async`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct TriggerActionAsync(Arguments);

impl TriggerActionAsync {
    /// Queues an action on a connection, and returns the id of its result.
    ///
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `action_name`: The name of the action.
    pub fn new(connection_id: &str, provider_config_key: &str, action_name: &str) -> TriggerActionAsync {
        let mut arguments = Arguments::new("POST", "/action/trigger");
        arguments.header("X-Async", "true");
        arguments.header("Connection-Id", connection_id);
        arguments.header("Provider-Config-Key", provider_config_key);
        arguments.body("action_name", action_name);
        TriggerActionAsync(arguments)
    }

    /// The input of the action.
    pub fn input(&mut self, input: Json) -> &mut Self {
        self.0.body("input", input);
        self
    }

    /// How often Nango runs the action again if it fails, from 0 to 5.
    pub fn max_retries(&mut self, max_retries: i64) -> &mut Self {
        self.0.header("X-Max-Retries", max_retries);
        self
    }
}
