//! Records: what syncs have stored of an external API.
//!
//! Generated from api/operations.json: do not edit.

use crate::api::pages::{PageStyle, Pages};
use crate::client::call_options::CallSettings;
use crate::client::error::Error;
use crate::client::state::ClientState;
use crate::operations::arguments::Arguments;
use crate::operations::generated::models::{PrunedRecords, Record};
use crate::operations::list::List;

/// Records: what syncs have stored of an external API. See [`Client::records`](crate::Client::records).
#[derive(Clone, Copy)]
pub struct Records<'a>(pub(crate) &'a ClientState);

impl<'a> Records<'a> {
    /// Lists the records of a model, in the order in which they were last changed.
    ///
    /// Pages are fetched as the records are read. A record that is changed meanwhile comes again. Nango does not check
    /// a cursor: one that is none is the error kind server with the status 500.
    ///
    /// GET `/records`; the secret key needs the scope `environment:records:read`.
    pub fn list<'o>(&self, arguments: &ListRecords, options: impl Into<CallSettings<'o>>) -> List<'a, Record> {
        let pages = Pages::new(&arguments.0.request(), PageStyle::Cursor);
        List::new(self.0, options.into().get(), pages, "records")
    }

    /// Deletes the content of records up to a cursor, and keeps their ids.
    ///
    /// Repeat it while has_more is true.
    ///
    /// PATCH `/records/prune`; the secret key needs the scope `environment:records:write`.
    pub fn prune<'o>(
        &self,
        arguments: &PruneRecords,
        options: impl Into<CallSettings<'o>>,
    ) -> Result<PrunedRecords, Error> {
        arguments.0.get(self.0, options.into().get(), &[])
    }
}

/// What [`Records::list`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct ListRecords(Arguments);

impl ListRecords {
    /// Lists the records of a model, in the order in which they were last changed.
    ///
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `model`: The name of the model.
    pub fn new(connection_id: &str, provider_config_key: &str, model: &str) -> ListRecords {
        let mut arguments = Arguments::new("GET", "/records");
        arguments.default_query("limit", "1000");
        arguments.header("Connection-Id", connection_id);
        arguments.header("Provider-Config-Key", provider_config_key);
        arguments.query("model", model);
        ListRecords(arguments)
    }

    /// Only the records behind this one: the cursor of the last record that was read.
    pub fn cursor(&mut self, cursor: &str) -> &mut Self {
        self.0.query("cursor", cursor);
        self
    }

    /// Only those that were changed after this time, which is within the last 12 months.
    pub fn modified_after(&mut self, modified_after: &str) -> &mut Self {
        self.0.query("modified_after", modified_after);
        self
    }

    /// Only those whose last change was one of "added", "updated" and "deleted".
    pub fn filter(&mut self, filter: &[&str]) -> &mut Self {
        self.0.query_list("filter", filter);
        self
    }

    /// Only those with these ids, at most 100.
    pub fn ids(&mut self, ids: &[&str]) -> &mut Self {
        self.0.query_repeated("ids", ids);
        self
    }

    /// The variant of the sync; "base" without it.
    pub fn variant(&mut self, variant: &str) -> &mut Self {
        self.0.query("variant", variant);
        self
    }

    /// How many a page has, from 1 to 10000. Nango can send fewer. Default: 1000.
    pub fn limit(&mut self, limit: i64) -> &mut Self {
        self.0.query("limit", limit);
        self
    }
}

/// What [`Records::prune`] is told. What is not set is not sent.
#[derive(Debug)]
pub struct PruneRecords(Arguments);

impl PruneRecords {
    /// Deletes the content of records up to a cursor, and keeps their ids.
    ///
    /// - `connection_id`: The id of the connection, as the dashboard shows it.
    /// - `provider_config_key`: The id of the integration, as the dashboard shows it.
    /// - `model`: The name of the model.
    /// - `until_cursor`: The cursor of the last record to prune.
    pub fn new(connection_id: &str, provider_config_key: &str, model: &str, until_cursor: &str) -> PruneRecords {
        let mut arguments = Arguments::repeatable("PATCH", "/records/prune");
        arguments.header("Connection-Id", connection_id);
        arguments.header("Provider-Config-Key", provider_config_key);
        arguments.body("model", model);
        arguments.body("until_cursor", until_cursor);
        PruneRecords(arguments)
    }

    /// The variant of the sync; "base" without it.
    pub fn variant(&mut self, variant: &str) -> &mut Self {
        self.0.body("variant", variant);
        self
    }

    /// How many to prune at once, from 1 to 10000; 1000 without it.
    pub fn limit(&mut self, limit: i64) -> &mut Self {
        self.0.body("limit", limit);
        self
    }
}
