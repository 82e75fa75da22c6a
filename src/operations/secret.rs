//! A field that holds a credential.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

/// The text of a field that holds a credential: wiped when the last copy of it is dropped, and left out of `Debug`. For
/// a field that is an object it is the JSON text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(Arc<Zeroizing<String>>);

impl Secret {
    pub(crate) fn new(text: &str) -> Secret {
        Secret(Arc::new(Zeroizing::new(text.to_owned())))
    }

    /// The text.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
