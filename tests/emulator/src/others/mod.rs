//! Routes that are not among the described operations: those of browsers, of external APIs, of agents and of functions.

mod bundles;
mod endpoints;
mod mcp;
mod received;
mod session;

pub use session::{admit as admit_session, is_token};

use crate::{
    respond::Reply,
    routes::{self, Call, decode},
};
use axum::http::Method;

/// One of them.
#[derive(Debug)]
pub enum Route<'a> {
    /// `/connect/session`: the session of the token.
    Session,
    /// Credentials that a customer enters, of an auth mode, for an integration whose key is still percent-encoded.
    Credentials(&'static str, &'a str),
    /// `/webhook/{environment}/{integration}`.
    Received(&'a str, &'a str),
    /// `/functions/deployments/bundle`, or its preview.
    Bundle { is_preview: bool },
    /// `/functions/invocations`.
    Invocation,
    /// `/mcp`.
    Mcp,
    /// `/v1` and what is below it: the endpoint of a function.
    Endpoint(&'a str),
}

/// Where credentials are sent to, by their auth mode.
const CREDENTIALS: [(&str, &str, &str); 8] = [
    ("api-auth", "api-key", "API_KEY"),
    ("api-auth", "basic", "BASIC"),
    ("auth", "tba", "TBA"),
    ("auth", "two-step", "TWO_STEP"),
    ("auth", "bill", "BILL"),
    ("auth", "aws-sigv4", "AWS_SIGV4"),
    ("auth", "unauthenticated", "NONE"),
    ("oauth2", "auth", "OAUTH2_CC"),
];

impl<'a> Route<'a> {
    /// The route of a path without a slash at its end.
    pub fn find(method: &Method, path: &'a str) -> Option<Self> {
        let segments: Vec<&str> = path.split('/').skip(1).collect();
        let reads = *method == Method::GET || *method == Method::HEAD;
        match segments.as_slice() {
            ["connect", "session"] if reads || *method == Method::DELETE => Some(Self::Session),
            ["functions", "deployments", "bundle"] if *method == Method::POST => {
                Some(Self::Bundle { is_preview: false })
            }
            ["functions", "deployments", "bundle", "preview"] if *method == Method::POST => {
                Some(Self::Bundle { is_preview: true })
            }
            ["functions", "invocations"] if *method == Method::POST => Some(Self::Invocation),
            ["mcp"] if *method == Method::POST => Some(Self::Mcp),
            ["webhook", environment, key] if *method == Method::POST => Some(Self::Received(environment, key)),
            ["v1", _, ..] => Some(Self::Endpoint(&path["/v1".len()..])),
            [first, second, key] if *method == Method::POST => CREDENTIALS
                .iter()
                .find(|(group, kind, _)| group == first && kind == second)
                .map(|(_, _, mode)| Self::Credentials(mode, key)),
            _ => None,
        }
    }

    /// Responds to a call.
    pub async fn answer(&self, call: &Call<'_>) -> Reply {
        let (Ok(reply) | Err(reply)) = self.try_answer(call).await;
        reply
    }

    async fn try_answer(&self, call: &Call<'_>) -> Result<Reply, Reply> {
        let decoded = |text: &str| decode(text).ok_or_else(|| routes::unforeseen(call.shared));
        match self {
            Self::Session => session::answer(call),
            Self::Credentials(mode, key) => session::authorize(call, mode, &decoded(key)?),
            Self::Received(environment, key) => received::answer(call, environment, &decoded(key)?),
            Self::Bundle { is_preview } => bundles::deploy(call, *is_preview),
            Self::Invocation => bundles::invoke(call),
            Self::Mcp => mcp::answer(call).await,
            Self::Endpoint(path) => endpoints::answer(call, path).await,
        }
    }
}
