//! The Nango environment of the secret key.
//!
//! Generated from api/operations.json: do not edit.

use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::{EnvironmentVariable, WebhookSigningKey};

/// The Nango environment of the secret key. See [`Client::environment`](crate::Client::environment).
#[derive(Clone, Copy)]
pub struct Environment<'a>(pub(crate) &'a ClientState);

impl<'a> Environment<'a> {
    /// Returns the variables that were set in the dashboard.
    ///
    /// GET `/environment-variables`; the secret key needs the scope `environment:variables:read`.
    pub fn list_variables<'o>(&self, options: impl Into<CallSettings<'o>>) -> Result<Vec<EnvironmentVariable>, Error> {
        let arguments = Arguments::new("GET", "/environment-variables");
        arguments.get(self.0, options.into().get(), &[])
    }

    /// Replaces the key that Nango signs webhooks with.
    ///
    /// It counts at once: webhooks that are signed with the former key no longer come.
    ///
    /// POST `/environment/webhook-signing-key/rotate`; the secret key needs the scope `environment:webhook_signing_key:rotate`.
    pub fn rotate_webhook_signing_key<'o>(
        &self,

        options: impl Into<CallSettings<'o>>,
    ) -> Result<WebhookSigningKey, Error> {
        let arguments = Arguments::new("POST", "/environment/webhook-signing-key/rotate");
        arguments.get(self.0, options.into().get(), &["data"])
    }
}
