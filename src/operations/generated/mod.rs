//! What api/operations.json describes.
//!
//! Generated from api/operations.json: do not edit.

mod actions;
mod connect_sessions;
mod connections;
mod environment;
mod functions;
mod integrations;
mod models;
mod providers;
mod records;
mod syncs;

pub use actions::*;
pub use connect_sessions::*;
pub use connections::*;
pub use environment::*;
pub use functions::*;
pub use integrations::*;
pub use models::*;
pub use providers::*;
pub use records::*;
pub use syncs::*;
