//! The rate limit: so many requests in a fixed window, all keys together.

use crate::{respond::Reply, seed::RateLimit, state::State};
use axum::http::{HeaderName, header::RETRY_AFTER};
use serde_json::json;

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// A window that has begun with its first request.
pub struct Window {
    ends_at: i64,
    used: u32,
}

/// The remaining limit for one request.
pub struct Allowance {
    limit: u32,
    remaining: u32,
    ends_at: i64,
    wait_ms: i64,
    exceeded: bool,
}

impl State {
    /// Counts a request.
    pub fn count_request(&mut self, limit: &RateLimit) -> Allowance {
        let now = self.clock.now();
        let fresh = Window {
            ends_at: now + i64::from(limit.window_seconds) * 1_000,
            used: 0,
        };
        let mut window = match self.window.take() {
            Some(window) if window.ends_at > now => window,
            _ => fresh,
        };
        window.used = window.used.saturating_add(1);
        let allowance = Allowance {
            limit: limit.requests,
            remaining: limit.requests.saturating_sub(window.used),
            ends_at: window.ends_at,
            wait_ms: window.ends_at - now,
            exceeded: window.used > limit.requests,
        };
        self.window = Some(window);
        allowance
    }
}

impl Allowance {
    /// The 429, if nothing is left.
    pub fn refusal(&self, method: &str, path: &str) -> Option<Reply> {
        let wait = (self.wait_ms / 1_000).to_string();
        self.exceeded.then(|| {
            let body = json!({"error": {"code": "too_many_request", "method": method, "path": path}});
            Reply::json(429, &body).with(RETRY_AFTER, wait)
        })
    }
}

/// Adds the headers of every authenticated response, if there is a rate limit.
pub fn label(allowance: Option<Allowance>, reply: Reply) -> Reply {
    let Some(allowance) = allowance else {
        return reply;
    };
    let reset = (allowance.ends_at + 999).div_euclid(1_000);
    reply
        .with(LIMIT, allowance.limit.to_string())
        .with(REMAINING, allowance.remaining.to_string())
        .with(RESET, reset.to_string())
}
