//! Text: JSON, URLs, and secrets that are wiped from memory.

pub(crate) mod invalid;
pub(crate) mod json;
pub(crate) mod lookup_cache;
pub(crate) mod secret;
pub(crate) mod url;
