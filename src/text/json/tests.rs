//! What JSON text reads as, and what is refused.

use super::*;

#[test]
fn the_last_of_duplicate_keys_wins_whatever_other_keys_hold() {
    let doc = r#"{"a":1,"\ud800":0,"b":{"c":1},"a":{"x":2},"\u0061":3}"#;
    assert_eq!(member(doc, "a"), Some("3"));
    assert_eq!(member(member(doc, "b").unwrap(), "c"), Some("1"));
}

#[test]
fn strings_are_unescaped_or_refused() {
    for (raw, expected) in [
        (r#""plain""#, Some("plain")),
        (r#""""#, Some("")),
        (
            r#""a\"\\\/\b\f\n\r\t\u00e9\ud83e\udd8A!""#,
            Some("a\"\\/\u{8}\u{c}\n\r\té🦊\u{21}"),
        ),
        (r#""\u0000""#, None),
        (r#""\ud800""#, None),
        (r#""\udc00\ud800""#, None),
        (r#""\ud800x""#, None),
        ("1", None),
        ("null", None),
    ] {
        assert_eq!(string(raw).as_deref(), expected, "{raw}");
    }
}

#[test]
fn depth_counts_brackets_outside_of_strings() {
    let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
    for deep in [1, MAX_DEPTH, MAX_DEPTH + 1, 3 * MAX_DEPTH, 100_000] {
        assert_eq!(depth(&nested(deep)), Some(deep));
        assert_eq!(depth(&nested(deep)[1..]), None);
    }
    assert_eq!(depth(&format!(r#"["\"{}"]"#, "[".repeat(500))), Some(1));
    // What is open is known also beyond the depth that documents may have.
    let mixed = |n: usize, end: &str| format!("{}1{end}{}", r#"[{"k":"#.repeat(n), "}]".repeat(n));
    for n in [64, 65, 200] {
        assert_eq!(depth(&mixed(n, "")), Some(2 * n));
        assert_eq!(depth(&mixed(n, "]")), None);
    }
}

#[test]
fn exactly_the_json_of_the_rfc_is_read() {
    let valid = [
        "0",
        "-0",
        "10",
        "-1.50",
        "1e5",
        "1E+5",
        "1.0e-05",
        "true",
        "false",
        "null",
        "\"\"",
        "[]",
        "{}",
        " [ ] ",
        "\t{\r\n}\n",
        "[1,2 , 3]",
        r#"{"a":1 , "" : [{}]}"#,
        r#""\u00Ff\ud800\/""#,
        "\"\u{7f}é🦊\"",
        "\"0123456789abcdef\\n0123456789\"",
    ];
    for text in valid {
        assert_eq!(document(text), Some(trim(text)), "{text}");
        assert!(document(&format!("[{text},{text}]")).is_some(), "{text}");
    }
    let invalid = [
        "",
        " ",
        "-",
        "01",
        "-01",
        "+1",
        "1.",
        ".5",
        "1.e5",
        "1e",
        "1e+",
        "0x1",
        "NaN",
        "Infinity",
        "tru",
        "truee",
        "nul",
        "True",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{",
        "}",
        "{]",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        r#"{"a":1 "b":2}"#,
        r#"{a:1}"#,
        r#"{1:1}"#,
        r#"{,}"#,
        r#"{"a":1]"#,
        r#"{"a","b"}"#,
        "1 2",
        "[] []",
        "\"",
        "\"a",
        r#""\""#,
        r#""\x""#,
        r#""\u12""#,
        r#""\u12g4""#,
        "'a'",
        "\u{a0}1",
        "\u{feff}1",
        "\u{b}1",
        "/**/1",
        "\0",
        "1\0",
        "[1\0]",
    ];
    for text in invalid {
        assert_eq!(document(text), None, "{text}");
        assert_eq!(document(&format!("[1,{text}]")), None, "{text}");
    }
}

#[test]
fn control_characters_are_refused_wherever_a_string_has_them() {
    for length in 0..40 {
        let plain = "é".repeat(length / 2) + &"x".repeat(length % 2);
        for byte in 0..0x80u8 {
            let c = char::from(byte);
            let text = format!(r#""{plain}{c}{plain}""#);
            let is_plain = byte >= b' ' && !matches!(c, '"' | '\\');
            assert_eq!(document(&text).is_some(), is_plain, "{length} {byte}");
            let object = format!(r#"{{"{plain}{c}{plain}":1}}"#);
            assert_eq!(members(&object, &["x"]).is_some(), is_plain, "{length} {byte}");
        }
    }
}

#[test]
fn members_and_items_are_those_of_the_outermost_value() {
    let doc = r#" { "a" : [1, {"b":2}] , "b" : {"a":[]} , "c":"x" } "#;
    assert_eq!(
        members(doc, &["b", "d", "a"]),
        Some([Some(r#"{"a":[]}"#), None, Some(r#"[1, {"b":2}]"#)])
    );
    assert!(has_only(doc, &["a", "b", "c"]) && !has_only(doc, &["a", "b"]) && has_only("{}", &[]));
    assert!(!has_only("[]", &[]) && !has_only("1", &[]) && !has_only(r#"{"a":1"#, &["a"]));
    assert_eq!(
        items(r#"[ 1, [2,3] , {"a":[4]}, "x" ]"#),
        ["1", "[2,3]", r#"{"a":[4]}"#, "\"x\""]
    );
    for other in ["{}", "1", "[1", r#"{"a":1}"#] {
        assert!(items(other).is_empty(), "{other}");
    }
    for other in ["[]", "1", "{", r#"[{"a":1}]"#, "{} {}"] {
        assert_eq!(members(other, &["a"]), None, "{other}");
    }
}

#[test]
fn integers_have_no_fraction_or_exponent() {
    assert_eq!(integer("9223372036854775807"), Some(i64::MAX));
    assert_eq!(integer("-9223372036854775808"), Some(i64::MIN));
    for raw in ["9223372036854775808", "1.0", "1e3", "\"1\"", "null", "true"] {
        assert_eq!(integer(raw), None, "{raw}");
    }
}
