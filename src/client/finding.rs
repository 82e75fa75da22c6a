//! What Nango found wrong with the fields of a request.

use std::fmt;

use zeroize::Zeroizing;

use crate::text::value::Value;

/// What Nango found wrong with one field of a request: see [`Error::findings`](crate::Error::findings).
///
/// `Debug` shows no message, since that may quote what was sent, and a path only if it consists of names and indices.
pub struct Finding {
    path: Zeroizing<String>,
    message: Zeroizing<String>,
    code: String,
}

impl Finding {
    /// All in the body of an error: in `error`, `errors`.
    pub(crate) fn all_in(body: Value<'_>) -> Vec<Finding> {
        let errors = body.get("error").and_then(|error| error.get("errors"));
        errors.map_or(Vec::new(), |errors| errors.items().map(Finding::read).collect())
    }

    fn read(item: Value<'_>) -> Finding {
        let text = |name| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let segment = |segment: Value<'_>| segment.as_str().unwrap_or_else(|| segment.json()).to_owned();
        let path: Vec<String> = item
            .get("path")
            .map_or(Vec::new(), |path| path.items().map(segment).collect());
        Finding {
            path: Zeroizing::new(path.join(".")),
            message: Zeroizing::new(text("message")),
            code: text("code"),
        }
    }

    /// The field, such as `credentials.type` or `connection_id.0`; empty for the request as a whole, such as one with an unknown
    /// field, which the message names.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong with it, for people. May quote what was sent: do not log it by default.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The code of the finding, such as `invalid_type`.
    pub fn code(&self) -> &str {
        &self.code
    }
}

/// The path, if it is made of names and indices; anything else may be data, such as a key of metadata.
fn shown(path: &str) -> &str {
    let is_plain = |segment: &str| {
        let is_name = segment
            .bytes()
            .all(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'-'));
        segment.len() <= 48 && (is_name || (segment.len() <= 4 && segment.bytes().all(|b| b.is_ascii_digit())))
    };
    match path.split('.').all(is_plain) {
        true => path,
        false => "[hidden]",
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Finding")
            .field("path", &shown(&self.path))
            .field("code", &shown(&self.code))
            .finish_non_exhaustive()
    }
}
