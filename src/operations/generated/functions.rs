//! Functions: the code of syncs and actions that an integration has.
//!
//! Generated from api/operations.json: do not edit.

use serde_json::Value as Json;

use crate::api::pages::{PageStyle, Pages};
use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::{
    CompiledFunction, Function, FunctionCode, FunctionDeployment, FunctionDryRun, QueuedFunctionRun,
};
use crate::operations::list::List;

/// Functions: the code of syncs and actions that an integration has. See [`Client::functions`](crate::Client::functions).
#[derive(Clone, Copy)]
pub struct Functions<'a>(pub(crate) &'a ClientState);

impl<'a> Functions<'a> {
    /// Lists the functions that are deployed for an integration.
    ///
    /// Pages are fetched as the functions are read.
    ///
    /// GET `/integrations/{uniqueKey}/functions`; the secret key needs the scope `environment:functions:list`.
    pub fn list<'o>(&self, arguments: &ListFunctions, options: impl Into<CallSettings<'o>>) -> List<'a, Function> {
        let pages = Pages::new(&arguments.0.request(), PageStyle::Number);
        List::new(self.0, options.into().get(), pages, "data")
    }

    /// Returns a function that is deployed for an integration.
    ///
    /// GET `/integrations/{uniqueKey}/functions/{name}`; the secret key needs the scope `environment:functions:read`.
    pub fn get<'o>(&self, arguments: &GetFunction, options: impl Into<CallSettings<'o>>) -> Result<Function, Error> {
        arguments.0.get(self.0, options.into().get(), &["data"])
    }

    /// Returns the code of a function that is deployed for an integration.
    ///
    /// GET `/integrations/{uniqueKey}/functions/{name}/code`; the secret key needs the scope `environment:functions:read`.
    pub fn get_code<'o>(
        &self,
        arguments: &GetFunctionCode,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<FunctionCode, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Deletes a function of an integration.
    ///
    /// Nango refuses to delete one that was deployed by its command line program.
    ///
    /// DELETE `/integrations/{uniqueKey}/functions/{name}`; the secret key needs the scope `environment:functions:delete`.
    pub fn delete<'o>(
        &self,
        unique_key: &str,
        name: &str,
        function_type: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<(), Error> {
        let mut arguments = Arguments::repeatable("DELETE", "/integrations/{uniqueKey}/functions/{name}");
        arguments.path("uniqueKey", unique_key);
        arguments.path("name", name);
        arguments.query("type", function_type);
        arguments.run(self.0, options.into().get())
    }

    /// Returns the syncs, actions and on-event functions of all integrations.
    ///
    /// GET `/scripts/config`; the secret key needs the scope `environment:integrations:list_functions`.
    pub fn scripts_config<'o>(
        &self,
        arguments: &GetScriptsConfig,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Json, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Compiles the code of a function.
    ///
    /// POST `/functions/compile`; the secret key needs the scope `environment:functions:compile`.
    pub fn compile<'o>(&self, code: &str, options: impl Into<CallSettings<'o>>) -> Result<CompiledFunction, Error> {
        let mut arguments = Arguments::repeatable("POST", "/functions/compile");
        arguments.body("code", code);
        arguments.get(self.0, options.into().get(), &[])
    }

    /// Runs the code of a function on a connection without storing anything.
    ///
    /// POST `/functions/dryruns`; the secret key needs the scope `environment:functions:dryrun`.
    pub fn start_dry_run<'o>(
        &self,
        arguments: &StartFunctionDryRun,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<QueuedFunctionRun, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Returns the state of a dry run.
    ///
    /// GET `/functions/dryruns/{id}`; the secret key needs the scope `environment:functions:dryrun`.
    pub fn get_dry_run<'o>(&self, id: &str, options: impl Into<CallSettings<'o>>) -> Result<FunctionDryRun, Error> {
        let mut arguments = Arguments::new("GET", "/functions/dryruns/{id}");
        arguments.path("id", id);
        arguments.get(self.0, options.into().get(), &[])
    }

    /// Deploys the code of a function.
    ///
    /// POST `/functions/deployments`; the secret key needs the scope `environment:deploy`.
    pub fn deploy<'o>(
        &self,
        arguments: &DeployFunction,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<QueuedFunctionRun, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Deploys a template of a function.
    ///
    /// POST `/functions/deployments`; the secret key needs the scope `environment:deploy`.
    pub fn deploy_template<'o>(
        &self,
        arguments: &DeployFunctionTemplate,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<QueuedFunctionRun, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }

    /// Returns the state of a deployment.
    ///
    /// GET `/functions/deployments/{id}`; the secret key needs the scope `environment:deploy`.
    pub fn get_deployment<'o>(
        &self,
        id: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<FunctionDeployment, Error> {
        let mut arguments = Arguments::new("GET", "/functions/deployments/{id}");
        arguments.path("id", id);
        arguments.get(self.0, options.into().get(), &[])
    }
}

/// What [`Functions::list`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct ListFunctions(Arguments);

impl ListFunctions {
    /// Lists the functions that are deployed for an integration.
    ///
    /// - `unique_key`: The id of the integration.
    pub fn new(unique_key: &str) -> ListFunctions {
        let mut arguments = Arguments::new("GET", "/integrations/{uniqueKey}/functions");
        arguments.default_query("limit", "100");
        arguments.path("uniqueKey", unique_key);
        ListFunctions(arguments)
    }

    /// Only those of this type: "sync", "action" or "on-event".
    pub fn function_type(&mut self, function_type: &str) -> &mut Self {
        self.0.query("type", function_type);
        self
    }

    /// Only those with this text in their name.
    pub fn search(&mut self, search: &str) -> &mut Self {
        self.0.query("search", search);
        self
    }

