//! Lists by cursor, results inside of a response, constant members, and waiting for a result.

mod support;

use std::io::Read;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use nango::{
    CallOptions, Cancel, Client, CreateConnectSession, DeployFunctionTemplate, ErrorKind, GetIntegration, ListRecords,
    Request, ResetSyncFrequency, Until, WaitForConnection,
};
use serde_json::json;
use support::{Script, Server};

/// The request lines and the bodies.
type Seen = Arc<Mutex<Vec<(String, String)>>>;

fn server(answers: &[(u16, &str)]) -> (Server, Seen) {
    let seen = Seen::default();
    let script = |&(status, body): &(u16, &str)| -> Script {
        let (seen, body) = (seen.clone(), body.to_owned());
        Box::new(move |peer| {
            let head = peer.read_head().unwrap();
            let line = head.lines().next().unwrap_or_default().to_owned();
            let lower = head.to_ascii_lowercase();
            let length = lower
                .split("content-length: ")
                .nth(1)
                .and_then(|rest| rest.lines().next());
            let mut sent = vec![0; length.map_or(0, |length| length.parse().unwrap())];
            peer.stream.read_exact(&mut sent).unwrap();
            seen.lock().unwrap().push((line, String::from_utf8(sent).unwrap()));
            peer.answer(status, "application/json; charset=utf-8", &body);
        })
    };
    (Server::start(answers.iter().map(script).collect()), seen)
}

fn targets(seen: &Seen) -> Vec<String> {
    let seen = seen.lock().unwrap();
    let target = |(line, _): &(String, String)| line.split(' ').nth(1).unwrap_or_default().to_owned();
    seen.iter().map(target).collect()
}

fn record(id: &str) -> String {
    format!(
        r#"{{"id":"{id}","title":"invented {id}","_nango_metadata":{{"first_seen_at":"2026-11-29T02:04:25.42115+00:00","last_modified_at":"2026-11-29T02:04:25.42115+00:00","last_action":"ADDED","deleted_at":null,"pruned_at":null,"cursor":"after-{id}"}}}}"#
    )
}

