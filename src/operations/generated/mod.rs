//! What api/operations.json describes.
//!
//! Generated from api/operations.json: do not edit.

mod actions;
mod connections;
mod environment;
mod models;

pub use actions::*;
pub use connections::*;
pub use environment::*;
pub use models::*;
