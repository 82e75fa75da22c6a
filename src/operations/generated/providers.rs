//! Providers: the external APIs that Nango knows.
//!
//! Generated from api/operations.json: do not edit.

use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::{Function, Provider};

/// Providers: the external APIs that Nango knows. See [`Client::providers`](crate::Client::providers).
#[derive(Clone, Copy)]
pub struct Providers<'a>(pub(crate) &'a ClientState);

impl<'a> Providers<'a> {
    /// Returns the external APIs that Nango knows.
    ///
    /// The response has megabytes: hundreds of providers, not paged.
    ///
    /// GET `/providers`; any secret key may call it.
    pub fn list<'o>(
        &self,
        arguments: &ListProviders,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Vec<Provider>, Error> {
        arguments.0.get(self.0, options.into().get(), &["data"])
    }

    /// Returns an external API that Nango knows.
    ///
    /// GET `/providers/{provider}`; any secret key may call it.
    pub fn get<'o>(&self, provider: &str, options: impl Into<CallSettings<'o>>) -> Result<Provider, Error> {
        let mut arguments = Arguments::new("GET", "/providers/{provider}");
        arguments.path("provider", provider);
        arguments.get(self.0, options.into().get(), &["data"])
    }

    /// Returns the templates of functions that Nango has for an external API.
    ///
    /// GET `/providers/{provider}/templates`; any secret key may call it.
    pub fn list_templates<'o>(
        &self,
        provider: &str,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<Vec<Function>, Error> {
        let mut arguments = Arguments::new("GET", "/providers/{provider}/templates");
        arguments.path("provider", provider);
        arguments.get(self.0, options.into().get(), &["data"])
    }
}

/// What [`Providers::list`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct ListProviders(Arguments);

impl ListProviders {
    /// Returns the external APIs that Nango knows.
    pub fn new() -> ListProviders {
        let arguments = Arguments::new("GET", "/providers");
        ListProviders(arguments)
    }

    /// Only those with this text in their name.
    pub fn search(&mut self, search: &str) -> &mut Self {
        self.0.query("search", search);
        self
    }
}

impl Default for ListProviders {
    fn default() -> ListProviders {
        ListProviders::new()
    }
}
