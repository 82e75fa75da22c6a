//! What the described routes do. The module of the operation's subject has its behaviour.

mod actions;
mod connections;
mod environment;
mod functions;
mod import;
mod integrations;
mod providers;
mod records;
mod sandbox;
mod sessions;
mod syncs;

pub use functions::as_tools;
pub use sessions::{Finish, announce as announce_auth, finish};

use crate::{
    Shared, check,
    described::{Route, Segments},
    generated::routes::Operation,
    list,
    metadata::{self, Change},
    query::Query,
    respond::{Reply, error},
    seed::{EndUser, Key},
    state::State,
    store::sessions::Session,
    validate::{Complaints, header_text},
};
use axum::http::{HeaderMap, header};
use serde_json::{Map, Value, json};
use std::sync::{Arc, LazyLock};

/// A request for a described route.
pub struct Request<'a> {
    pub shared: &'a Arc<Shared>,
    pub route: &'static Route,
    pub segments: Segments,
    pub query: &'a Query,
    pub headers: &'a HeaderMap,
    pub body: Option<&'a Value>,
    /// The connect session whose token takes the place of a key.
    pub session: Option<&'a Session>,
}

type Outcome = Result<Reply, Reply>;

impl Request<'_> {
    /// Checks the request, and does what it asks for.
    pub async fn answer(&self, key: Option<&Key>) -> Reply {
        match self.try_answer(key).await {
            Ok(reply) | Err(reply) => reply,
        }
    }

    async fn try_answer(&self, key: Option<&Key>) -> Outcome {
        let scopes = self.route.accepted_scopes();
        if let Some(key) = key.filter(|_| !scopes.is_empty()) {
            key.require(&scopes.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        let now = self.shared.state().clock.now();
        let parts = check::Parts {
            segments: &self.segments,
            query: self.query,
            headers: self.headers,
            body: self.body,
            now,
        };
        check::check(self.route, &parts)?;
        if self.route.operation == Operation::TriggerAction {
            return actions::trigger(self).await;
        }
        self.respond(&mut self.shared.state())
    }

    fn respond(&self, state: &mut State) -> Outcome {
        use Operation as O;
        match self.route.operation {
            O::CreateConnectSession => sessions::create(self, state),
            O::CreateReconnectSession => sessions::reconnect(self, state),
            O::ListConnections => Ok(list::get(state, self.query)),
            O::ImportConnection => import::import(self, state),
            O::UpdateConnection => connections::update(self, state),
            O::DeleteConnection => connections::delete(self, state),
            O::SetMetadata => metadata::change(state, self.members(), Change::Replace),
            O::UpdateMetadata => metadata::change(state, self.members(), Change::Merge),
            O::ListIntegrations => Ok(integrations::list(self, state)),
            O::GetIntegration => integrations::get(self, state),
            O::CreateIntegration => integrations::create(self, state),
            O::CreateQuickstartIntegration => integrations::create_quickstart(self, state),
            O::UpdateIntegration => integrations::update(self, state),
            O::DeleteIntegration => integrations::delete(self, state),
            O::ListRecords => records::list(self, state),
            O::PruneRecords => records::prune(self, state),
            // It may take time, in which the state is free.
            O::TriggerAction => Err(error(500, "server_error", "An action is not run here")),
            O::GetActionResult => actions::result(self, state),
            O::TriggerSync => syncs::trigger(self, state),
            O::StartSync => syncs::pause(self, state, false),
            O::PauseSync => syncs::pause(self, state, true),
            O::SyncStatus => syncs::status(self, state),
            O::UpdateSyncFrequency => syncs::update_frequency(self, state),
            O::CreateSyncVariant => syncs::create_variant(self, state),
            O::DeleteSyncVariant => syncs::delete_variant(self, state),
            O::ListFunctions => functions::list(self, state),
            O::GetFunction => functions::get(self, state),
            O::GetFunctionCode => functions::code(self, state),
            O::DeleteFunction => functions::delete(self, state),
            O::GetScriptsConfig => Ok(functions::scripts_config(self, state)),
            O::CompileFunction => sandbox::compile(state),
            O::StartFunctionDryRun => sandbox::start_dry_run(self, state),
            O::DeployFunction => sandbox::deploy(self, state),
            O::GetFunctionDryRun | O::GetFunctionDeployment => sandbox::result(self, state),
            O::ListProviders => Ok(providers::list(self, state)),
            O::GetProvider => providers::get(self, state),
            O::ListProviderTemplates => Ok(providers::templates(self, state)),
            O::ListEnvironmentVariables => Ok(environment::variables(state)),
            O::RotateWebhookSigningKey => Ok(environment::rotate_signing_key(state)),
        }
    }

    /// A parameter of the path.
    fn segment(&self, name: &str) -> &str {
        let segment = self.segments.iter().find(|(own, _)| *own == name);
        segment.map_or("", |(_, text)| text.as_str())
    }

    /// A parameter of the query.
    fn query_text(&self, name: &str) -> &str {
        self.query.text(name).unwrap_or_default()
    }

    /// A header's text.
    fn header(&self, name: &str) -> String {
        header_text(self.headers, name).unwrap_or_default()
    }

    /// The host that the program calls, for URLs of this server.
    fn host(&self) -> String {
        self.header(header::HOST.as_str())
    }

    /// The members of the body.
    fn members(&self) -> &Map<String, Value> {
        static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
        self.body.and_then(Value::as_object).unwrap_or(&NONE)
    }

    /// A member of the body.
    fn member(&self, name: &str) -> Option<&Value> {
        self.members().get(name)
    }

    /// A text of the body.
    fn text(&self, name: &str) -> Option<&str> {
        self.member(name)?.as_str()
    }

    /// An object of the body.
    fn object(&self, name: &str) -> Option<&Map<String, Value>> {
        self.member(name)?.as_object()
    }

    /// The end user of the body, with its organization.
    fn end_user(&self) -> Result<Option<EndUser>, Reply> {
        let Some(user) = self.object("end_user") else {
            return Ok(None);
        };
        let mut complaints = Complaints::default();
        if !user.get("id").is_some_and(Value::is_string) {
            complaints.wrong_type("string", crate::validate::kind(user.get("id")), &["end_user", "id"]);
        }
        let email = user.get("email").and_then(Value::as_str);
        if let Some(email) = email.filter(|email| !email.contains('@')) {
            let path = ["end_user", "email"];
            complaints.custom("invalid_format", "Invalid email address", &path);
            if email.len() < 5 {
                complaints.custom("too_small", "Too small: expected string to have >=5 characters", &path);
            }
        }
        complaints.finish("invalid_body")?;
        let mut user = user.clone();
        if let Some(organization) = self.object("organization") {
            user.insert("organization".into(), Value::Object(organization.clone()));
        }
        serde_json::from_value(Value::Object(user))
            .map(Some)
            .map_err(|problem| error(400, "invalid_body", &problem.to_string()))
    }
}

/// What most changes return.
fn success() -> Reply {
    Reply::json(200, &json!({"success": true}))
}
