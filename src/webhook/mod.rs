//! Webhooks that Nango sends to a program: whether one is signed, and what it says.
//!
//! ```no_run
//! use nango::webhook::{self, Webhook};
//!
//! # fn handle(body: &[u8], header: impl Fn(&str) -> Option<String>) -> Result<(), nango::Error> {
//! let key = std::env::var("NANGO_WEBHOOK_SIGNING_KEY").unwrap_or_default();
//! let signature = header(webhook::SIGNATURE_HEADER).unwrap_or_default();
//! match webhook::parse(body, &signature, &key)? {
//!     Webhook::Auth(auth) if auth.success => println!("{} is connected", auth.connection_id),
//!     Webhook::Sync(sync) => println!("{} has new records", sync.connection_id),
//!     _ => {}
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The key is the webhook signing key of the environment, which is not the API key. The body is what was received, byte by
//! byte: JSON that was parsed and written again has another signature. A signature says nothing of when the webhook was
//! sent, so that a copy of it is signed too.

mod signature;

use std::fmt;

use serde_json::Value as Json;

#[cfg(feature = "capi")]
pub(crate) use self::signature::is_signed_by;
pub(crate) use self::signature::signed;
pub use self::signature::{SIGNATURE_HEADER, is_signed};
use crate::client::error::Error;
use crate::operations::read::{Place, Read};
use crate::operations::{AsyncActionWebhook, AuthWebhook, ForwardWebhook, SyncWebhook};
use crate::text::value::Value;

/// Who sends the webhooks that are not forwarded.
const NANGO: &str = "nango";

/// What a webhook says. Later versions may know more types, which are [`Webhook::Unknown`] until then.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Webhook {
    /// A connection was created or authorized again, or its credentials could not be refreshed.
    Auth(AuthWebhook),
    /// A run of a sync ended.
    Sync(SyncWebhook),
    /// A webhook of an external API, with the connection that it is about.
    Forward(ForwardWebhook),
    /// An asynchronous action ended.
    AsyncAction(AsyncActionWebhook),
    /// Any other: of a type that is newer than this library, or of an external API that Nango forwards as it came, because
    /// it knows no connection that it is about.
    Unknown(UnknownWebhook),
}

/// A webhook without a type of its own. `Debug` does not show what it says.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UnknownWebhook {
    /// The type that it names, if it is an object that has one.
    pub r#type: Option<String>,
    /// All of it: any JSON.
    pub payload: Json,
}

impl fmt::Debug for UnknownWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownWebhook")
            .field("type", &self.r#type)
            .finish_non_exhaustive()
    }
}

/// Reads a webhook that is signed. `signature` is the value of [`SIGNATURE_HEADER`]; pass "" if there is none.
///
/// # Errors
///
/// [`ErrorKind::WebhookSignature`](crate::ErrorKind::WebhookSignature) if it is not signed: answer 401.
/// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) if `signing_key` is empty.
/// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the body is not JSON, or not as Nango describes its type.
pub fn parse(body: &[u8], signature: &str, signing_key: &str) -> Result<Webhook, Error> {
    let document = signed(body, Some(signature.as_bytes()), signing_key)?;
    let webhook = document.root();
    let place = Place::new("the webhook");
    let named = |name: &str| webhook.get(name).and_then(Value::as_str);
    // An external API chooses what is in a webhook that is forwarded as it came.
    let is_nangos = named("from") == Some(NANGO);
    Ok(match named("type") {
        Some("auth") if is_nangos => Webhook::Auth(AuthWebhook::read(webhook, &place)?),
        Some("sync") if is_nangos => Webhook::Sync(SyncWebhook::read(webhook, &place)?),
        Some("async_action") if is_nangos => Webhook::AsyncAction(AsyncActionWebhook::read(webhook, &place)?),
        Some("forward") => Webhook::Forward(ForwardWebhook::read(webhook, &place)?),
        other => Webhook::Unknown(UnknownWebhook {
            r#type: other.map(str::to_owned),
            payload: Json::read(webhook, &place)?,
        }),
    })
}
