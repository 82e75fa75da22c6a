//! What src/ffi may say, and what becomes of it.

use serde_json::{Value, json};

use super::since::Since;

const HANDLE: &str = "
    /// A thing.
    pub struct nango_thing(Thing);
    /// What went wrong.
    pub struct nango_error(Error);
    /// Frees a thing.
    pub extern \"C\" fn nango_thing_free(thing: Option<Box<nango_thing>>) {}
    /// Frees an error.
    pub extern \"C\" fn nango_error_free(error: Option<Box<nango_error>>) {}
";

/// Describes this, beside two handles.
fn described(source: &str) -> Result<Value, String> {
    let file = syn::parse_file(&format!("//! Things\n{HANDLE}{source}")).map_err(|problem| problem.to_string())?;
    let abi = super::describe(&[("thing".to_owned(), file)], Since::default())?;
    Ok(serde_json::to_value(abi).unwrap())
}

/// The last function in it.
fn function(source: &str) -> Value {
    let mut abi = described(source).unwrap();
    abi["functions"].as_array_mut().unwrap().pop().unwrap()
}

#[test]
fn a_call_that_can_fail_blocks_and_gives_what_its_caller_frees() {
    let call = function(
        "/// cbindgen:postfix=NANGO_OWNED(nango_thing_free)
        /// abi: name may be NULL
        /// Finds a thing,
        /// or none.
        ///
        /// Owned.
        pub unsafe extern \"C\" fn nango_find(
            near: Option<&nango_thing>,
            name: *const c_char,
            error: Option<&mut MaybeUninit<*mut nango_error>>,
        ) -> Option<Box<nango_thing>> { None }",
    );
    let wanted = json!({
        "name": "nango_find",
        "section": "thing",
        "since": "0.0",
        "docs": "Finds a thing, or none.\n\nOwned.",
        "blocks": true,
        "parameters": [
            {"name": "near", "c_type": "const nango_thing *", "kind": "handle", "handle": "nango_thing",
             "direction": "in", "may_be_null": false, "ownership": "borrowed"},
            {"name": "name", "c_type": "const char *", "kind": "text", "direction": "in", "may_be_null": true,
             "ownership": "borrowed"},
            {"name": "error", "c_type": "nango_error **", "kind": "handle", "handle": "nango_error",
             "direction": "out", "may_be_null": true, "ownership": "owned", "free": "nango_error_free"},
        ],
        "returns": {"c_type": "nango_thing *", "kind": "handle", "handle": "nango_thing", "ownership": "owned",
                    "free": "nango_thing_free", "absent": "NULL"},
    });
    assert_eq!(call, wanted);
}

#[test]
fn what_is_borrowed_names_what_it_lives_as_long_as() {
    for result in ["*const nango_thing", "Option<&nango_thing>", "*const c_char"] {
        let source = format!("pub extern \"C\" fn nango_part(whole: Option<&nango_thing>) -> {result} {{}}");
        let returns = &function(&source)["returns"];
        assert_eq!(
            (&returns["ownership"], &returns["borrowed_from"]),
            (&json!("borrowed"), &json!("whole")),
            "{result}"
        );
    }
}

#[test]
fn memory_names_its_length_and_an_array_its_count() {
    let put = function(
        "pub unsafe extern \"C\" fn nango_put(data: *const c_void, len: usize, codes: *const i32, count: usize,
            room: *mut c_void, capacity: usize, user_data: *mut c_void) {}",
    );
    let seen = |at: usize| {
        let parameter = &put["parameters"][at];
        (
            parameter["kind"].clone(),
            parameter["direction"].clone(),
            parameter["length"].clone(),
        )
    };
    assert_eq!(seen(0), (json!("bytes"), json!("in"), json!("len")));
    assert_eq!(seen(2), (json!("number"), json!("in"), json!("count")));
    assert_eq!(seen(4), (json!("bytes"), json!("out"), json!("capacity")));
    assert_eq!(seen(6), (json!("user_data"), json!("in"), Value::Null));
}

#[test]
fn an_enumeration_that_is_returned_is_open_unless_it_says_otherwise() {
    let source = "pub type nango_colour = i32;
        pub const NANGO_COLOUR_RED: nango_colour = 7;
        pub extern \"C\" fn nango_thing_colour(thing: Option<&nango_thing>) -> nango_colour { 7 }";
    for (marker, open) in [("", true), ("/// abi: closed\n", false)] {
        let enumeration = &described(&format!("{marker}{source}")).unwrap()["enumerations"][0];
        assert_eq!(enumeration["open"], json!(open));
        assert_eq!(enumeration["constants"][0]["value"], json!(7));
    }
}

#[test]
fn what_is_wrong_in_src_ffi_is_told_with_its_place() {
    let wrong = [
        (
            "/// abi: block\npub extern \"C\" fn nango_wait() {}",
            "src/ffi/thing.rs: nango_wait: \"abi: block\" means nothing here: see abi/README.md",
        ),
        (
            "pub extern \"C\" fn nango_make() -> Option<Box<nango_thing>> { None }",
            "src/ffi/thing.rs: nango_make: returns a handle without cbindgen:postfix=NANGO_OWNED(its free function)",
        ),
        (
            "pub extern \"C\" fn nango_take(other: Option<&nango_other>) {}",
            "src/ffi/thing.rs: nango_take: other: nango_other is nothing that src/ffi declares",
        ),
    ];
    for (source, problem) in wrong {
        assert_eq!(described(source).unwrap_err(), problem);
    }
}
