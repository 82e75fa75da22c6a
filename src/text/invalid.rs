//! A setting or an argument that cannot be used.

/// What is wrong with it and what would be right. Names the setting and repeats nothing of its value.
#[derive(Clone, Debug)]
pub(crate) struct Invalid(pub(crate) String);

impl Invalid {
    pub(crate) fn new(setting: &str, problem: &str) -> Invalid {
        Invalid(format!("{setting} {problem}"))
    }
}
