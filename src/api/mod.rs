//! What every call of Nango's API has in common: its attempts, when it is retried, and what an error response means.

pub(crate) mod api_error;
pub(crate) mod attempts;
pub(crate) mod operation;
pub(crate) mod pages;
mod path;
pub(crate) mod retry;
