//! What documents of each kind read as.

use super::*;

fn document(text: &str) -> Arc<Document> {
    Document::read(text.as_bytes()).unwrap()
}

#[test]
fn pointers_follow_rfc_6901() {
    let text = r#"{"foo":["bar", "baz"],"":0,"a/b":1,"c%d":2,"m~n":8,"k\"l":6,"x":{"y":[ [1.50] ]}}"#;
    let doc = document(text);
    for (pointer, expected) in [
        ("", Some(text)),
        ("/foo", Some(r#"["bar", "baz"]"#)),
        ("/foo/0", Some(r#""bar""#)),
        ("/foo/1", Some(r#""baz""#)),
        ("/", Some("0")),
        ("/a~1b", Some("1")),
        ("/c%d", Some("2")),
        ("/m~0n", Some("8")),
        ("/k\"l", Some("6")),
        ("/x/y/0/0", Some("1.50")),
        ("/foo/2", None),
        ("/foo/01", None),
        ("/foo/-", None),
        ("/foo/+1", None),
        ("/foo/99999999999999999999999", None),
        ("/m~n", None),
        ("/m~", None),
        ("foo", None),
        ("/a~1b/c", None),
    ] {
        assert_eq!(doc.find(pointer).map(Value::json), expected, "{pointer}");
    }
}

#[test]
fn every_kind_of_value_says_what_it_is_and_no_other() {
    let doc = document(r#" [null, true, false, -1.50, "a", [1,2], {"k":1}] "#);
    let kinds: Vec<ValueKind> = doc.root().items().map(Value::kind).collect();
    use ValueKind::{Array, Bool, Null, Number, Object, String};
    assert_eq!(kinds, [Null, Bool, Bool, Number, String, Array, Object]);
    let all = doc.root().items();
    let read: Vec<_> = all
        .map(|value| {
            (
                value.is_null(),
                value.as_bool(),
                value.as_f64(),
                value.as_str(),
                value.count(),
            )
        })
        .collect();
    assert_eq!(read[0], (true, None, None, None, 0));
    assert_eq!(read[1], (false, Some(true), None, None, 0));
    assert_eq!(read[2], (false, Some(false), None, None, 0));
    assert_eq!(read[3], (false, None, Some(-1.5), None, 0));
    assert_eq!(read[4], (false, None, None, Some("a"), 0));
    assert_eq!(read[5], (false, None, None, None, 2));
    assert_eq!(read[6], (false, None, None, None, 1));
    let [string, number, object] = [4, 3, 6].map(|i| doc.root().at(i).unwrap());
    assert!(string.at(0).is_none() && number.at(0).is_none() && doc.root().at(7).is_none());
    assert!(string.get("k").is_none() && doc.root().get("k").is_none() && object.at(1).is_none());
    assert_eq!(
        (object.key_at(0), object.key_at(1), doc.root().key_at(0)),
        (Some("k"), None, None)
    );
    assert_eq!(doc.root().json(), r#"[null, true, false, -1.50, "a", [1,2], {"k":1}]"#);
}

#[test]
fn a_document_may_be_a_scalar() {
    for text in ["1", "\"\"", "\"a\"", "null", "[]", "{}", r#""\n""#] {
        let doc = document(text);
        assert_eq!(doc.root().json(), text);
        assert_eq!(doc.root().count(), 0);
    }
}

#[test]
fn numbers_say_whether_they_fit() {
    for (text, integer, float) in [
        ("9223372036854775807", Some(i64::MAX), Some(9_223_372_036_854_775_807.0)),
        (
            "-9223372036854775808",
            Some(i64::MIN),
            Some(-9_223_372_036_854_775_808.0),
        ),
        ("9223372036854775808", None, Some(9_223_372_036_854_775_808.0)),
        ("-0", Some(0), Some(-0.0)),
        ("1.0", None, Some(1.0)),
        ("1e3", None, Some(1000.0)),
        ("1e400", None, None),
        ("-1e-400", None, Some(-0.0)),
        ("\"1\"", None, None),
    ] {
        let doc = document(text);
        assert_eq!((doc.root().as_i64(), doc.root().as_f64()), (integer, float), "{text}");
    }
}

#[test]
fn strings_are_read_as_text_or_as_sent() {
    for (text, expected) in [
        (
            r#""a\"\\\/\b\f\n\r\t\u00e9\ud83e\udd8A!""#,
            Some("a\"\\/\u{8}\u{c}\n\r\té🦊!"),
        ),
        (
            r#""no escape, but longer than sixteen bytes, é""#,
            Some("no escape, but longer than sixteen bytes, é"),
        ),
        (
            r#""an escape after more than sixteen bytes\t""#,
            Some("an escape after more than sixteen bytes\t"),
        ),
        (r#""\u0000""#, None),
        (r#""\ud800""#, None),
        (r#""ends with a backslash \\""#, Some("ends with a backslash \\")),
    ] {
        let whole = format!(r#"{{"before":[1,"x"],"s":{text},"after":"y"}}"#);
        let doc = document(&whole);
        let value = doc.root().get("s").unwrap();
        assert_eq!((value.as_str(), value.json()), (expected, text));
        assert_eq!(doc.root().get("after").unwrap().as_str(), Some("y"));
        assert_eq!(doc.root().json(), whole);
    }
}

#[test]
fn the_last_of_duplicate_keys_wins_in_small_and_large_objects() {
    for others in [0, 100] {
        let more: String = (0..others).map(|i| format!(r#","n{i}":{i}"#)).collect();
        let doc = document(&format!(
            r#"{{"a":1,"\ud800":0,"b":{{"c":1}},"":7,"a":{{"x":2}}{more},"\u0061":3,"z\u0000":4}}"#
        ));
        let root = doc.root();
        let number = |key: &str| root.get(key).and_then(Value::as_i64);
        assert_eq!(
            (number("a"), number(""), number("z\0"), number("y")),
            (Some(3), Some(7), Some(4), None)
        );
        assert_eq!(doc.find("/b/c").and_then(Value::as_i64), Some(1));
        for i in 0..others {
            assert_eq!(number(&format!("n{i}")), Some(i));
        }
        assert_eq!(root.count(), 7 + others as usize);
        let keys: Vec<_> = (0..4).map(|i| root.key_at(i)).collect();
        assert_eq!(keys, [Some("a"), None, Some("b"), Some("")]);
        assert_eq!((root.key_at(root.count() - 1), root.at(0).unwrap().json()), (None, "1"));
    }
}

#[test]
fn the_deepest_that_is_allowed_is_read() {
    let nested = |n: usize| format!("{}1{}", "[".repeat(n), "]".repeat(n));
    let doc = Document::read(nested(json::MAX_DEPTH).as_bytes()).unwrap();
    let deepest = (0..json::MAX_DEPTH).fold(doc.root(), |value, _| value.at(0).unwrap());
    assert_eq!(deepest.as_i64(), Some(1));
    assert!(Document::read(nested(json::MAX_DEPTH + 1).as_bytes()).is_none());
    for bad in ["", " ", "{", "[1,]", "1 2", "\"\0\"", "nul"] {
        assert!(Document::read(bad.as_bytes()).is_none(), "{bad}");
    }
    assert!(Document::read(b"\xff").is_none());
    assert_eq!(Document::read(b"\xef\xbb\xbf [1] ").unwrap().root().json(), "[1]");
}

#[test]
fn debug_shows_no_text() {
    let doc = document(r#"{"invented":"invented"}"#);
    let shown = format!("{:?}", doc.root());
    assert!(!shown.contains("invented") && shown.contains("Object"), "{shown}");
}

#[test]
fn objects_of_every_size_say_which_member_has_a_key() {
    for count in [0, 1, 2, 15, 16, 17, 31, 32, 33, 100] {
        // Keys as long as each other that begin alike, with values that have nodes of their own.
        let members: Vec<String> = (0..count)
            .map(|i| format!(r#""key{i:03}":[{i},{{"a":"\n"}}]"#))
            .collect();
        for escaped in ["", r#","\u006bey000":"escaped","key001":"last""#] {
            let text = format!(
                r#"{{"":"first"{}{}{escaped}}}"#,
                if count > 0 { "," } else { "" },
                members.join(",")
            );
            let doc = document(&text);
            assert_eq!(doc.root().json(), text);
            for i in 0..count {
                let key = format!("key{i:03}");
                let expected = match (escaped, i) {
                    ("", _) | (_, 2..) => format!(r#"[{i},{{"a":"\n"}}]"#),
                    (_, 0) => "\"escaped\"".to_owned(),
                    (_, _) => "\"last\"".to_owned(),
                };
                assert_eq!(doc.root().get(&key).unwrap().json(), expected, "{count} {i}");
                assert_eq!(doc.root().key_at(i + 1), Some(key.as_str()));
                assert_eq!(doc.root().at(i + 1).unwrap().at(0).unwrap().as_i64(), Some(i as i64));
            }
            let absent = ["key", "key100", "kez000", "key0000", "\"", ":"];
            assert!(absent.iter().all(|key| doc.root().get(key).is_none()), "{count}");
            assert_eq!(doc.root().get("").unwrap().as_str(), Some("first"));
        }
    }
}

#[test]
fn items_of_nested_arrays_are_read_in_any_order_by_many_threads() {
    let rows: Vec<String> = (0..50)
        .map(|i| format!(r#"[[{i}],"é{i}",[],{{"k":"\t{i}"}}]"#))
        .collect();
    let doc = document(&format!("[{}]", rows.join(" , ")));
    std::thread::scope(|scope| {
        for first in 0..4 {
            let doc = &doc;
            scope.spawn(move || {
                for step in 0..50 {
                    let i = (first * 13 + step * 37) % 50;
                    let row = doc.root().at(i).unwrap();
                    assert_eq!(row.at(3).unwrap().get("k").unwrap().as_str(), Some(&*format!("\t{i}")));
                    assert_eq!(row.at(1).unwrap().as_str(), Some(&*format!("é{i}")));
                    assert_eq!(row.at(0).unwrap().at(0).unwrap().as_i64(), Some(i as i64));
                    assert_eq!(
                        (row.at(2).unwrap().count(), row.count(), row.json()),
                        (0, 4, &*rows_of(i))
                    );
                }
            });
        }
    });
    fn rows_of(i: usize) -> String {
        format!(r#"[[{i}],"é{i}",[],{{"k":"\t{i}"}}]"#)
    }
}

#[test]
fn keys_and_strings_end_wherever_sixteen_bytes_do() {
    for length in 0..70 {
        for end in ["", r"\n", "é", r#"\"é"#] {
            let (key, value) = ("k".repeat(length), "v".repeat(70 - length));
            let text = format!(r#"{{"a":0,"{key}{end}":"{value}{end}","z" : "{value}"}}"#);
            let doc = document(&text);
            let resolved = end.replace(r"\n", "\n").replace('\\', "");
            assert_eq!(doc.root().key_at(1), Some(&*format!("{key}{resolved}")));
            let found = doc.root().get(&format!("{key}{resolved}")).unwrap();
            assert_eq!(found.as_str(), Some(&*format!("{value}{resolved}")), "{text}");
            assert_eq!((doc.root().json(), doc.root().count()), (&*text, 3));
            for cut in 0..text.len() {
                let cut = &text.as_bytes()[..cut];
                let given_back = Document::take_over(Wiped::copy_of(cut), None).err().unwrap();
                assert_eq!(given_back[..], *cut);
            }
        }
    }
}

#[test]
fn a_page_uses_the_memory_of_the_page_before() {
    let walk = Arc::new(Walk::default());
    let mut places = Vec::new();
    for text in [
        r#"{"a":["\n",{"b":"c"},[1,2,3]]}"#,
        r#"{"a":["d",{"b":"\t"},[1,2]]}"#,
        "[[]]",
    ] {
        let page = Document::take_over(Wiped::copy_of(text.as_bytes()), Some(&walk))
            .ok()
            .unwrap();
        assert_eq!(page.root().json(), text);
        places.push(page.nodes.as_ptr());
    }
    assert!(places.iter().all(|place| *place == places[0]));
}
