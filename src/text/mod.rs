//! Text: JSON, URLs, and secrets that are wiped from memory.

use std::hash::{BuildHasher, RandomState};

pub(crate) mod invalid;
pub(crate) mod json;
pub(crate) mod secret;
pub(crate) mod url;
pub(crate) mod value;
pub(crate) mod zone;

/// A number that differs if two texts do, almost certainly, and that nobody knows beforehand. Not inlined: it takes half a KB.
#[inline(never)]
pub(crate) fn hash(state: &RandomState, text: &[u8]) -> u64 {
    state.hash_one(text)
}
