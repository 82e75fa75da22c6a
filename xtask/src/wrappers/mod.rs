//! Reads abi/wrappers.json: what the wrappers say of the settings of a client and of the kinds of errors.

use std::fs;
use std::path::Path;

use self::described::{Described, DescribedError, DescribedSetting, Error, Kind, Place, Setting, Wrappers};
use crate::abi::model::{self, Abi, Constant, Function};

mod described;
#[cfg(test)]
mod tests;

const DESCRIPTION: &str = "abi/wrappers.json";
const SETTER: &str = "nango_client_options_set_";
/// What of the options' functions is not a setting in each language: the last two receive what `log_level` lets through
/// and what a wrapper's own hook needs.
const NO_SETTINGS: &[&str] = &[
    "nango_client_options_free",
    "nango_client_options_new",
    "nango_client_options_load_env",
    "nango_client_options_set_log_record",
    "nango_client_options_set_call_hook",
];

/// The description as it stands.
pub fn described(root: &Path) -> Result<Described, String> {
    let text = fs::read_to_string(root.join(DESCRIPTION)).map_err(|problem| format!("{DESCRIPTION}: {problem}"))?;
    serde_json::from_str(&text).map_err(|problem| format!("{DESCRIPTION}: {problem}"))
}

/// The description, joined to the functions and constants that it is about.
pub fn join(described: &Described, abi: &Abi) -> Result<Wrappers, String> {
    joined(described, abi).map_err(|problem| format!("{DESCRIPTION}: {problem}"))
}

fn joined(described: &Described, abi: &Abi) -> Result<Wrappers, String> {
    Ok(Wrappers {
        settings: settings(&described.settings, abi)?,
        errors: errors(&described.errors, abi)?,
    })
}

fn settings(described: &[DescribedSetting], abi: &Abi) -> Result<Vec<Setting>, String> {
    let is_setting = |function: &&Function| {
        function.name.starts_with("nango_client_options_") && !NO_SETTINGS.contains(&&*function.name)
    };
    let mut settings = Vec::new();
    for function in abi.functions.iter().filter(is_setting) {
        let places = described.iter().enumerate();
        let found: Vec<_> = places.filter(|(_, entry)| is_set_by(entry, function)).collect();
        match found[..] {
            [(place, entry)] => settings.push(setting(place, entry, function)?),
            _ => return Err(format!("settings: {} entries for {}", found.len(), function.name)),
        }
    }
    match described
        .iter()
        .find(|entry| settings.iter().all(|setting| setting.described.name != entry.name))
    {
        Some(entry) => Err(format!("settings: {}: src/ffi has no function for it", entry.name)),
        None => Ok(settings),
    }
}

fn is_set_by(entry: &DescribedSetting, function: &Function) -> bool {
    match (&entry.function, function.name.strip_prefix(SETTER)) {
        (Some(name), _) => *name == function.name,
        (None, Some(stem)) => entry.name == stem.strip_suffix("_ms").unwrap_or(stem),
        (None, None) => false,
    }
}

fn setting(place: usize, entry: &DescribedSetting, function: &Function) -> Result<Setting, String> {
    let kind = kind(function);
    let missing = missing(entry, kind);
    if let Some(member) = missing {
        return Err(format!("settings: {}: there is no {member}", entry.name));
    }
    let in_c = function.parameters.get(1).map_or("", |value| &value.name);
    let argument = entry
        .parameter
        .as_deref()
        .unwrap_or(in_c.strip_suffix("_ms").unwrap_or(in_c));
    Ok(Setting {
        described: entry.clone(),
        kind,
        setter: function.clone(),
        place,
        in_c: function.name.replacen(SETTER, "", 1),
        argument: argument.to_owned(),
    })
}

fn kind(function: &Function) -> Kind {
    let [_, value] = &function.parameters[..] else {
        return Kind::Special;
    };
    match (value.value.kind, &*value.value.c_type) {
        (model::Kind::Text, _) if value.name.ends_with("_path") => Kind::Path,
        (model::Kind::Text, _) => Kind::Text,
        (model::Kind::Flag, _) => Kind::Flag,
        (model::Kind::Number, "int32_t") if value.value.enumeration.is_none() => Kind::Count,
        (model::Kind::Number, "int64_t") if function.name.ends_with("_ms") => Kind::Milliseconds,
        (model::Kind::Number, "int64_t") if function.name.ends_with("_bytes") => Kind::Size,
        _ => Kind::Special,
    }
}

/// What a template needs that the entry does not have.
fn missing(entry: &DescribedSetting, kind: Kind) -> Option<&'static str> {
    let in_go = kind != Kind::Special && !entry.by_hand.contains(&Place::Go);
    let in_cpp = kind != Kind::Special && !entry.by_hand.contains(&Place::Cpp);
    let is_number = matches!(kind, Kind::Count | Kind::Size | Kind::Milliseconds);
    let wanted = [
        (in_cpp && entry.cpp.is_none(), "cpp"),
        (in_go && entry.go.is_none(), "go"),
        (in_go && is_number && entry.negative.is_none(), "negative"),
        (kind == Kind::Special && entry.python_type.is_none(), "python_type"),
        (
            kind == Kind::Special && entry.python_default.is_none(),
            "python_default",
        ),
    ];
    wanted
        .iter()
        .find(|(is_missing, _)| *is_missing)
        .map(|(_, member)| *member)
}

fn errors(described: &[DescribedError], abi: &Abi) -> Result<Vec<Error>, String> {
    let mut kinds = abi
        .enumerations
        .iter()
        .filter(|enumeration| enumeration.name == "nango_error_kind");
    let kinds = kinds.next().ok_or("src/ffi has no nango_error_kind")?;
    let name = |constant: &Constant| constant.name.replacen(&kinds.prefix, "", 1);
    let mut errors = Vec::new();
    // 0 is the kind of no error.
    for constant in kinds.constants.iter().filter(|constant| constant.value != 0) {
        let found: Vec<_> = described.iter().filter(|entry| entry.name == name(constant)).collect();
        match found[..] {
            [entry] if entry.number != constant.value => {
                return Err(format!(
                    "errors: {}: its number is {}, and that of {} is {}",
                    entry.name, entry.number, constant.name, constant.value
                ));
            }
            [entry] => errors.push(Error {
                described: entry.clone(),
                constant: constant.clone(),
            }),
            _ => return Err(format!("errors: {} entries for {}", found.len(), constant.name)),
        }
    }
    if let Some(entry) = described
        .iter()
        .find(|entry| errors.iter().all(|error| error.described.name != entry.name))
    {
        return Err(format!("errors: {}: src/ffi has no constant for it", entry.name));
    }
    for entry in described {
        let class = &entry.python.class;
        let written = described
            .iter()
            .filter(|other| other.python.class == *class && other.python.docs.is_some());
        if written.count() != 1 || entry.python.docs.is_some() != entry.python.when.is_some() {
            return Err(format!(
                "errors: {}: {class} needs docs and when, in one entry",
                entry.name
            ));
        }
    }
    Ok(errors)
}
