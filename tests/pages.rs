//! The pages of a list: the requests, when a list ends, and lists that never would.

mod support;

use std::sync::{Arc, Mutex};

use nango::{CallOptions, Client, ErrorKind, PageStyle, Pages, Request};
use support::{Script, Server};

const JSON: &str = "application/json";

/// A server that gives these responses, and the request lines that it got.
fn server(answers: Vec<(u16, String)>) -> (Server, Arc<Mutex<Vec<String>>>) {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let script = |(status, body): (u16, String)| -> Script {
        let seen = seen.clone();
        Box::new(move |peer| {
            let head = peer.read_head().unwrap();
            let target = head.split(' ').nth(1).unwrap_or_default();
            seen.lock().unwrap().push(target.to_owned());
            peer.answer(status, JSON, &body);
        })
    };
    let scripts = answers.into_iter().map(script).collect();
    (Server::start(scripts), seen)
}

fn list(limit: Option<&str>) -> Request {
    let mut request = Request::new("GET", "/connections");
    if let Some(limit) = limit {
        request.query("limit", limit);
    }
    request
}

/// Each page's number of items until the end or an error, and the requests.
fn walk(request: &Request, style: PageStyle, answers: &[&str]) -> (Vec<Result<usize, ErrorKind>>, Vec<String>) {
    let (server, seen) = server(answers.iter().map(|&body| (200, body.to_owned())).collect());
    let client = server.client();
    let mut pages = Pages::new(request, style);
    let mut counts = Vec::new();
    loop {
        let page = client.next_page(&mut pages, &CallOptions::new());
        match page {
            Ok(Some(mut page)) => counts.push(Ok(page.value().unwrap().at(0).unwrap().count())),
            Ok(None) => break,
            Err(error) => {
                counts.push(Err(error.kind()));
                break;
            }
        }
    }
    server.finish();
    let seen = seen.lock().unwrap().clone();
    (counts, seen)
}

