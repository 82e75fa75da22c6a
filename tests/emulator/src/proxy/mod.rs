//! `/proxy/{path}`: a call to an external API with a connection's credentials.

mod headers;
mod options;
mod payload;
mod relay;
mod remote;
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
    state::State,
};
use axum::{
    body::{Body, Bytes},
    http::{Method, Uri, header, request::Parts},
};
use headers::Account;
use options::Options;
use payload::{Payload, Sent};
use serde_json::json;
use std::{mem, sync::Arc};
use target::Api;

/// Methods whose body Nango forwards.
const WITH_BODY: [Method; 4] = [Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
/// How many redirects Nango's HTTP client follows.
const MOST_REDIRECTS: usize = 20;
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
    if matches!(payload, Payload::Malformed) {
        return Err(routes::unforeseen(shared));
    }
    let options = Options::read(&parts.headers)?;
    let name = options.name();
    let own_base = local_base(&shared.state(), name.provider_config_key)?;
    let wishes = Wishes {
        force: false,
        app_jwt: false,
    };
    let account = fresh::read(shared, name, wishes, |connection| Account {
        credentials: connection.credentials.clone(),
        config: connection.connection_config.clone(),
    });
    let account = account.await.map_err(|trouble| refuse(&trouble))?;
    let base = options.base_url.as_ref().or(own_base.as_ref());
    let api = base.map_or(Ok(Api::BuiltIn), |url| Api::find(url, &parts.method))?;
    let payload = match payload {
        // Only the built-in API reads a body while it arrives.
        Payload::Unread(body) if api != Api::BuiltIn => Payload::read(shared, &parts.headers, body).await?,
        other => other,
    };
    let target = target::path_and_query(base, &parts.uri);
    let mut attempt = Attempt::new(shared, parts, account, payload, (api, target));
    let answer = attempt.make_all(&options).await?;
    Ok(relay::relay(answer))
}

/// The base URL of an integration's external API, if that is on this machine. All others are the built-in one.
fn local_base(state: &State, provider_config_key: &str) -> Result<Option<Uri>, Reply> {
    let integration = state
        .integration(provider_config_key)
        .ok_or_else(|| error(404, "unknown_provider_config", UNKNOWN_INTEGRATION))?;
    let provider = state.providers.find(&integration.provider);
    let url = provider.and_then(|provider| provider.more.get("proxy")?.get("base_url")?.as_str()?.parse().ok());
    Ok(url.filter(|url| Api::local(url).is_some()))
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
    api: Api,
    target: String,
    account: Account,
    forwarded: Vec<(String, String)>,
    /// Whether the credentials stay behind.
    is_elsewhere: bool,
    sent: Option<Sent>,
    unread: Payload,
}

impl<'a> Attempt<'a> {
    fn new(shared: &'a Shared, parts: &Parts, account: Account, payload: Payload, to: (Api, String)) -> Self {
        let forwarded = headers::forwarded(&parts.headers);
        let chosen = forwarded.iter().find(|(name, _)| name == "content-type");
        let chosen = chosen.map(|(_, value)| value.as_str());
        let sends = WITH_BODY.contains(&parts.method);
        Self {
            shared,
            method: parts.method.clone(),
            api: to.0,
            target: to.1,
            account,
            is_elsewhere: false,
            sent: payload.to_send(chosen).filter(|_| sends),
            forwarded,
            unread: payload,
        }
    }

    /// Calls, and retries while the response is a retryable error. Nango waits 3, 6, 12 ... seconds in
    /// between, which would only make tests slow.
    async fn make_all(&mut self, options: &Options) -> Result<Answer, Reply> {
        let mut response = self.make(options).await?;
        for _ in 0..options.retries {
            if !options.is_retryable(response.status) {
                break;
            }
            response = self.make(options).await?;
        }
        Ok(response)
    }

    /// Calls, and follows redirects as Nango's HTTP client does.
    async fn make(&mut self, options: &Options) -> Result<Answer, Reply> {
        let mut response = self.call().await?;
        let mut next: Option<Attempt<'_>> = None;
        for _ in 0..=MOST_REDIRECTS {
            let location = response.header(&header::LOCATION);
            let Some(location) = location.filter(|_| (300..400).contains(&response.status)) else {
                return Ok(response);
            };
            let mut following = next.as_ref().unwrap_or(self).following(response.status, location)?;
            following.is_elsewhere &= !options.keeps_headers;
            response = following.call().await?;
            next = Some(following);
        }
        Err(Reply::json(
            500,
            &json!({
                "message": "Maximum number of redirects exceeded",
                "code": "ERR_FR_TOO_MANY_REDIRECTS",
                "method": self.method.as_str().to_ascii_lowercase(),
            }),
        ))
    }

    /// The call that a redirect asks for.
    fn following(&self, status: u16, location: &str) -> Result<Attempt<'a>, Reply> {
        let path = self.target.split('?').next().unwrap_or_default();
        let (api, target) = self.api.redirected(path, location, &self.method)?;
        let becomes_get = match status {
            301 | 302 => self.method == Method::POST,
            303 => self.method != Method::HEAD,
            _ => false,
        };
        Ok(Attempt {
            shared: self.shared,
            method: if becomes_get { Method::GET } else { self.method.clone() },
            is_elsewhere: self.is_elsewhere || api.host() != self.api.host(),
            api,
            target,
            account: self.account.clone(),
            forwarded: self.forwarded.clone(),
            sent: self.sent.clone().filter(|_| !becomes_get),
            unread: Payload::Nothing,
        })
    }

    async fn call(&mut self) -> Result<Answer, Reply> {
        let now = self.shared.state().clock.now();
        let (path, query) = self.target.split_once('?').unwrap_or((&self.target, ""));
        let body = match (mem::replace(&mut self.unread, Payload::Nothing), &self.sent) {
            (Payload::Unread(body), _) => Received::Stream(body),
            (_, Some(sent)) => Received::Whole(sent.body.clone()),
            (_, None) => Received::Whole(Bytes::new()),
        };
        let (host, sent) = (self.api.host(), self.sent.as_ref());
        let mut headers = headers::outgoing(&self.account, now, &self.method, host, &self.forwarded, sent);
        if self.is_elsewhere {
            headers::without_credentials(&mut headers);
        }
        let call = Call {
            method: self.method.clone(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers,
            body,
            account: self.account.credentials.clone(),
        };
        let entry = self.shared.external_log.arrived(&self.method, &self.target);
        let response = match self.api {
            Api::BuiltIn => external::answer(call).await,
            Api::Local(_, address) => {
                let response = remote::answer(address, call).await;
                response.map_err(|failure| failure.reply(&self.method))?
            }
        };
        entry.answered(response.status);
        Ok(response)
    }
}
