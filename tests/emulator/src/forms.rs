//! What Nango demands of a parameter beyond its type. The description has types only.

use crate::{
    described::{Parameter, Place},
    generated::routes::Operation,
    validate,
};

/// A demand.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// A regular expression, as JavaScript writes it.
    Pattern(&'static str),
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// One of these texts, once or several times; the complaint does not name them.
    SilentChoice(&'static [&'static str]),
    /// A number from 1, at most.
    AtMost(f64),
    /// A URL, or an empty text.
    Url,
    Uuid,
    NotEmpty,
    /// From one to so many characters.
    UpTo(usize),
    /// Some of these texts, separated by commas.
    Choices(&'static [&'static str]),
    /// One text or a list of them.
    OneOrMany,
    /// So many texts at most, each of 1 to 256 characters.
    Few(usize),
    /// An object that Nango calls a record.
    Record,
    /// Tags.
    Tags,
    /// RFC 3339, in the last twelve months.
    Recent,
    /// `true` or `false`, in many spellings.
    Flag,
}

const MODEL: &str = "^[A-Z][a-zA-Z0-9_-]+$";
const VARIANT: &str = "^[a-zA-Z0-9_-]+$";
const FREQUENCY: &str = r"^(?<every>every )?((?<amount>[0-9]+)?\s?(?<unit>(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?))|(?<unit2>(month|week|half day|half hour|quarter hour)))$";
const CHANGES: &[&str] = &["added", "updated", "deleted", "ADDED", "UPDATED", "DELETED"];
const SYNC_MODES: &[&str] = &["incremental", "full_refresh", "full_refresh_and_clear_cache"];
const FUNCTION_TYPES: &[&str] = &["sync", "action"];

/// The demand on a parameter, if there is one.
pub fn form(operation: Operation, parameter: &Parameter) -> Option<Form> {
    use Operation as O;
    Some(match (operation, parameter.name) {
        (O::SetMetadata | O::UpdateMetadata, "connection_id") => Form::OneOrMany,
        (O::TriggerSync, "sync_mode") => Form::Choice(SYNC_MODES),
        (O::UpdateSyncFrequency, "frequency") => Form::Pattern(FREQUENCY),
        (O::GetIntegration, "include") => Form::SilentChoice(&["webhook", "credentials"]),
        (O::ListFunctions | O::GetFunction | O::GetFunctionCode | O::DeleteFunction, "type") => {
            Form::Choice(FUNCTION_TYPES)
        }
        (O::GetActionResult | O::GetFunctionDryRun | O::GetFunctionDeployment, "id") => Form::Uuid,
        (O::ListRecords, "modified_after") => Form::Recent,
        (O::ListRecords, "ids") => Form::Few(100),
        (O::ListRecords, "cursor") => Form::UpTo(1_000),
        (O::ListRecords, "filter") => Form::Choices(CHANGES),
        (O::ListRecords | O::PruneRecords, "limit") => Form::AtMost(10_000.0),
        (O::ListRecords | O::PruneRecords, "model") => Form::Pattern(MODEL),
        (O::ListRecords | O::PruneRecords, "variant") => Form::Pattern(VARIANT),
        (O::ListConnections, "connectionId") => Form::NotEmpty,
        (O::ListConnections, "limit") => Form::AtMost(2_000.0),
        (O::ListFunctions, "limit") => Form::AtMost(100.0),
        (_, "provider_config_key" | "provider-config-key" | "unique_key") => {
            Form::Pattern(validate::PROVIDER_CONFIG_KEY)
        }
        (_, "connectionId" | "connection-id") if parameter.place != Place::Query => {
            Form::Pattern(validate::CONNECTION_ID)
        }
        (_, "webhook_url_override") => Form::Url,
        (_, "tags") => Form::Tags,
        (_, "metadata" | "connection_config" | "integrations_config_defaults" | "overrides") => Form::Record,
        (_, "x-async") => Form::Flag,
        _ => return None,
    })
}

/// What a query may have besides what is described: pages are asked for by the library alone, and `delta` is the old name of
/// `modified_after`.
pub fn also_in_query(operation: Operation) -> &'static [&'static str] {
    match operation {
        Operation::ListConnections | Operation::ListFunctions => &["page"],
        Operation::ListRecords => &["delta"],
        _ => &[],
    }
}

/// What is described as required though Nango looks at it later, or takes it from elsewhere, too.
pub fn is_checked_later(operation: Operation, parameter: &Parameter) -> bool {
    use Operation as O;
    match operation {
        O::TriggerSync | O::StartSync | O::PauseSync => parameter.name == "provider_config_key",
        O::DeployFunction => true,
        // As wait_for_connection has it.
        O::ListConnections => true,
        _ => false,
    }
}
