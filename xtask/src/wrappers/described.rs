//! What abi/wrappers.json says, as types. An unknown member is an error.

use serde::{Deserialize, Serialize};

use crate::abi::model::{Constant, Function};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Described {
    pub settings: Vec<DescribedSetting>,
    pub arguments: Vec<Argument>,
    /// Settings of Python's client that its wrapper takes care of by itself.
    #[serde(default)]
    pub python_settings: Vec<PythonSetting>,
    pub errors: Vec<DescribedError>,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PythonSetting {
    pub name: String,
    pub python: String,
    pub python_type: String,
    pub python_default: String,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DescribedSetting {
    pub name: String,
    /// The function of C, if it is not `nango_client_options_set_` with the name.
    pub function: Option<String>,
    /// The parameter in C++ and Go, if it is not called as in C.
    pub parameter: Option<String>,
    pub default: String,
    pub summary: String,
    /// Where this plain setting is written by hand.
    #[serde(default)]
    pub by_hand: Vec<Place>,
    pub cpp: Option<String>,
    pub go: Option<String>,
    /// What the library's messages call it in Go, if not by the option's name.
    pub go_name: Option<String>,
    /// What to pass in place of a negative number.
    pub negative: Option<String>,
    pub python: String,
    pub python_type: Option<String>,
    pub python_default: Option<String>,
    /// What Ruby's documentation says, if not what Python's does.
    pub ruby: Option<String>,
}

/// An argument, a setting of a call or a part of a result that messages name.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Argument {
    pub name: String,
    /// What it is called in Go.
    pub go: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Cpp,
    Go,
    Fuzz,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DescribedError {
    pub name: String,
    /// Its number in C. A number is never used again.
    pub number: i64,
    pub c: String,
    pub rust: String,
    pub go: String,
    pub when: String,
    pub action: String,
    pub python: Exception,
    /// What Ruby's documentation says, if not what Python's does.
    pub ruby: Option<String>,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    pub class: String,
    #[serde(default)]
    pub bases: Vec<String>,
    /// Absent from a kind that shares the class of another one.
    pub docs: Option<String>,
    pub when: Option<String>,
}

/// How a setting is passed to C.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Text,
    Path,
    Flag,
    /// How often something may happen.
    Count,
    /// How many bytes.
    Size,
    Milliseconds,
    /// Anything else: each wrapper has it written by hand.
    Special,
}

/// A setting of a client.
#[derive(Serialize)]
pub struct Setting {
    #[serde(flatten)]
    pub described: DescribedSetting,
    pub kind: Kind,
    pub setter: Function,
    /// Its place in the description, which is the order of Python's keywords.
    pub place: usize,
    /// Its name in C, with its unit.
    pub in_c: String,
    /// What its value is called.
    pub argument: String,
}

/// A kind of error.
#[derive(Serialize)]
pub struct Error {
    #[serde(flatten)]
    pub described: DescribedError,
    pub constant: Constant,
}

#[derive(Serialize)]
pub struct Wrappers {
    /// In the order of the header.
    pub settings: Vec<Setting>,
    pub arguments: Vec<Argument>,
    /// In the order of Python's keywords, which come after those of `settings`.
    pub python_settings: Vec<PythonSetting>,
    /// By their numbers.
    pub errors: Vec<Error>,
}
