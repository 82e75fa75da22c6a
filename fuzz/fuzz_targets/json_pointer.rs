//! A JSON pointer, U+0000 and a document: what is found must be what serde_json's own look-up finds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nango::fuzzing;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Some((pointer, text)) = std::str::from_utf8(data).ok().and_then(|text| text.split_once('\0')) else {
        return;
    };
    let Some(document) = fuzzing::document(text) else {
        return;
    };
    let found = fuzzing::find(document, pointer);
    let found = found.as_deref().map(String::as_str);
    if let Some(found) = found {
        assert!(document.contains(found), "a part of the document, as sent");
        assert_eq!(fuzzing::document(found), Some(found), "exactly one value");
    }
    // serde_json refuses numbers beyond f64 and lone surrogates, and takes a `~` that stands for nothing as it is.
    if let (Ok(value), false) = (serde_json::from_str::<Value>(document), has_stray_tilde(pointer)) {
        compare(found, value.pointer(pointer));
    }
});

fn has_stray_tilde(pointer: &str) -> bool {
    pointer.split('~').skip(1).any(|rest| !rest.starts_with(['0', '1']))
}

fn compare(found: Option<&str>, expected: Option<&Value>) {
    let found_value: Option<Value> = found.map(|raw| serde_json::from_str(raw).expect("JSON"));
    assert_eq!(found_value.as_ref(), expected);
    let text = found.and_then(fuzzing::string);
    let expected_text = expected.and_then(Value::as_str).filter(|text| !text.contains('\0'));
    assert_eq!(text.as_deref().map(String::as_str), expected_text);
}
