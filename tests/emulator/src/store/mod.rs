//! What an emulator holds besides connections.

pub mod actions;
mod addition;
pub mod integrations;
pub mod records;
pub mod sessions;
pub mod syncs;
