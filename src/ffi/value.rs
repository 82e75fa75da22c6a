//! Values

use std::ffi::{CStr, c_char};
use std::mem::MaybeUninit;
use std::ptr;

use super::guard;
use super::handle::c_string;
use crate::text::value::{Document, Node, Value, ValueKind};

/// A value in a JSON document. nango_response_value, nango_connection_value and nango_error_value return the whole document,
/// which is indexed once: a lookup does not read the text again, however long it is. Values and their strings are borrowed:
/// never free one; they live as long as the response, connection or error that they belong to. Any number of threads may
/// read values at once; those of a response only while no thread uses the response itself.
///
/// NULL means that there is no value. Every function accepts it, and returns NULL or 0.
// A node of a document, which it finds by itself.
#[cfg_attr(feature = "capi", repr(transparent))]
pub struct nango_value(Node);

/// What a value is: one of the `NANGO_VALUE_*` numbers.
pub type nango_value_type = i32;

/// No value: the type of a NULL handle.
pub const NANGO_VALUE_ABSENT: nango_value_type = 0;
/// null, which is a value.
pub const NANGO_VALUE_NULL: nango_value_type = 1;
/// true or false: see nango_value_bool.
pub const NANGO_VALUE_BOOL: nango_value_type = 2;
/// A number: see nango_value_int64, nango_value_double and, for the digits as sent, nango_value_json.
pub const NANGO_VALUE_NUMBER: nango_value_type = 3;
/// A string: see nango_value_string.
pub const NANGO_VALUE_STRING: nango_value_type = 4;
/// An array: see nango_value_count and nango_value_at.
pub const NANGO_VALUE_ARRAY: nango_value_type = 5;
/// An object: see nango_value_get, nango_value_count, nango_value_key_at and nango_value_at.
pub const NANGO_VALUE_OBJECT: nango_value_type = 6;

impl nango_value {
    /// The whole of a document, for C.
    pub(super) fn root(document: Option<&std::sync::Arc<Document>>) -> *const nango_value {
        document.map_or(ptr::null(), |document| pointer(document.root()))
    }

    fn get(&self) -> Option<Value<'_>> {
        // SAFETY: the document that the node is a part of, which the caller keeps: the header requires that.
        // It stays where it is, in its `Arc`, and is not modified.
        let document = unsafe { self.0.document().cast::<Document>().as_ref()? };
        Some(Value::of(document, &self.0))
    }
}

/// Looks at a value; `absent` if there is none.
fn read<'a, T>(value: Option<&'a nango_value>, absent: T, look: impl FnOnce(Value<'a>) -> Option<T>) -> T
where
    T: Copy,
{
    guard::or(absent, || {
        value.and_then(nango_value::get).and_then(look).unwrap_or(absent)
    })
}

fn pointer(value: Value<'_>) -> *const nango_value {
    ptr::from_ref(value.node()).cast()
}

/// Stores what there is: 1, or 0 and `out` as it was.
fn store<T: Copy>(found: Option<T>, out: Option<&mut MaybeUninit<T>>) -> i32 {
    if let (Some(found), Some(out)) = (found, out) {
        out.write(found);
    }
    i32::from(found.is_some())
}

/// What a value is: one of the `NANGO_VALUE_*` numbers, NANGO_VALUE_ABSENT for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_get_type(value: Option<&nango_value>) -> nango_value_type {
    read(value, NANGO_VALUE_ABSENT, |value| {
        Some(match value.kind() {
            ValueKind::Null => NANGO_VALUE_NULL,
            ValueKind::Bool => NANGO_VALUE_BOOL,
            ValueKind::Number => NANGO_VALUE_NUMBER,
            ValueKind::String => NANGO_VALUE_STRING,
            ValueKind::Array => NANGO_VALUE_ARRAY,
            ValueKind::Object => NANGO_VALUE_OBJECT,
        })
    })
}

/// How many items an array has, or members an object; those with the same key count each. 0 of anything else.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_count(value: Option<&nango_value>) -> usize {
    read(value, 0, |value| Some(value.count()))
}

/// Item `i` of an array, or the value of member `i` of an object, from 0 on in the document's order; NULL if there are no
/// more, or if it is neither.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_at(value: Option<&nango_value>, i: usize) -> *const nango_value {
    read(value, ptr::null(), |value| value.at(i).map(pointer))
}

/// The key of member `i` of an object, from 0 on; NULL if there are no more, if it is not an object, or if the key holds U+0000
/// or a lone surrogate, which no C string can.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_key_at(value: Option<&nango_value>, i: usize) -> *const c_char {
    read(value, ptr::null(), |value| Some(c_string(value.key_text_at(i))))
}

/// The value of the member of an object that has this key, of several the last; NULL if there is none, if `value` is not an
/// object, or if `key` is NULL or not UTF-8. Takes a JSON key, no pointer: "a/b" is one key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_value_get(value: Option<&nango_value>, key: *const c_char) -> *const nango_value {
    if key.is_null() {
        return ptr::null();
    }
    // SAFETY: not NULL, so the caller passes a NUL-terminated string that is not modified during the call. Invalid
    // UTF-8 is not a key of any document.
    let key = unsafe { CStr::from_ptr(key) }.to_bytes();
    read(value, ptr::null(), |value| value.get_bytes(key).map(pointer))
}

/// The text of a string; NULL if it is not a string, or if it holds U+0000 or a lone surrogate: nango_value_json has those as
/// escapes.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_string(value: Option<&nango_value>) -> *const c_char {
    read(value, ptr::null(), |value| Some(c_string(value.text())))
}

/// abi: number may be NULL
/// A number without fraction and exponent that fits: returns 1 and stores it in `*number`, which may be NULL. Returns 0 and
/// leaves `*number` as it is if the value is not such a number.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_int64(value: Option<&nango_value>, number: Option<&mut MaybeUninit<i64>>) -> i32 {
    store(read(value, None, |value| Some(value.as_i64())), number)
}

/// abi: number may be NULL
/// A number as the nearest double: returns 1 and stores it in `*number`, which may be NULL. Returns 0 and leaves `*number` as
/// it is if the value is not a number, or is beyond the largest double. An integer above 2^53 may be rounded.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_double(value: Option<&nango_value>, number: Option<&mut MaybeUninit<f64>>) -> i32 {
    store(read(value, None, |value| Some(value.as_f64())), number)
}

/// abi: returns a flag
/// Whether a value is true: 1. 0 for false and for anything else, which nango_value_get_type tells apart.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_bool(value: Option<&nango_value>) -> i32 {
    read(value, 0, |value| value.as_bool().map(i32::from))
}

/// The JSON text of a value as sent, numbers and inner white space included; NULL for NULL. Copied once, however often it is
/// asked for: walk through a large document with nango_value_at and nango_value_get instead.
#[unsafe(no_mangle)]
pub extern "C" fn nango_value_json(value: Option<&nango_value>) -> *const c_char {
    read(value, ptr::null(), |value| Some(c_string(value.json_text())))
}
