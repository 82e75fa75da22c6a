//! The secret key: which one it is and its scopes.

use crate::{
    respond::{Reply, error},
    seed::{Key, Seed},
};
use axum::http::{HeaderMap, header::AUTHORIZATION};
use regex::Regex;
use serde_json::json;
use std::sync::LazyLock;

/// Reading connections without credentials.
pub const READ: &str = "environment:connections:read";
/// Reading connections with credentials.
pub const READ_CREDENTIALS: &str = "environment:connections:read_credentials";
/// Changing connections.
pub const UPDATE: &str = "environment:connections:update";
/// Calling external APIs through the proxy.
pub const PROXY: &str = "environment:proxy";

static UUID_V4: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$")
        .expect("the pattern is a constant")
});

/// Whether it has the form of Nango's keys.
pub fn is_uuid_v4(text: &str) -> bool {
    UUID_V4.is_match(text)
}

/// Finds the key of a request, or returns Nango's 401.
pub fn authenticate<'a>(headers: &HeaderMap, seed: &'a Seed) -> Result<&'a Key, Reply> {
    let header = headers.get(AUTHORIZATION).map(|value| value.as_bytes());
    let Some(header) = header.filter(|value| !value.is_empty()) else {
        return Err(refuse(
            "missing_auth_header",
            "The request is missing the Authorization header.",
        ));
    };
    let secret = std::str::from_utf8(header)
        .ok()
        .and_then(|text| text.strip_prefix("Bearer "))
        .filter(|secret| is_uuid_v4(secret));
    let Some(secret) = secret else {
        return Err(refuse(
            "invalid_secret_key_format",
            "The provided secret key is not a UUID v4.",
        ));
    };
    if seed.database_down {
        return Err(refuse(
            "malformed_auth_header",
            "The Authorization header is malformed.",
        ));
    }
    seed.keys.iter().find(|key| key.secret == secret).ok_or_else(|| {
        refuse(
            "unknown_account",
            "The provided authorization header does not match any account.",
        )
    })
}

fn refuse(code: &str, reason: &str) -> Reply {
    let message = format!("Authentication failed. {reason}");
    Reply::json(
        401,
        &json!({"error": {"message": message, "code": code, "payload": {}}}),
    )
}

impl Key {
    /// Whether the key has a scope.
    pub fn may(&self, scope: &str) -> bool {
        self.scopes.iter().any(|own| own == scope || own == "environment:*")
    }

    /// Nango's 403 for a key that has none of the scopes.
    pub fn require(&self, any_of: &[&str]) -> Result<(), Reply> {
        if any_of.iter().any(|scope| self.may(scope)) {
            return Ok(());
        }
        let required = match any_of {
            [one] => format!("Required: {one}"),
            many => format!("Required one of: {}", many.join(" or ")),
        };
        Err(forbidden(&format!("Insufficient scope. {required}")))
    }
}

/// A 403.
pub fn forbidden(message: &str) -> Reply {
    error(403, "forbidden", message)
}