fn page(ids: &[&str], next: &str) -> String {
    let records: Vec<String> = ids.iter().map(|id| record(id)).collect();
    format!(r#"{{"records":[{}],"next_cursor":{next}}}"#, records.join(","))
}

const FORBIDDEN: &str = r#"{"error":{"code":"forbidden","message":"no"}}"#;

#[test]
fn records_have_their_content_and_the_cursor_to_go_on_at() {
    let (one, two) = (page(&["a", "b"], r#""after-b""#), page(&["c"], "null"));
    let (server, seen) = server(&[(200, &one), (403, FORBIDDEN), (200, &two)]);
    let client = server.client();
    let mut wanted = ListRecords::new("c", "p", "Issue");
    wanted.cursor("start").filter(&["added", "updated"]).ids(&["a", "b/c"]);
    let mut list = client.records().list(&wanted, None);
    assert_eq!(list.cursor(), Some("start"), "where the list begins");

    let first = list.next().unwrap().unwrap();
    assert_eq!(
        (first.id, first.data["title"].as_str()),
        (json!("a"), Some("invented a"))
    );
    assert_eq!(first.metadata.last_action, "ADDED");
    assert_eq!(first.data["_nango_metadata"]["cursor"], "after-a");
    assert_eq!(list.cursor(), Some("after-a"), "not that of the page");
    let shown = format!("{:?}", list.next().unwrap().unwrap());
    assert!(shown.contains("after-b") && !shown.contains("invented"), "{shown}");

    assert_eq!(list.next().unwrap().unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(list.cursor(), Some("after-b"), "an error takes nothing away");
    assert_eq!(list.next().unwrap().unwrap().id, "c");
    assert_eq!(
        (list.cursor().map(str::to_owned), list.next().is_none()),
        (Some("after-c".to_owned()), true)
    );
    server.finish();
    let common = "filter=added%2Cupdated&ids=a&ids=b%2Fc&limit=1000";
    let begin = format!("/records?model=Issue&cursor=start&{common}");
    let rest = format!("/records?model=Issue&{common}&cursor=after-b");
    assert_eq!(targets(&seen), [begin, rest.clone(), rest]);
}

#[test]
fn pages_of_records_have_the_cursor_of_their_last_record() {
    let (one, two) = (page(&["a", "b"], r#""after-b""#), page(&[], "null"));
    let (server, _) = server(&[(200, &one), (200, &two)]);
    let client = server.client();
    let mut pages = client
        .records()
        .list(&ListRecords::new("c", "p", "Issue"), None)
        .pages();
    assert_eq!(pages.cursor(), None);
    assert_eq!(pages.next().unwrap().unwrap().len(), 2);
    assert_eq!(pages.cursor(), Some("after-b"));
    assert_eq!(pages.next().unwrap().unwrap().len(), 0);
    assert_eq!(pages.cursor(), Some("after-b"), "an empty page leads nowhere else");
    assert!(pages.next().is_none());
    server.finish();
}

#[test]
fn a_result_inside_of_a_response_is_found_or_named() {
    let integration = r#"{"data":{"unique_key":"github","provider":"github","display_name":"GitHub","logo":"l","created_at":"t","updated_at":"t","credentials":{"client_secret":"invented-secret"}}}"#;
    let session = r#"{"data":{"token":"invented-token","connect_link":"http://x/?session_token=invented-token","expires_at":"t"}}"#;
    let (server, seen) = server(&[
        (200, integration),
        (201, session),
        (200, "{}"),
        (200, r#"{"data":null}"#),
    ]);
    let client = server.client();
    let mut wanted = GetIntegration::new("github");
    wanted.include(&["webhook", "credentials"]);
    let wanted = client.integrations().get(&wanted, None).unwrap();
    assert!(wanted.credentials.expose().contains("invented-secret"));
    assert!(!format!("{wanted:?}").contains("invented"), "{wanted:?}");
    let mut tags = CreateConnectSession::new();
    let session = client
        .connect_sessions()
        .create(tags.tags(&[("order", "7")]), None)
        .unwrap();
    assert_eq!(session.token.expose(), "invented-token");
    assert!(!format!("{session:?}").contains("invented"), "{session:?}");
    for _ in 0..2 {
        let error = client.integrations().get(&GetIntegration::new("x"), None).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.message().contains("data is missing"), "{error}");
    }
    server.finish();
    let seen = seen.lock().unwrap();
    assert!(
        seen[0]
            .0
            .starts_with("GET /integrations/github?include=webhook&include=credentials "),
        "{:?}",
        seen[0]
    );
    assert_eq!(seen[1].1, r#"{"tags":{"order":"7"}}"#);
}

#[test]
fn constant_members_are_sent() {
    let frequency = r#"{"frequency":"1h"}"#;
    let queued = r#"{"id":"i","status":"waiting","created_at":"t"}"#;
    let (server, seen) = server(&[(200, frequency), (202, queued)]);
    let client = server.client();
    let reset = ResetSyncFrequency::new("p", "c", "issues");
    assert_eq!(client.syncs().reset_frequency(&reset, None).unwrap().frequency, "1h");
    let template = DeployFunctionTemplate::new("github", "issues");
    assert_eq!(
        client.functions().deploy_template(&template, None).unwrap().status,
        "waiting"
    );
    server.finish();
    let seen = seen.lock().unwrap();
    assert_eq!(
        seen[0].1,
        r#"{"frequency":null,"provider_config_key":"p","connection_id":"c","sync_name":"issues"}"#
    );
    assert_eq!(
        seen[1].1,
        r#"{"type":"template","integration_id":"github","template":"issues"}"#
    );
}

const NOT_YET: &str = r#"{"error":{"code":"not_found","message":"not here"}}"#;

#[test]
fn an_output_is_waited_for() {
    let (server, seen) = server(&[(404, NOT_YET), (404, NOT_YET), (200, r#"{"done":true}"#)]);
    let output = server.client().actions().wait_for_result("id/1", None).unwrap();
    assert_eq!(output, json!({"done": true}));
    server.finish();
    assert_eq!(targets(&seen), ["/action/id%2F1"; 3]);
}

#[test]
fn a_connection_is_waited_for_and_the_newest_is_the_result() {
    let item =
        r#"{"connections":[{"id":9,"connection_id":"new","provider_config_key":"p","provider":"p","created":"t"}]}"#;
    let (server, seen) = server(&[(200, r#"{"connections":[]}"#), (200, item)]);
    let mut wanted = WaitForConnection::new("github");
    wanted.tags(&[("order", "7")]);
    let connection = server.client().connections().wait_for(&wanted, None).unwrap();
    assert_eq!(connection.connection_id, "new");
    server.finish();
    assert_eq!(
        targets(&seen),
        ["/connections?limit=1&integrationId=github&tags%5Border%5D=7"; 2]
    );
}

#[test]
fn a_wait_ends_with_its_timeout_its_cancel_or_another_error() {
    let cancel = Cancel::new();
    let ends = cancel.clone();
    let answer = |status, body: &'static str, then: Box<dyn FnOnce() + Send>| -> Script {
        Box::new(move |peer| {
            peer.read_head().unwrap();
            peer.answer(status, "application/json", body);
            then();
        })
    };
    let server = Server::start(vec![
        answer(404, NOT_YET, Box::new(|| ())),
        answer(404, NOT_YET, Box::new(move || ends.trigger())),
        answer(403, FORBIDDEN, Box::new(|| ())),
    ]);
    let client = server.client();
    let mut options = CallOptions::new();
    options.timeout(Duration::from_millis(400));
    let error = client.actions().wait_for_result("a", &options).unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Timeout, true));
    assert!(
        error.message().contains("within the timeout of 400 ms (asked 1 times)"),
        "{error}"
    );

    let mut options = CallOptions::new();
    options.cancel(&cancel);
    let mut request = Request::new("GET", "/action/{id}");
    request.path_parameter("id", "a");
    let error = client.request_until(&request, Until::Found, &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Cancelled);
    let error = client.actions().wait_for_result("a", None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    server.finish();
}

#[test]
fn a_wait_goes_on_after_an_outage() {
    const DOWN: &str = r#"{"error":{"code":"server_error","message":"down"}}"#;
    let (begun, _) = server(&[(404, NOT_YET), (503, DOWN), (200, "7")]);
    assert_eq!(begun.client().actions().wait_for_result("a", None).unwrap(), json!(7));
    begun.finish();
    // One at the start may as well be a wrong setting.
    let (failing, _) = server(&[(503, DOWN)]);
    let error = failing.client().actions().wait_for_result("a", None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Server);
    failing.finish();
    let (ending, _) = server(&[(404, NOT_YET), (503, DOWN)]);
    let mut options = CallOptions::new();
    options.timeout(Duration::from_millis(1200));
    let error = ending.client().actions().wait_for_result("a", &options).unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Timeout, true));
    assert!(
        error
            .message()
            .contains("asked 2 times; the last time: Nango or a server in front of it failed (503)"),
        "{error}"
    );
    ending.finish();
}

#[test]
fn the_result_of_an_action_that_failed_is_final() {
    for code in [
        "action_script_failure",
        "action_script_runtime_error",
        "script_network_error",
        "script_internal_error",
    ] {
        let body = format!(r#"{{"error":{{"code":"{code}","message":"not today"}}}}"#);
        let (failed, seen) = server(&[(500, &body)]);
        let client = Client::new(failed.options().max_retries(2)).unwrap();
        let error = client.actions().wait_for_result("a", None).unwrap_err();
        assert_eq!(
            (error.kind(), error.is_retryable(), error.attempts()),
            (ErrorKind::Server, false, 1)
        );
        assert!(error.message().starts_with("the action failed (500)"), "{error}");
        failed.finish();
        assert_eq!(targets(&seen).len(), 1);
    }
}

#[test]
fn a_list_that_is_not_where_it_belongs_is_an_error() {
    let (server, _) = server(&[(200, r#"{"other":[]}"#), (200, r#"{"connections":null}"#), (200, "{}")]);
    let client = server.client();
    let wanted = nango::ListConnections::new();
    let mut list = client.connections().list(&wanted, None);
    for _ in 0..2 {
        assert_eq!(list.next().unwrap().unwrap_err().kind(), ErrorKind::Decode);
    }
    let error = client.integrations().list(None).unwrap_err();
    assert!(error.message().contains("data is missing"), "{error}");
    server.finish();
}

#[test]
fn a_filter_that_is_empty_or_holds_a_comma_is_refused() {
    let (server, seen) = server(&[]);
    let client = server.client();
    let mut records = ListRecords::new("c", "p", "M");
    records.ids(&[]);
    let mut filter = ListRecords::new("c", "p", "M");
    filter.filter(&[]);
    let mut comma = nango::ListConnections::new();
    comma.integration_ids(&["a", "b,c"]);
    let mut tags = nango::ListConnections::new();
    tags.tags(&[]);
    let first = |error: Option<Result<(), nango::Error>>| error.unwrap().unwrap_err();
    for (error, said) in [
        (
            first(client.connections().list(&tags, None).next().map(|one| one.map(drop))),
            "tags is empty",
        ),
        (
            first(client.records().list(&records, None).next().map(|one| one.map(drop))),
            "ids is empty",
        ),
        (
            first(client.records().list(&filter, None).next().map(|one| one.map(drop))),
            "filter is empty",
        ),
        (
            first(client.connections().list(&comma, None).next().map(|one| one.map(drop))),
            "integrationId has an item with a comma",
        ),
    ] {
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(error.message().contains(said), "{error}");
    }
    server.finish();
    assert!(seen.lock().unwrap().is_empty());
}