#[test]
fn a_page_with_fewer_items_than_its_limit_is_the_last() {
    let answers = [r#"{"connections":[1,2]}"#, r#"{"connections":[3]}"#];
    let (counts, seen) = walk(&list(Some("2")), PageStyle::Number, &answers);
    assert_eq!(counts, [Ok(2), Ok(1)]);
    assert_eq!(seen, ["/connections?limit=2", "/connections?limit=2&page=1"]);
}

#[test]
fn without_a_limit_an_empty_page_is_the_last() {
    let answers = [r#"{"connections":[1,2]}"#, r#"{"connections":[]}"#];
    let mut request = list(None);
    request.query("page", "4");
    let (counts, seen) = walk(&request, PageStyle::Number, &answers);
    assert_eq!(counts, [Ok(2), Ok(0)]);
    assert_eq!(seen, ["/connections?page=4", "/connections?page=5"]);
}

#[test]
fn a_query_that_stands_in_the_path_counts_as_well() {
    let answers = [r#"{"connections":[1,2]}"#, r#"{"connections":[3]}"#];
    let request = Request::new("GET", "/connections?limit=2&page=3&search=a%26b+c");
    let (counts, seen) = walk(&request, PageStyle::Number, &answers);
    assert_eq!(counts, [Ok(2), Ok(1)]);
    let search = "search=a%26b%20c";
    assert_eq!(
        seen,
        [
            format!("/connections?limit=2&page=3&{search}"),
            format!("/connections?limit=2&{search}&page=4")
        ]
    );
}

#[test]
fn a_page_without_a_cursor_is_the_last() {
    for last in [
        r#"{"records":[3],"next_cursor":null}"#,
        r#"{"records":[3],"next_cursor":""}"#,
        r#"{"records":[3]}"#,
    ] {
        let answers = [r#"{"records":[1,2],"next_cursor":"a b"}"#, last];
        let (counts, seen) = walk(&Request::new("GET", "/records"), PageStyle::Cursor, &answers);
        assert_eq!(counts, [Ok(2), Ok(1)]);
        assert_eq!(seen, ["/records", "/records?cursor=a%20b"]);
    }
}

#[test]
fn a_cursor_that_is_no_string_is_an_error() {
    for cursor in ["5", "{}", "[]", "true", r#""\u0000""#] {
        let answer = format!(r#"{{"records":[1],"next_cursor":{cursor}}}"#);
        let (counts, _) = walk(&Request::new("GET", "/records"), PageStyle::Cursor, &[&answer]);
        assert_eq!(counts, [Err(ErrorKind::Decode)], "{cursor}");
    }
}

#[test]
fn a_list_that_would_never_end_is_an_error() {
    let same = r#"{"records":[1],"next_cursor":"a"}"#;
    let (counts, seen) = walk(&Request::new("GET", "/records"), PageStyle::Cursor, &[same, same]);
    assert_eq!(counts, [Ok(1), Err(ErrorKind::Decode)]);
    assert_eq!(seen.len(), 2);
    let mut from_there = Request::new("GET", "/records");
    from_there.query("cursor", "a");
    assert_eq!(
        walk(&from_there, PageStyle::Cursor, &[same]).0,
        [Err(ErrorKind::Decode)]
    );
    let circle: Vec<String> = (0..12)
        .map(|i| format!(r#"{{"records":[{i}],"next_cursor":"c{}"}}"#, i % 5))
        .collect();
    let circle: Vec<&str> = circle.iter().map(String::as_str).collect();
    let (counts, _) = walk(&Request::new("GET", "/records"), PageStyle::Cursor, &circle);
    assert_eq!((counts.len(), counts.last()), (12, Some(&Err(ErrorKind::Decode))));
    let empty: Vec<String> = (0..101)
        .map(|i| format!(r#"{{"records":[],"next_cursor":"c{i}"}}"#))
        .collect();
    let empty: Vec<&str> = empty.iter().map(String::as_str).collect();
    let (counts, _) = walk(&Request::new("GET", "/records"), PageStyle::Cursor, &empty);
    assert_eq!((counts.len(), counts.last()), (101, Some(&Err(ErrorKind::Decode))));
}

#[test]
fn a_server_that_does_not_heed_the_number_of_a_page_is_noticed() {
    let full = [r#"{"connections":[1,2]}"#; 102];
    let (counts, _) = walk(&list(Some("2")), PageStyle::Number, &full);
    assert_eq!((counts.len(), counts.last()), (102, Some(&Err(ErrorKind::Decode))));
    let in_turn: Vec<&str> = (0..316)
        .map(|i| [full[0], r#"{"connections":[3,4]}"#, r#"{"connections":[5,6]}"#][i % 3])
        .collect();
    let (counts, _) = walk(&list(Some("2")), PageStyle::Number, &in_turn);
    assert!(counts.len() == 316 && counts.last() == Some(&Err(ErrorKind::Decode)));
    // As many new connections as a page has, between two requests.
    let answers = [full[0], full[0], full[0], r#"{"connections":[3]}"#];
    let (counts, _) = walk(&list(Some("2")), PageStyle::Number, &answers);
    assert_eq!(counts, [Ok(2), Ok(2), Ok(2), Ok(1)]);
}

#[test]
fn after_an_error_the_same_page_can_be_asked_for_again() {
    let page = |items: &str| format!(r#"{{"connections":[{items}]}}"#);
    let limited = r#"{"error":{"code":"forbidden","message":"not now"}}"#.to_owned();
    let (server, seen) = server(vec![
        (200, page("1,2")),
        (403, limited),
        (200, "no JSON".to_owned()),
        (200, page("3")),
    ]);
    let client = Client::new(server.options().max_retries(0)).unwrap();
    let options = CallOptions::new();
    let mut pages = Pages::new(&list(Some("2")), PageStyle::Number);
    assert!(client.next_page(&mut pages, &options).unwrap().is_some());
    assert_eq!(
        client.next_page(&mut pages, &options).unwrap_err().kind(),
        ErrorKind::Forbidden
    );
    assert_eq!(
        client.next_page(&mut pages, &options).unwrap_err().kind(),
        ErrorKind::Decode
    );
    assert!(client.next_page(&mut pages, &options).unwrap().is_some());
    assert!(client.next_page(&mut pages, &options).unwrap().is_none());
    assert!(client.next_page(&mut pages, &options).unwrap().is_none());
    server.finish();
    let asked = seen
        .lock()
        .unwrap()
        .iter()
        .filter(|target| target.ends_with("page=1"))
        .count();
    assert_eq!(asked, 3);
}
