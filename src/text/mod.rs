//! Text: JSON, URLs, and secrets that are wiped from memory.

pub(crate) mod invalid;
pub(crate) mod json;
pub(crate) mod secret;
pub(crate) mod url;
pub(crate) mod value;
pub(crate) mod zone;
