//! `GET /connection/{id}` and `GET /connections/{id}`.

use crate::{
    Shared, auth, document,
    query::Query,
    refresh::{self, Need, Outcome, Wishes},
    respond::{Reply, error},
    seed::Key,
    state::State,
    validate::Complaints,
};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::watch;

const FAILED: &str =
    "The external API returned an error when trying to refresh the access token. Please try again later.";
const BACKING_OFF: &str = "A recent refresh attempt failed. Backing off before retrying.";
const GIVEN_UP: &str = "The refresh limit has been reached for this connection.";

struct Request {
    connection_id: String,
    provider_config_key: String,
    refresh_token: bool,
    wishes: Wishes,
}

/// Answers one connection.
pub async fn get(shared: &Arc<Shared>, key: &Key, connection_id: &str, query: &Query) -> Reply {
    match try_get(shared, key, connection_id, query).await {
        Ok(reply) | Err(reply) => reply,
    }
}

async fn try_get(shared: &Arc<Shared>, key: &Key, connection_id: &str, query: &Query) -> Result<Reply, Reply> {
    key.require(&[auth::READ, auth::READ_CREDENTIALS])?;
    let request = Request::read(connection_id, query)?;
    let may_read_credentials = key.may(auth::READ_CREDENTIALS);
    if !may_read_credentials && request.wants_credentials() {
        return Err(auth::forbidden(
            "Credential and refresh options require the environment:connections:read_credentials scope",
        ));
    }
    let integrations = &shared.seed.integrations;
    if !integrations.iter().any(|it| it.id == request.provider_config_key) {
        return Err(error(400, "unknown_provider_config", "Provider does not exists"));
    }
    if may_read_credentials {
        return with_credentials(shared, &request).await;
    }
    let state = shared.state();
    let position = request.find(&state)?;
    let document = document::without_credentials(&state.connections[position]);
    Ok(Reply::json(200, &document))
}

impl Request {
    fn read(connection_id: &str, query: &Query) -> Result<Self, Reply> {
        const KNOWN: [&str; 4] = [
            "provider_config_key",
            "refresh_token",
            "force_refresh",
            "refresh_github_app_jwt_token",
        ];
        let mut complaints = Complaints::default();
        let request = Self {
            connection_id: connection_id.to_owned(),
            provider_config_key: complaints.provider_config_key(query.get(KNOWN[0])),
            refresh_token: complaints.flag(query, KNOWN[1]),
            wishes: Wishes {
                force: complaints.flag(query, KNOWN[2]),
                app_jwt: complaints.flag(query, KNOWN[3]),
            },
        };
        complaints.unknown(query.names(), &KNOWN);
        complaints.finish("invalid_query_params")?;
        let mut complaints = Complaints::default();
        complaints.connection_id(connection_id);
        complaints.finish("invalid_uri_params")?;
        Ok(request)
    }

    fn wants_credentials(&self) -> bool {
        self.refresh_token || self.wishes.force || self.wishes.app_jwt
    }

    fn find(&self, state: &State) -> Result<usize, Reply> {
        state
            .position(&self.connection_id, &self.provider_config_key)
            .ok_or_else(|| error(404, "not_found", "Failed to find connection"))
    }

    fn document(&self, state: &State) -> Result<Reply, Reply> {
        let position = self.find(state)?;
        let connection = &state.connections[position];
        Ok(Reply::json(
            200,
            &document::with_credentials(connection, self.refresh_token),
        ))
    }
}

async fn with_credentials(shared: &Arc<Shared>, request: &Request) -> Result<Reply, Reply> {
    loop {
        let mut outcome = match begin(shared, request)? {
            Step::Answer(reply) => return Ok(reply),
            Step::Wait(outcome) => outcome,
        };
        // An error means that a reset has ended the refresh: the request starts anew, as the emulator did.
        let Ok(outcome) = outcome.wait_for(Option::is_some).await.map(|it| it.clone()) else {
            continue;
        };
        return match outcome {
            Some(Outcome::Failed(document)) => Err(invalid_credentials(400, FAILED, &document)),
            _ => request.document(&shared.state()),
        };
    }
}

enum Step {
    Answer(Reply),
    Wait(watch::Receiver<Option<Outcome>>),
}

fn begin(shared: &Arc<Shared>, request: &Request) -> Result<Step, Reply> {
    let mut state = shared.state();
    let position = request.find(&state)?;
    let now = state.clock.now();
    if !request.wishes.force && refresh::is_refreshable(&state.connections[position]) {
        refuse_hopeless(&mut state, position, now)?;
    }
    match refresh::need(&state.connections[position], request.wishes, now) {
        Need::Credentials => {
            let outcome = refresh::join_or_start(shared, &mut state, position);
            return Ok(Step::Wait(outcome));
        }
        Need::AppJwt => refresh::renew_app_jwt(&mut state, position),
        Need::WriteOnly => {
            state.connections[position].updated_at = now;
            state.connections[position].last_fetched_at = Some(now);
        }
        Need::Nothing => state.connections[position].last_fetched_at = Some(now),
    }
    request.document(&state).map(Step::Answer)
}

/// The 424 for a connection whose refresh Nango does not try. It shows the connection as it was before the request.
fn refuse_hopeless(state: &mut State, position: usize, now: i64) -> Result<(), Reply> {
    let connection = &state.connections[position];
    let (exhausted, backs_off) = (connection.exhausted, connection.backs_off(now));
    if !exhausted && !backs_off {
        return Ok(());
    }
    let document = document::without_credentials(connection);
    state.connections[position].last_fetched_at = Some(now);
    if exhausted {
        refresh::record_error(state, position);
        return Err(invalid_credentials(424, GIVEN_UP, &document));
    }
    Err(invalid_credentials(424, BACKING_OFF, &document))
}

fn invalid_credentials(status: u16, message: &str, connection: &Value) -> Reply {
    Reply::json(
        status,
        &json!({"error": {
            "code": "invalid_credentials",
            "message": message,
            "payload": {"connection": connection},
        }}),
    )
}