    /// How many a page has, from 1 to 100. Default: 100.
    pub fn limit(&mut self, limit: i64) -> &mut Self {
        self.0.query("limit", limit);
        self
    }
}

/// What [`Functions::get`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct GetFunction(Arguments);

impl GetFunction {
    /// Returns a function that is deployed for an integration.
    ///
    /// - `unique_key`: The id of the integration.
    /// - `name`: The name of the function.
    pub fn new(unique_key: &str, name: &str) -> GetFunction {
        let mut arguments = Arguments::new("GET", "/integrations/{uniqueKey}/functions/{name}");
        arguments.path("uniqueKey", unique_key);
        arguments.path("name", name);
        GetFunction(arguments)
    }

    /// Its type: "sync", "action" or "on-event"; needed if several functions have the name.
    pub fn function_type(&mut self, function_type: &str) -> &mut Self {
        self.0.query("type", function_type);
        self
    }
}

/// What [`Functions::get_code`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct GetFunctionCode(Arguments);

impl GetFunctionCode {
    /// Returns the code of a function that is deployed for an integration.
    ///
    /// - `unique_key`: The id of the integration.
    /// - `name`: The name of the function.
    pub fn new(unique_key: &str, name: &str) -> GetFunctionCode {
        let mut arguments = Arguments::new("GET", "/integrations/{uniqueKey}/functions/{name}/code");
        arguments.path("uniqueKey", unique_key);
        arguments.path("name", name);
        GetFunctionCode(arguments)
    }

    /// Its type: "sync", "action" or "on-event"; needed if several functions have the name.
    pub fn function_type(&mut self, function_type: &str) -> &mut Self {
        self.0.query("type", function_type);
        self
    }
}

/// What [`Functions::scripts_config`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct GetScriptsConfig(Arguments);

impl GetScriptsConfig {
    /// Returns the syncs, actions and on-event functions of all integrations.
    pub fn new() -> GetScriptsConfig {
        let mut arguments = Arguments::new("GET", "/scripts/config");
        arguments.default_query("format", "nango");
        GetScriptsConfig(arguments)
    }

    /// The form: "nango" for an array with an object for each integration, "openai" for an object with tools of a
    /// language model in "data". Default: nango.
    pub fn format(&mut self, format: &str) -> &mut Self {
        self.0.query("format", format);
        self
    }
}

impl Default for GetScriptsConfig {
    fn default() -> GetScriptsConfig {
        GetScriptsConfig::new()
    }
}

/// What [`Functions::start_dry_run`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct StartFunctionDryRun(Arguments);

impl StartFunctionDryRun {
    /// Runs the code of a function on a connection without storing anything.
    ///
    /// - `integration_id`: The id of the integration.
    /// - `function_type`: Its type: "action" or "sync".
    /// - `code`: The code, in TypeScript.
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    pub fn new(integration_id: &str, function_type: &str, code: &str, connection_id: &str) -> StartFunctionDryRun {
        let mut arguments = Arguments::new("POST", "/functions/dryruns");
        arguments.body("integration_id", integration_id);
        arguments.body("function_type", function_type);
        arguments.body("code", code);
        arguments.body("connection_id", connection_id);
        StartFunctionDryRun(arguments)
    }

    /// The input of an action.
    pub fn input(&mut self, input: Json) -> &mut Self {
        self.0.body("input", input);
        self
    }

    /// Metadata in place of the connection's.
    pub fn metadata(&mut self, metadata: Json) -> &mut Self {
        self.0.body("metadata", metadata);
        self
    }

    /// The checkpoint that a sync starts at.
    pub fn checkpoint(&mut self, checkpoint: Json) -> &mut Self {
        self.0.body("checkpoint", checkpoint);
        self
    }

    /// When the sync ran last.
    pub fn last_sync_date(&mut self, last_sync_date: &str) -> &mut Self {
        self.0.body("last_sync_date", last_sync_date);
        self
    }
}

/// What [`Functions::deploy`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct DeployFunction(Arguments);

impl DeployFunction {
    /// Deploys the code of a function.
    ///
    /// - `integration_id`: The id of the integration.
    /// - `function_name`: The name of the function.
    /// - `function_type`: Its type: "action" or "sync".
    /// - `code`: The code, in TypeScript.
    pub fn new(integration_id: &str, function_name: &str, function_type: &str, code: &str) -> DeployFunction {
        let mut arguments = Arguments::new("POST", "/functions/deployments");
        arguments.body("type", "function");
        arguments.body("integration_id", integration_id);
        arguments.body("function_name", function_name);
        arguments.body("function_type", function_type);
        arguments.body("code", code);
        DeployFunction(arguments)
    }

    /// Its version.
    pub fn version(&mut self, version: &str) -> &mut Self {
        self.0.body("version", version);
        self
    }

    /// Whether changes that delete records are allowed.
    pub fn allow_destructive(&mut self, allow_destructive: bool) -> &mut Self {
        self.0.body("allow_destructive", allow_destructive);
        self
    }
}

/// What [`Functions::deploy_template`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct DeployFunctionTemplate(Arguments);

impl DeployFunctionTemplate {
    /// Deploys a template of a function.
    ///
    /// - `integration_id`: The id of the integration.
    /// - `template`: The name of the template.
    pub fn new(integration_id: &str, template: &str) -> DeployFunctionTemplate {
        let mut arguments = Arguments::new("POST", "/functions/deployments");
        arguments.body("type", "template");
        arguments.body("integration_id", integration_id);
        arguments.body("template", template);
        DeployFunctionTemplate(arguments)
    }

    /// Its type: "action" or "sync".
    pub fn function_type(&mut self, function_type: &str) -> &mut Self {
        self.0.body("function_type", function_type);
        self
    }
}
