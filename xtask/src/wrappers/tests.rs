//! What abi/wrappers.json has to say, and what becomes of it.

use serde_json::{Value, json};

use super::described::{Kind, Wrappers};
use crate::abi::model::Abi;

const FFI: &str = "//! Things
    /// The settings of a client.
    pub struct nango_client_options(Options);
    /// What went wrong.
    pub type nango_error_kind = i32;
    /// No error.
    pub const NANGO_ERROR_NONE: nango_error_kind = 0;
    /// It broke.
    pub const NANGO_ERROR_BROKEN: nango_error_kind = 7;
    /// Frees the options.
    pub extern \"C\" fn nango_client_options_free(options: Option<Box<nango_client_options>>) {}
    /// How long.
    pub extern \"C\" fn nango_client_options_set_rest_ms(options: Option<&mut nango_client_options>, rest_ms: i64) {}
    /// abi: pem_path may be NULL
    /// Which file.
    pub extern \"C\" fn nango_client_options_set_key_file(
        options: Option<&mut nango_client_options>,
        pem_path: *const c_char,
    ) {}
    /// How old.
    pub extern \"C\" fn nango_call_options_set_top_age_ms(options: Option<&mut nango_client_options>, top_age_ms: i64) {}";

fn abi() -> Abi {
    crate::abi::describe_text(FFI)
}

fn whole() -> Value {
    json!({
        "settings": [
            {"name": "key_file", "parameter": "path", "default": "", "summary": "a file", "cpp": "A file.",
             "go": "names a file.", "python": "A file."},
            {"name": "rest", "default": "0", "summary": "a rest", "cpp": "A rest.", "go": "sets a rest.",
             "negative": "how long to rest", "python": "A rest."},
        ],
        "arguments": [{"name": "top_age", "go": "TopAge"}, {"name": "pem_path", "go": "path"}],
        "errors": [
            {"name": "BROKEN", "number": 7, "c": "It broke.", "rust": "It broke.", "go": "it broke.", "when": "it broke", "action": "mend it",
             "python": {"class": "BrokenError", "docs": "It broke.", "when": "it broke"}},
        ],
    })
}

fn parse(described: &Value) -> Result<Wrappers, String> {
    let described = serde_json::from_value(described.clone()).map_err(|problem| problem.to_string())?;
    super::joined(&described, &abi())
}

#[test]
fn what_a_setting_is_follows_from_its_function() {
    let settings = parse(&whole()).unwrap().settings;
    let seen: Vec<_> = settings
        .iter()
        .map(|of| (&*of.described.name, of.kind, &*of.argument))
        .collect();
    assert_eq!(
        seen,
        [("rest", Kind::Milliseconds, "rest"), ("key_file", Kind::Path, "path")]
    );
}

#[test]
fn a_kind_of_error_has_the_number_of_its_constant() {
    let errors = parse(&whole()).unwrap().errors;
    let seen: Vec<_> = errors
        .iter()
        .map(|of| (&*of.described.name, of.constant.value))
        .collect();
    assert_eq!(seen, [("BROKEN", 7)]);
}

#[test]
fn what_is_missing_or_too_much_is_told() {
    type Change = fn(&mut Value);
    let wrong: [(Change, &str); 9] = [
        (
            |of| of["errors"][0]["number"] = json!(8),
            "errors: BROKEN: its number is 8, and that of NANGO_ERROR_BROKEN is 7",
        ),
        (
            |of| drop(of["settings"].as_array_mut().unwrap().pop()),
            "settings: 0 entries for nango_client_options_set_rest_ms",
        ),
        (
            |of| of["settings"][0]["name"] = json!("lock_file"),
            "settings: 0 entries for nango_client_options_set_key_file",
        ),
        (
            |of| drop(of["settings"][1].as_object_mut().unwrap().remove("negative")),
            "settings: rest: there is no negative",
        ),
        (
            |of| of["errors"] = json!([]),
            "errors: 0 entries for NANGO_ERROR_BROKEN",
        ),
        (
            |of| drop(of["errors"][0]["python"].as_object_mut().unwrap().remove("when")),
            "errors: BROKEN: BrokenError needs docs and when, in one entry",
        ),
        (
            |of| drop(of["arguments"].as_array_mut().unwrap().remove(0)),
            "arguments: there is no entry for top_age",
        ),
        (
            |of| of["arguments"][1]["name"] = json!("pem_file"),
            "arguments: pem_file: src/ffi has nothing of this name",
        ),
        (
            |of| of["settings"][0]["summmary"] = json!(""),
            "unknown field `summmary`",
        ),
    ];
    for (change, problem) in wrong {
        let mut described = whole();
        change(&mut described);
        let told = parse(&described).err().unwrap();
        assert!(told.starts_with(problem), "{told}");
    }
}

#[test]
fn a_setting_of_python_alone_needs_no_function() {
    let mut described = whole();
    let own = json!({"name": "hook", "python": "Is called.", "python_type": "Hook", "python_default": "None"});
    described["python_settings"] = json!([own]);
    let wrappers = parse(&described).unwrap();
    let names: Vec<_> = wrappers.python_settings.iter().map(|of| &*of.name).collect();
    assert_eq!(names, ["hook"]);
    assert_eq!(wrappers.settings.len(), 2);
    described["python_settings"][0]["cpp"] = json!("A hook.");
    let told = parse(&described).err().unwrap();
    assert!(told.starts_with("unknown field `cpp`"), "{told}");
}

#[test]
fn a_language_that_has_it_by_hand_needs_no_text() {
    let mut described = whole();
    let rest = described["settings"][1].as_object_mut().unwrap();
    rest.remove("go");
    rest.remove("negative");
    rest.insert("by_hand".to_owned(), json!(["go"]));
    assert!(parse(&described).is_ok());
}
