//! The parts, each on what a usual call gives it.

use divan::Bencher;
use divan::counter::BytesCount;
use nango::fuzzing;
use nango::{CallOptions, Client, ClientOptions};

/// A connection as a Nango server sends it; its token is invented.
const ANSWER: &str = include_str!("../answer.json");

fn large_answer() -> String {
    let records = r#"{"id":123,"name":"record 123","active":true,"score":0.5},"#.repeat(80_000);
    ANSWER.replace(r#""plan":"pro""#, &format!(r#""records":[{records}null]"#))
}

#[divan::bench]
fn decode_a_usual_answer(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_str(ANSWER))
        .bench(|| fuzzing::decode(ANSWER.as_bytes()));
}

#[divan::bench]
fn decode_a_large_answer(bencher: Bencher) {
    let answer = large_answer();
    bencher
        .counter(BytesCount::of_str(&answer))
        .bench_local(|| fuzzing::decode(answer.as_bytes()));
}

#[divan::bench]
fn find_the_last_member() -> usize {
    fuzzing::find(divan::black_box(ANSWER), "/credentials/raw/scope").map_or(0, |text| text.len())
}

/// 1,000 records of 20 fields.
fn records() -> String {
    let record = |i: usize| {
        let fields: Vec<String> = (0..20).map(|field| format!(r#""field_{field}":"value {i}""#)).collect();
        format!("{{{}}}", fields.join(","))
    };
    format!("[{}]", (0..1000).map(record).collect::<Vec<_>>().join(","))
}

#[divan::bench]
fn index_and_read_a_thousand_records(bencher: Bencher) {
    let text = records();
    let names: Vec<String> = (0..20).map(|field| format!("field_{field}")).collect();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        fuzzing::with_value(fuzzing::document(&text).expect("JSON"), |root| {
            let read = |record: nango::Value<'_>| -> usize {
                let texts = names.iter().filter_map(|name| record.get(name)?.as_str());
                texts.map(str::len).sum()
            };
            root.items().map(read).sum::<usize>()
        })
    });
}

#[divan::bench]
fn decode_a_string_with_escapes() -> usize {
    fuzzing::string(divan::black_box(r#""Zo\u00eb \"M\u00fcller\"""#)).map_or(0, |text| text.len())
}

#[divan::bench]
fn judge_a_refusal() -> fuzzing::Judged {
    let body = br#"{"error":{"code":"unknown_connection","message":"No connection with that id"}}"#;
    let headers: &[(&[u8], &[u8])] = &[(b"content-type", b"application/json; charset=utf-8")];
    fuzzing::classify(404, headers, divan::black_box(body), false)
}

#[divan::bench]
fn build_the_url(bencher: Bencher) {
    let options = CallOptions::new();
    bencher.bench_local(|| {
        fuzzing::connection_url(
            "https://api.nango.dev",
            false,
            false,
            divan::black_box("customer-1"),
            "github",
            &options,
        )
    });
}

#[divan::bench]
fn make_a_client(bencher: Bencher) {
    let mut options = ClientOptions::new();
    options
        .secret_key("00000000-0000-4000-8000-00000000beef")
        .base_url("http://localhost:9");
    bencher.bench_local(|| Client::new(&options));
}
