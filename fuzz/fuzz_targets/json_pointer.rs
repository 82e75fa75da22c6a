//! A JSON pointer, U+0000 and a document: the result must be that of serde_json's own look-up.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nango::fuzzing;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Some((pointer, text)) = std::str::from_utf8(data).ok().and_then(|text| text.split_once('\0')) else {
        return;
    };
    let key = pointer.strip_prefix('/').unwrap_or(pointer);
    assert!(
        fuzzing::has_one_outline(text.as_bytes(), key),
        "a page without an index"
    );
    let Some(document) = fuzzing::document(text) else {
        return;
    };
    let found = fuzzing::find(document, pointer);
    let found = found.as_deref().map(String::as_str);
    if let Some(found) = found {
        assert!(document.contains(found), "a part of the document, as sent");
        assert_eq!(fuzzing::document(found), Some(found), "exactly one value");
    }
    // serde_json refuses numbers beyond f64 and lone surrogates, and keeps an invalid `~` as it is.
    if let (Ok(value), false) = (serde_json::from_str::<Value>(document), has_stray_tilde(pointer)) {
        compare(found, value.pointer(pointer));
        fuzzing::with_value(document, |indexed| compare_all(indexed, &value)).expect("a short document");
    }
});

/// Compares everything in the index with serde_json's value.
fn compare_all(indexed: nango::Value<'_>, expected: &Value) {
    assert_eq!(indexed.is_null(), expected.is_null());
    assert_eq!(indexed.as_bool(), expected.as_bool());
    match (indexed.as_f64(), expected.as_f64()) {
        // serde_json's is not always the nearest, and far from it below the normal numbers.
        (Some(number), Some(_)) => assert_eq!(Ok(number), indexed.json().parse()),
        (number, other) => assert_eq!(number, other),
    }
    assert_eq!(indexed.as_str(), expected.as_str().filter(|text| !text.contains('\0')));
    assert_eq!(&serde_json::from_str::<Value>(indexed.json()).expect("JSON"), expected);
    match expected {
        Value::Array(items) => {
            assert_eq!(indexed.count(), items.len());
            for (i, item) in items.iter().enumerate() {
                compare_all(indexed.at(i).expect("an item"), item);
            }
            assert!(indexed.at(items.len()).is_none());
        }
        Value::Object(members) => {
            assert!(indexed.count() >= members.len(), "those with one key count each");
            for (key, member) in members {
                compare_all(indexed.get(key).expect("a member"), member);
            }
            let keys = (0..indexed.count()).filter_map(|i| indexed.key_at(i));
            assert!(keys.into_iter().all(|key| members.contains_key(key)));
        }
        _ => assert!(indexed.count() == 0 && indexed.at(0).is_none() && indexed.get("").is_none()),
    }
}

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
