//! What goes into the flat table comes out of it.

mod common;

use std::collections::BTreeMap;

use common::real_cases;
use nango_conformance::case::{Case, Task};
use nango_conformance::expectation::Expectation;
use nango_conformance::load::load;
use nango_conformance::proxied::Proxied;
use nango_conformance::table;
use nango_conformance::value::Value;

/// What a runner reads: items by their first field, the others decoded.
type Read = BTreeMap<String, Vec<Vec<Value>>>;

/// A reader of the table, from its description alone.
fn read(table: &str) -> Vec<Read> {
    let mut cases: Vec<Read> = Vec::new();
    let mut is_open = false;
    for line in table.split_terminator('\n') {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields[0] == "case", !is_open, "{line}");
        match fields[0] {
            "case" => {
                is_open = true;
                cases.push(Read::new());
            }
            "end" => is_open = false,
            _ => {}
        }
        let values = fields[1..].iter().map(|field| value(field)).collect();
        cases
            .last_mut()
            .expect("a case comes first")
            .entry(fields[0].to_owned())
            .or_default()
            .push(values);
    }
    assert!(!is_open);
    cases
}

fn value(field: &str) -> Value {
    match field.split_once(':') {
        None if field == "n" => Value::Absent,
        Some(("i", number)) => Value::Integer(number.parse().expect("a number")),
        Some(("s", text)) => Value::Text(String::from_utf8(decode(text)).expect("UTF-8")),
        Some(("b", bytes)) => Value::Bytes(decode(bytes)),
        // The name of a case, a setting or a field stands as it is.
        _ => Value::Text(field.to_owned()),
    }
}

fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        assert!(first > b' ' && first != 0x7f, "{text:?}");
        if first == b'%' {
            let digits = std::str::from_utf8(&tail[..2]).expect("two digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    bytes
}

fn tasks(cases: &[Case]) -> Vec<Task> {
    cases.iter().map(|case| case.task(4711)).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// What `read` must give for an expectation.
fn items(expect: &Expectation) -> Read {
    let mut items = Read::new();
    for (name, value) in &expect.fields {
        items
            .entry("field".to_owned())
            .or_default()
            .push(vec![text(name), value.clone()]);
    }
    for look_up in &expect.look_ups {
        let item = vec![text(&look_up.argument), look_up.value.clone()];
        items.entry(look_up.function.to_owned()).or_default().push(item);
    }
    items
}

/// What the rows of a request must be.
fn rows(proxied: &Proxied) -> Vec<Vec<Value>> {
    let optional = |value: Option<Value>| value.unwrap_or(Value::Absent);
    let number = |number: i64| Value::Integer(number);
    let pairs = |what: &str, pairs: &[(String, String)]| -> Vec<Vec<Value>> {
        let row = |(name, value): &(String, String)| vec![text(what), text(name), text(value)];
        pairs.iter().map(row).collect()
    };
    let body = proxied.body.as_ref();
    let one = |name: &str, value: Value| vec![vec![text(name), value]];
    [
        one("method", text(&proxied.method)),
        one("endpoint", text(&proxied.endpoint)),
        pairs("query", &proxied.query),
        pairs("header", &proxied.headers),
        proxied
            .retry_on
            .iter()
            .map(|status| vec![text("retry_on"), number((*status).into())])
            .collect(),
        one("body", optional(body.map(|body| Value::Bytes(body.bytes.clone())))),
        one(
            "content_type",
            optional(body.and_then(|body| body.content_type.as_deref()).map(text)),
        ),
        one("body_from", optional(body.map(|body| text(body.source.name())))),
        one(
            "base_url_override",
            optional(proxied.base_url_override.as_deref().map(text)),
        ),
        one(
            "retries",
            optional(proxied.retries.map(|retries| number(retries.into()))),
        ),
        one("decompress", number(proxied.decompress.into())),
        one("idle_timeout_ms", optional(proxied.idle_timeout_ms.map(number))),
        one("read_size", optional(proxied.read_size.map(|size| number(size as i64)))),
    ]
    .concat()
}

#[test]
fn every_case_comes_out_as_it_went_in() {
    let cases = load(&real_cases()).expect("they are valid");
    let tasks = tasks(&cases);
    let read = read(&table::write(&tasks));
    assert_eq!(read.len(), tasks.len());
    for (task, mut read) in tasks.iter().zip(read) {
        assert_eq!(read.remove("case"), Some(vec![vec![text(&task.name)]]));
        assert_eq!(
            read.remove("expect"),
            Some(vec![vec![text(task.expect.outcome.name())]])
        );
        assert_eq!(read.remove("end"), Some(vec![vec![]]));
        let settings = read.remove("call").expect("a case has a call");
        let request = read.remove("proxy");
        assert_eq!(request, task.call.proxy.as_ref().map(rows), "{}", task.name);
        assert_eq!(read, items(&task.expect), "{}", task.name);
        let call = serde_json::to_value(&task.call).expect("a call can be written");
        let mut members = call.as_object().expect("a call is an object").clone();
        members.remove("proxy");
        for setting in settings {
            match setting.as_slice() {
                [Value::Text(name), header, header_value] if name == "header" => {
                    let pair = |value: &Value| serde_json::Value::from(value);
                    let headers = members["headers"].as_array_mut().expect("headers are an array");
                    assert_eq!(headers.remove(0), serde_json::json!([pair(header), pair(header_value)]));
                }
                [Value::Text(name), value] => match members.remove(name).expect("a setting of a call") {
                    serde_json::Value::Bool(on) => assert_eq!(value, &Value::Integer(on.into())),
                    other => assert_eq!(other, serde_json::Value::from(value), "{}: {name}", task.name),
                },
                other => panic!("{}: {other:?}", task.name),
            }
        }
        assert_eq!(
            members,
            *serde_json::json!({"headers": []}).as_object().expect("an object"),
            "{}",
            task.name
        );
    }
}

#[test]
fn in_some_languages_the_exchanges_or_the_expectation_are_others() {
    let cases = load(&real_cases()).expect("they are valid");
    for (language, is_other) in [
        ("c", (|case: &Case| case.in_c.is_some()) as fn(&Case) -> bool),
        ("python", |case| case.in_python.is_some()),
        ("rust", |_| false),
    ] {
        let mut others = 0;
        for case in &cases {
            let there = case.in_language(language);
            assert_eq!(case.call, there.call);
            let sent = |case: &Case| format!("{:?}", case.exchanges);
            let is_same = case.expect == there.expect && sent(case) == sent(&there);
            assert_eq!(is_same, !is_other(case), "{language}: {}", case.name);
            others += usize::from(!is_same);
        }
        assert_eq!(others > 0, language != "rust", "{language}");
    }
}
