//! Shared by all calls of Nango's API: attempts, retries, and the meaning of error responses.

pub(crate) mod api_error;
pub(crate) mod attempts;
pub(crate) mod operation;
pub(crate) mod pages;
mod path;
pub(crate) mod retry;
pub(crate) mod stale;
pub(crate) mod until;
