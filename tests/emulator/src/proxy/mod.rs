//! `/proxy/{path}`: a call to an external API with a connection's credentials.

mod headers;
mod options;
mod payload;
mod relay;
mod target;

use crate::{
    Shared, auth, external,
    external::{Answer, Call, Received},
    fresh::{self, Lack, Trouble},
    ratelimit,
    refresh::Wishes,
    respond::{Reply, error},
    routes,
    seed::Key,
};
use axum::{
    body::{Body, Bytes},
    http::{Method, header, request::Parts},
};
use headers::Account;
use options::Options;
use payload::{Payload, Sent};
use std::{mem, sync::Arc};

/// Methods whose body Nango forwards.
const WITH_BODY: [Method; 4] = [Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
const UNKNOWN_INTEGRATION: &str = "Provider config not found for the given provider config key. Please make sure the provider config exists in the Nango dashboard.";

/// Whether the proxy handles a path.
pub fn is_below(path: &str) -> bool {
    path.strip_prefix(target::PREFIX)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Responds to a request to the proxy. Nango reads the body before it checks anything else.
pub async fn answer(shared: &Arc<Shared>, parts: &Parts, body: Body) -> Reply {
    let path = parts.uri.path();
    let payload = if is_left_unread(path) {
        Payload::Unread(body)
    } else {
        match Payload::read(shared, &parts.headers, body).await {
            Ok(payload) => payload,
            Err(refusal) => return refusal,
        }
    };
    if routes::decode(path).is_none() {
        return routes::unforeseen(shared);
    }
    match routes::admit(shared, &parts.method, path, &parts.headers) {
        Ok((key, allowance)) => {
            let reply = authenticated(shared, key, parts, payload).await;
            ratelimit::label(allowance, reply.unwrap_or_else(|refusal| refusal))
        }
        Err(refusal) => refusal,
    }
}

/// The emulator's own exception to Nango's reading of bodies, so that uploads of any size can be tried.
fn is_left_unread(path: &str) -> bool {
    let local = path.strip_prefix(target::PREFIX);
    local.is_some_and(|local| external::UNREAD.contains(&local))
}

async fn authenticated(shared: &Arc<Shared>, key: &Key, parts: &Parts, payload: Payload) -> Result<Reply, Reply> {
    key.require(&[auth::PROXY])?;
    let options = Options::read(&parts.headers)?;
    let name = options.name();
    let integrations = &shared.seed.integrations;
    if !integrations.iter().any(|it| it.id == name.provider_config_key) {
        return Err(error(404, "unknown_provider_config", UNKNOWN_INTEGRATION));
    }
    let wishes = Wishes {
        force: false,
        app_jwt: false,
    };
    let account = fresh::read(shared, name, wishes, |connection| Account {
        credentials: connection.credentials.clone(),
        config: connection.connection_config.clone(),
    });
    let account = account.await.map_err(|trouble| refuse(&trouble))?;
    if let Some(url) = options.base_url.as_ref().filter(|url| !target::is_built_in(url)) {
        return Err(target::refused_connection(url, &parts.method));
    }
    let target = target::path_and_query(options.base_url.as_ref(), &parts.uri);
    let mut attempt = Attempt::new(shared, parts, account, payload, target);
    let answer = attempt.make_all(&options).await;
    Ok(relay::relay(answer))
}

fn refuse(trouble: &Trouble) -> Reply {
    match trouble {
        Trouble::Unknown => error(400, "server_error", "Failed to get connection"),
        Trouble::Lacking(lack @ Lack::BackingOff, _) => {
            error(lack.status(), "connection_refresh_backoff", lack.message())
        }
        Trouble::Lacking(lack, _) => {
            let message = format!("Failed to get connection credentials: '{}'", lack.message());
            error(lack.status(), "server_error", &message)
        }
    }
}

/// A call that can be made again.
struct Attempt<'a> {
    shared: &'a Shared,
    method: Method,
    target: String,
    account: Account,
    forwarded: Vec<(String, String)>,
    sent: Option<Sent>,
    unread: Payload,
}

impl<'a> Attempt<'a> {
    fn new(shared: &'a Shared, parts: &Parts, account: Account, payload: Payload, target: String) -> Self {
        let forwarded = headers::forwarded(&parts.headers);
        let chosen = forwarded.iter().find(|(name, _)| name == "content-type");
        let chosen = chosen.map(|(_, value)| value.as_str());
        let sends = WITH_BODY.contains(&parts.method);
        Self {
            shared,
            method: parts.method.clone(),
            target,
            account,
            sent: payload.to_send(chosen).filter(|_| sends),
            forwarded,
            unread: payload,
        }
    }

    /// Calls, and retries while the response is a retryable error. Nango waits 3, 6, 12 ... seconds in
    /// between, which would only make tests slow.
    async fn make_all(&mut self, options: &Options) -> Answer {
        let mut response = self.make().await;
        for _ in 0..options.retries {
            if !options.is_retryable(response.status) {
                break;
            }
            response = self.make().await;
        }
        response
    }

    /// Calls, and follows a redirect as Nango's HTTP client does.
    async fn make(&mut self) -> Answer {
        let response = self.call().await;
        let location = response.header(&header::LOCATION);
        let Some(location) = location.filter(|_| (300..400).contains(&response.status)) else {
            return response;
        };
        let mut next = Attempt {
            shared: self.shared,
            method: if self.method == Method::HEAD {
                Method::HEAD
            } else {
                Method::GET
            },
            target: location.to_owned(),
            account: self.account.clone(),
            forwarded: self.forwarded.clone(),
            sent: None,
            unread: Payload::Nothing,
        };
        next.call().await
    }

    async fn call(&mut self) -> Answer {
        let now = self.shared.state().clock.now();
        let (path, query) = self.target.split_once('?').unwrap_or((&self.target, ""));
        let body = match (mem::replace(&mut self.unread, Payload::Nothing), &self.sent) {
            (Payload::Unread(body), _) => Received::Stream(body),
            (_, Some(sent)) => Received::Whole(sent.body.clone()),
            (_, None) => Received::Whole(Bytes::new()),
        };
        let call = Call {
            method: self.method.clone(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: headers::outgoing(&self.account, now, &self.method, &self.forwarded, self.sent.as_ref()),
            body,
            account: self.account.credentials.clone(),
        };
        let entry = self.shared.external_log.arrived(&self.method, &self.target);
        let response = external::answer(call).await;
        entry.answered(response.status);
        response
    }
}
