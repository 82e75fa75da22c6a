//! A setting or an argument that cannot be used.

/// What is wrong with it and what would be right. Names the setting and repeats nothing of its value.
#[derive(Clone, Debug)]
pub(crate) struct Invalid(pub(crate) String);

impl Invalid {
    pub(crate) fn new(setting: &str, problem: &str) -> Invalid {
        Invalid(format!("{setting} {problem}"))
    }
}

/// What is wrong with a value for which [`is_quoted`] holds.
pub(crate) const IN_QUOTES: &str =
    "is in quotation marks, which docker's --env-file, for one, does not take away: remove them";

/// Whether a value is in quotation marks, which a shell takes away and many readers of files with variables do not.
pub(crate) fn is_quoted(value: &str) -> bool {
    ['"', '\'']
        .iter()
        .any(|&quote| value.len() >= 2 && value.starts_with(quote) && value.ends_with(quote))
}
